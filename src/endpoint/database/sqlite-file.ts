import type { SqliteDatabase } from 'kysely';
import type Sqlite from 'libsql';

/** What is no writing. */
const READS = /^\s*(?:select|with|pragma|explain|values)\b/i;
const BOUNDS = /^\s*(?:begin|commit|rollback|savepoint|release)\b/i;

/**
 * A SQLite file as Kysely uses it.
 *
 * libsql leaves a prepared statement that found the file locked half-done, and until it is collected as garbage no transaction of
 * the connection can be committed ("SQL statements in progress"). So no prepared statement ever waits for the lock: it is
 * taken before each write, by a statement that is not kept.
 */
export function sqliteFile(file: InstanceType<typeof Sqlite>): SqliteDatabase {
  const locked = <T>(work: () => T): T => {
    if (file.inTransaction) return work();
    file.exec('begin immediate');
    try {
      const result = work();
      file.exec('commit');
      return result;
    } catch (error) {
      if (file.inTransaction) file.exec('rollback');
      throw error;
    }
  };
  return {
    close: () => void file.close(),
    prepare: (sql) => {
      if (BOUNDS.test(sql)) return bound(sql);
      const statement = file.prepare(sql);
      const isRead = READS.test(sql);
      return {
        reader: statement.reader,
        all: (parameters) => (isRead ? statement.all(parameters) : locked(() => statement.all(parameters))),
        run: (parameters) => (isRead ? statement.run(parameters) : locked(() => statement.run(parameters))),
        iterate: (parameters) => statement.iterate(parameters),
      };
    },
  };

  function bound(sql: string): ReturnType<SqliteDatabase['prepare']> {
    const run = (): { changes: number; lastInsertRowid: number } => {
      // A disk that is full has ended the transaction already; why is what the caller is to hear.
      if (!/^\s*rollback\s*$/i.test(sql) || file.inTransaction) file.exec(sql);
      return { changes: 0, lastInsertRowid: 0 };
    };
    return { reader: false, run, all: () => [], iterate: () => [][Symbol.iterator]() };
  }
}
