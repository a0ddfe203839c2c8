import { at, entriesOf, having, idOf, objectsIn } from '../json-data.js';

/**
 * Ids of the option values that still lead to stock, as a BigCommerce product page lists them: for marks on swatches.
 * `undefined` where the page does not say, which is not the same as none.
 */
export function readInStockValues(json: unknown): readonly string[] | undefined {
  const told = objectsIn(json, having('in_stock_attributes'))[0];
  const listed = at(told, 'in_stock_attributes');
  return Array.isArray(listed)
    ? Object.freeze(entriesOf(listed).flatMap((value) => idOf(value) ?? []))
    : undefined;
}
