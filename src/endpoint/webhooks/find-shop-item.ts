import type { Tx } from '../database/transaction.js';
import type { ItemName } from '../reservations/locked-items.js';
import type { ShopItem } from './shop-news.js';

/**
 * The item that a shop means: by the variant's id, by the product's id where no variants of it are kept, by the SKU where
 * only one has it. Undefined for what is not kept here.
 */
export async function findShopItem(
  tx: Tx,
  { product, variant, sku }: ShopItem,
): Promise<ItemName | undefined> {
  const items = tx.selectFrom('items').select(['product', 'variant']);
  if (variant !== undefined) {
    const found = await items.where('variant', '=', variant).limit(20).execute();
    const item = found.find((it) => it.product === product) ?? (found.length === 1 ? found[0] : undefined);
    if (item) return item;
  }
  if (product !== undefined) {
    const rows = await items.where('product', '=', product).orderBy('variant').limit(3).execute();
    const [own, only] = rows;
    if (own?.variant === '' && !only) return own;
    // A product that is sold as it is may be kept as one with its only variant.
    if (variant === undefined && only && rows.length === 2) return only;
  }
  if (sku === undefined) return undefined;
  const same = await items.where('sku', '=', sku).limit(2).execute();
  return same.length === 1 ? same[0] : undefined;
}
