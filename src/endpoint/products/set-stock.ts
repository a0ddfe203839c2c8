import { lockItem } from '../database/lock-item.js';
import type { Tx } from '../database/transaction.js';
import { newId } from '../ids.js';
import { leftOf, type Item } from './item.js';

/** What somebody tells of the shelf: how many pieces are on it as of an instant, or how many more have come. */
export type StockChange = { readonly onHand: number; readonly at: number } | { readonly received: number };

type Counts = Pick<Item, 'on_hand' | 'shelf_sold' | 'beyond_sold' | 'stock_at' | 'received_at'>;

/**
 * Takes down what was told of an item's shelf. When pieces are there again, those who wait are told: the note of it
 * (`restocks`) is written in the same transaction.
 *
 * @param now milliseconds since 1970
 * @returns `older` when what is known is as new or newer; nothing is changed then
 */
export async function setStock(
  tx: Tx,
  now: number,
  item: { product: string; variant: string },
  change: StockChange,
): Promise<'set' | 'older' | 'unknown-item'> {
  const before = await lockItem(tx, item);
  if (!before) return 'unknown-item';
  const counts = 'received' in change ? receive(before, change.received, now) : tell(before, change, now);
  if (!counts) return 'older';
  const after = { ...before, ...counts, version: before.version + 1 };
  await tx
    .updateTable('items')
    .set({ ...counts, version: after.version, updated_at: now })
    .where('product', '=', item.product)
    .where('variant', '=', item.variant)
    .execute();
  const units = leftOf(after).shelf ?? 0;
  if ((leftOf(before).shelf ?? 0) <= 0 && units > 0) await noteRestock(tx, now, item, units);
  return 'set';
}

/** Notes that `units` pieces of an item are there again. */
export async function noteRestock(
  tx: Tx,
  now: number,
  { product, variant }: { readonly product: string; readonly variant: string },
  units: number,
): Promise<void> {
  const row = { id: newId(), product, variant, units, told: 0, state: 'open' as const };
  await tx
    .insertInto('restocks')
    .values({ ...row, created_at: now, next_at: now })
    .execute();
}

/** A count of what is there now: what was sold of the shelf before is no longer on it. */
function tell(before: Item, told: { onHand: number; at: number }, now: number): Counts | undefined {
  // A clock that is ahead must not keep out what is told later.
  const at = Math.min(told.at, now);
  const known = before.stock_at ?? -Infinity;
  // Counted before the last delivery was told: whether its pieces were on the shelf already, nobody can say. They stand, and
  // the next count knows.
  if (at < (before.received_at ?? -Infinity)) return undefined;
  // Shop systems tell whole seconds, so two changes may have one time; the same told again later is no change.
  if (at < known || (at === known && at < now && told.onHand === before.on_hand)) return undefined;
  // With pieces on the shelf, what was owed has been sent.
  const beyond_sold = told.onHand > 0 ? 0 : before.beyond_sold;
  return { on_hand: told.onHand, shelf_sold: 0, beyond_sold, stock_at: at, received_at: before.received_at };
}

/**
 * A delivery: first it covers what is owed, the rest goes onto the shelf. The shelf is not counted by it: `stock_at` stays, so
 * that what was sold since the count comes off the shelf also when the shop tells of it after the delivery. Where nothing
 * was ever counted, the delivery is where counting begins.
 */
function receive({ on_hand, shelf_sold, beyond_sold, stock_at }: Item, pieces: number, now: number): Counts {
  // A shop that counts below zero counts the same pieces as owed that were sold here.
  const owed = Math.max(0, -(on_hand ?? 0));
  const stillOwed = Math.max(0, owed - pieces);
  const rest = Math.max(0, pieces - Math.max(owed, beyond_sold));
  return {
    on_hand: stillOwed > 0 ? -stillOwed : Math.max(0, on_hand ?? 0) + rest,
    shelf_sold,
    beyond_sold: Math.max(0, beyond_sold - pieces),
    stock_at: stock_at ?? now,
    received_at: now,
  };
}
