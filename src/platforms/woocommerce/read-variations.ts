import { known } from '../../availability/read.js';
import type { AvailabilityRecord } from '../../availability/record.js';
import { at, entriesOf, having, idOf, isObject, parsed, truthOf, wholeOf } from '../json-data.js';
import type { VariantReading } from '../reading.js';
import { quantityRule, refusal } from '../stock-record.js';
import { stockClassIn } from './stock-class.js';

const MOST_VARIATIONS = 2000;
const MOST_CHARACTERS = 4_000_000;

const isVariation = having('variation_id', 'attributes', 'is_in_stock');

/**
 * Reads the variations of a WooCommerce form: `data-product_variations` as text or parsed, or the one variation that
 * `?wc-ajax=get_variation` answers. Above a number of variations the attribute says `false`, and so does an answer without a
 * match: no variations then. An attribute without a value fits any.
 */
export function readVariations(json: unknown): readonly VariantReading[] {
  const told = typeof json === 'string' ? parsed(json, MOST_CHARACTERS) : json;
  const list = isObject(told) && isVariation(told) ? [told] : entriesOf(told);
  return Object.freeze(
    list
      .slice(0, MOST_VARIATIONS)
      .filter((it) => isObject(it) && isVariation(it))
      .map(variationOf),
  );
}

function variationOf(variation: unknown): VariantReading {
  return known({
    id: idOf(at(variation, 'variation_id')),
    sku: idOf(at(variation, 'sku')),
    options: attributesOf(at(variation, 'attributes')),
    record: recordOf(variation),
  }) as VariantReading;
}

/** Values by the names of the form's own fields. */
export function attributesOf(attributes: unknown): Readonly<Record<string, string>> | undefined {
  if (!isObject(attributes)) return undefined;
  const pairs = Object.keys(attributes)
    .slice(0, 100)
    .flatMap((name) => {
      const value = at(attributes, name);
      return typeof value === 'string' && value.length <= 200 ? [[name, value] as const] : [];
    });
  return pairs.length ? (known(Object.fromEntries(pairs)) as Readonly<Record<string, string>>) : undefined;
}

function recordOf(variation: unknown): AvailabilityRecord {
  const isTold = (key: string): boolean | undefined => truthOf(at(variation, key));
  const single = at(variation, 'is_sold_individually');
  const alone = single === 'yes' || truthOf(single) === true;
  const rest = { quantity: quantityRule(at(variation, 'min_qty'), alone ? 1 : undefined) };
  const stocked = isTold('is_in_stock');
  const sold =
    isTold('is_purchasable') !== false &&
    isTold('variation_is_active') !== false &&
    isTold('variation_is_visible') !== false;
  if (stocked === false || !sold) return refusal(undefined, rest);
  const word = stockClassIn(at(variation, 'availability_html'));
  const orderable = stocked && isTold('is_purchasable');
  const make = (fields: AvailabilityRecord): AvailabilityRecord => known({ orderable, ...fields, ...rest });
  const beyond = isTold('backorders_allowed');
  const more: AvailabilityRecord = beyond ? { availableForBackorder: 'unlimited' } : {};
  if (word === 'available-on-backorder') {
    return make({ status: 'backorder', orderable: true, availableForBackorder: 'unlimited' });
  }
  // The shop's words contradict its flags.
  if (word === 'out-of-stock') return make({});
  const most = at(variation, 'max_qty');
  // The most that may be ordered is the counted shelf, unless one is all that anybody may have.
  const counted = alone || beyond !== false ? undefined : wholeOf(most);
  if (stocked && counted !== undefined && counted > 0) {
    return make({ tracked: true, onHand: counted, availableToSell: counted });
  }
  // No limit, though nothing is sold beyond the shelf: nobody counts.
  if (stocked && most === '' && beyond === false && !alone)
    return make({ tracked: false, status: 'in-stock' });
  if (word === 'in-stock') return make({ status: 'in-stock', ...more });
  // With backorders that the shopper is not told of, the page does not say whether anything is left.
  return make(stocked && beyond === false && most !== undefined ? { status: 'in-stock' } : more);
}
