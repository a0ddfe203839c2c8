import { report } from '../report.js';
import type { SignUpWish } from './sign-up-wish.js';

/**
 * Ids of a shop system in digits, as other companies know them. Rejects where they are not known, and tells the developer how they
 * come to be.
 */
export function shopIds({ ids, product }: SignUpWish): {
  readonly product: number;
  readonly variant: number;
} {
  const found = { product: digits(ids.product), variant: digits(ids.variant) };
  if (found.product && found.variant) return found;
  report(
    'no-variant-id',
    `expected ids in digits of the product ${JSON.stringify(product)} and of the chosen variant, which this sign-up target knows them by, got none. ` +
      'Give the product its id in the availability document, with its variants.',
  );
  throw new Error('no id');
}

/** Those at the end of a global id too, such as `gid://shopify/ProductVariant/42`. */
function digits(id: string | undefined): number {
  const found = /^(?:gid:\/\/[\w/]+\/)?(\d{1,15})$/.exec(id ?? '')?.[1];
  return Number(found ?? 0);
}
