import { sql, type Selectable } from 'kysely';
import type { OrderLineTable } from '../database/stock-tables.js';
import type { Tx } from '../database/transaction.js';
import { countDemand } from '../demand/count-demand.js';
import { byName, type ItemName, type LockedItems } from './locked-items.js';

/** A line of what is sold, and the pieces of it that stand in its item's counts. */
export type SoldLine = Selectable<OrderLineTable>;

/** Writes a line of what is sold, in place of the one that was. Its pieces stand in the counts already. */
export async function keepSold(tx: Tx, line: SoldLine): Promise<void> {
  const { product, variant, quantity, shelf, beyond, placed_at, changed_at } = line;
  await tx
    .insertInto('order_lines')
    .values(line)
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'order', 'line'])
        .doUpdateSet({ product, variant, quantity, shelf, beyond, placed_at, changed_at }),
    )
    .execute();
}

/**
 * Takes out of an item's lines what its counts no longer hold. A count of the shelf that was told later, or a delivery,
 * has settled it: of the oldest lines first. After it the lines of an item add up to at most its counts, so giving a
 * line back takes no other's pieces.
 */
export async function settleLines(tx: Tx, items: LockedItems, name: ItemName): Promise<void> {
  const item = items.get(name);
  if (!item) return;
  const { shelf, beyond } = await tx
    .selectFrom('order_lines')
    .select([sql<string>`sum(shelf)`.as('shelf'), sql<string>`sum(beyond)`.as('beyond')])
    .where('product', '=', name.product)
    .where('variant', '=', name.variant)
    .executeTakeFirstOrThrow();
  let ofShelf = Number(shelf) - item.shelf_sold;
  let ofBeyond = Number(beyond) - item.beyond_sold;
  if (ofShelf <= 0 && ofBeyond <= 0) return;
  for (const line of await standingLines(tx, name)) {
    const cut = Math.max(0, Math.min(ofShelf, line.shelf));
    const cutBeyond = Math.max(0, Math.min(ofBeyond, line.beyond));
    ofShelf -= cut;
    ofBeyond -= cutBeyond;
    if (cut + cutBeyond > 0) {
      await keepSold(tx, { ...line, shelf: line.shelf - cut, beyond: line.beyond - cutBeyond });
    }
    if (ofShelf <= 0 && ofBeyond <= 0) return;
  }
}

/** Lines of an item that still stand in its counts, the oldest first. */
export function standingLines(tx: Tx, { product, variant }: ItemName): Promise<SoldLine[]> {
  return tx
    .selectFrom('order_lines')
    .selectAll()
    .where('product', '=', product)
    .where('variant', '=', variant)
    .where((it) => it.or([it('shelf', '>', 0), it('beyond', '>', 0)]))
    .orderBy('placed_at')
    .orderBy('platform')
    .orderBy('order')
    .orderBy('line')
    .execute();
}

/** Counts what was sold beyond the shelf, and what of it was given back, for the demand report. */
export async function countBeyond(
  tx: Tx,
  now: number,
  changes: readonly (ItemName & { readonly beyond: number })[],
): Promise<void> {
  const sums = new Map<string, ItemName & { beyond: number }>();
  for (const { product, variant, beyond } of changes) {
    const key = JSON.stringify([product, variant]);
    const sum = sums.get(key) ?? { product, variant, beyond: 0 };
    sum.beyond += beyond;
    sums.set(key, sum);
  }
  for (const { beyond, ...item } of [...sums.values()].sort(byName)) {
    if (beyond !== 0)
      await countDemand(tx, now, item, beyond > 0 ? 'backordered' : 'released', Math.abs(beyond));
  }
}
