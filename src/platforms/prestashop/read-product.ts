import { known } from '../../availability/read.js';
import { UNKNOWN_RECORD, type AvailabilityRecord } from '../../availability/record.js';
import { onDay } from '../expected-time.js';
import {
  at,
  entriesOf,
  having,
  idOf,
  objectsIn,
  optionsOf,
  truthOf,
  wholeOf,
  wordsOf,
} from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { quantityRule, stockRecord } from '../stock-record.js';

/**
 * The product of a PrestaShop page, out of `#product-details[data-product]` (parsed), or of an answer that carries such products.
 * The JSON describes the combination that is chosen; it is the one variant that the reading has.
 *
 * `allow_oosp` decides whether orders are taken beyond the stock. `out_of_stock` does so only as 0 or 1: 2 is "as the shop
 * does", which is not in the data. The texts `available_now` and `available_later` are messages and decide nothing. A shop whose
 * stock management is off allows every order and counts nothing; it has `show_availability` false (`ProductLazyArray` of PrestaShop).
 * What is not `active` may still have a page, without a button.
 */
export function readPrestashopProducts(json: unknown): readonly ProductReading[] {
  return Object.freeze(
    objectsIn(json, having('id_product', 'allow_oosp', 'out_of_stock', 'available_for_order')).map(
      (product) => {
        const combination = idOf(at(product, 'id_product_attribute'));
        const chosen = combination !== undefined && combination !== '0';
        const told = tellingOf(product);
        const options = optionsOf(entriesOf(at(product, 'attributes')), (it) => [
          at(it, 'group'),
          at(it, 'name'),
        ]);
        const variants = chosen ? [known({ ...told, id: combination, options }) as VariantReading] : [];
        return known({
          ...(chosen ? { sku: told.sku, record: UNKNOWN_RECORD } : told),
          id: idOf(at(product, 'id_product')) ?? idOf(at(product, 'id')),
          handle: idOf(at(product, 'link_rewrite')),
          variants: Object.freeze(variants),
        }) as ProductReading;
      },
    ),
  );
}

function tellingOf(product: unknown): VariantReading {
  const counted = truthOf(at(product, 'show_availability')) !== false;
  const onHand = counted ? wholeOf(at(product, 'quantity')) : undefined;
  const gone = onHand === undefined || onHand <= 0;
  const words = gone ? 'available_later' : 'available_now';
  return known({
    sku: idOf(at(product, 'reference')),
    record: recordOf(product, counted, onHand, gone),
    low: at(product, 'availability') === 'last_remaining_items' ? true : undefined,
    message: wordsOf(at(product, 'availability_message')) ?? wordsOf(at(product, words)),
  }) as VariantReading;
}

function recordOf(
  product: unknown,
  counted: boolean,
  onHand: number | undefined,
  gone: boolean,
): AvailabilityRecord {
  const policy = wholeOf(at(product, 'out_of_stock'));
  const beyond =
    truthOf(at(product, 'allow_oosp')) ?? (policy === 0 ? false : policy === 1 ? true : undefined);
  const closed = ['available_for_order', 'active'].some((key) => truthOf(at(product, key)) === false);
  // It also says "unavailable" when more is wanted than there is; then the number counts.
  const refused = gone && at(product, 'availability') === 'unavailable';
  return stockRecord(
    { onHand, beyond: counted ? beyond : undefined, sold: !closed && !refused },
    {
      restock: onDay(at(product, 'available_date')),
      quantity: quantityRule(at(product, 'minimal_quantity')),
    },
  );
}
