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
 * Products of Snipcart, out of its API (`stock`, `allowOutOfStockPurchases`, `variants` when the inventory is kept by variant), which
 * needs the secret key: read it on a server. A `stock` of null is not counted by anyone, so nothing is known.
 */
export function readSnipcartProducts(json: unknown): readonly ProductReading[] {
  return Object.freeze(
    objectsIn(json, having('allowOutOfStockPurchases', 'stock', 'inventoryManagementMethod')).map(
      (product) => {
        const variants = entriesOf(at(product, 'variants')).filter(isObject);
        const byVariant = variants.length > 0 && at(product, 'inventoryManagementMethod') !== 'Single';
        const own = recordOf(product, undefined);
        return known({
          id: idOf(at(product, 'userDefinedId')) ?? idOf(at(product, 'id')),
          record: byVariant ? UNKNOWN_RECORD : own,
          variants: Object.freeze(byVariant ? variants.map((it) => readVariant(it, product)) : []),
        }) as ProductReading;
      },
    ),
  );
}

/**
 * What a Snipcart button (`.snipcart-add-item`) tells by its attributes: which product it adds and how many one order may take. It tells
 * nothing of the stock.
 *
 * @param attributes names and values, as written (`data-item-id`) or as in `dataset` (`itemId`)
 */
export function readSnipcartButton(attributes: unknown): VariantReading {
  const told = (name: string): unknown =>
    at(attributes, `data-item-${name}`) ??
    at(
      attributes,
      `item-${name}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    );
  const quantity = quantityRule(told('min-quantity'), told('max-quantity'), told('quantity-step'));
  return known({
    id: idOf(told('id')),
    record: quantity ? known({ quantity }) : UNKNOWN_RECORD,
  }) as VariantReading;
}

function readVariant(variant: unknown, product: unknown): VariantReading {
  return known({
    id: idOf(at(variant, 'id')),
    options: optionsOf(entriesOf(at(variant, 'variation')), (it) => [at(it, 'name'), at(it, 'option')]),
    record: recordOf(variant, product),
  }) as VariantReading;
}

function recordOf(it: unknown, product: unknown): AvailabilityRecord {
  const beyond = truthOf(at(it, 'allowOutOfStockPurchases') ?? at(product, 'allowOutOfStockPurchases'));
  const onHand = wholeOf(at(it, 'stock'));
  return onHand === undefined ? UNKNOWN_RECORD : stockRecord({ onHand, beyond });
}
