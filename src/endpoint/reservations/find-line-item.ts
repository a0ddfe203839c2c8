import type { Tx } from '../database/transaction.js';
import { Problem } from '../problem.js';
import { findItems } from '../products/find-items.js';
import type { Item } from '../products/item.js';
import type { ItemName } from './locked-items.js';

/** What a request names. */
export interface Named {
  readonly product: string;
  readonly variant?: string | undefined;
}

/**
 * The item that a line names: a product by id, handle or SKU, and of a product with variants one by id or SKU. A variant's
 * own id or SKU may stand for the product as well.
 *
 * @param field path of the line, such as `lines[0]`
 * @throws Problem 422 when there is no such item, or several
 */
export async function findLineItem(tx: Tx, { product, variant }: Named, field: string): Promise<ItemName> {
  const rows = await findItems({ db: tx }, [product]);
  const unknown = (part: string, detail: string): never => {
    throw new Problem(422, 'unknown-item', detail, { field: `${field}.${part}` });
  };
  const names = (it: Item): boolean => [it.product, it.handle, it.sku].includes(product);
  const products = rows.filter((it) => it.variant === '');
  const named = products.find((it) => it.product === product) ?? one(products.filter(names));
  if (!named) {
    const bare = one(
      rows.filter((it) => it.variant !== '' && (it.variant === product || it.sku === product)),
    );
    if (bare && (variant === undefined || [bare.variant, bare.sku].includes(variant))) return bare;
    return unknown('product', 'No product goes by this name.');
  }
  const variants = rows.filter((it) => it.product === named.product && it.variant !== '');
  if (variant === undefined || variant === '') {
    if (variants.length === 0) return named;
    return one(variants) ?? unknown('variant', 'The product has several variants: name one.');
  }
  return (
    variants.find((it) => it.variant === variant) ??
    one(variants.filter((it) => it.sku === variant)) ??
    unknown('variant', 'The product has no such variant.')
  );
}

const one = (found: readonly Item[]): Item | undefined => (found.length === 1 ? found[0] : undefined);
