import { hashOf } from '../hashes.js';
import { leftOf, type Item } from './item.js';

/** A product as those see it who may change it: what they put, and how it is counted. */
export type ProductView = Readonly<Record<string, unknown>>;

/**
 * Shows a product with its variants. What is shown can be put again and changes nothing: `onHand` is what is on the shelf
 * now, and not the count of then.
 *
 * @param rows of one product, its own first
 */
export function productView(rows: readonly Item[]): ProductView {
  const own = rows.find((it) => it.variant === '');
  const variants = rows.filter((it) => it.variant !== '');
  return {
    product: rows[0]?.product,
    ...(own && itemView(own)),
    ...(variants.length > 0 && { variants: variants.map((it) => ({ id: it.variant, ...itemView(it) })) }),
  };
}

function itemView(item: Item): ProductView {
  const { shelf, beyond } = leftOf(item);
  const told = {
    sku: item.sku,
    handle: item.handle,
    title: item.title,
    url: item.url,
    currency: item.currency,
  };
  const known = Object.entries({ ...told, price: item.price }).filter(([, value]) => value !== null);
  return {
    ...Object.fromEntries(known),
    ...(JSON.parse(item.fields) as object),
    limit: item.backorder_limit,
    ...(item.on_hand !== null && { onHand: item.on_hand - item.shelf_sold }),
    counts: {
      heldFromShelf: item.shelf_held,
      heldBeyond: item.beyond_held,
      owed: item.beyond_sold,
      leftOnShelf: shelf ?? null,
      leftBeyond: beyond,
      ...(item.stock_at !== null && { countedAt: new Date(item.stock_at).toISOString() }),
    },
    updatedAt: new Date(item.updated_at).toISOString(),
  };
}

/** The strong ETag of a product: another one after each change. */
export function productTag(rows: readonly Item[]): string {
  const versions = rows.map(({ variant, version, updated_at }) => [variant, version, updated_at]);
  return `"${hashOf(JSON.stringify(versions)).slice(0, 32)}"`;
}
