import { known } from '../../availability/read.js';
import { UNKNOWN_RECORD, type AvailabilityRecord } from '../../availability/record.js';
import { inDays } from '../expected-time.js';
import {
  at,
  entriesOf,
  having,
  idOf,
  isObject,
  objectsIn,
  truthOf,
  wholeOf,
  type JsonObject,
} from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { somewhere } from '../stock-record.js';

const VARIANTS = ['variants', 'allVariants', 'masterVariant'] as const;

/**
 * Products of commercetools, out of product projections or products (the current data, not the staged), of GraphQL (`noChannel`,
 * `channels.results`), or of bare variants.
 *
 * Whether goods that are not on stock may be ordered is a setting of the project that is not in the data, so they are sold out
 * without being refused. No inventory entry is unknown. Stock counts with its channel's, so without the name of one a variant that
 * is in several is only known to be in stock somewhere, or nowhere.
 *
 * @param channel the supply channel's id (or its key, where the answer has it) that serves the shopper
 */
export function readCommercetoolsProducts(json: unknown, channel?: string): readonly ProductReading[] {
  return Object.freeze(
    objectsIn(json, having('masterData', ...VARIANTS, 'availability')).map((found) => {
      const product = Object.hasOwn(found, 'masterData') ? at(found, 'masterData', 'current') : found;
      const [variants, all, master] = VARIANTS.map((key) => at(product, key));
      const list = [master, ...entriesOf(all ?? variants)].filter(isObject);
      const ids = new Set<unknown>();
      // GraphQL gives the master among all variants as well.
      const each = list.filter((it) => !ids.has(at(it, 'id')) && (ids.add(at(it, 'id') ?? it), true));
      return known({
        ...(isObject(product) && Object.hasOwn(product, 'availability')
          ? readVariant(product, channel)
          : { id: idOf(at(found, 'id')), record: UNKNOWN_RECORD }),
        handle: idOf(at(product, 'slug')),
        variants: Object.freeze(each.map((it) => readVariant(it, channel))),
      }) as ProductReading;
    }),
  );
}

function readVariant(variant: JsonObject, channel: string | undefined): VariantReading {
  return known({
    id: idOf(at(variant, 'id')),
    sku: idOf(at(variant, 'sku')),
    record: recordOf(at(variant, 'availability'), channel),
  }) as VariantReading;
}

function recordOf(availability: unknown, channel: string | undefined): AvailabilityRecord {
  const channels = at(availability, 'channels');
  const results = at(channels, 'results');
  const all: readonly (readonly [names: readonly unknown[], entry: unknown])[] =
    results !== undefined
      ? entriesOf(results).map((it) => [
          [at(it, 'channelRef', 'id'), at(it, 'channel', 'id'), at(it, 'channel', 'key')],
          at(it, 'availability'),
        ])
      : isObject(channels)
        ? Object.entries(channels).map(([id, entry]) => [[id], entry])
        : [];
  if (channel !== undefined) {
    return entryRecord(all.find(([names]) => names.includes(channel))?.[1]);
  }
  const own = entryRecord(at(availability, 'noChannel') ?? availability);
  return Object.keys(own).length ? own : somewhere(all.map(([, entry]) => entryRecord(entry)));
}

function entryRecord(entry: unknown): AvailabilityRecord {
  const onStock = truthOf(at(entry, 'isOnStock'));
  const onHand = wholeOf(at(entry, 'availableQuantity'));
  const restock = inDays(wholeOf(at(entry, 'restockableInDays')));
  if (onHand !== undefined && onHand > 0) {
    return onStock === false ? UNKNOWN_RECORD : known({ onHand, restock });
  }
  if (onStock === true) return onHand === undefined ? known({ status: 'in-stock', restock }) : UNKNOWN_RECORD;
  const gone = onStock === false || onHand !== undefined;
  return gone
    ? known({ onHand, status: 'sold-out', restock })
    : restock
      ? known({ restock })
      : UNKNOWN_RECORD;
}
