import { known } from '../../availability/read.js';
import { UNKNOWN_RECORD, type AvailabilityRecord } from '../../availability/record.js';
import {
  at,
  entriesOf,
  having,
  idOf,
  isObject,
  optionsOf,
  truthOf,
  wholeOf,
  wordsOf,
  type JsonObject,
} from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { quantityRule, refusal } from '../stock-record.js';
import { isSoldElsewhere, stockClassOf } from './stock-class.js';

const MOST_PRODUCTS = 250;
const MOST_VARIATIONS = 2000;
/** What the Store API prints where there is no limit. */
const NO_LIMIT = 9999;

const isProduct = having('is_in_stock', 'is_purchasable', 'add_to_cart', 'stock_availability');

/**
 * Reads products of WooCommerce's Store API: one, a list, or the state that block pages print in the same shape. A product's list of
 * variations tells no stock; where the variations themselves are in the data as well, theirs is taken. Older shops lack fields.
 */
export function readStoreProduct(json: unknown): readonly ProductReading[] {
  const state = at(json, 'state', 'woocommerce/products') ?? at(json, 'woocommerce/products') ?? json;
  const variations = new Map<string, JsonObject>();
  for (const it of productsOf(at(state, 'productVariations'), MOST_VARIATIONS)) {
    const id = idOf(at(it, 'id'));
    if (id !== undefined) variations.set(id, it);
  }
  const products = productsOf(at(state, 'products') ?? state, MOST_PRODUCTS);
  const found = products.length ? products : [...variations.values()].slice(0, MOST_PRODUCTS);
  return Object.freeze(found.map((it) => productOf(it, variations)));
}

function productsOf(told: unknown, most: number): readonly JsonObject[] {
  if (isObject(told) && isProduct(told)) return [told];
  const listed = entriesOf(told).filter(isObject).slice(0, most);
  // An object may be anything; a list is one of products, of which the shop may tell nothing.
  return Array.isArray(told) ? listed : listed.filter(isProduct);
}

function productOf(product: JsonObject, variations: ReadonlyMap<string, JsonObject>): ProductReading {
  const taxonomies = new Map(
    entriesOf(at(product, 'attributes')).map((it) => [at(it, 'name'), at(it, 'taxonomy')] as const),
  );
  const nameOf = (name: unknown): unknown => fieldName(name, taxonomies.get(name));
  return known({
    id: idOf(at(product, 'id')),
    handle: idOf(at(product, 'slug')),
    ...readingOf(product),
    variants: Object.freeze(
      entriesOf(at(product, 'variations'))
        .slice(0, MOST_VARIATIONS)
        .flatMap((it) => {
          const id = idOf(isObject(it) ? at(it, 'id') : it);
          if (id === undefined) return [];
          const own = variations.get(id);
          const options = optionsOf(entriesOf(at(it, 'attributes')), (one) => [
            nameOf(at(one, 'name')),
            at(one, 'value'),
          ]);
          return [
            known({ id, options, ...(own ? readingOf(own) : { record: UNKNOWN_RECORD }) }) as VariantReading,
          ];
        }),
    ),
  }) as ProductReading;
}

/** The name of an attribute's field in the shop's own form. */
function fieldName(name: unknown, taxonomy: unknown): unknown {
  if (typeof taxonomy === 'string') return `attribute_${taxonomy}`;
  const plain = typeof name === 'string' && /^[\w -]{1,100}$/.test(name);
  return plain ? `attribute_${name.toLowerCase().trim().replace(/\s+/g, '-')}` : name;
}

type Stock = Omit<VariantReading, 'id' | 'options'>;

function readingOf(product: JsonObject): Stock {
  const left = wholeOf(at(product, 'low_stock_remaining'));
  const record = recordOf(product, left);
  return known({
    sku: idOf(at(product, 'sku')),
    record,
    low: left !== undefined && left > 0 && record.onHand === left ? true : undefined,
    message: wordsOf(at(product, 'stock_availability', 'text')),
  }) as Stock;
}

function recordOf(product: JsonObject, left: number | undefined): AvailabilityRecord {
  if (isSoldElsewhere(product)) return UNKNOWN_RECORD;
  const cart = at(product, 'add_to_cart');
  const most = wholeOf(at(cart, 'maximum'));
  const quantity = quantityRule(
    at(cart, 'minimum'),
    truthOf(at(product, 'sold_individually')) ? 1 : most === NO_LIMIT ? undefined : most,
    at(cart, 'multiple_of'),
  );
  const purchasable = truthOf(at(product, 'is_purchasable'));
  const stocked = truthOf(at(product, 'is_in_stock'));
  const backordered = truthOf(at(product, 'is_on_backorder'));
  const word = stockClassOf(at(product, 'stock_availability', 'class'));
  const make = (fields: AvailabilityRecord): AvailabilityRecord =>
    known({ orderable: stocked && purchasable, quantity, ...fields });
  if (purchasable === false || stocked === false) return refusal(left, { quantity });
  // The flag decides: the words beside it are filtered by plugins, and tell otherwise at times.
  if (backordered ?? word === 'available-on-backorder') {
    return make({
      ...(left !== undefined && left <= 0 && { onHand: left }),
      status: 'backorder',
      orderable: true,
      availableForBackorder: 'unlimited',
    });
  }
  if (left !== undefined && left > 0) return make({ onHand: left });
  // None left and yet neither gone nor on backorder, or in words that say otherwise: somebody is wrong.
  if (left !== undefined || (word && word !== 'in-stock')) return make({});
  // "In stock" covers backorders; shops too old to tell these apart have no other word for what lies there.
  return make(stocked || word === 'in-stock' ? { status: 'in-stock' } : {});
}
