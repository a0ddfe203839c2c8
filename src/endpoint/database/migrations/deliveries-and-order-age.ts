import type { Kysely } from 'kysely';

/** When an item's last delivery came, apart from when its shelf was counted; and orders by their age, to forget old ones. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('items').addColumn('received_at', 'bigint').execute();
  await db.schema.createIndex('order_lines_placed_at').on('order_lines').columns(['placed_at']).execute();
}
