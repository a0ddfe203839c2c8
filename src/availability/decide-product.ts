import { decide } from './decide.js';
import type { IsoDate } from './date-window.js';
import type { ProductEntry } from './document.js';
import type { Offer } from './offer.js';
import { earliest } from './promise.js';
import { ordinary } from './read.js';
import type { Reckon } from './reckon.js';
import { STATES } from './state.js';

/**
 * What can be said of a product as a whole, for a card or while no variant is chosen: the best that any of its
 * variants offers. One variant that nobody knows about leaves the product unknown, unless another is in stock.
 * Selling stays with the variant: the shop's own control is left alone.
 *
 * @param reckonOf gives what reckons the promise of a variant, or of the product where it has none
 */
export function decideProduct(
  product: ProductEntry,
  wanted: number,
  now: number,
  reckonOf?: (variant?: string) => Reckon | undefined,
): Offer {
  if (!product.variants.length) return decide(product.record, product.policy, wanted, now, reckonOf?.());
  const offers = product.variants.map((variant) =>
    decide(variant.record, variant.policy, wanted, now, reckonOf?.(variant.id)),
  );
  const order = offers.some((it) => it.state === 'in-stock')
    ? STATES
    : (['unknown', ...STATES] as readonly string[]);
  // Among variants alike the one that ships last, or nobody knows when: a date told of the product holds for each.
  const end = (it: Offer): IsoDate => it.promise?.window.end ?? '9999';
  const best = offers.reduce((a, b) => {
    const further = order.indexOf(b.state) - order.indexOf(a.state);
    return further < 0 || (further === 0 && end(b) > end(a)) ? b : a;
  });
  const changesAt = earliest(...offers.map((it) => it.changesAt));
  return ordinary({ ...best, control: 'theme', changesAt }) as Offer;
}
