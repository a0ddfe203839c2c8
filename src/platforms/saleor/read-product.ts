import { known } from '../../availability/read.js';
import { UNKNOWN_RECORD, type AvailabilityRecord } from '../../availability/record.js';
import { onDay } from '../expected-time.js';
import { at, entriesOf, having, idOf, objectsIn, optionsOf, truthOf, wholeOf } from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { quantityRule, refusal, stockRecord } from '../stock-record.js';

/**
 * Products of Saleor, out of an answer of its GraphQL or of any part of one.
 *
 * `quantityAvailable` is cut to what one checkout may take, so a number that equals the limit is the limit and not the
 * shelf. A pre-order's number is left alone, for the same reason, but for zero: then its threshold is reached, and Saleor refuses
 * the order (`resolve_quantity_available` of its GraphQL). `preorder.endDate` is when its phase ends and the goods ship.
 */
export function readSaleorProducts(json: unknown): readonly ProductReading[] {
  return Object.freeze(
    objectsIn(json, having('variants', 'productVariants', 'trackInventory', 'quantityAvailable')).map(
      (product) => {
        const list = at(product, 'variants') ?? at(product, 'productVariants');
        const bare = !Object.hasOwn(product, 'variants') && !Object.hasOwn(product, 'productVariants');
        const closed = closedRecord(product);
        const read = (it: unknown): VariantReading => readVariant(it, closed);
        return known({
          ...(bare ? read(product) : { id: idOf(at(product, 'id')), record: closed ?? UNKNOWN_RECORD }),
          handle: idOf(at(product, 'slug')),
          variants: Object.freeze(
            entriesOf(list)
              .filter((it) => idOf(at(it, 'id')) ?? idOf(at(it, 'sku')))
              .map(read),
          ),
        }) as ProductReading;
      },
    ),
  );
}

/** The record of a product that is not for sale: announced for a day, or not at all. */
function closedRecord(product: unknown): AvailabilityRecord | undefined {
  if (truthOf(at(product, 'isAvailableForPurchase')) !== false) return undefined;
  const release = onDay(at(product, 'availableForPurchaseAt') ?? at(product, 'availableForPurchase'));
  return release ? known({ status: 'coming-soon', orderable: false, release }) : refusal();
}

function readVariant(variant: unknown, closed: AvailabilityRecord | undefined): VariantReading {
  return known({
    id: idOf(at(variant, 'id')),
    sku: idOf(at(variant, 'sku')),
    options: optionsOf(entriesOf(at(variant, 'attributes')), (it) => [
      at(it, 'attribute', 'slug') ?? at(it, 'attribute', 'name'),
      at(entriesOf(at(it, 'values'))[0], 'name'),
    ]),
    record: closed ?? recordOf(variant),
  }) as VariantReading;
}

function recordOf(variant: unknown): AvailabilityRecord {
  const limit = wholeOf(at(variant, 'quantityLimitPerCustomer'));
  const onHand = wholeOf(at(variant, 'quantityAvailable'));
  const tracked = truthOf(at(variant, 'trackInventory'));
  const quantity = quantityRule(undefined, limit);
  const preorder = at(variant, 'preorder');
  if (preorder !== undefined) {
    const release = onDay(at(preorder, 'endDate'));
    if (onHand !== undefined && onHand <= 0) return refusal(undefined, { release, quantity });
    return known({ status: 'preorder', orderable: true, release, quantity });
  }
  if (tracked === true && onHand !== undefined && onHand > 0 && onHand === limit) {
    return known({ tracked, status: 'in-stock', orderable: true, quantity });
  }
  // The number beside what may not be counted is a limit, and zero of it nothing.
  if (tracked === undefined) return quantity ? known({ quantity }) : UNKNOWN_RECORD;
  return stockRecord({ tracked, onHand, beyond: false }, { quantity });
}
