import { z } from '@hono/zod-openapi';

/** Longest time that anything is held: a day. */
const MOST_SECONDS = 86_400;

const reference = z.string().min(1).max(200);

/** What is asked to be held. */
export const WANTED = z
  .object({
    lines: z
      .array(
        z.object({
          product: z.string().min(1).max(200).openapi({ description: 'Id, handle or SKU' }),
          variant: z
            .string()
            .max(200)
            .optional()
            .openapi({ description: 'Id or SKU; left out where there is only one' }),
          quantity: z.number().int().min(1).max(1_000_000),
        }),
      )
      .min(1)
      .max(100),
    holdSeconds: z
      .number()
      .int()
      .min(10)
      .max(MOST_SECONDS)
      .optional()
      .openapi({ description: 'How long the pieces are held; HOLD_SECONDS when left out' }),
    orderReference: reference
      .optional()
      .openapi({ description: "The shop's id of the order, where there is one already" }),
  })
  .openapi('ReservationRequest');

/** What a confirmation may add. */
export const CONFIRMED = z.object({ orderReference: reference.optional(), signUp: reference.optional() });

const count = z.number().int().min(0);

/** A reservation, as it is told. */
export const RESERVATION = z
  .object({
    id: z.string(),
    state: z.enum(['held', 'confirmed', 'released', 'expired']),
    expiresAt: z.iso.datetime(),
    lines: z.array(
      z.object({
        product: z.string(),
        variant: z.string().openapi({ description: "'' for a product without variants" }),
        quantity: count,
        now: count.openapi({ description: 'Pieces that ship as usual' }),
        later: count.openapi({ description: 'Pieces that ship when the promise says' }),
      }),
    ),
  })
  .openapi('Reservation');
