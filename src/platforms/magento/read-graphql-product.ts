import { known } from '../../availability/read.js';
import { UNKNOWN_RECORD, type AvailabilityRecord } from '../../availability/record.js';
import { at, entriesOf, having, idOf, objectsIn, optionsOf, wholeOf } from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { quantityRule, refusal } from '../stock-record.js';

/**
 * Products of Magento 2 or Adobe Commerce, out of an answer of its GraphQL (`products.items` with `stock_status`,
 * `only_x_left_in_stock`, `quantity`, `min_sale_qty`, `max_sale_qty`) or of any part of one.
 *
 * `IN_STOCK` only says that the order is taken, backorders included. Of a product without variants it is what Magento's own page
 * prints as "In stock", so it is repeated; of a variant nothing is printed, and nothing more than "can be ordered" is said.
 */
export function readMagentoProducts(json: unknown): readonly ProductReading[] {
  return Object.freeze(
    objectsIn(json, having('stock_status', 'variants')).map((product) => {
      const variants = entriesOf(at(product, 'variants')).flatMap((variant) => {
        const child = at(variant, 'product');
        return child === undefined ? [] : [readVariant(child, variant)];
      });
      const configurable =
        Object.hasOwn(product, 'variants') || at(product, '__typename') === 'ConfigurableProduct';
      const { id, sku, low, record } = readVariant(product, undefined, !configurable);
      return known({
        id,
        sku,
        low,
        handle: idOf(at(product, 'url_key')),
        record,
        variants: Object.freeze(variants),
      }) as ProductReading;
    }),
  );
}

function readVariant(product: unknown, variant: unknown, alone = false): VariantReading {
  const left = wholeOf(at(product, 'only_x_left_in_stock'));
  return known({
    id: idOf(at(product, 'id')) ?? idOf(at(product, 'uid')),
    sku: idOf(at(product, 'sku')),
    options: optionsOf(entriesOf(at(variant, 'attributes')), (it) => [at(it, 'code'), at(it, 'label')]),
    record: recordOf(product, wholeOf(at(product, 'quantity')) ?? left, alone),
    low: left !== undefined && left > 0 ? true : undefined,
  }) as VariantReading;
}

function recordOf(product: unknown, onHand: number | undefined, alone: boolean): AvailabilityRecord {
  const status = at(product, 'stock_status');
  const quantity = quantityRule(at(product, 'min_sale_qty'), at(product, 'max_sale_qty'));
  if (status === 'OUT_OF_STOCK') return refusal(onHand, { quantity });
  if (status !== 'IN_STOCK') return quantity ? known({ quantity }) : UNKNOWN_RECORD;
  if (onHand === undefined) {
    return known({ status: alone ? 'in-stock' : undefined, orderable: true, quantity });
  }
  if (onHand > 0) return known({ onHand, orderable: true, quantity });
  // Zero stands beside goods that nobody counts as well; below zero is only what was sold beyond the shelf.
  return known({
    ...(onHand < 0 && ({ onHand, status: 'backorder' } as const)),
    orderable: true,
    quantity,
  });
}
