import type { Tx } from '../database/transaction.js';
import { findItems } from '../products/find-items.js';

/** What a sign-up is about, by our own names where we know the item, else by those that were sent. */
export interface NamedItem {
  readonly product: string;
  /** '' for any variant, and for a product without variants. */
  readonly variant: string;
}

/**
 * The item that a page's names mean: ids, handles and SKUs. What is not known is kept as it was sent: the shop may import
 * it later, and until then nobody is written to about it but to confirm.
 */
export async function namedItem(
  db: Pick<Tx, 'selectFrom'>,
  product: string,
  variant: string,
): Promise<NamedItem> {
  const items = await findItems({ db } as Parameters<typeof findItems>[0], [product]);
  const found =
    items.find((it) => it.product === product && it.variant === '') ??
    items.find((it) => it.variant === '' && (it.handle === product || it.sku === product)) ??
    items.find((it) => it.variant === product || it.sku === product);
  if (!found) return { product, variant };
  const own = items.filter((it) => it.product === found.product && it.variant !== '');
  const chosen = own.find((it) => it.variant === variant) ?? own.find((it) => variant && it.sku === variant);
  return { product: found.product, variant: chosen?.variant ?? (variant || found.variant) };
}
