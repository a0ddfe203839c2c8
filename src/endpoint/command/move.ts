import { sql, type Kysely } from 'kysely';
import { connect, isPostgresAddress, type Database } from '../database/connect.js';
import { migrate, secretOf } from '../database/migrate.js';
import { patiently } from '../database/patiently.js';
import { MOVED, sightOf } from '../database/sight.js';
import { hashOf } from '../hashes.js';
import { copyTable, countOf } from './copy-table.js';

/** Every table of the endpoint, with the columns of its key. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  secrets: ['name'],
  settings: ['name'],
  items: ['product', 'variant'],
  api_keys: ['id'],
  audit: ['id'],
  idempotency: ['scope', 'key'],
  reservations: ['id'],
  reservation_lines: ['reservation', 'line'],
  webhook_events: ['platform', 'event'],
  order_lines: ['platform', 'order', 'line'],
  sign_ups: ['turn'],
  links: ['hash'],
  suppressions: ['address_hash'],
  outbox: ['turn'],
  restocks: ['id'],
  demand: ['product', 'variant', 'week', 'kind'],
  mail_counts: ['address_hash', 'day'],
};

/** Stands in the target's settings until all is there: so a move that was interrupted is known again. */
const MARK = 'move';

/**
 * `backorder-elements move`: copies a SQLite database into an empty PostgreSQL one. First everything while others write,
 * then, with writers waiting, what has changed meanwhile. From then on the old one refuses writes, so none is lost.
 *
 * @throws Error when there is nothing to move, or the target holds something else
 */
export async function move(from: string, to: string, say: (text: string) => 0): Promise<number> {
  if (isPostgresAddress(from)) throw new Error('--database must name a SQLite file: from there it is moved.');
  if (!isPostgresAddress(to))
    throw new Error('--to must be an address such as postgres://USER:PASSWORD@HOST/NAME.');
  const { problems } = await sightOf(from, 'quick_check');
  if (problems[0] !== undefined) throw new Error(problems[0]);
  const [source, target] = [await connect(from), await connect(to)];
  try {
    await migrate(source);
    await migrate(target);
    await claim(source, target);
    const tables = Object.entries(await knownTables(source.db));
    for (const [table, key] of tables) await copyTable(source.db, target.db, table, key, 'rough');
    say('Copied; now what has changed meanwhile.\n');
    // Takes SQLite's write lock.
    const copyRest = async (tx: Database['db']): Promise<void> => {
      for (const [table, key] of tables) {
        await copyTable(tx, target.db, table, key, 'exact');
        const [here, there] = [await countOf(tx, table), await countOf(target.db, table)];
        if (here !== there) throw new Error(`${table}: ${here} rows here, ${there} there. Run it again.`);
        say(`${table}: ${there}\n`);
      }
      for (const [table] of tables) await forbidWrites(tx, table);
    };
    await patiently(source, () => source.db.transaction().execute(copyRest));
    await target.db.deleteFrom('settings').where('name', '=', MARK).execute();
    for (const table of ['sign_ups', 'outbox']) {
      await sql`select setval(pg_get_serial_sequence(${table}, 'turn'),
        greatest(1, (select coalesce(max(turn), 0) from ${sql.table(table)})))`.execute(target.db);
    }
    return say('Moved. Start the endpoint with the new address; the old database takes no more writes.\n');
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

/** @throws Error where the target has a life of its own */
async function claim(source: Database, target: Database): Promise<void> {
  const mine = JSON.stringify(hashOf(await secretOf(source, 'address')));
  const mark = await target.db
    .selectFrom('settings')
    .select('value')
    .where('name', '=', MARK)
    .executeTakeFirst();
  if (mark?.value === mine) return;
  const used = [];
  for (const table of Object.keys(await knownTables(target.db))) {
    if (table !== 'secrets' && (await countOf(target.db, table)) > 0) used.push(table);
  }
  if (mark || used.length > 0) throw new Error('The PostgreSQL database is not empty; nothing was changed.');
  await target.db
    .insertInto('settings')
    .values({ name: MARK, value: mine, updated_at: Date.now() })
    .execute();
}

/** The tables that are there, with their keys; one that this list has forgotten must not be left behind. */
async function knownTables(
  db: Kysely<never> | Database['db'],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = (await (db as Kysely<never>).introspection.getTables()).map((it) => it.name);
  const strange = tables.find((name) => !Object.hasOwn(TABLES, name));
  if (strange !== undefined) throw new Error(`The table ${strange} is not known here; nothing was moved.`);
  return TABLES;
}

async function forbidWrites(tx: Database['db'], table: string): Promise<void> {
  for (const change of ['insert', 'update', 'delete']) {
    const name = sql.id(`${MOVED}${table}_${change}`);
    await sql`create trigger ${name} before ${sql.raw(change)} on ${sql.table(table)}
      begin select raise(abort, 'moved away'); end`.execute(tx);
  }
}
