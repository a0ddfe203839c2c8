import { z } from '@hono/zod-openapi';
import { KINDS, type DemandKind } from './demand-cell.js';

const count = z.int().min(0);

/** How often, and how many pieces it was about. */
export const DEMAND_COUNT = z
  .object({
    events: count.openapi({ description: 'Orders, for what was backordered or released; else people' }),
    pieces: count,
    folded: count.optional().openapi({
      description: 'So many groups of fewer than 5 are not in these figures; left out for none',
    }),
    since: z.iso.date().optional().openapi({
      description: 'Has in it what was fewer than 5 in each of the weeks from this one on',
    }),
  })
  .openapi('DemandCount');

const counts = z.object(
  Object.fromEntries(KINDS.map((kind) => [kind, DEMAND_COUNT])) as Record<DemandKind, typeof DEMAND_COUNT>,
);

const money = z.object({
  currency: z.string(),
  amount: count.openapi({ description: "In the currency's smallest unit" }),
});

const item = {
  product: z.string(),
  variant: z.string().openapi({ description: 'Empty for the product itself, or any of its variants' }),
  title: z.string().openapi({ description: 'The id, when no title is known' }),
  variantTitle: z.string().optional(),
  sku: z.string().optional(),
};

/** An item that is short, and why. */
export const REORDER = z
  .object({
    ...item,
    owed: count.openapi({ description: 'Pieces that are sold beyond the shelf and not covered yet' }),
    wanted: count.openapi({ description: 'Pieces that people asked for and have not been told of' }),
    folded: count
      .optional()
      .openapi({ description: 'Groups of fewer than 5 people whose wish is not in `wanted`' }),
    onShelf: count,
    short: count.openapi({ description: 'owed + wanted - onShelf' }),
    since: z.iso.date().optional().openapi({ description: 'Week of the oldest ask that is still open' }),
    weeks: count.openapi({ description: 'Weeks since then' }),
    why: z.string(),
  })
  .openapi('Reorder');

/** An item's counts in the period. */
export const DEMAND_ITEM = z
  .object({
    ...item,
    totals: counts,
    notBought: count.openapi({ description: 'Pieces asked for, less those bought after being told' }),
    lostRevenue: money.optional().openapi({ description: 'Left out where no price is known' }),
    weeks: z
      .array(counts.extend({ week: z.iso.date() }))
      .openapi({ description: 'Those in which anything was' }),
  })
  .openapi('DemandItem');

/** The whole report. */
export const DEMAND_REPORT = z
  .object({
    from: z.iso.date().openapi({ description: 'Monday of the first week, UTC' }),
    to: z.iso.date().openapi({ description: 'Sunday of the last week' }),
    asOf: z.iso.datetime(),
    exact: z.boolean().openapi({ description: 'Whether counts below 5 are told' }),
    weeks: z.array(z.iso.date()),
    totals: counts,
    lostRevenue: z.array(money).openapi({ description: 'One for each currency; never added up across them' }),
    notPriced: count.openapi({
      description: 'Pieces not bought that have no price, and so are in no estimate',
    }),
    howEstimated: z.string(),
    reorderFirst: z.array(REORDER),
    items: z.array(DEMAND_ITEM),
  })
  .openapi('DemandReport');

export type DemandCount = z.output<typeof DEMAND_COUNT>;
export type DemandCounts = z.output<typeof counts>;
export type Reorder = z.output<typeof REORDER>;
export type DemandItem = z.output<typeof DEMAND_ITEM>;
export type DemandReport = z.output<typeof DEMAND_REPORT>;
