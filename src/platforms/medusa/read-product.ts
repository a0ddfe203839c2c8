import { known } from '../../availability/read.js';
import { UNKNOWN_RECORD, type AvailabilityRecord } from '../../availability/record.js';
import { at, entriesOf, having, idOf, objectsIn, optionsOf, truthOf, wholeOf } from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { stockRecord } from '../stock-record.js';

/**
 * Products of Medusa v2, out of an answer of its Store API (`product`, `products`) or of one product or variant. The quantity only
 * comes when it was asked for (`fields=+variants.inventory_quantity`); without it a counted variant is unknown, not empty.
 */
export function readMedusaProducts(json: unknown): readonly ProductReading[] {
  return Object.freeze(
    objectsIn(json, having('variants', 'manage_inventory', 'allow_backorder')).map((product) => {
      const variants = entriesOf(at(product, 'variants')).filter((it) => idOf(at(it, 'id')));
      return known({
        ...(Object.hasOwn(product, 'variants')
          ? { id: idOf(at(product, 'id')), record: UNKNOWN_RECORD }
          : readVariant(product)),
        handle: idOf(at(product, 'handle')),
        variants: Object.freeze(variants.map(readVariant)),
      }) as ProductReading;
    }),
  );
}

function readVariant(variant: unknown): VariantReading {
  return known({
    id: idOf(at(variant, 'id')),
    sku: idOf(at(variant, 'sku')),
    options: optionsOf(entriesOf(at(variant, 'options')), (it) => [
      at(it, 'option', 'title') ?? at(it, 'option_id'),
      at(it, 'value'),
    ]),
    record: recordOf(variant),
  }) as VariantReading;
}

function recordOf(variant: unknown): AvailabilityRecord {
  const tracked = truthOf(at(variant, 'manage_inventory'));
  const onHand = wholeOf(at(variant, 'inventory_quantity'));
  const beyond = truthOf(at(variant, 'allow_backorder'));
  // Zero of what may not be counted at all says nothing.
  if (tracked === undefined && (onHand === undefined || onHand <= 0)) return UNKNOWN_RECORD;
  return stockRecord({ tracked, onHand, beyond });
}
