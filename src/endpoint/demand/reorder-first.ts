import type { Item } from '../products/item.js';
import { leftOf } from '../products/item.js';
import type { DemandCell } from './demand-cell.js';
import type { Reorder } from './demand-schema.js';
import { grouped } from './grouped.js';
import { ItemNames, keyOf } from './item-names.js';
import { ASK_LIFE } from './read-demand.js';
import { WEEK, weekOf } from './week.js';

/** Weeks after which a piece that is waited for counts twice. */
const DOUBLE = 10;

/**
 * The items to order, the most pressing first: pieces that are owed and asked for, less those on the shelf, each counting
 * a tenth more for every week since the oldest ask that is still open, up to twice.
 */
export function reorderFirst(
  items: readonly Item[],
  cells: readonly DemandCell[],
  now: number,
): readonly Reorder[] {
  const names = new ItemNames(items);
  const [oldest, latest] = [weekOf(now - ASK_LIFE * WEEK), weekOf(now)];
  const recent = cells.filter((it) => it.week >= oldest && it.week <= latest);
  const byItem = grouped(recent, (it) => keyOf(it.product, it.variant));
  const byProduct = grouped(recent, (it) => it.product);
  const cellsOf = (it: Item): readonly DemandCell[] => byItem.get(keyOf(it.product, it.variant)) ?? [];
  return items
    .map((it) => {
      const elsewhere = it.variant === '' ? answeredElsewhere(byProduct.get(it.product) ?? []) : 0;
      return reorder(it, cellsOf(it), { names, now, elsewhere });
    })
    .filter((it) => it.short > 0 || it.folded !== undefined)
    .sort((a, b) => weight(b) - weight(a) || b.weeks - a.weeks || compare(a.title, b.title));
}

const weight = ({ short, weeks }: Reorder): number => short * (1 + Math.min(weeks, DOUBLE) / DOUBLE);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function reorder(
  item: Item,
  cells: readonly DemandCell[],
  { names, now, elsewhere }: { names: ItemNames; now: number; elsewhere: number },
): Reorder {
  const { wanted, since, folded } = openAsks(cells, elsewhere);
  const owed = Math.max(item.beyond_sold, -(item.on_hand ?? 0), 0);
  const onShelf = Math.max(0, leftOf(item).shelf ?? 0);
  const short = Math.max(0, owed + wanted - onShelf);
  const weeks = since === undefined ? 0 : Math.round((Date.parse(weekOf(now)) - Date.parse(since)) / WEEK);
  return {
    ...names.name(item.product, item.variant),
    owed,
    wanted,
    ...(folded > 0 && { folded }),
    onShelf,
    short,
    ...(since !== undefined && { since }),
    weeks,
    why: why({ owed, wanted, folded, onShelf, weeks }),
  };
}

const sum = (cells: readonly DemandCell[], ...kinds: readonly string[]): number =>
  cells.reduce((total, it) => total + (kinds.includes(it.kind) ? it.pieces : 0), 0);

/** Who asked for any variant is told of one: more of it were answered than asked for it. */
function answeredElsewhere(product: readonly DemandCell[]): number {
  const variants = grouped(
    product.filter((it) => it.variant !== ''),
    (it) => it.variant,
  );
  return [...variants.values()].reduce(
    (total, own) => total + Math.max(0, sum(own, 'told', 'left') - sum(own, 'asked')),
    0,
  );
}

/** What was asked for and not answered. Who asked first is told first, so answers are taken from the oldest asks. */
function openAsks(cells: readonly DemandCell[], elsewhere: number) {
  const asks = cells.filter((it) => it.kind === 'asked');
  let answered = sum(cells, 'told', 'left') + elsewhere;
  let wanted = 0;
  let since: string | undefined;
  for (const ask of asks) {
    const open = Math.max(0, ask.pieces - answered);
    answered = Math.max(0, answered - ask.pieces);
    wanted += open;
    if (open > 0) since ??= ask.since ?? ask.week;
  }
  return { wanted, since, folded: asks.filter((it) => it.rest).length };
}

const pieces = (count: number): string => (count === 1 ? '1 piece' : `${count} pieces`);

function why(it: { owed: number; wanted: number; folded: number; onShelf: number; weeks: number }): string {
  const few = it.folded > 0 && (it.wanted > 0 ? ' and a few more' : 'asked for by fewer than 5 people');
  const long = it.weeks > 0 ? `, the first ${it.weeks === 1 ? 'a week' : `${it.weeks} weeks`} ago` : '';
  const reasons = [
    it.owed > 0 && `${pieces(it.owed)} sold and still owed`,
    it.wanted > 0 ? `${pieces(it.wanted)} asked for${few || ''}${long}` : few,
    it.onShelf > 0 ? `${it.onShelf} on the shelf` : 'none on the shelf',
  ];
  return `${reasons.filter(Boolean).join('; ')}.`;
}
