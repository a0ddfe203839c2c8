import { known } from '../../availability/read.js';
import { UNKNOWN_RECORD, type AvailabilityRecord } from '../../availability/record.js';
import { at, entriesOf, having, idOf, objectsIn, optionsOf, wholeOf } from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { refusal } from '../stock-record.js';

/**
 * Products of Vendure, out of an answer of its Shop API (product, lists, the `inStock` of search results) or of any part of one.
 *
 * `stockLevel` is a text of the shop's StockDisplayStrategy: the three words of the default one are read, and a number. Any other
 * text says nothing. Vendure counts a backorder threshold into it, so what is out of stock is refused.
 */
export function readVendureProducts(json: unknown): readonly ProductReading[] {
  return Object.freeze(
    objectsIn(json, having('variants', 'stockLevel', 'productVariantId', 'inStock')).map((product) => {
      const variants = entriesOf(at(product, 'variants')).filter(
        (it) => idOf(at(it, 'id')) ?? idOf(at(it, 'sku')),
      );
      const hit = idOf(at(product, 'productVariantId'));
      const read =
        hit === undefined ? variants.map(readVariant) : [known({ ...readVariant(product), id: hit })];
      return known({
        ...(read.length || Object.hasOwn(product, 'variants')
          ? { id: idOf(at(product, 'id')) ?? idOf(at(product, 'productId')), record: UNKNOWN_RECORD }
          : readVariant(product)),
        handle: idOf(at(product, 'slug')),
        variants: Object.freeze(read as readonly VariantReading[]),
      }) as ProductReading;
    }),
  );
}

function readVariant(variant: unknown): VariantReading {
  const level = at(variant, 'stockLevel');
  return known({
    id: idOf(at(variant, 'id')),
    sku: idOf(at(variant, 'sku')),
    options: optionsOf(entriesOf(at(variant, 'options')), (it) => [at(it, 'group', 'name'), at(it, 'name')]),
    record: level === undefined ? searchRecord(at(variant, 'inStock')) : levelRecord(level),
    low: level === 'LOW_STOCK' ? true : undefined,
  }) as VariantReading;
}

function levelRecord(level: unknown): AvailabilityRecord {
  if (level === 'IN_STOCK' || level === 'LOW_STOCK') return known({ status: 'in-stock', orderable: true });
  if (level === 'OUT_OF_STOCK') return refusal();
  const left = wholeOf(level);
  if (left === undefined) return UNKNOWN_RECORD;
  return left > 0 ? known({ onHand: left, availableToSell: left, orderable: true }) : refusal(left);
}

/** A search result is "in stock" when any of it can be ordered. */
function searchRecord(inStock: unknown): AvailabilityRecord {
  return inStock === true ? known({ orderable: true }) : inStock === false ? refusal() : UNKNOWN_RECORD;
}
