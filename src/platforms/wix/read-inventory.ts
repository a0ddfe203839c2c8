import { known } from '../../availability/read.js';
import { UNKNOWN_RECORD, type AvailabilityRecord } from '../../availability/record.js';
import {
  at,
  entriesOf,
  having,
  idOf,
  objectsIn,
  truthOf,
  wholeOf,
  wordsOf,
  type JsonObject,
} from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { refusal, somewhere, stockRecord } from '../stock-record.js';

/**
 * Inventory of Wix Stores: items of catalog V1 (one a product, with its variants) or V3 (one a variant and location), alone, in lists,
 * or as a whole answer. Pre-orders are taken once the stock is gone, up to `limit`, of which `counter` are used; V1 has no counter,
 * and says of each variant that is gone whether it is `availableForPreorder` (InventoryVariantV2).
 *
 * @param location V3: the id of the location that serves the shopper. Without it a variant that lies in several is only known to be in
 * stock somewhere, or nowhere.
 */
export function readWixInventory(json: unknown, location?: string): readonly ProductReading[] {
  const items = objectsIn(json, having('trackQuantity', 'preorderInfo', 'availabilityStatus', 'inStock'));
  const products = new Map<string, VariantReading[]>();
  for (const item of items) {
    const place = idOf(at(item, 'locationId'));
    if (location !== undefined && place !== undefined && place !== location) continue;
    const id = idOf(at(item, 'productId')) ?? idOf(at(item, 'externalId')) ?? '';
    const read = Object.hasOwn(item, 'variants')
      ? entriesOf(at(item, 'variants')).map((variant) => readVariant(item, variant))
      : [readVariant(item, item)];
    products.set(id, [...(products.get(id) ?? []), ...read]);
  }
  return Object.freeze(
    [...products].map(
      ([id, variants]) =>
        known({ id: id || undefined, record: UNKNOWN_RECORD, variants: oneEach(variants) }) as ProductReading,
    ),
  );
}

/** One reading a variant, out of those of its locations. */
function oneEach(readings: readonly VariantReading[]): readonly VariantReading[] {
  const byId = new Map<unknown, VariantReading[]>();
  for (const it of readings) {
    const same = byId.get(it.id ?? it);
    if (same) same.push(it);
    else byId.set(it.id ?? it, [it]);
  }
  return Object.freeze(
    [...byId.values()].map((same) =>
      same.length < 2
        ? (same[0] as VariantReading)
        : (known({ ...same[0], record: somewhere(same.map(({ record }) => record)) }) as VariantReading),
    ),
  );
}

function readVariant(item: JsonObject, variant: unknown): VariantReading {
  const record = recordOf(item, variant);
  return known({
    id: idOf(at(variant, 'variantId')) ?? (item === variant ? undefined : idOf(at(variant, 'id'))),
    sku: idOf(at(variant, 'sku')) ?? idOf(at(variant, 'product', 'variantSku')),
    record,
    // Wix shows it with the pre-order only.
    message: record.status === 'preorder' ? wordsOf(at(item, 'preorderInfo', 'message')) : undefined,
  }) as VariantReading;
}

function recordOf(item: JsonObject, variant: unknown): AvailabilityRecord {
  const onHand = wholeOf(at(variant, 'quantity'));
  const inStock = truthOf(at(variant, 'inStock'));
  const tracked = truthOf(at(item, 'trackQuantity')) ?? (onHand === undefined ? undefined : true);
  // Of what lies there it is said as well, and means no more than that.
  const full = truthOf(at(variant, 'availableForPreorder')) === false && !(inStock ?? (onHand ?? 0) > 0);
  const beyond = at(item, 'preorderInfo', 'enabled') === true && !full;
  const most = leftOf(item);
  if (onHand !== undefined && tracked === true) {
    // "Not in stock" beside pieces: the system does not sell them.
    return stockRecord({
      onHand: inStock === false ? Math.min(0, onHand) : onHand,
      beyond,
      as: 'preorder',
      most,
    });
  }
  if (inStock === true) return known({ tracked, status: 'in-stock', orderable: true });
  if (inStock !== false) return UNKNOWN_RECORD;
  if (!beyond) return refusal();
  return known({ ...stockRecord({ onHand: 0, beyond, as: 'preorder', most }), onHand: undefined });
}

/** Pre-orders that are left; `undefined` where there is no limit. */
function leftOf(item: JsonObject): number | undefined {
  const limit = wholeOf(at(item, 'preorderInfo', 'limit'));
  return limit === undefined
    ? undefined
    : Math.max(0, limit - (wholeOf(at(item, 'preorderInfo', 'counter')) ?? 0));
}
