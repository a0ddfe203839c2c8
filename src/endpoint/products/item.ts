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
  const { on_hand, backorder_limit, beyond_held, beyond_sold, shelf_held, shelf_sold } = item;
  // A shop that counts below zero has itself sold beyond its shelf.
  const owed = Math.max(0, -(on_hand ?? 0));
  return {
    shelf: on_hand === null ? undefined : on_hand - shelf_held - shelf_sold,
    beyond:
      backorder_limit === null
        ? 'unlimited'
        : Math.max(0, backorder_limit - beyond_held - Math.max(owed, beyond_sold)),
  };
}
