import { known } from '../../availability/read.js';
import type { AvailabilityRecord } from '../../availability/record.js';
import { at, idOf, isObject, truthOf, wholeOf } from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { quantityRule, refusal } from '../stock-record.js';
import { readStoreProduct } from './read-store-product.js';
import { attributesOf } from './read-variations.js';

const MOST_PRODUCTS = 250;
const MOST_VARIATIONS = 2000;

/**
 * Reads what the block pages of WooCommerce 10 hand to their scripts. Newer ones print their products as the Store API does; older
 * ones print, in the configuration, only whether a thing can be bought, how much of it, and which attributes make a variation: of
 * what can be bought they do not say whether it lies there or is on backorder.
 */
export function readInteractivity(json: unknown): readonly ProductReading[] {
  const whole = readStoreProduct(at(json, 'state', 'woocommerce/products'));
  const named = new Set(whole.map(({ id }) => id));
  const configured = pairsOf(at(json, 'config', 'woocommerce', 'products'), MOST_PRODUCTS)
    .filter(([id]) => !named.has(id))
    .map(([id, it]) => productOf(id, it));
  return Object.freeze([...whole, ...configured]);
}

/** Objects that are keyed by the ids of products. PHP prints such a list as an array when it is empty. */
function pairsOf(told: unknown, most: number): readonly (readonly [id: string, it: unknown])[] {
  if (!isObject(told)) return [];
  return Object.keys(told)
    .filter((id) => idOf(id) !== undefined && isObject(told[id]))
    .slice(0, most)
    .map((id) => [id, told[id]] as const);
}

function productOf(id: string, product: unknown): ProductReading {
  const variants = pairsOf(at(product, 'variations'), MOST_VARIATIONS).map(
    ([own, it]) =>
      known({ id: own, options: attributesOf(at(it, 'attributes')), record: recordOf(it) }) as VariantReading,
  );
  return known({ id, record: recordOf(product), variants: Object.freeze(variants) }) as ProductReading;
}

function recordOf(told: unknown): AvailabilityRecord {
  const alone = truthOf(at(told, 'sold_individually')) === true;
  const rest = { quantity: quantityRule(at(told, 'min'), alone ? 1 : undefined, at(told, 'step')) };
  const stocked = truthOf(at(told, 'is_in_stock'));
  if (stocked === false) return refusal(undefined, rest);
  const most = alone ? undefined : wholeOf(at(told, 'max'));
  return known({
    orderable: stocked,
    // The shop takes no more than that, wherever they lie.
    ...(stocked && most !== undefined && most > 0 && { availableToSell: most }),
    ...rest,
  });
}
