import type { Database } from '../database/connect.js';
import type { ShopFields } from './availability-document.js';

const NAME = 'document';

/** What the shop says for all products; nothing before it was set. */
export async function readShopFields({ db }: Pick<Database, 'db'>): Promise<ShopFields> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', NAME).executeTakeFirst();
  return row ? (JSON.parse(row.value) as ShopFields) : {};
}

/** Replaces it. The caller has parsed it. */
export async function writeShopFields(
  { db }: Pick<Database, 'db'>,
  fields: ShopFields,
  now: number,
): Promise<void> {
  const value = JSON.stringify(fields);
  await db
    .insertInto('settings')
    .values({ name: NAME, value, updated_at: now })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, updated_at: now }))
    .execute();
}
