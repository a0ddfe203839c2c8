import { sql } from 'kysely';
import { SQLITE_WAIT, type Database } from './connect.js';

/** Milliseconds that a start or a command waits for others who write. */
const PATIENCE = 30_000;

/**
 * Does work that must not fail because another process writes just now. On SQLite this process stands still while it waits, so
 * it is for starts and commands and not for requests, which are tried again by `transaction()`.
 */
export async function patiently<T>(database: Database, work: () => Promise<T>): Promise<T> {
  if (database.system !== 'sqlite') return work();
  const wait = (ms: number): Promise<unknown> =>
    sql`pragma busy_timeout = ${sql.lit(ms)}`.execute(database.db);
  await wait(PATIENCE);
  try {
    return await work();
  } finally {
    await wait(SQLITE_WAIT);
  }
}
