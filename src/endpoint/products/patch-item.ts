import { noteChange } from '../audit.js';
import type { Tx } from '../database/transaction.js';
import { Problem } from '../problem.js';
import type { Item } from './item.js';
import { mergePatch } from './merge-patch.js';
import { productView } from './product-view.js';
import { faultsOfProduct, refuseFaults, withoutNulls } from './read-told.js';
import { setStock } from './set-stock.js';
import { fieldsOf, type ItemName, type ToldItem } from './write-item.js';
import { lockProduct, readProduct, refuseChanged, type Writing } from './write-product.js';

/** Parts of an item as they come: null takes away, what is not told stays. */
export type ItemPart = Partial<{ [K in keyof ToldItem]: unknown }> & {
  readonly received?: number | undefined;
};

/**
 * Changes parts of an item. A count, or pieces that have come, go the way of every count.
 *
 * @returns the rows of its product
 * @throws Problem 404 for one that is not known, 412 as `writeProduct`, 400 where the widgets could not read the result
 */
export async function patchItem(
  tx: Tx,
  now: number,
  name: ItemName,
  part: ItemPart,
  writing: Writing,
): Promise<readonly Item[]> {
  const before = await lockProduct(tx, name.product);
  const item = before.find((it) => it.variant === name.variant);
  if (!item) throw new Problem(404, 'unknown-product', 'There is no such product or variant.');
  refuseChanged(before, writing);
  const { onHand, asOf, received, availableForBackorder, limit, ...rest } = part;
  refuseCounts(part);
  const columns = columnsOf(item);
  const merged = mergePatch({ ...columns, ...(JSON.parse(item.fields) as object) }, rest);
  const told = withoutNulls(merged) as ToldItem;
  refuseFaults(faultsOfProduct(name.product, { ...told, ...withoutNulls({ onHand, asOf }) }));
  const patched = {
    ...Object.fromEntries(
      Object.keys(columns).map((key) => [key, told[key as keyof typeof columns] ?? null]),
    ),
    fields: JSON.stringify(fieldsOf(told)),
    ...(limitPart(part, item) ?? {}),
  };
  await tx
    .updateTable('items')
    .set({ ...patched, version: item.version + 1, updated_at: now })
    .where('product', '=', name.product)
    .where('variant', '=', name.variant)
    .execute();
  if (received !== undefined) await setStock(tx, now, name, { received });
  else if (onHand === null) await forgetCount(tx, name);
  else if (typeof onHand === 'number') {
    const at = typeof asOf === 'string' ? Date.parse(asOf) : now;
    const outcome = await setStock(tx, now, name, { onHand, at });
    if (outcome === 'older') {
      throw new Problem(409, 'older-count', 'A newer count is known.', { field: 'asOf' });
    }
  }
  const rows = await readProduct(tx, name.product);
  const { actor, action } = writing;
  const subject = name.variant ? `${name.product} / ${name.variant}` : name.product;
  await noteChange(tx, now, {
    actor,
    action,
    subject,
    before: productView(before),
    after: productView(rows),
  });
  return rows;
}

/** @throws Problem 400 for counts that contradict each other */
function refuseCounts({ onHand, received, asOf }: ItemPart): void {
  const detail = 'Tell a count with onHand, or pieces that have come with received.';
  if (received !== undefined && onHand !== undefined) {
    throw new Problem(400, 'invalid-field', detail, { field: 'received' });
  }
  if (asOf !== undefined && typeof onHand !== 'number') {
    throw new Problem(400, 'invalid-field', 'asOf is the time of a count: tell onHand beside it.', {
      field: 'asOf',
    });
  }
}

function columnsOf({ sku, handle, title, url, price, currency }: Item) {
  return { sku, handle, title, url, price, currency };
}

/** A limit that is told anew; one below what is sold lets nothing more be sold, and what was granted stands. */
function limitPart(
  { limit, policy, availableForBackorder }: ItemPart,
  item: Item,
): Pick<Item, 'backorder_limit'> | undefined {
  const asLimit = (value: unknown): number | null => (value === 'unlimited' ? null : (value as number));
  if (limit !== undefined) return { backorder_limit: limit as number | null };
  const ofPolicy = (policy as { limit?: number | 'unlimited' | null } | null | undefined)?.limit;
  if (ofPolicy !== undefined) return { backorder_limit: ofPolicy === null ? 0 : asLimit(ofPolicy) };
  if (availableForBackorder === undefined) return undefined;
  if (typeof availableForBackorder !== 'number') {
    return { backorder_limit: availableForBackorder === null ? 0 : null };
  }
  const owed = Math.max(item.beyond_sold, -(item.on_hand ?? 0), 0);
  return { backorder_limit: availableForBackorder + item.beyond_held + owed };
}

/** The count is not known any more. */
async function forgetCount(tx: Tx, { product, variant }: ItemName): Promise<void> {
  await tx
    .updateTable('items')
    .set({ on_hand: null, shelf_sold: 0, stock_at: null, received_at: null })
    .where('product', '=', product)
    .where('variant', '=', variant)
    .execute();
}
