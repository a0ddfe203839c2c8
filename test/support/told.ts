import { parseDocument, type AvailabilityDocument } from '../../src/availability/document.js';

/** A document with these products in it, as a store takes it. Broken ones are a mistake of the test. */
export function told(products: readonly object[], more: object = {}): AvailabilityDocument {
  const result = parseDocument({ version: 1, products, ...more });
  if (!result.ok || result.problems.length) throw new Error(`bad document: ${JSON.stringify(result)}`);
  return result.value;
}

/** Something sold on backorder: nothing on the shelf, and a date. */
export const backorder = (id: string, more: object = {}): object => ({
  id,
  onHand: 0,
  restock: '2026-12-12',
  policy: { sell: 'backorder' },
  ...more,
});

export const inStock = (id: string, more: object = {}): object => ({ id, onHand: 5, ...more });
