import { known } from '../../availability/read.js';
import type { SignUpWish } from '../../outbox/sign-up-wish.js';
import type { Scope } from '../../store/scope.js';

/** What a sign-up is about, before the shopper has said anything. */
export type Intent = Pick<SignUpWish, 'product' | 'variant' | 'ids'>;

/** What a sign-up in a scope is about. A product's only variant is the one that other companies know. */
export function intentOf(scope: Scope | undefined): Intent {
  const { id, variants = [] } = scope?.product ?? {};
  const product = scope?.settings.product ?? id ?? '';
  const variant = scope?.variant;
  // A page may name it by its SKU.
  const named = variants.find((it) => it.id === variant || it.sku === variant);
  const only = variants.length === 1 && variant === undefined ? variants[0] : undefined;
  const ids = { product: id ?? product, variant: (named ?? only)?.id ?? variant };
  return known({ product, variant, ids }) as Intent;
}
