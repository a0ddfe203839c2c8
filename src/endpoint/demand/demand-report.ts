import { KINDS, type DemandCell } from './demand-cell.js';
import type { DemandPeriod } from './demand-period.js';
import type { DemandCount, DemandCounts, DemandItem, DemandReport } from './demand-schema.js';
import { foldSmallCounts } from './fold-small-counts.js';
import { grouped } from './grouped.js';
import { ItemNames, keyOf } from './item-names.js';
import { digitsOf } from './money.js';
import type { Demand } from './read-demand.js';
import { reorderFirst } from './reorder-first.js';
import { WEEK } from './week.js';

const HOW =
  "Pieces asked for less pieces bought after being told, times today's price. Who is still waiting may buy yet, and who " +
  'asked might not have bought: it tells how much is at stake, not what was lost to the cent.';

/**
 * What was backordered, asked for, told, bought and given up, by item and week.
 *
 * @param exact whether counts below five are told
 * @param now milliseconds since 1970; what to reorder is always as of now
 */
export function demandReport(
  { rows, items }: Demand,
  period: DemandPeriod,
  { exact, now }: { exact: boolean; now: number },
): DemandReport {
  const cells: readonly DemandCell[] = exact ? rows : foldSmallCounts(rows);
  const within = cells.filter((it) => it.week >= period.first && it.week <= period.last);
  const names = new ItemNames(items);
  const listed = [...grouped(within, (it) => keyOf(it.product, it.variant)).values()].map((own) =>
    itemOf(own, names),
  );
  const size = ({ totals }: DemandItem): number => totals.backordered.pieces + totals.asked.pieces;
  return {
    from: period.first,
    to: new Date(Date.parse(period.last) + WEEK - 1).toISOString().slice(0, 10),
    asOf: new Date(now).toISOString(),
    exact,
    weeks: [...period.weeks],
    totals: countsOf(within),
    ...lost(listed),
    howEstimated: HOW,
    reorderFirst: [...reorderFirst(items, cells, now)],
    items: listed.sort((a, b) => size(b) - size(a) || compare(a, b)),
  };
}

/** Those that are wanted as much in the order of their ids. */
const compare = (a: DemandItem, b: DemandItem): number =>
  keyOf(a.product, a.variant) < keyOf(b.product, b.variant) ? -1 : 1;

function itemOf(cells: readonly [DemandCell, ...DemandCell[]], names: ItemNames): DemandItem {
  const [{ product, variant }] = cells;
  const totals = countsOf(cells);
  const notBought = Math.max(0, totals.asked.pieces - totals.converted.pieces);
  const lostRevenue = estimate(notBought, names.price(product, variant));
  const weeks = [...grouped(cells, (it) => it.week)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...names.name(product, variant),
    totals,
    notBought,
    ...(lostRevenue && { lostRevenue }),
    weeks: weeks.map(([week, own]) => ({ week, ...countsOf(own, true) })),
  };
}

function estimate(pieces: number, priced: { price: number; currency: string } | undefined) {
  if (!priced || priced.price < 0 || digitsOf(priced.currency) === undefined) return undefined;
  const amount = pieces * priced.price;
  return Number.isSafeInteger(amount) ? { currency: priced.currency, amount } : undefined;
}

/** Sums by currency. What has no price stands beside them, rather than as nothing in them. */
function lost(items: readonly DemandItem[]): Pick<DemandReport, 'lostRevenue' | 'notPriced'> {
  const sums = new Map<string, number>();
  for (const { lostRevenue } of items) {
    if (!lostRevenue || lostRevenue.amount === 0) continue;
    const { currency, amount } = lostRevenue;
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  const notPriced = items.reduce((sum, it) => sum + (it.lostRevenue ? 0 : it.notBought), 0);
  const lostRevenue = [...sums].map(([currency, amount]) => ({ currency, amount }));
  return { lostRevenue: lostRevenue.sort((a, b) => (a.currency < b.currency ? -1 : 1)), notPriced };
}

/** Sums of cells by kind. In one week what is held back counts as folded; in a sum only what comes in no later week. */
function countsOf(cells: readonly DemandCell[], oneWeek = false): DemandCounts {
  const sum = (kind: string): DemandCount => {
    const own = cells.filter((it) => it.kind === kind);
    const folded = own.filter((it) => (oneWeek ? it.held : it.rest)).length;
    const since = oneWeek ? own.find((it) => it.since)?.since : undefined;
    return {
      events: own.reduce((total, it) => total + it.events, 0),
      pieces: own.reduce((total, it) => total + it.pieces, 0),
      ...(folded > 0 && { folded }),
      ...(since !== undefined && { since }),
    };
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, sum(kind)])) as DemandCounts;
}
