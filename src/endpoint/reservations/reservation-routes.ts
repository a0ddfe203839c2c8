import { createRoute, z } from '@hono/zod-openapi';
import { transaction } from '../database/transaction.js';
import { once, readKey, type Answer } from '../idempotency.js';
import { needs } from '../keys/needs.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import { PROBLEM, SECURED } from '../route-parts.js';
import { newRoutes, type Routes } from '../routes.js';
import { confirmReservation, expireDue, readReservation, releaseReservation } from './close-reservation.js';
import { hold } from './hold.js';
import { CONFIRMED, RESERVATION, WANTED } from './reservation-schema.js';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: PROBLEM } },
});
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
const security = SECURED;
const params = z.object({ id: z.string().min(1).max(100) });
const refused = { 401: problem('No valid key'), 403: problem('The key lacks `reservations:write`') };
const unknown = problem('There is no such reservation');

const create = createRoute({
  method: 'post',
  path: '/v1/reservations',
  summary: 'Hold pieces for an order',
  description:
    'All lines or none, by the rules that the page goes by: from the shelf first, the rest beyond it, within every limit. ' +
    'Held until `expiresAt`; confirm it when the order is placed. A request that is sent again with its `Idempotency-Key` ' +
    'gets the first answer and holds nothing more.',
  security,
  request: {
    headers: z.object({ 'idempotency-key': z.string().optional() }),
    body: { ...json(WANTED, 'The lines of the order'), required: true },
  },
  responses: {
    201: json(RESERVATION, 'Held'),
    ...{ 400: problem('Not as the schema says, or no `Idempotency-Key`'), ...refused },
    409: problem('`not-enough`: `field` is the quantity that cannot be met. Nothing is held'),
    422: problem('`unknown-item`, `quantity-rule`, or `key-reused` for another body'),
    503: problem('The database is busy; try again with the same key'),
  },
});

const read = createRoute({
  method: 'get',
  path: '/v1/reservations/{id}',
  summary: 'A reservation',
  security,
  request: { params },
  responses: { 200: json(RESERVATION, 'As it is now'), ...refused, 404: unknown },
});

const confirm = createRoute({
  method: 'post',
  path: '/v1/reservations/{id}/confirm',
  summary: 'The order is placed: what is held is sold',
  security,
  request: { params },
  // Documented only: most send no body, and no content type with it.
  requestBody: {
    required: false,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: {
            orderReference: {
              ...{ type: 'string', maxLength: 200 },
              description: "The shop's id of the order: a webhook about it then counts nothing twice",
            },
            signUp: {
              ...{ type: 'string', maxLength: 200 },
              description:
                '`signUp` of the message that told the shopper of the stock: the demand report counts it as converted',
            },
          },
        },
      },
    },
  },
  responses: {
    200: json(RESERVATION, 'Confirmed, now or before'),
    ...{ ...refused, 404: unknown },
    409: problem('`expired` or `released`: nothing is held any more'),
  },
});

const release = createRoute({
  method: 'post',
  path: '/v1/reservations/{id}/release',
  summary: 'No order comes of it: what is held is free again',
  security,
  request: { params },
  responses: {
    200: json(RESERVATION, 'Released or expired, now or before'),
    ...{ ...refused, 404: unknown },
    409: problem('`confirmed`: the pieces are sold'),
  },
});

/** `POST /v1/reservations`, and what becomes of them. */
export function reservationRoutes(parts: Parts): Routes {
  const { database, settings, now, metrics } = parts;
  const routes = newRoutes();
  routes.use('/v1/reservations', needs(parts, 'reservations:write'));
  routes.use('/v1/reservations/*', needs(parts, 'reservations:write'));
  routes.openapi(create, async (context) => {
    const body = context.req.valid('json');
    const key = readKey(context.req.header('idempotency-key'));
    const scope = `reservation:${context.get('caller').id}`;
    const wanted = { ...body, holdSeconds: body.holdSeconds ?? settings.HOLD_SECONDS };
    let isNew = false;
    const grant = (): Promise<Answer> =>
      transaction(database, (tx) => {
        isNew = false;
        return once(tx, { scope, key, body, now: now() }, async () => {
          isNew = true;
          return { status: 201, body: await hold(tx, wanted, now()) };
        });
      });
    const answer = await retryWhenFreed(parts, grant);
    if (isNew) metrics.reservations.inc({ outcome: 'granted' });
    return context.json(answer.body as z.output<typeof RESERVATION>, 201);
  });
  routes.openapi(read, async (context) =>
    context.json(told(await readReservation(parts, context.req.valid('param').id)), 200),
  );
  routes.openapi(confirm, async (context) => {
    const named = readNamed(await context.req.text());
    return context.json(told(await confirmReservation(parts, context.req.valid('param').id, named)), 200);
  });
  routes.openapi(release, async (context) =>
    context.json(told(await releaseReservation(parts, context.req.valid('param').id)), 200),
  );
  return routes;
}

/** The order and the sign-up that a confirmation names, if it has a body. */
function readNamed(text: string): z.output<typeof CONFIRMED> {
  if (text === '') return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new Problem(400, 'malformed-body', 'The body is no JSON.');
  }
  const { success, data, error } = CONFIRMED.safeParse(body);
  if (success) return data;
  const isSignUp = error.issues[0]?.path[0] === 'signUp';
  throw new Problem(400, 'invalid-field', 'Name the order, and the sign-up, in up to 200 characters.', {
    field: isSignUp ? 'signUp' : 'orderReference',
  });
}

/** Nobody is refused because of what has expired and was not yet freed. */
async function retryWhenFreed(parts: Parts, grant: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await grant();
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not-enough') throw error;
      if ((await expireDue(parts)) > 0) continue;
      parts.metrics.reservations.inc({ outcome: 'refused' });
      throw error;
    }
  }
}

/** A copy that may be changed, as the schema's type has it. */
const told = ({ lines, ...rest }: Awaited<ReturnType<typeof readReservation>>) => ({
  ...rest,
  lines: lines.map((line) => ({ ...line })),
});
