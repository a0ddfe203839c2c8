import type { Tx } from '../database/transaction.js';

/**
 * All by which a page may have named an item when somebody signed up for it: sign-ups that came before the shop told us of
 * the item have the names that the page used.
 */
export async function namesOf(
  tx: Tx,
  { product, variant }: { readonly product: string; readonly variant: string },
): Promise<{ readonly products: readonly string[]; readonly variants: readonly string[] }> {
  const rows = await tx
    .selectFrom('items')
    .select(['variant', 'handle', 'sku'])
    .where('product', '=', product)
    .where('variant', 'in', ['', variant])
    .execute();
  const whole = rows.find((it) => it.variant === '');
  const chosen = variant === '' ? undefined : rows.find((it) => it.variant === variant);
  const told = (names: readonly (string | null | undefined)[]): readonly string[] =>
    names.filter((it): it is string => Boolean(it));
  return { products: told([product, whole?.handle, whole?.sku]), variants: told([variant, chosen?.sku]) };
}
