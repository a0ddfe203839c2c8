import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
} from 'kysely';
import type * as Pg from 'pg';
import { sqliteFile } from './sqlite-file.js';
import type { Tables } from './tables.js';

/** The database of the endpoint, and which of the two it is. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly system: 'sqlite' | 'postgres';
  close(): Promise<void>;
}

/** Connections to PostgreSQL that one process keeps at most. */
const MOST_CONNECTIONS = 10;

/** Milliseconds that SQLite waits for another process by itself. The process stands still meanwhile; longer waits are ours. */
const SQLITE_WAIT = 50;

/**
 * Opens the database: an address that begins with `postgres:` or `postgresql:`, or else the path of a SQLite file
 * (`:memory:` for one that is not kept). The package for it is loaded only now.
 *
 * @throws when the package is not installed, or the file cannot be opened
 */
export async function connect(address: string): Promise<Database> {
  return /^postgres(?:ql)?:/.test(address) ? connectPostgres(address) : connectSqlite(address);
}

async function connectPostgres(address: string): Promise<Database> {
  const { default: pg } = await import('pg');
  // Counts and instants are bigint columns, which stay far below 2^53 here.
  const types = { getTypeParser: typeParser(pg) };
  const pool = new pg.Pool({
    connectionString: address,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    types,
  });
  // A server that is restarted breaks idle connections; the pool opens new ones.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, system: 'postgres', close: () => db.destroy() };
}

function typeParser(pg: Pick<typeof Pg, 'types'>) {
  const INT8 = 20;
  return ((id: number, format: 'text' | 'binary') =>
    id === INT8 ? Number : (pg.types.getTypeParser(id, format) as unknown)) as never;
}

/** Takes SQLite's write lock at the start of a transaction: one that asks for it later may have to be given up. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite can undo the making of tables, so a migration that is killed half-way leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0];

  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
}

async function connectSqlite(path: string): Promise<Database> {
  const { default: Sqlite } = await import('libsql');
  const file = new Sqlite(path);
  // FULL: what was answered with "done" is on the disk, also when the power goes.
  const wanted = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'];
  for (const pragma of [`busy_timeout = ${SQLITE_WAIT}`, ...wanted]) file.pragma(pragma);
  const [{ synchronous }] = file.pragma('synchronous') as [{ synchronous: number }];
  if (synchronous < 2) throw new Error('SQLite does not take synchronous = FULL');
  const db = new Kysely<Tables>({ dialect: new ImmediateDialect({ database: sqliteFile(file) }) });
  return { db, system: 'sqlite', close: () => db.destroy() };
}
