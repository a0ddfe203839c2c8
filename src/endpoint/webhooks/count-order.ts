import { isPostgres } from '../database/lock-item.js';
import type { Tx } from '../database/transaction.js';
import { byName, lockItems, type ItemName, type LockedItems } from '../reservations/locked-items.js';
import { countBeyond, keepSold, settleLines, type SoldLine } from '../reservations/sold-lines.js';
import { markConverted } from '../restock/mark-converted.js';
import { findReserved, freeReserved } from './absorb-reservations.js';
import { findShopItem } from './find-shop-item.js';
import type { ShopOrder } from './shop-news.js';
import { addSold, type Freed } from './split-sold.js';

/** A line as it was counted, as it is now told, or both. */
type Change = ItemName & { readonly line: string; readonly row?: SoldLine; readonly quantity: number };

/**
 * Counts an order as it is now told: what it has more than before is added to its items' counts, what it has less is given
 * back. In which order a shop's tales of it come, and how often, makes no difference: the latest by the shop's clock
 * stands. Of two with one time the cancelled one stands, or else the one with more pieces.
 *
 * @param oldest orders that were placed before are kept no longer: see ORDER_PURGE_JOB
 */
export async function countOrder(
  tx: Tx,
  platform: string,
  order: ShopOrder,
  now: number,
  oldest: number,
): Promise<'taken' | 'older'> {
  const total = order.lines.reduce((sum, it) => sum + it.quantity, 0);
  const { head, isNew } = await lockHead(tx, platform, order);
  // It may have been counted, and forgotten since. One without pieces has to be known: what it had may be told after it.
  if (isNew && total > 0 && order.placedAt < oldest) {
    await forgetHead(tx, platform, order.id);
    return 'older';
  }
  // The shop's clock may be ahead of ours.
  const changed_at = order.changedAt ?? Math.max(now, head.changed_at);
  if (!isNew && changed_at < head.changed_at) return 'older';
  if (!isNew && changed_at === head.changed_at && total !== 0 && total <= head.quantity) return 'older';
  if (!isNew && changed_at === head.changed_at && head.quantity === 0) return 'older';
  await keepSold(tx, { ...head, quantity: total, changed_at });

  const changes = await changesOf(tx, platform, order);
  const reserved = await findReserved(tx, order.references);
  const reservedNames = [...reserved.held.flatMap((it) => it.lines), ...reserved.sold];
  const items = await lockItems(tx, [...changes, ...reservedNames]);
  const demand: (ItemName & { beyond: number })[] = [];
  const freed = new Map<string, Freed>();
  for (const { counted, ...it } of await freeReserved(tx, now, items, reserved, total > 0)) {
    const free = freedOf(freed, it);
    free.shelf += it.shelf;
    free.beyond += it.beyond;
    demand.push({ ...it, beyond: -counted });
  }
  // First what is given back: it may be taken by another line.
  for (const change of changes) {
    if (change.row && change.quantity < change.row.quantity) {
      demand.push({
        ...change,
        beyond: -(await giveBack(tx, items, change.row, change.quantity, changed_at)),
      });
    }
  }
  for (const { row, line, quantity, product, variant } of changes) {
    const pieces = quantity - (row?.quantity ?? 0);
    if (pieces <= 0) continue;
    const name = { product, variant };
    const at = isNew ? order.placedAt : changed_at;
    const added = await addSold(tx, items, name, { pieces, at, now, freed: freedOf(freed, name) });
    demand.push({ ...name, beyond: added.beyond });
    const before = row ?? { platform, order: order.id, line, ...name, shelf: 0, beyond: 0, placed_at: at };
    const sums = { shelf: before.shelf + added.shelf, beyond: before.beyond + added.beyond };
    await keepSold(tx, { ...before, ...sums, quantity, changed_at });
  }
  await items.save(now);
  await countBeyond(tx, now, demand);
  const { buyer, placedAt } = order;
  if (buyer !== undefined) {
    const ordered = changes.filter((it) => it.quantity > (it.row?.quantity ?? 0)).sort(byName);
    for (const name of ordered) await markConverted(tx, now, name, { buyer, placedAt });
  }
  return 'taken';
}

function freedOf(all: Map<string, Freed>, { product, variant }: ItemName): Freed {
  const key = JSON.stringify([product, variant]);
  const free = all.get(key) ?? { shelf: 0, beyond: 0 };
  all.set(key, free);
  return free;
}

/** The order itself: whoever tells of it at the same time waits here. */
async function lockHead(
  tx: Tx,
  platform: string,
  order: ShopOrder,
): Promise<{ head: SoldLine; isNew: boolean }> {
  const key = { platform, order: order.id, line: '', product: '', variant: '' };
  const empty = { ...key, quantity: 0, shelf: 0, beyond: 0, placed_at: order.placedAt, changed_at: -1 };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('order_lines')
    .values(empty)
    .onConflict((conflict) => conflict.columns(['platform', 'order', 'line']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows) return { head: empty, isNew: true };
  const query = tx
    .selectFrom('order_lines')
    .selectAll()
    .where('platform', '=', platform)
    .where('order', '=', order.id)
    .where('line', '=', '');
  return { head: await (isPostgres(tx) ? query.forUpdate() : query).executeTakeFirstOrThrow(), isNew: false };
}

async function forgetHead(tx: Tx, platform: string, order: string): Promise<void> {
  const head = tx.deleteFrom('order_lines').where('platform', '=', platform).where('order', '=', order);
  await head.where('line', '=', '').execute();
}

/** Every line that was counted or is told now, of items that are known. */
async function changesOf(tx: Tx, platform: string, { id, lines }: ShopOrder): Promise<readonly Change[]> {
  const rows = await tx
    .selectFrom('order_lines')
    .selectAll()
    .where('platform', '=', platform)
    .where('order', '=', id)
    .where('line', '!=', '')
    .execute();
  const told = new Map(lines.map((it) => [it.id, it]));
  const changes: Change[] = rows.map((row) => {
    const { product, variant, line } = row;
    return { product, variant, line, row, quantity: told.get(line)?.quantity ?? 0 };
  });
  const counted = new Set(rows.map((it) => it.line));
  for (const [line, it] of told) {
    const item = counted.has(line) ? undefined : await findShopItem(tx, it);
    if (item) changes.push({ ...item, line, quantity: it.quantity });
  }
  return changes;
}

/** Takes pieces of a line out of the counts, those beyond the shelf first. @returns those that were beyond it */
async function giveBack(
  tx: Tx,
  items: LockedItems,
  row: SoldLine,
  quantity: number,
  changed_at: number,
): Promise<number> {
  await settleLines(tx, items, row);
  const { platform, order, line } = row;
  const standing = await tx
    .selectFrom('order_lines')
    .select(['shelf', 'beyond'])
    .where('platform', '=', platform)
    .where('order', '=', order)
    .where('line', '=', line)
    .executeTakeFirstOrThrow();
  const less = row.quantity - quantity;
  const beyond = Math.min(standing.beyond, less);
  const shelf = Math.min(standing.shelf, less - beyond);
  items.add(row, { shelf_sold: -shelf, beyond_sold: -beyond });
  const rest = { shelf: standing.shelf - shelf, beyond: standing.beyond - beyond };
  await keepSold(tx, { ...row, ...rest, quantity, changed_at });
  return beyond;
}
