import catalogue from '../data/products.json';

/** What the shop sells, as its own server would tell it. */
export const PRODUCTS = catalogue.products;
export type Product = (typeof PRODUCTS)[number];
export type Variant = Product['variants'][number];

export const productOf = (handle: string): Product | undefined => PRODUCTS.find((it) => it.handle === handle);

/** Product and variant by their ids, as carts name them. */
export function goodsOf(
  product: string,
  variant: string,
): { product: Product; variant: Variant } | undefined {
  const found = PRODUCTS.find((it) => String(it.id) === product);
  const chosen = found?.variants.find((it) => String(it.id) === variant);
  return found && chosen && { product: found, variant: chosen };
}

/** Both, server and browser, write the same, whatever either knows of Ireland. */
export const euro = (cents: number): string =>
  `€${(cents / 100).toLocaleString('en', { minimumFractionDigits: cents % 100 ? 2 : 0 })}`;
