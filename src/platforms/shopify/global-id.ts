import { idOf } from '../json-data.js';

/** An id of Shopify's as pages and carts write it: of `gid://shopify/ProductVariant/12` the `12`. */
export function shortId(value: unknown): string | undefined {
  const id = idOf(value);
  return id?.startsWith('gid:') ? /^gid:\/\/shopify\/\w+\/([\w-]+)/.exec(id)?.[1] : id;
}
