import { known } from '../../availability/read.js';
import type { AvailabilityRecord } from '../../availability/record.js';
import {
  at,
  entriesOf,
  having,
  idOf,
  isObject,
  objectsIn,
  optionsOf,
  truthOf,
  wholeOf,
} from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { quantityRule, refusal } from '../stock-record.js';
import { shortId } from './global-id.js';
import { preorderPlansOf, type PreorderPlan, type PreorderPlans } from './selling-plans.js';

const MOST_PRODUCTS = 250;
const MOST_VARIANTS = 2000;

/** Fields under which queries ask for variants. */
const HOLDERS = [
  'variants',
  'selectedOrFirstAvailableVariant',
  'selectedVariant',
  'firstAvailableVariant',
  'variantBySelectedOptions',
  'adjacentVariants',
] as const;

const holdsVariants = having(...HOLDERS);
const isVariant = having('availableForSale', 'currentlyNotInStock', 'quantityAvailable', 'selectedOptions');

const isOfKind = (value: unknown, kind: string): boolean =>
  idOf(at(value, 'id'))?.startsWith(`gid://shopify/${kind}/`) === true;

/**
 * Reads what the Storefront API answers: a whole response, a product, a connection of products, or variants, which come as one
 * product without a name. Each field may be missing: a query asks for some only, and quantities need a permission.
 */
export function readStorefrontProduct(json: unknown, plans?: PreorderPlans): readonly ProductReading[] {
  const isProduct = (it: unknown): boolean =>
    isOfKind(it, 'Product') ||
    (!isOfKind(it, 'ProductVariant') &&
      isObject(it) &&
      (holdsVariants(it) || (isVariant(it) && at(it, 'handle') !== undefined)));
  const found = objectsIn(json, (it) => isProduct(it) || isOfKind(it, 'ProductVariant') || isVariant(it));
  const loose = found.filter((it) => !isProduct(it));
  return Object.freeze([
    ...found
      .filter(isProduct)
      .slice(0, MOST_PRODUCTS)
      .map((it) => productOf(it, plans)),
    ...(loose.length ? [productOf({ variants: loose }, plans)] : []),
  ]);
}

function productOf(product: unknown, plans: PreorderPlans | undefined): ProductReading {
  const planOf = preorderPlansOf(product, plans);
  const seen = new Set<string>();
  const held = HOLDERS.flatMap((holder) => {
    const told = at(product, holder);
    return isObject(told) && (isVariant(told) || isOfKind(told, 'ProductVariant')) ? [told] : entriesOf(told);
  });
  // Hydrogen's picker asks for a variant with each value of an option.
  const behindValues = entriesOf(at(product, 'options')).flatMap((option) =>
    entriesOf(at(option, 'optionValues')).map((it) => at(it, 'firstSelectableVariant')),
  );
  const variants = [...held, ...behindValues]
    .slice(0, MOST_VARIANTS)
    .filter((variant) => {
      const id = shortId(at(variant, 'id'));
      // The selected variant is among the others as well.
      if (!isObject(variant) || (id !== undefined && seen.has(id))) return false;
      if (id !== undefined) seen.add(id);
      return true;
    })
    .map((it) => variantOf(it, planOf(it)));
  const sold = truthOf(at(product, 'availableForSale'));
  return known({
    id: shortId(at(product, 'id')),
    handle: idOf(at(product, 'handle')),
    record: sold === false ? refusal() : known({ orderable: sold }),
    variants: Object.freeze(variants),
  }) as ProductReading;
}

function variantOf(variant: unknown, plan: PreorderPlan | undefined): VariantReading {
  return known({
    id: shortId(at(variant, 'id')),
    sku: idOf(at(variant, 'sku')),
    options: optionsOf(entriesOf(at(variant, 'selectedOptions')), (it) => [at(it, 'name'), at(it, 'value')]),
    record: recordOf(variant, plan),
  }) as VariantReading;
}

function recordOf(variant: unknown, plan: PreorderPlan | undefined): AvailabilityRecord {
  const sold = truthOf(at(variant, 'availableForSale'));
  const gone = truthOf(at(variant, 'currentlyNotInStock'));
  const onHand = wholeOf(at(variant, 'quantityAvailable'));
  const rule = at(variant, 'quantityRule');
  const quantity = quantityRule(at(rule, 'minimum'), at(rule, 'maximum'), at(rule, 'increment'));
  const make = (fields: AvailabilityRecord): AvailabilityRecord =>
    known({ orderable: sold, quantity, ...fields });
  if (sold === false) return refusal(onHand, { quantity });
  const stocked = onHand !== undefined && onHand > 0;
  if (plan && (plan.required || gone || !stocked)) return make({ status: 'preorder' });
  // A bundle has no shelf of its own: its components' shelves decide, and they are not told here.
  if (truthOf(at(variant, 'requiresComponents'))) return make({});
  if (gone) {
    return make({
      // Sold past the shelf by the shop's own word; a number above zero counts other places.
      ...(onHand !== undefined && !stocked && { onHand }),
      status: 'backorder',
      orderable: true,
      availableForBackorder: 'unlimited',
    });
  }
  if (stocked) return make({ onHand });
  // For sale and not gone, though the number is zero or not told: what is not counted, or what this token may not count.
  return make(sold && gone === false ? { status: 'in-stock' } : {});
}
