import type { Transaction } from 'kysely';
import { Problem } from '../problem.js';
import type { Tables } from './tables.js';

/** A transaction of the endpoint's database. */
export type Tx = Transaction<Tables>;

/** Milliseconds after which a write that others keep from happening is given up, with 503. */
const PATIENCE = 5_000;
/** PostgreSQL: serialization failure, deadlock. SQLite: another process writes. */
const AGAIN = new Set(['40001', '40P01', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_LOCKED']);
/** The disk is full or read-only, the database was moved, the server is down: reads may still go on, and it may pass. */
const GONE =
  /^(?:SQLITE_(?:CONSTRAINT_TRIGGER|FULL|READONLY|IOERR|CANTOPEN)|53\d\d\d|57P0\d|08\d\d\d|25006|ECONN|ETIMEDOUT|ENOSPC|EPIPE)/;

/** What the pool of connections to PostgreSQL says, without a code, to who has waited for one too long or has lost it. */
const NO_CONNECTION = /^(?:timeout exceeded when trying to connect|Connection terminated)/;

/** Whether the database cannot do now what it may do soon. */
export function mayPass(error: unknown): boolean {
  const code = codeOf(error);
  return GONE.test(code) || AGAIN.has(code);
}

/** A database's code for what went wrong, or ''. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && NO_CONNECTION.test(error.message)) return 'ETIMEDOUT';
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * Runs `work` in one transaction: all of it is kept, or nothing. What failed only because others were writing is tried
 * again, with growing pauses; so `work` must do nothing but read and write this database.
 *
 * @throws Problem 503 when the database stays busy or cannot be written, and what `work` throws
 */
export async function transaction<T>(
  database: { transact<R>(work: (tx: Tx) => Promise<R>): Promise<R> },
  work: (tx: Tx) => Promise<T>,
  now: () => number = Date.now,
): Promise<T> {
  const start = now();
  for (let tries = 1; ; tries += 1) {
    try {
      return await database.transact(work);
    } catch (error) {
      const code = codeOf(error);
      if (GONE.test(code)) throw unavailable();
      if (!AGAIN.has(code)) throw error;
      if (now() - start > PATIENCE || tries > 200) throw unavailable();
      await pause(Math.min(100, 2 ** Math.min(tries, 6)) * Math.random());
    }
  }
}

const unavailable = (): Problem =>
  new Problem(503, 'busy', 'The database cannot take this now. Nothing was kept.', { retryAfter: 2 });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
