import { Migrator, type Migration } from 'kysely/migration';
import { newSecret } from '../ids.js';
import type { Database } from './connect.js';
import * as firstTables from './migrations/first-tables.js';

/** All of them, in order; what is named here is never changed once a shop has run it. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
};

/**
 * Brings the database to this version: each step once, in order, whole or not at all. Run at every start.
 *
 * @throws when a step fails, or the database is of a newer version than this
 */
export async function migrate(database: Database): Promise<void> {
  const { db } = database;
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error as Error;
  await db
    .insertInto('secrets')
    .values({ name: 'address', value: newSecret() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}

/** A secret that this database alone has. */
export async function secretOf({ db }: Pick<Database, 'db'>, name: string): Promise<string> {
  const row = await db
    .selectFrom('secrets')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return row.value;
}
