import { z } from '@hono/zod-openapi';
import { idText, plainText } from '../plain-text.js';

// Of each body only what is named here is kept: nobody publishes a field by sending it. What the values must be is judged by
// the parser that the widgets use (`readTold`); here is the shape. In a body, null is the same as not told.

const MOST_PIECES = 1_000_000_000;
const MOST_VARIANTS = 2_000;

const count = z.int().min(0).max(MOST_PIECES);
const allowance = z.union([count, z.literal('unlimited')]);
const instant = z.string().max(40).openapi({ format: 'date-time', example: '2026-11-22T09:00:00Z' });
const date = z.string().max(100).openapi({ example: '2026-W49' });
const confidence = z.enum(['confirmed', 'estimated']).nullish();
const optional = <T extends z.ZodType>(schema: T) => schema.nullish();

const expectation = z.union([
  date,
  z.object({
    date: optional(date),
    leadTime: optional(
      z.object({ min: optional(count), max: count, unit: optional(z.enum(['day', 'week'])) }),
    ),
    basis: optional(z.enum(['ship', 'deliver'])),
    confidence,
  }),
]);

const recordFields = {
  onHand: optional(z.int().min(-MOST_PIECES).max(MOST_PIECES)).openapi({
    description: 'Pieces on the shelf, as counted at `asOf`; below zero when the shop has sold past it',
  }),
  asOf: optional(instant).openapi({ description: 'When `onHand` was true. Now unless told' }),
  availableForBackorder: optional(allowance).openapi({
    description: 'Pieces that may still be ordered beyond the shelf, from which the limit follows',
  }),
  tracked: optional(z.boolean()),
  status: optional(z.enum(['in-stock', 'backorder', 'preorder', 'coming-soon', 'sold-out', 'unknown'])),
  orderable: optional(z.boolean()),
  restock: optional(expectation),
  release: optional(expectation),
  quantity: optional(z.object({ min: optional(count), max: optional(count), step: optional(count) })),
};

/** What the merchant allows and promises. */
export const POLICY = z
  .object({
    sell: optional(z.enum(['backorder', 'preorder', 'none'])),
    trigger: optional(z.enum(['when-zero', 'always'])),
    threshold: optional(count),
    limit: optional(allowance),
    maxPerOrder: optional(count),
    atLimit: optional(z.enum(['notify', 'theme'])),
    starts: optional(instant),
    ends: optional(instant),
    promise: optional(expectation),
    partial: optional(z.enum(['split', 'together'])),
    signUp: optional(z.enum(['when-sold-out', 'beside', 'never'])),
    express: optional(z.enum(['keep', 'relabel', 'hide', 'disable'])),
    maxAge: optional(count),
    timeZone: optional(plainText(100)),
  })
  .openapi('Policy');

const span = { min: optional(count), max: count };
const handlingTime = optional(z.object(span));
const leadTime = optional(
  z.object({
    min: optional(count),
    max: optional(count),
    unit: optional(z.enum(['day', 'week'])),
    working: optional(z.boolean()),
    confidence,
    observed: optional(z.array(count).max(1000)),
    quantiles: optional(z.array(z.number()).length(2)),
  }),
);

const itemFields = {
  ...recordFields,
  sku: optional(idText),
  limit: z
    .union([count, z.null()])
    .optional()
    .openapi({
      description:
        'Pieces that may be sold beyond the shelf in all: 0 for none, null for no limit. Else that of the policy, of ' +
        '`availableForBackorder`, or of the shop; else 0',
    }),
  policy: optional(POLICY),
  shipments: optional(
    z
      .array(z.object({ quantity: count, date, confidence, basis: optional(z.enum(['warehouse', 'ship'])) }))
      .max(100),
  ),
  backordered: optional(count),
  shippingClass: optional(plainText(100)),
  delivery: optional(z.object({ handlingTime, leadTime })),
  title: optional(plainText(500)).openapi({ description: 'For mails and reports' }),
  url: optional(z.url({ protocol: /^https?$/ }).max(2000)).openapi({
    description: 'Address of the product’s page, for mails',
  }),
  price: optional(z.int().min(0).max(1_000_000_000_000)).openapi({
    description: 'In the smallest unit of the currency: 129900 for 1,299.00 EUR',
  }),
  currency: optional(z.string().regex(/^[A-Z]{3}$/, 'Three capital letters, such as EUR.')),
};

// Shop systems print ids both ways.
const variantId = z.union([idText, z.int().transform(String)]);
const variants = z.array(z.object({ id: variantId, ...variantFields() })).max(MOST_VARIANTS);

function variantFields() {
  return { ...itemFields, options: optional(z.record(plainText(200), plainText(500))) };
}

/** A variant, as it is put and patched. */
export const VARIANT = z.object(variantFields()).openapi('Variant');

/** A product with its variants, as it is put. */
export const PRODUCT = z
  .object({ handle: optional(idText), ...itemFields, variants: optional(variants) })
  .openapi('Product');

/** A product as an import brings it. */
export const IMPORTED = PRODUCT.extend({ id: variantId });

const received = z.int().min(1).max(MOST_PIECES).openapi({
  description: 'Pieces that have come; what is owed is covered first. Not beside `onHand`',
});

/** Parts of a product. Null takes a field away. */
export const PRODUCT_PART = z
  .object({ handle: optional(idText), ...itemFields, received: received.optional() })
  .openapi('ProductPart');

/** Parts of a variant. */
export const VARIANT_PART = z
  .object({ ...variantFields(), received: received.optional() })
  .openapi('VariantPart');

const weekdays = optional(
  z.array(z.enum(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])),
);
const country = z.string().regex(/^[A-Za-z]{2}$/);
const place = { addressRegion: optional(plainText(100)) };

/** What holds for all products. */
export const SHOP = z
  .object({
    ttl: optional(count),
    disabled: optional(z.boolean()),
    policy: optional(POLICY),
    delivery: optional(
      z.object({
        timeZone: optional(plainText(100)),
        businessDays: weekdays,
        holidays: optional(z.array(date).max(500)),
        cutoffTime: optional(z.string().max(8)),
        handlingTime,
        leadTime,
        carrierDays: weekdays,
        carrierHolidays: optional(z.array(date).max(500)),
        transitTime: optional(
          z
            .array(
              z.object({
                ...span,
                ...place,
                addressCountry: optional(country),
                postalCodePrefix: optional(plainText(20)),
                shippingClass: optional(plainText(100)),
                working: optional(z.boolean()),
                confidence,
              }),
            )
            .max(1000),
        ),
        destination: optional(
          z.object({ addressCountry: country, ...place, postalCode: optional(plainText(20)) }),
        ),
      }),
    ),
    signUp: optional(z.object({ url: z.string().max(500), privacyUrl: optional(z.string().max(500)) })),
    messages: optional(z.record(z.string().max(40), z.record(z.string().max(60), z.string().max(500)))),
  })
  .openapi('Shop');

export type ToldProduct = z.output<typeof PRODUCT>;
export type ToldVariant = z.output<typeof VARIANT>;
