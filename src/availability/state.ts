/**
 * What a shopper can be told of a product:
 * - `in-stock`: on the shelf, ships as usual
 * - `backorder`: not on the shelf (or not all of it), may be ordered, ships later
 * - `preorder`: not out yet, may be ordered
 * - `coming-soon`: announced, not yet orderable
 * - `sold-out`: cannot be ordered now
 * - `unknown`: nobody said; the shop's own page stands as it is
 */
export type State = 'in-stock' | 'backorder' | 'preorder' | 'coming-soon' | 'sold-out' | 'unknown';

/** All states, the most buyable first. */
export const STATES: readonly State[] = [
  'in-stock',
  'backorder',
  'preorder',
  'coming-soon',
  'sold-out',
  'unknown',
];
