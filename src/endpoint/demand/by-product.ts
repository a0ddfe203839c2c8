import { KINDS } from './demand-cell.js';
import type { DemandCount, DemandCounts, DemandItem } from './demand-schema.js';
import { grouped } from './grouped.js';

/** A product with the counts of all its variants together. */
export interface ProductDemand {
  readonly product: string;
  readonly title: string;
  readonly totals: DemandCounts;
  /** Every week of the report, also those in which nothing was. */
  readonly weeks: readonly ({ readonly week: string } & DemandCounts)[];
}

/** Items by product, the most wanted first. */
export function byProduct(items: readonly DemandItem[], weeks: readonly string[]): readonly ProductDemand[] {
  const size = ({ totals }: ProductDemand): number => totals.backordered.pieces + totals.asked.pieces;
  return [...grouped(items, (it) => it.product).values()]
    .map((own) => ({
      product: own[0].product,
      title: own[0].title,
      totals: added(own.map((it) => it.totals)),
      weeks: byWeek(own, weeks),
    }))
    .sort((a, b) => size(b) - size(a));
}

/** The counts of all these items, week by week. */
export function byWeek(
  items: readonly DemandItem[],
  weeks: readonly string[],
): readonly ({ readonly week: string } & DemandCounts)[] {
  const told = grouped(
    items.flatMap((it) => it.weeks),
    (it) => it.week,
  );
  return weeks.map((week) => ({ week, ...added(told.get(week) ?? []) }));
}

function added(all: readonly DemandCounts[]): DemandCounts {
  const sum = (counts: readonly DemandCount[]): DemandCount => {
    const folded = counts.reduce((total, it) => total + (it.folded ?? 0), 0);
    return {
      events: counts.reduce((total, it) => total + it.events, 0),
      pieces: counts.reduce((total, it) => total + it.pieces, 0),
      ...(folded > 0 && { folded }),
    };
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, sum(all.map((it) => it[kind]))])) as DemandCounts;
}
