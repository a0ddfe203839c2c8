import type { Selectable } from 'kysely';
import type { ItemTable } from '../database/stock-tables.js';

/** A row of a product or a variant. */
export type Item = Selectable<ItemTable>;

/** Pieces that can still be promised, as of the row. */
export interface Left {
  /** On the shelf, less what is held and sold of it; undefined where no count was told. */
  readonly shelf: number | undefined;
  /** Beyond the shelf. */
  readonly beyond: number | 'unlimited';
}

/** What is left of an item. A limit that was lowered below what is sold leaves nothing; grants that were given stand. */
export function leftOf(item: Item): Left {
  const { on_hand, backorder_limit, shelf_held, shelf_sold } = item;
  return {
    shelf: on_hand === null ? undefined : on_hand - shelf_held - shelf_sold,
    beyond: backorder_limit === null ? 'unlimited' : Math.max(0, backorder_limit - usedBeyond(item)),
  };
}

/** Pieces beyond the shelf that are spoken for. */
export function usedBeyond(item: Item): number {
  return item.beyond_held + Math.max(owedBy(item), item.beyond_sold);
}

/** Pieces that a shop which counts below zero has itself sold beyond its shelf. */
export function owedBy({ on_hand }: Pick<Item, 'on_hand'>): number {
  return Math.max(0, -(on_hand ?? 0));
}

/** Pieces beyond the shelf that a product and its variants have spoken for together: they share its allowance. */
export function sharedUse(rows: readonly Item[]): number {
  const variants = rows.filter((it) => it.variant !== '');
  const all = variants.reduce((sum, it) => sum + usedBeyond(it), 0);
  const product = rows.find((it) => it.variant === '');
  if (!product) return all;
  // A product's own count may be the sum of its variants'.
  return Math.max(owedBy(product), all) + product.beyond_held + product.beyond_sold;
}
