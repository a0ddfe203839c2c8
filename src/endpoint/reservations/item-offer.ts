import { decide } from '../../availability/decide.js';
import { parseDocument } from '../../availability/document.js';
import type { Offer } from '../../availability/offer.js';
import type { Policy } from '../../availability/policy.js';
import type { AvailabilityRecord } from '../../availability/record.js';
import { saleOf } from '../../availability/sale.js';
import { shelfOf } from '../../availability/shelf.js';
import { availabilityDocument, type ShopFields } from '../products/availability-document.js';
import { leftOf, sharedUse, usedBeyond, type Item } from '../products/item.js';

/** What an item can promise at an instant. */
export interface ItemOffer {
  /** What the page says to the same question, with exact counts. */
  readonly offer: Offer;
  readonly record: AvailabilityRecord;
  /** How `pieces` are taken, whether or not they may be: from the shelf, and beyond it. */
  split(pieces: number): { readonly shelf: number; readonly beyond: number };
}

/**
 * Decides for an item by the rules that the page goes by: the same document, read by the same code, only that its counts
 * are exact.
 *
 * @param rows all rows of the item's product
 * @param variant '' for the product itself
 * @returns undefined for what is not in the rows
 */
export function itemOffer(
  rows: readonly Item[],
  shop: ShopFields,
  variant: string,
  pieces: number,
  now: number,
): ItemOffer | undefined {
  const item = rows.find((it) => it.variant === variant);
  const parsed = parseDocument(availabilityDocument(rows, shop, undefined));
  const product = parsed.ok ? parsed.value.products[0] : undefined;
  const entry = variant === '' ? product : product?.variants.find(({ id }) => id === variant);
  if (!item || !product || !entry) return undefined;
  const left = allowance(rows, item, product.policy, entry.policy);
  const policy = policyOf(item, entry.policy);
  // Nothing told of the shelf is nothing to promise from it; what may be sold beyond it stands.
  const untold = entry.record.onHand === undefined && !entry.record.status && entry.record.tracked !== false;
  const record: AvailabilityRecord = {
    ...entry.record,
    ...(untold && { onHand: 0 }),
    availableForBackorder: left === Infinity ? 'unlimited' : left,
  };
  const sale = saleOf(record, policy, now);
  const always = (sale.open || sale.soon) && policy.trigger === 'always';
  const shelf = shelfOf(record, policy);
  const pile = always ? 0 : Math.max(0, typeof shelf === 'number' ? shelf : (leftOf(item).shelf ?? 0));
  return {
    offer: decide(record, policy, pieces, now),
    record,
    split: (all) => ({ shelf: Math.min(all, pile), beyond: Math.max(0, all - pile) }),
  };
}

/** Where nothing says what is sold beyond the shelf, a limit above zero does. The limit itself is in the allowance. */
function policyOf({ backorder_limit }: Item, { limit: _, ...told }: Policy): Policy {
  return told.sell === undefined && backorder_limit !== 0 ? { ...told, sell: 'backorder' } : told;
}

/** Pieces that may still be sold beyond the shelf: the item's own limit, and what its product's variants share. */
function allowance(rows: readonly Item[], item: Item, product: Policy, own: Policy): number {
  const used = usedBeyond(item);
  const { beyond } = leftOf(item);
  const limits = [beyond === 'unlimited' ? Infinity : beyond, numberOf(own.limit) - used];
  if (item.variant !== '') {
    const shared = sharedUse(rows);
    const limit = rows.find((it) => it.variant === '')?.backorder_limit;
    // 0 at a product with variants says nothing: their own limits hold.
    if (limit) limits.push(limit - shared);
    limits.push(numberOf(product.limit) - shared);
  }
  return Math.max(0, Math.min(...limits));
}

const numberOf = (limit: Policy['limit']): number => (typeof limit === 'number' ? limit : Infinity);
