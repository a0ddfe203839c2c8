import { lockItem } from '../database/lock-item.js';
import type { Tx } from '../database/transaction.js';
import { Problem } from '../problem.js';
import type { Item } from './item.js';
import type { ToldProduct, ToldVariant } from './product-schemas.js';
import type { Told } from './read-told.js';
import { noteRestock, setStock } from './set-stock.js';

/** What is told of an item: a product without its variants, or a variant. */
export type ToldItem = Told<Omit<ToldProduct, 'variants'> & ToldVariant>;

/** Which item. */
export interface ItemName {
  readonly product: string;
  readonly variant: string;
}

type Columns = Pick<
  Item,
  'sku' | 'handle' | 'title' | 'url' | 'price' | 'currency' | 'fields' | 'backorder_limit'
>;

/** What an item says beside the counts and what stands in columns of its own. */
export function fieldsOf(told: ToldItem): object {
  const { sku, handle, title, url, price, currency, limit, onHand, asOf, availableForBackorder, ...fields } =
    told;
  const { policy, ...others } = fields;
  if (!policy) return others;
  // What is left of the limit is told instead, and that changes with each order.
  const { limit: told_, ...rules } = policy;
  return Object.keys(rules).length > 0 ? { ...others, policy: rules } : others;
}

/**
 * Makes an item of which nothing is known yet.
 *
 * @returns false where there is one already
 */
export async function insertItem(tx: Tx, now: number, name: ItemName): Promise<boolean> {
  const counts = { shelf_held: 0, shelf_sold: 0, beyond_held: 0, beyond_sold: 0, backorder_limit: 0 };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('items')
    .values({ ...name, ...counts, fields: '{}', version: 1, updated_at: now })
    .onConflict((conflict) => conflict.columns(['product', 'variant']).doNothing())
    .executeTakeFirst();
  return Boolean(numInsertedOrUpdatedRows);
}

/**
 * Puts an item in the place of what was known of it; pieces that are held and sold stay so.
 *
 * @param shopLimit the limit where the item tells none
 * @param isNew whether it was made in this transaction
 * @returns whether the count that was told is older than the one that is known, and was left out
 */
export async function writeItem(
  tx: Tx,
  now: number,
  name: ItemName,
  told: ToldItem,
  shopLimit: number | null,
  isNew: boolean,
): Promise<{ readonly isOlder: boolean }> {
  const before = await lockItem(tx, name);
  if (!before) throw new Error('an item that was just written');
  let isOlder = false;
  if (told.onHand === undefined) {
    await update(tx, name, { on_hand: null, shelf_sold: 0, stock_at: null, received_at: null });
  } else if (isNew) {
    const at = told.asOf === undefined ? now : Math.min(now, Date.parse(told.asOf));
    await update(tx, name, { on_hand: told.onHand, stock_at: at });
    if (told.onHand > 0 && (await isAwaited(tx, name))) await noteRestock(tx, now, name, told.onHand);
  } else {
    const at = told.asOf === undefined ? now : Date.parse(told.asOf);
    isOlder = (await setStock(tx, now, name, { onHand: told.onHand, at })) === 'older';
  }
  const item = (await lockItem(tx, name)) ?? before;
  const columns: Columns = {
    sku: told.sku ?? null,
    handle: told.handle ?? null,
    title: told.title ?? null,
    url: told.url ?? null,
    price: told.price ?? null,
    currency: told.currency ?? null,
    fields: JSON.stringify(fieldsOf(told)),
    backorder_limit: limitOf(told, item, shopLimit),
  };
  await update(tx, name, { ...columns, version: item.version + (isNew ? 0 : 1), updated_at: now });
  return { isOlder };
}

/** NULL: no limit. What is not told at all is none, since nobody has allowed it. */
function limitOf(told: ToldItem, item: Item, shopLimit: number | null): number | null {
  if (told.limit !== undefined) return told.limit;
  const { policy, availableForBackorder } = told;
  if (policy?.limit !== undefined) return policy.limit === 'unlimited' ? null : policy.limit;
  if (availableForBackorder === undefined) return shopLimit;
  if (availableForBackorder === 'unlimited') return null;
  // What may still be ordered comes on top of what has been.
  return availableForBackorder + item.beyond_held + Math.max(item.beyond_sold, -(item.on_hand ?? 0), 0);
}

async function update(tx: Tx, name: ItemName, columns: Partial<Item>): Promise<void> {
  await tx
    .updateTable('items')
    .set(columns)
    .where('product', '=', name.product)
    .where('variant', '=', name.variant)
    .execute();
}

/** Whether somebody has signed up for it, before it was known here or after it was deleted. */
async function isAwaited(tx: Tx, { product }: ItemName): Promise<boolean> {
  const row = await tx
    .selectFrom('sign_ups')
    .select('id')
    .where('product', '=', product)
    .where('state', 'in', ['pending', 'active'])
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Removes items.
 *
 * @throws Problem 409 while pieces of one are held: whoever holds them could not buy
 */
export async function removeItems(tx: Tx, items: readonly ItemName[]): Promise<void> {
  for (const name of items) {
    const item = await lockItem(tx, name);
    if (item && item.shelf_held + item.beyond_held > 0) {
      throw new Problem(409, 'pieces-held', 'Pieces of it are held by open reservations. Try again later.', {
        ...(name.variant && { field: 'variants' }),
      });
    }
    await tx
      .deleteFrom('items')
      .where('product', '=', name.product)
      .where('variant', '=', name.variant)
      .execute();
  }
}
