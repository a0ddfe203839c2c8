import { known } from '../../availability/read.js';
import { UNKNOWN_RECORD, type AvailabilityRecord } from '../../availability/record.js';
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
import { quantityRule, stockRecord } from '../stock-record.js';

/**
 * A product of Squarespace: the variants of `data-variants` (parsed), the product of a page's context or `?format=json`, or the
 * answer of the Inventory API. Squarespace sells nothing beyond its stock; `unlimited` is not counted.
 */
export function readSquarespaceProducts(json: unknown): readonly ProductReading[] {
  const products = objectsIn(json, having('variants'));
  if (products.length) {
    return Object.freeze(
      products.map((product) =>
        productOf(entriesOf(at(product, 'variants')), idOf(at(product, 'id')), product),
      ),
    );
  }
  const variants = objectsIn(json, having('qtyInStock', 'unlimited', 'isUnlimited', 'stock'));
  return Object.freeze(variants.length ? [productOf(variants, undefined, undefined)] : []);
}

function productOf(variants: readonly unknown[], id: string | undefined, product: unknown): ProductReading {
  return known({
    id,
    handle: idOf(at(product, 'urlId')) ?? idOf(at(product, 'urlSlug')),
    record: UNKNOWN_RECORD,
    variants: Object.freeze(variants.filter(isObject).map(readVariant)),
  }) as ProductReading;
}

function readVariant(variant: unknown): VariantReading {
  const attributes = at(variant, 'attributes');
  return known({
    id: idOf(at(variant, 'id')) ?? idOf(at(variant, 'variantId')),
    sku: idOf(at(variant, 'sku')),
    options: isObject(attributes)
      ? optionsOf(Object.entries(attributes), (it) => it as [string, unknown])
      : undefined,
    record: recordOf(variant),
  }) as VariantReading;
}

function recordOf(variant: unknown): AvailabilityRecord {
  const [unlimited] = [
    at(variant, 'unlimited'),
    at(variant, 'isUnlimited'),
    at(variant, 'stock', 'unlimited'),
  ].flatMap((it) => truthOf(it) ?? []);
  const onHand =
    wholeOf(at(variant, 'qtyInStock')) ??
    wholeOf(at(variant, 'stock', 'quantity')) ??
    wholeOf(at(variant, 'quantity'));
  return stockRecord(
    { tracked: unlimited === true ? false : undefined, onHand, beyond: false },
    { quantity: quantityRule(undefined, at(variant, 'maxQuantityPerOrder')) },
  );
}
