import { known } from '../../availability/read.js';
import type { AvailabilityRecord } from '../../availability/record.js';
import { onDay } from '../expected-time.js';
import {
  at,
  entriesOf,
  having,
  idOf,
  isObject,
  type JsonObject,
  objectsIn,
  optionsOf,
  truthOf,
  wholeOf,
  wordsOf,
} from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { quantityRule, refusal } from '../stock-record.js';
import { shelfRecord } from './shelf-record.js';

const MOST_PRODUCTS = 250;
const MOST_VARIANTS = 2000;

const hasTerms = having('availabilityV2', 'minPurchaseQuantity', 'variants', 'sku');
const isInventory = having('isInStock', 'aggregated', 'byLocation');
// Brands and categories have ids of their own, and the shop's settings an "inventory".
const isProduct = (it: JsonObject): boolean => {
  const inventory = at(it, 'inventory');
  return hasTerms(it) || (isObject(inventory) && isInventory(inventory));
};

/** What holds for a product and all its variants. */
interface Terms {
  readonly status: unknown;
  readonly release: AvailabilityRecord['release'] | undefined;
  readonly quantity: AvailabilityRecord['quantity'] | undefined;
}

/**
 * Reads products of BigCommerce's storefront GraphQL: a whole response, a connection, a list or one product. `aggregated` is null
 * by a setting of what the shop shows, for goods in stock as well, and `isInStock` is true for pure backorders.
 */
export function readGraphqlProduct(json: unknown): readonly ProductReading[] {
  return Object.freeze(objectsIn(json, isProduct).slice(0, MOST_PRODUCTS).map(productOf));
}

function productOf(product: unknown): ProductReading {
  const offer = at(product, 'availabilityV2');
  const terms: Terms = {
    status: at(offer, 'status'),
    release: onDay(at(offer, 'willBeReleasedAt', 'utc') ?? at(offer, 'willBeReleasedAt')),
    quantity: quantityRule(at(product, 'minPurchaseQuantity'), at(product, 'maxPurchaseQuantity')),
  };
  const inventory = at(product, 'inventory');
  const own = stockOf(inventory, terms);
  const shared = truthOf(at(inventory, 'hasVariantInventory')) === false ? own : undefined;
  const variants = entriesOf(at(product, 'variants'))
    .slice(0, MOST_VARIANTS)
    .filter(isObject)
    .map((it) => variantOf(it, terms, shared));
  const only = variants.length === 1 ? variants[0] : undefined;
  const path = idOf(at(product, 'path'))?.replace(/^\/+|\/+$/g, '');
  return known({
    id: idOf(at(product, 'entityId')),
    handle: path || undefined,
    sku: idOf(at(product, 'sku')),
    ...own,
    message: wordsOf(at(offer, 'message')) ?? own.message ?? only?.message,
    variants: Object.freeze(variants),
  }) as ProductReading;
}

function variantOf(variant: unknown, terms: Terms, shared: Stock | undefined): VariantReading {
  const stock = stockOf(at(variant, 'inventory'), terms);
  // Where variants have no inventory of their own, the product's is theirs.
  const { record, low } = shared ?? stock;
  return known({
    id: idOf(at(variant, 'entityId')),
    sku: idOf(at(variant, 'sku')),
    options: optionsOf(entriesOf(at(variant, 'options')), (it) => [
      at(it, 'entityId'),
      at(entriesOf(at(it, 'values'))[0], 'entityId'),
    ]),
    record,
    low,
    message: stock.message ?? shared?.message,
  }) as VariantReading;
}

interface Stock {
  readonly record: AvailabilityRecord;
  readonly low: true | undefined;
  readonly message: string | undefined;
}

interface Counts {
  readonly toSell: number | undefined;
  readonly onHand: number | undefined;
  readonly forBackorder: number | undefined;
  readonly unlimited: boolean | undefined;
  readonly warning: number | undefined;
}

function stockOf(inventory: unknown, { status, release, quantity }: Terms): Stock {
  const places = entriesOf(at(inventory, 'byLocation')).filter(isObject);
  const message = places.map((it) => wordsOf(at(it, 'backorderMessage'))).find((it) => it !== undefined);
  const aggregated = at(inventory, 'aggregated');
  const open = places.filter((it) => truthOf(at(it, 'isInStock')) !== false);
  const counts = isObject(aggregated) ? countsOf(aggregated) : total(open.map(countsOf));
  // The flag of a place wins over the number beside it, which counts what lies there and is not for sale.
  const shut = !isObject(aggregated) && places.length > 0 && !open.length;
  const inStock = shut ? false : truthOf(at(inventory, 'isInStock'));
  const make = (record: AvailabilityRecord, low?: boolean): Stock => ({
    record,
    low: low || undefined,
    message,
  });
  if (status === 'Unavailable') return make(refusal(undefined, { quantity }));
  const { toSell, unlimited, warning = 0 } = counts;
  if (status === 'Preorder') {
    // Sold even where nothing is in stock; a count above zero is one that the shop keeps to.
    const availableToSell = unlimited || !toSell || toSell < 0 ? undefined : toSell;
    return make(known({ status: 'preorder', orderable: true, release, availableToSell, quantity }));
  }
  if (inStock === false) return make(refusal(counts.onHand, { quantity }));
  // A query that does not ask for what lies there is of a time, or of a shop, in which all that is sold does.
  const onHand = counts.onHand ?? (toSell === undefined || unlimited ? undefined : Math.max(0, toSell));
  const empty = inStock === undefined && toSell !== undefined && toSell <= 0 && !unlimited;
  const record = shelfRecord(
    {
      ...counts,
      onHand,
      purchasable: status === 'Available' && (inStock || unlimited || (toSell ?? 0) > 0) ? true : undefined,
      // "In stock" covers backorders here: it says that an order is taken, not what lies there.
      inStock: empty ? false : undefined,
    },
    { quantity },
  );
  return make(record, onHand !== undefined && onHand > 0 && onHand <= warning);
}

function countsOf(told: unknown): Counts {
  return {
    toSell: wholeOf(at(told, 'availableToSell')),
    onHand: wholeOf(at(told, 'availableOnHand')),
    forBackorder: wholeOf(at(told, 'availableForBackorder')),
    unlimited: truthOf(at(told, 'unlimitedBackorder')),
    warning: wholeOf(at(told, 'warningLevel')),
  };
}

/** The sum of several places. What one of them does not tell is not known of all. */
function total(places: readonly Counts[]): Counts {
  const sum = (key: 'toSell' | 'onHand' | 'forBackorder' | 'warning'): number | undefined => {
    const told = places.flatMap((it) => it[key] ?? []);
    return told.length && told.length === places.length ? told.reduce((a, b) => a + b) : undefined;
  };
  return {
    toSell: sum('toSell'),
    onHand: sum('onHand'),
    forBackorder: sum('forBackorder'),
    unlimited: places.some((it) => it.unlimited) || undefined,
    warning: sum('warning'),
  };
}
