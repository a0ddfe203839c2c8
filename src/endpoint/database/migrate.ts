import { sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { newSecret } from '../ids.js';
import type { Database } from './connect.js';
import { patiently } from './patiently.js';
import { codeOf } from './transaction.js';
import * as deliveriesAndOrderAge from './migrations/deliveries-and-order-age.js';
import * as firstTables from './migrations/first-tables.js';

/** All of them, in order; what is named here is never changed once a shop has run it. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0002-deliveries-and-order-age': deliveriesAndOrderAge,
};

/** Milliseconds for which a start waits while another process migrates the same file. */
const PATIENCE = 15_000;

/**
 * Brings the database to this version: each step once, in order, whole or not at all. Run at every start.
 *
 * @throws when a step fails, or the database is of a newer version than this
 */
export async function migrate(database: Database): Promise<void> {
  const { db } = database;
  if (await isNewer(database)) {
    throw new Error(
      'The database is of a newer version than this program. Update the program; nothing was changed.',
    );
  }
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });
  await patiently(database, async () => {
    await migrateAll(migrator);
    await db
      .insertInto('secrets')
      .values({ name: 'address', value: newSecret() })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
  });
}

/** Several processes that start at once all try; one does it, and the others see that it is done. */
async function migrateAll(migrator: Migrator): Promise<void> {
  for (const start = Date.now(); ;) {
    const { error } = await migrator.migrateToLatest();
    if (!error) break;
    if (!codeOf(error).startsWith('SQLITE_BUSY') || Date.now() - start > PATIENCE) throw error as Error;
    await new Promise((resolve) => setTimeout(resolve, 50 * Math.random()));
  }
}

/** Whether a database was brought to a version that this program does not know; not so for one that is empty. */
async function isNewer({ db }: Pick<Database, 'db'>): Promise<boolean> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((it) => it.name === 'kysely_migration')) return false;
  const done = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return done.rows.some(({ name }) => !Object.hasOwn(MIGRATIONS, name));
}

const secrets = new WeakMap<Database['db'], Map<string, Promise<string>>>();

/** A secret that this database alone has. It never changes, so it is read once. */
export async function secretOf({ db }: Pick<Database, 'db'>, name: string): Promise<string> {
  const known = secrets.get(db) ?? new Map<string, Promise<string>>();
  secrets.set(db, known);
  const read = async (): Promise<string> =>
    (await db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirstOrThrow()).value;
  const secret = known.get(name) ?? read();
  known.set(name, secret);
  // The database may be back in a moment.
  secret.catch(() => known.delete(name));
  return secret;
}
