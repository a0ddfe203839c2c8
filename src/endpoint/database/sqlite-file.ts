import type { SqliteDatabase } from 'kysely';
import type Sqlite from 'libsql';

type Prepared = ReturnType<SqliteDatabase['prepare']>;

/** What is no writing. */
const READS = /^\s*(?:select|with|pragma|explain|values)\b/i;
/** Statements that are kept prepared: more than the endpoint has, but for lists of names of many lengths. */
const MOST_PREPARED = 200;
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
  const prepared = new Map<string, Prepared>();
  return {
    close: () => void file.close(),
    prepare: (sql) => {
      const known = prepared.get(sql);
      prepared.delete(sql);
      const statement = known ?? (BOUNDS.test(sql) ? bound(sql) : prepare(sql));
      prepared.set(sql, statement);
      if (prepared.size > MOST_PREPARED) prepared.delete(prepared.keys().next().value ?? '');
      return statement;
    },
  };

  function prepare(sql: string): Prepared {
    const statement = file.prepare(sql);
    const isRead = READS.test(sql);
    const guarded = <T>(work: () => T): T => {
      try {
        return isRead ? work() : locked(work);
      } catch (error) {
        // Who knows how far it came: the next prepares its own.
        prepared.delete(sql);
        throw error;
      }
    };
    return {
      reader: statement.reader,
      all: (parameters) => guarded(() => statement.all(parameters)),
      run: (parameters) => guarded(() => statement.run(parameters)),
      iterate: (parameters) => statement.iterate(parameters),
    };
  }

  function bound(sql: string): Prepared {
    const run = (): { changes: number; lastInsertRowid: number } => {
      // A disk that is full has ended the transaction already; why is what the caller is to hear.
      if (!/^\s*rollback\s*$/i.test(sql) || file.inTransaction) file.exec(sql);
      return { changes: 0, lastInsertRowid: 0 };
    };
    return { reader: false, run, all: () => [], iterate: () => [][Symbol.iterator]() };
  }
}
