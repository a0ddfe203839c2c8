import type { Tx } from '../database/transaction.js';
import { setStock } from '../products/set-stock.js';
import { lockItems, type ItemName } from '../reservations/locked-items.js';
import { keepSold, settleLines, standingLines } from '../reservations/sold-lines.js';
import { addSold } from './split-sold.js';

/**
 * Takes down what a shop counts on an item's shelf. A count that comes late is of before the last orders: those are taken
 * off it again.
 */
export async function tellCount(
  tx: Tx,
  now: number,
  name: ItemName,
  count: { readonly onHand: number; readonly at: number },
): Promise<'taken' | 'older'> {
  const at = Math.min(count.at, now);
  const before = await lockItems(tx, [name]);
  const countsBelow = Math.min(count.onHand, before.get(name)?.on_hand ?? 0) < 0;
  await settleLines(tx, before, name);
  const later = (await standingLines(tx, name)).filter((it) => it.placed_at >= at);
  if ((await setStock(tx, now, name, { onHand: count.onHand, at })) !== 'set') return 'older';
  const items = await lockItems(tx, [name]);
  const sold = items.get(name)?.beyond_sold ?? 0;
  // Of those that were owed before, a shop that counts below zero knows better; unless the count covered them, the later
  // ones stand in the sum still.
  const ofLater = Math.min(
    sold,
    later.reduce((sum, it) => sum + it.beyond, 0),
  );
  const tooMany = countsBelow ? Math.max(0, sold - ofLater + count.onHand) : 0;
  items.add(name, { beyond_sold: -ofLater - tooMany });
  for (const line of later) {
    const freed = { shelf: 0, beyond: 0 };
    const pieces = line.shelf + line.beyond;
    const added = await addSold(tx, items, name, { pieces, at: line.placed_at, now, freed });
    await keepSold(tx, { ...line, ...added });
  }
  await items.save(now);
  return 'taken';
}
