import { CompiledQuery, type Kysely } from 'kysely';
import type { Database } from './connect.js';
import type { Tables } from './tables.js';

/**
 * Runs several reads that all see the database as it is at the first of them, whatever others write meanwhile. Nobody
 * waits for it: in SQLite's WAL a reader keeps its own state of the file, and PostgreSQL's repeatable read does the same.
 *
 * @param work must only read
 */
export async function snapshot<T>(
  { reader, system }: Pick<Database, 'reader' | 'system'>,
  work: (tx: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  if (system === 'postgres') {
    return reader.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
  }
  // Not Kysely's own transaction: ours begin as those that write, and would keep writers waiting.
  return reader.connection().execute(async (connection) => {
    await connection.executeQuery(CompiledQuery.raw('begin deferred'));
    try {
      return await work(connection);
    } finally {
      await connection.executeQuery(CompiledQuery.raw('rollback'));
    }
  });
}
