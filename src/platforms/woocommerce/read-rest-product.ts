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
import { quantityRule, refusal, type RecordRest } from '../stock-record.js';
import { isSoldElsewhere } from './stock-class.js';

const MOST_PRODUCTS = 250;
const MOST_VARIATIONS = 2000;

const isProduct = having('stock_status', 'manage_stock', 'stock_quantity', 'backordered', 'purchasable');

/** Reads products of WooCommerce's REST API (v3), variations among them, as servers and build scripts hand them on. */
export function readRestProduct(json: unknown): readonly ProductReading[] {
  return Object.freeze(objectsIn(json, isProduct).slice(0, MOST_PRODUCTS).map(productOf));
}

function productOf(product: unknown): ProductReading {
  return known({
    ...readingOf(product),
    handle: idOf(at(product, 'slug')),
    variants: Object.freeze(
      entriesOf(at(product, 'variations'))
        .slice(0, MOST_VARIATIONS)
        .flatMap((it) => {
          if (isObject(it)) return [readingOf(it)];
          // A product lists its variations by id alone.
          const id = idOf(it);
          return id === undefined ? [] : [known({ id, record: UNKNOWN_RECORD }) as VariantReading];
        }),
    ),
  }) as ProductReading;
}

function readingOf(product: unknown): VariantReading {
  const record = recordOf(product);
  const threshold = wholeOf(at(product, 'low_stock_amount')) ?? 0;
  return known({
    id: idOf(at(product, 'id')),
    sku: idOf(at(product, 'sku')),
    options: optionsOf(entriesOf(at(product, 'attributes')), (it) => [at(it, 'name'), at(it, 'option')]),
    record,
    low: record.onHand !== undefined && record.onHand > 0 && record.onHand <= threshold ? true : undefined,
  }) as VariantReading;
}

function recordOf(product: unknown): AvailabilityRecord {
  if (isSoldElsewhere(product)) return UNKNOWN_RECORD;
  const status = at(product, 'stock_status');
  const purchasable = truthOf(at(product, 'purchasable'));
  const told = at(product, 'manage_stock');
  // A variation may be counted with its parent.
  const tracked = told === 'parent' ? true : truthOf(told);
  const onHand = tracked === false ? undefined : wholeOf(at(product, 'stock_quantity'));
  const beyond = truthOf(at(product, 'backorders_allowed')) ?? allowedBy(at(product, 'backorders'));
  const rest: RecordRest = {
    quantity: quantityRule(undefined, truthOf(at(product, 'sold_individually')) ? 1 : undefined),
  };
  const stocked = onHand !== undefined && onHand > 0;
  // What is sold out stays "purchasable".
  const orderable = stocked || status === 'instock' ? purchasable : undefined;
  const make = (fields: AvailabilityRecord): AvailabilityRecord =>
    known({ tracked, orderable, ...fields, ...rest });
  if (purchasable === false || status === 'outofstock') return refusal(onHand, rest);
  if (truthOf(at(product, 'backordered')) || status === 'onbackorder') {
    return make({
      tracked: undefined,
      ...(onHand !== undefined && !stocked && { onHand, tracked }),
      status: 'backorder',
      orderable: true,
      availableForBackorder: 'unlimited',
    } as AvailabilityRecord);
  }
  const more: AvailabilityRecord = beyond ? { availableForBackorder: 'unlimited' } : {};
  if (stocked) return make({ onHand, ...(beyond === false ? { availableToSell: onHand } : more) });
  if (onHand !== undefined) {
    if (beyond) return make({ onHand, status: 'backorder', orderable: true, ...more });
    // Told as in stock, or nothing told of backorders: not for us to say who is right.
    return beyond === false && status !== 'instock' ? refusal(onHand, rest) : make({});
  }
  return make(status === 'instock' ? { status: 'in-stock', ...more } : more);
}

/** The setting itself: answers that were asked for some fields only may have it alone. */
const allowedBy = (setting: unknown): boolean | undefined =>
  setting === 'yes' || setting === 'notify' ? true : setting === 'no' ? false : undefined;
