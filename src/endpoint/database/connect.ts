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
  type Transaction,
} from 'kysely';
import type * as Pg from 'pg';
import { CommitGroup } from './commit-group.js';
import type { Tables } from './tables.js';
import { sqliteFile } from './sqlite-file.js';
import { WriteWatch } from './write-watch.js';

/** The database of the endpoint, and which of the two it is. */
export interface Database {
  readonly db: Kysely<Tables>;
  readonly system: 'sqlite' | 'postgres';
  /** For what only reads: SQLite has a connection of its own for it, which waits for no writer. */
  readonly reader: Kysely<Tables>;
  /** Runs one transaction, and resolves when it is on the disk; see `transaction()`, which tries again. */
  transact<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Another number after each change of products or of the shop's settings that this process can know of. */
  changes(): number;
  /** Whether `changes` also tells what other processes change. */
  readonly knowsAll: boolean;
  close(): Promise<void>;
}

/** Connections to PostgreSQL that one process keeps at most. */
const MOST_CONNECTIONS = 10;

/** Milliseconds that SQLite waits for another process by itself. The process stands still meanwhile; longer waits are ours. */
export const SQLITE_WAIT = 5;

/**
 * Opens the database: an address that begins with `postgres:` or `postgresql:`, or else the path of a SQLite file
 * (`:memory:` for one that is not kept). The package for it is loaded only now.
 *
 * @throws when the package is not installed, or the file cannot be opened
 */
export async function connect(address: string): Promise<Database> {
  return isPostgresAddress(address) ? connectPostgres(address) : connectSqlite(address);
}

/** Whether an address names a PostgreSQL server, and not a SQLite file. */
export function isPostgresAddress(address: string): boolean {
  return /^postgres(?:ql)?:/.test(address);
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
  const watch = new WriteWatch(['items', 'settings']);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [watch] });
  return {
    db,
    system: 'postgres',
    reader: db,
    transact: (work) => db.transaction().execute(work),
    changes: () => watch.writes,
    knowsAll: false,
    close: () => db.destroy(),
  };
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
  const open = (): InstanceType<typeof Sqlite> => {
    const file = new Sqlite(path);
    // FULL: what was answered with "done" is on the disk, also when the power goes.
    const wanted = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'];
    // While it is opened there is time to wait, as for one that another process is opening.
    for (const pragma of ['busy_timeout = 5000', ...wanted]) file.pragma(pragma);
    file.pragma(`busy_timeout = ${SQLITE_WAIT}`);
    const [{ synchronous }] = file.pragma('synchronous') as [{ synchronous: number }];
    if (synchronous < 2) throw new Error('SQLite does not take synchronous = FULL');
    return file;
  };
  const file = open();
  const db = new Kysely<Tables>({ dialect: new ImmediateDialect({ database: sqliteFile(file) }) });
  // A database in memory has but one connection.
  const other = path === ':memory:' ? file : open();
  const reader =
    other === file ? db : new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqliteFile(other) }) });
  // Changes when any other connection has written, of whatever process.
  const version = other.prepare('pragma data_version');
  let once = 0;
  const group = new CommitGroup(db);
  return {
    db,
    system: 'sqlite',
    reader,
    transact: (work) => group.run(work),
    changes: () => (other === file ? (once += 1) : (version.get() as { data_version: number }).data_version),
    knowsAll: true,
    close: async () => {
      await db.destroy();
      if (reader !== db) await reader.destroy();
    },
  };
}
