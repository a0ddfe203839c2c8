import { known } from '../../availability/read.js';
import { UNKNOWN_RECORD, type AvailabilityRecord } from '../../availability/record.js';
import type { Expectation } from '../../availability/expectation.js';
import { inDays, onDay } from '../expected-time.js';
import { at, entriesOf, having, idOf, objectsIn, optionsOf, truthOf, wholeOf } from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { quantityRule, stockRecord } from '../stock-record.js';

/**
 * Products of Shopware 6, out of an answer of its Store API (`product`, `elements`, cross-selling) or of one product.
 *
 * `available` is true for whatever may be ordered; only `isCloseout` goods end with their shelf. `availableStock` is the stock
 * without what is ordered already, and goes below zero. The date is the days to restock plus those of the delivery.
 *
 * @param now milliseconds since 1970. With it, a release date ahead makes an orderable product a pre-order.
 */
export function readShopwareProducts(json: unknown, now?: number): readonly ProductReading[] {
  return Object.freeze(
    objectsIn(json, having('productNumber', 'availableStock', 'isCloseout')).map((product) => {
      const children = entriesOf(at(product, 'children'));
      const parent = children.length > 0 || (wholeOf(at(product, 'childCount')) ?? 0) > 0;
      return known({
        ...readVariant(product, now),
        // A parent is not for sale, so the numbers beside it mean nothing.
        ...(parent && { record: UNKNOWN_RECORD }),
        variants: Object.freeze(
          children.filter((it) => idOf(at(it, 'id'))).map((it) => readVariant(it, now)),
        ),
      }) as ProductReading;
    }),
  );
}

function readVariant(product: unknown, now: number | undefined): VariantReading {
  return known({
    id: idOf(at(product, 'id')),
    sku: idOf(at(product, 'productNumber')),
    options: optionsOf(entriesOf(at(product, 'options')), (it) => [nameOf(at(it, 'group')), nameOf(it)]),
    record: recordOf(product, now),
  }) as VariantReading;
}

function recordOf(product: unknown, now: number | undefined): AvailabilityRecord {
  const available = truthOf(at(product, 'available'));
  const closeout = truthOf(at(product, 'isCloseout'));
  const onHand = wholeOf(at(product, 'availableStock')) ?? wholeOf(at(product, 'stock'));
  const least = wholeOf(at(product, 'minPurchase')) ?? 1;
  const short = onHand !== undefined && onHand < least;
  const release = onDay(at(product, 'releaseDate'));
  const early = release?.window && now !== undefined && Date.parse(release.window.start) > now;
  const rest = {
    restock: closeout ? undefined : restockOf(product),
    release,
    quantity: quantityRule(
      at(product, 'minPurchase'),
      at(product, 'calculatedMaxPurchase') ?? at(product, 'maxPurchase'),
      at(product, 'purchaseSteps'),
    ),
  };
  // What Shopware calls available though the shelf is too short is no closeout, told or not.
  const beyond = closeout === undefined ? (available && short ? true : undefined) : !closeout;
  const record = stockRecord(
    { onHand, beyond, sold: available === false || at(product, 'active') === false ? false : undefined },
    rest,
  );
  if (record.orderable === false) return record;
  if (early && available) return known({ ...record, status: 'preorder', orderable: true });
  if (short && onHand > 0) {
    // Fewer on the shelf than one order has to take.
    if (beyond) return known({ ...record, status: 'backorder', orderable: true });
    return stockRecord({ onHand: 0, beyond }, rest);
  }
  return known({ ...record, orderable: record.orderable ?? (available || undefined) });
}

function restockOf(product: unknown): Expectation | undefined {
  const restock = wholeOf(at(product, 'restockTime'));
  const delivery = at(product, 'deliveryTime');
  const unit = at(delivery, 'unit');
  const days = unit === 'day' ? 1 : unit === 'week' ? 7 : undefined;
  const [min, max] = [wholeOf(at(delivery, 'min')), wholeOf(at(delivery, 'max'))];
  if (restock === undefined) return undefined;
  // Months and hours are no whole days; then only the restock is told.
  if (days === undefined || min === undefined || max === undefined) return inDays(restock);
  return inDays(restock + min * days, restock + max * days, 'deliver');
}

const nameOf = (it: unknown): unknown => at(it, 'translated', 'name') ?? at(it, 'name');
