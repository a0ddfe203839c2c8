import { lockItem } from '../database/lock-item.js';
import type { Tx } from '../database/transaction.js';
import { owedBy, type Item } from '../products/item.js';

/** What names an item: a product, and its variant or ''. */
export interface ItemName {
  readonly product: string;
  readonly variant: string;
}

/** Pieces by where they stand: of the shelf or beyond it, held or sold. */
export type Pieces = Partial<Pick<Item, 'shelf_held' | 'shelf_sold' | 'beyond_held' | 'beyond_sold'>>;

/** Items that this transaction alone may change. */
export interface LockedItems {
  /** The item as it stands, with what was added here; undefined for one that is not there. */
  get(name: ItemName): Item | undefined;
  /** Adds pieces, or takes them with numbers below zero; no count goes below zero. */
  add(name: ItemName, pieces: Pieces): void;
  /**
   * Before pieces are sold beyond a shelf that its shop has counted below zero: they come on top of those that the shop owes,
   * and are not some of them.
   */
  ownUp(name: ItemName): void;
  /** Writes what was changed. */
  save(now: number): Promise<void>;
}

const keyOf = ({ product, variant }: ItemName): string => JSON.stringify([product, variant]);

/** By product, then by variant: whoever locks several does it in this order, so that two never wait for each other. */
export function byName(a: ItemName, b: ItemName): number {
  if (a.product !== b.product) return a.product < b.product ? -1 : 1;
  return a.variant === b.variant ? 0 : a.variant < b.variant ? -1 : 1;
}

/** Locks these items until the transaction ends. All that it will change have to be named at once. */
export async function lockItems(tx: Tx, names: readonly ItemName[]): Promise<LockedItems> {
  const items = new Map<string, Item>();
  for (const name of [...names].sort(byName)) {
    const key = keyOf(name);
    const row = items.has(key) ? undefined : await lockItem(tx, name);
    if (row) items.set(key, { ...row });
  }
  const changed = new Set<Item>();
  return {
    get: (name) => items.get(keyOf(name)),
    add: (name, pieces) => {
      const item = items.get(keyOf(name));
      if (!item) return;
      for (const [count, added] of Object.entries(pieces) as [keyof Pieces, number][]) {
        if (added === 0) continue;
        item[count] = Math.max(0, item[count] + added);
        changed.add(item);
      }
    },
    ownUp: (name) => {
      const item = items.get(keyOf(name));
      if (!item || item.beyond_sold >= owedBy(item)) return;
      item.beyond_sold = owedBy(item);
      changed.add(item);
    },
    save: async (now) => {
      for (const item of changed) {
        const { product, variant, shelf_held, shelf_sold, beyond_held, beyond_sold } = item;
        item.version += 1;
        item.updated_at = now;
        await tx
          .updateTable('items')
          .set({ shelf_held, shelf_sold, beyond_held, beyond_sold, version: item.version, updated_at: now })
          .where('product', '=', product)
          .where('variant', '=', variant)
          .execute();
      }
      changed.clear();
    },
  };
}

/** All rows of a product: those that are locked as they stand here, the others as they were last kept. */
export async function productRows(tx: Tx, product: string, items: LockedItems): Promise<readonly Item[]> {
  const rows = await tx.selectFrom('items').selectAll().where('product', '=', product).execute();
  return rows.map((row) => items.get(row) ?? row);
}
