import { known } from '../../availability/read.js';
import { UNKNOWN_RECORD } from '../../availability/record.js';
import { onDay } from '../expected-time.js';
import { at, entriesOf, having, idOf, isObject, objectsIn, truthOf, wholeOf, wordsOf } from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { quantityRule } from '../stock-record.js';
import { shelfRecord, type Shelf } from './shelf-record.js';

const isAttributes = having(
  'instock',
  'purchasable',
  'available_to_sell',
  'availableToSell',
  'availableOnHand',
);

/**
 * Reads what a BigCommerce product page knows of the chosen variant: `BCData`, the answer of `/remote/v1/product-attributes`, or
 * the page's `jsContext`. With every option chosen it speaks of that variant, whose option values come by id
 * (`{"264334": "442966"}`), else of the product.
 */
export function readProductAttributes(json: unknown): readonly ProductReading[] {
  const told = objectsIn(json, isAttributes)[0];
  if (!told) return Object.freeze([]);
  const either = (snake: string, camel: string): unknown => at(told, snake) ?? at(told, camel);
  const id = idOf(at(told, 'v3_variant_id') ?? at(told, 'variantId'));
  const chosen = chosenIn(at(told, 'selected_attributes'));
  const quantity = quantityRule(
    either('min_purchase_quantity', 'minPurchaseQuantity'),
    either('max_purchase_quantity', 'maxPurchaseQuantity'),
  );
  const counts: Shelf = {
    inStock: truthOf(at(told, 'instock')),
    // The shown stock is null where the shop does not show it.
    onHand: wholeOf(either('available_on_hand', 'availableOnHand') ?? at(told, 'stock')),
    toSell: wholeOf(either('available_to_sell', 'availableToSell')),
    forBackorder: wholeOf(either('available_for_backorder', 'availableForBackorder')),
    unlimited: truthOf(either('unlimited_backorder', 'unlimitedBackorder')),
  };
  // What is sold out stays "purchasable".
  const taken = counts.inStock || counts.unlimited || (counts.toSell ?? 0) > 0;
  const purchasable = truthOf(at(told, 'purchasable'));
  const shelf: Shelf = { ...counts, purchasable: purchasable && !taken ? undefined : purchasable };
  const isOpen = !(chosen && id !== undefined) && entriesOf(at(told, 'available_variant_values')).length > 0;
  const preorder = truthOf(either('pre_order', 'preOrder')) === true && shelf.purchasable !== false;
  const reading: VariantReading = known({
    sku: idOf(at(told, 'sku')),
    record: preorder
      ? known({
          status: 'preorder',
          orderable: true,
          quantity,
          release: onDay(either('release_date', 'releaseDate')),
        })
      : shelfRecord(isOpen ? asWhole(shelf, at(told, 'in_stock_attributes')) : shelf, { quantity }),
    message:
      wordsOf(at(told, 'purchasing_message')) ??
      wordsOf(at(told, 'stock_message')) ??
      (truthOf(at(told, 'show_backorder_availability_prompt'))
        ? wordsOf(at(told, 'backorder_availability_prompt'))
        : undefined),
  }) as VariantReading;
  const product =
    chosen && id !== undefined
      ? { record: UNKNOWN_RECORD, variants: Object.freeze([known({ ...reading, id, options: chosen })]) }
      : { ...reading, variants: Object.freeze([]) };
  return Object.freeze([known(product) as ProductReading]);
}

/** Numbers and states of a product of which nothing is chosen yet are those of no variant; that all are gone is told. */
function asWhole({ purchasable, inStock }: Shelf, inStockValues: unknown): Shelf {
  const gone = inStock === false && Array.isArray(inStockValues) && !inStockValues.length;
  return known({ purchasable, inStock: gone ? false : undefined });
}

/** Chosen values by option id. An empty LIST stands for none; PHP knows no other empty map. */
function chosenIn(selected: unknown): Readonly<Record<string, string>> | undefined {
  if (!isObject(selected)) return undefined;
  const pairs = Object.keys(selected)
    .slice(0, 100)
    .flatMap((option) => {
      const value = idOf(at(selected, option));
      return value === undefined ? [] : [[option, value] as const];
    });
  return pairs.length ? (known(Object.fromEntries(pairs)) as Readonly<Record<string, string>>) : undefined;
}
