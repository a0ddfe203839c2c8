import { known } from '../../availability/read.js';
import { UNKNOWN_RECORD, type AvailabilityRecord } from '../../availability/record.js';
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
  wordsOf,
} from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { quantityRule, refusal, stockRecord, type RecordRest } from '../stock-record.js';

const MOST_PRODUCTS = 250;
const MOST_VARIANTS = 2000;

const isProduct = having(
  'inventory_tracking',
  'inventory_level',
  'stock_level',
  'availability',
  'option_values',
);
/** Fields of the REST API alone: only beside one of them is "availability" a state, and no free text. */
const isRest = having('inventory_tracking', 'availability_description', 'is_preorder_only');

interface Stock {
  readonly record: AvailabilityRecord;
  readonly low: true | undefined;
}

/**
 * Reads products as BigCommerce's catalog (REST v3) and a theme's listings have them. The catalog knows nothing of backorders:
 * an empty shelf is told as empty, and not as refused.
 */
export function readCatalogProduct(json: unknown): readonly ProductReading[] {
  return Object.freeze(objectsIn(json, isProduct).slice(0, MOST_PRODUCTS).map(productOf));
}

function productOf(product: unknown): ProductReading {
  const stock = stockOf(product, product);
  const path = idOf(at(product, 'custom_url', 'url'))?.replace(/^\/+|\/+$/g, '');
  return known({
    id: idOf(at(product, 'id')),
    handle: path || undefined,
    sku: idOf(at(product, 'sku')),
    ...stock,
    // The shop prints it with a pre-order only, and its API has "0" beside other products.
    message:
      wordsOf(at(product, 'out_of_stock_message')) ??
      (stock.record.status === 'preorder' ? wordsOf(at(product, 'preorder_message')) : undefined),
    variants: Object.freeze(
      entriesOf(at(product, 'variants'))
        .slice(0, MOST_VARIANTS)
        .filter(isObject)
        .map((it) => variantOf(it, product, stock)),
    ),
  }) as ProductReading;
}

function variantOf(variant: unknown, product: unknown, shared: Stock): VariantReading {
  const off = truthOf(at(variant, 'purchasing_disabled')) === true;
  const { record, low } =
    at(product, 'inventory_tracking') === 'variant' ? stockOf(variant, product) : shared;
  return known({
    id: idOf(at(variant, 'id')),
    sku: idOf(at(variant, 'sku')),
    options: optionsOf(entriesOf(at(variant, 'option_values')), (it) => [at(it, 'option_id'), at(it, 'id')]),
    record: off ? refusal() : record,
    low: off ? undefined : low,
    message: off ? wordsOf(at(variant, 'purchasing_disabled_message')) : undefined,
  }) as VariantReading;
}

function stockOf(shelf: unknown, product: unknown): Stock {
  const state = isObject(product) && isRest(product) ? at(product, 'availability') : undefined;
  const rest: RecordRest = {
    quantity: quantityRule(
      at(product, 'order_quantity_minimum') ?? at(product, 'min_purchase_quantity'),
      at(product, 'order_quantity_maximum') ?? at(product, 'max_purchase_quantity'),
    ),
  };
  const make = (record: AvailabilityRecord, low?: boolean): Stock => ({ record, low: low || undefined });
  if (
    state === 'disabled' ||
    truthOf(at(product, 'can_purchase')) === false ||
    truthOf(at(product, 'out_of_stock')) === true
  ) {
    return make(refusal(undefined, rest));
  }
  if (state === 'preorder' || truthOf(at(product, 'pre_order')) === true) {
    const release = onDay(at(product, 'preorder_release_date') ?? at(product, 'release_date'));
    return make(known({ status: 'preorder', orderable: true, release, ...rest }));
  }
  const tracking = at(product, 'inventory_tracking');
  if (tracking === 'none') {
    return make(
      state === 'available'
        ? stockRecord(known({ tracked: false }), rest)
        : known({ tracked: false, ...rest }),
    );
  }
  // Without the tracking a level of the REST API says nothing: what is not counted has one as well.
  const counted = tracking === 'product' || tracking === 'variant';
  const level = wholeOf(at(shelf, 'stock_level') ?? (counted ? at(shelf, 'inventory_level') : undefined));
  if (level === undefined) return make(known({ ...UNKNOWN_RECORD, ...rest }));
  const warning = wholeOf(at(shelf, 'low_stock_level') ?? at(shelf, 'inventory_warning_level')) ?? 0;
  return make(
    stockRecord(known({ tracked: counted || undefined, onHand: level }), rest),
    level > 0 && level <= warning,
  );
}
