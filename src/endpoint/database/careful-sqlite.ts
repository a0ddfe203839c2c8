import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** What is used of libsql's database. */
interface SqliteFile extends SqliteDatabase {
  readonly inTransaction: boolean;
  exec(sql: string): unknown;
}

const BOUNDARY = /^\s*(?:begin|commit|rollback)\b/i;
const WRITE = /^\s*(?:insert|update|delete|replace)\b/i;

/**
 * A database of libsql that survives being refused because another process writes. A prepared statement that fails so
 * stays open in libsql until it is collected, and keeps the connection at the database as it was then: it could not write
 * again, perhaps for minutes. So only `exec`, which leaves nothing open, ever asks for the write lock.
 */
export function carefulSqlite(file: SqliteFile): SqliteDatabase {
  return {
    close: () => file.close(),
    prepare: (sql) => {
      if (BOUNDARY.test(sql)) return boundary(file, sql);
      const statement = file.prepare(sql);
      if (!WRITE.test(sql)) return statement;
      return {
        reader: statement.reader,
        all: (parameters) => locked(file, () => statement.all(parameters)),
        run: (parameters) => locked(file, () => statement.run(parameters)),
        iterate: (parameters) => statement.iterate(parameters),
      };
    },
  };
}

/** Begins or ends a transaction. */
function boundary(file: SqliteFile, sql: string): SqliteStatement {
  const run = (): { changes: number; lastInsertRowid: number } => {
    file.exec(sql);
    return { changes: 0, lastInsertRowid: 0 };
  };
  const none = (): never => {
    throw new Error('has no rows');
  };
  return { reader: false, run, all: none, iterate: none };
}

/** Runs a write in a transaction of its own where there is none. */
function locked<T>(file: SqliteFile, write: () => T): T {
  if (file.inTransaction) return write();
  file.exec('begin immediate');
  try {
    const result = write();
    file.exec('commit');
    return result;
  } catch (error) {
    if (file.inTransaction) file.exec('rollback');
    throw error;
  }
}
