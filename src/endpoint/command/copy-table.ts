import { sql, type Kysely, type RawBuilder } from 'kysely';
import { codeOf } from '../database/transaction.js';
import type { Tables } from '../database/tables.js';

type Db = Kysely<Tables>;
type Row = Readonly<Record<string, string | number | null>>;

const BATCH = 500;
/** Of the target's settings, the mark of the move is not the source's. */
const OURS = 'move';

/**
 * Makes a table of the target as that of the source: rows that differ, or are there no more, go, and those that lack come.
 * Run again, it has little left to do.
 *
 * @param how `rough` leaves what collides with a row that is to be changed later; `exact` leaves nothing
 */
export async function copyTable(
  source: Db,
  target: Db,
  table: string,
  key: readonly string[],
  how: 'rough' | 'exact',
): Promise<void> {
  // All that is to go goes first: nothing that comes collides with what is no more.
  for await (const [here, there] of batches(target, source, table, key)) {
    const wanted = new Map(there.map((row) => [keyOf(row, key), textOf(row)]));
    const gone = here.filter((row) => wanted.get(keyOf(row, key)) !== textOf(row) && !isMark(table, row));
    if (gone.length > 0) await sql`delete from ${sql.table(table)} where ${anyOf(gone, key)}`.execute(target);
  }
  for await (const [here, there] of batches(source, target, table, key)) {
    const known = new Set(there.map((row) => keyOf(row, key)));
    const missing = here.filter((row) => !known.has(keyOf(row, key)));
    if (missing.length === 0) continue;
    try {
      await insert(target, table, missing);
    } catch (error) {
      if (how === 'exact' || codeOf(error) !== '23505') throw error;
    }
  }
}

/** How many rows a table has, the mark of the move left out. */
export async function countOf(db: Db, table: string): Promise<number> {
  const only = table === 'settings' ? sql`where name <> ${OURS}` : sql``;
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} ${only}`.execute(
    db,
  );
  return Number(rows[0]?.n);
}

const isMark = (table: string, row: Row): boolean => table === 'settings' && row.name === OURS;
const keyOf = (row: Row, key: readonly string[]): string => JSON.stringify(key.map((name) => row[name]));
const textOf = (row: Row): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Rows of one database in batches by key, each with those of the other that have the same keys. */
async function* batches(
  one: Db,
  other: Db,
  table: string,
  key: readonly string[],
): AsyncGenerator<readonly [readonly Row[], readonly Row[]]> {
  const columns = sql.join(key.map((name) => sql.ref(name)));
  let last: Row | undefined;
  do {
    const after: RawBuilder<unknown> = last ? sql`where (${columns}) > (${values(last, key)})` : sql``;
    const { rows } =
      await sql<Row>`select * from ${sql.table(table)} ${after} order by ${columns} limit ${sql.lit(BATCH)}`.execute(
        one,
      );
    if (rows.length === 0) return;
    const same = await sql<Row>`select * from ${sql.table(table)} where ${anyOf(rows, key)}`.execute(other);
    yield [rows, same.rows];
    last = rows.at(-1);
  } while (last);
}

const values = (row: Row, key: readonly string[]): RawBuilder<unknown> =>
  sql.join(key.map((name) => row[name]));

function anyOf(rows: readonly Row[], key: readonly string[]): RawBuilder<unknown> {
  const columns = sql.join(key.map((name) => sql.ref(name)));
  return sql`(${columns}) in (values ${sql.join(rows.map((row) => sql`(${typed(row, key)})`))})`;
}

/** PostgreSQL would take a parameter in a list of values for a text. */
function typed(row: Row, key: readonly string[]): RawBuilder<unknown> {
  return sql.join(
    key.map((name) => {
      const value = row[name];
      return typeof value === 'number' ? sql`cast(${value} as bigint)` : sql`cast(${value} as text)`;
    }),
  );
}

async function insert(target: Db, table: string, rows: readonly Row[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const all = rows.map((row) => sql`(${sql.join(names.map((name) => row[name]))})`);
  // 500 rows of 25 columns are below the 65,535 parameters that a statement may have.
  await sql`insert into ${sql.table(table)} (${columns}) values ${sql.join(all)}`.execute(target);
}
