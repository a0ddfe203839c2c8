import { known } from '../../availability/read.js';
import type { AvailabilityRecord } from '../../availability/record.js';
import { onDay } from '../expected-time.js';
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
import type { ProductReading, SalePlan, VariantReading } from '../reading.js';
import { quantityRule, refusal } from '../stock-record.js';
import { salePlansOf } from './sale-plans.js';
import { preorderPlansOf, type PreorderPlan, type PreorderPlans } from './selling-plans.js';

const MOST_PRODUCTS = 250;
const MOST_VARIANTS = 2000;

const isVariant = having('available', 'inventory_quantity', 'inventory_management', 'option1');

/**
 * Reads Shopify's JSON of products: Liquid's `product | json`, `/products/NAME.js` and `.json`, the one variant that Dawn and
 * Horizon print, and what theme developers print with quantities, policy and incoming dates. Variants without their product come
 * as one product without a name.
 *
 * "available" alone says that the shop takes an order, not that anything is on the shelf.
 */
export function readProductJson(json: unknown, plans?: PreorderPlans): readonly ProductReading[] {
  const found = objectsIn(json, (it) => Array.isArray(at(it, 'variants')) || isVariant(it)).slice(
    0,
    MOST_VARIANTS,
  );
  const isProduct = (it: unknown): boolean =>
    Array.isArray(at(it, 'variants')) || at(it, 'handle') !== undefined;
  const products = found.filter(isProduct).slice(0, MOST_PRODUCTS);
  const loose = found.filter((it) => !isProduct(it));
  return Object.freeze([
    ...products.map((it) => productOf(it, plans)),
    ...(loose.length ? [productOf({ variants: loose }, plans)] : []),
  ]);
}

function productOf(product: unknown, plans: PreorderPlans | undefined): ProductReading {
  // Themes of different age print `["Size"]` or `[{"name": "Size"}]`.
  const names = entriesOf(at(product, 'options')).map((it) => at(it, 'name') ?? it);
  const planOf = preorderPlansOf(product, plans);
  const saleOf = salePlansOf(product, plans);
  const sold = truthOf(at(product, 'available'));
  return known({
    id: idOf(at(product, 'id')),
    handle: idOf(at(product, 'handle')),
    record: sold === false ? refusal() : known({ orderable: sold }),
    variants: Object.freeze(
      entriesOf(at(product, 'variants'))
        .slice(0, MOST_VARIANTS)
        .filter(isObject)
        .map((it) => variantOf(it, names, planOf(it), saleOf(it))),
    ),
  }) as ProductReading;
}

function variantOf(
  variant: unknown,
  names: readonly unknown[],
  preorder: PreorderPlan | undefined,
  plan: SalePlan | undefined,
): VariantReading {
  const listed = entriesOf(at(variant, 'options'));
  const value = (index: number): unknown => listed[index] ?? at(variant, `option${index + 1}`);
  return known({
    id: idOf(at(variant, 'id')),
    sku: idOf(at(variant, 'sku')),
    options: optionsOf(
      names.slice(0, 3).map((name, index) => [name, value(index)] as const),
      (it) => it as [unknown, unknown],
    ),
    record: recordOf(variant, preorder),
    plan,
  }) as VariantReading;
}

function recordOf(variant: unknown, plan: PreorderPlan | undefined): AvailabilityRecord {
  const sold = truthOf(at(variant, 'available'));
  const tracked = isCounted(variant);
  // The number beside what nobody counts means nothing.
  const onHand = tracked === false ? undefined : wholeOf(at(variant, 'inventory_quantity'));
  const policy = at(variant, 'inventory_policy');
  const rule = at(variant, 'quantity_rule');
  const rest = {
    restock:
      tracked === false || truthOf(at(variant, 'incoming')) === false
        ? undefined
        : onDay(at(variant, 'next_incoming_date')),
    quantity: quantityRule(at(rule, 'min'), at(rule, 'max'), at(rule, 'increment')),
  };
  const make = (fields: AvailabilityRecord): AvailabilityRecord =>
    known({ tracked, orderable: sold, ...fields, ...rest });
  if (sold === false) return refusal(onHand, rest);
  const stocked = onHand !== undefined && onHand > 0;
  if (plan && (plan.required || !stocked)) {
    return make({
      status: 'preorder',
      // Where the shop does not sell past its count, that is what the plan can sell.
      ...(stocked && policy === 'deny' && { availableToSell: onHand }),
    });
  }
  if (tracked === false) return make(sold ? { status: 'in-stock' } : {});
  // Of an uncounted variant, which this may be, even an empty shelf would say nothing.
  if (!tracked) return make(stocked ? { onHand } : {});
  const beyond: AvailabilityRecord = policy === 'continue' ? { availableForBackorder: 'unlimited' } : {};
  if (onHand === undefined) return make(beyond);
  if (stocked) return make({ onHand, ...(policy === 'deny' ? { availableToSell: onHand } : beyond) });
  // A counted, empty variant is for sale only where selling goes on, which older data does not say in so many words.
  if (policy === 'continue' || (sold && policy !== 'deny')) {
    return make({ onHand, status: 'backorder', orderable: true, availableForBackorder: 'unlimited' });
  }
  if (policy !== 'deny') return make({});
  return sold ? make({ onHand }) : refusal(onHand, rest);
}

/** Whether Shopify counts a variant: `inventory_management` names who does, and is empty where nobody does. */
function isCounted(variant: unknown): boolean | undefined {
  if (!isObject(variant) || !Object.hasOwn(variant, 'inventory_management')) return undefined;
  const keeper = variant.inventory_management;
  if (keeper === null || keeper === '') return false;
  return typeof keeper === 'string' ? true : undefined;
}
