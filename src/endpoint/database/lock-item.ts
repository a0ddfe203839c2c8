import { PostgresAdapter } from 'kysely';
import type { Item } from '../products/item.js';
import type { Tx } from './transaction.js';

/** Reads an item that is about to be changed. Until the transaction ends, no other changes it. */
export async function lockItem(
  tx: Tx,
  { product, variant }: { readonly product: string; readonly variant: string },
): Promise<Item | undefined> {
  const row = tx
    .selectFrom('items')
    .selectAll()
    .where('product', '=', product)
    .where('variant', '=', variant);
  // SQLite has only one writer at a time, and does not know the words.
  return (isPostgres(tx) ? row.forUpdate() : row).executeTakeFirst();
}

/** Whether this is a transaction of PostgreSQL. */
export function isPostgres(tx: Tx): boolean {
  return tx.getExecutor().adapter instanceof PostgresAdapter;
}
