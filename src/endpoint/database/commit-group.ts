import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import { Problem } from '../problem.js';
import type { Tables } from './tables.js';

/** Transactions that are committed together at most. */
const MOST = 64;
/** Milliseconds to wait for more, where some came together before: about what a commit costs on a slow disk. */
const GATHER = 5;

const SAVE = CompiledQuery.raw('savepoint work');
const KEEP = CompiledQuery.raw('release savepoint work');
const UNDO = CompiledQuery.raw('rollback to savepoint work');

interface Waiting {
  /** @returns what tells its caller, once all is committed */
  attempt(tx: Transaction<Tables>): Promise<() => void>;
  reject(error: unknown): void;
}

/**
 * Transactions of one SQLite connection, which can only run one after the other: those that wait at the same time share one
 * commit, and so one wait for the disk. Each is kept or undone by itself, and nobody is told before the commit that holds it.
 */
export class CommitGroup {
  readonly #db: Kysely<Tables>;
  #waiting: Waiting[] = [];
  #isRunning = false;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** @throws what `work` throws, and what keeps the whole group from being committed */
  run<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const fail: (reason: unknown) => void = reject;
      const attempt = async (tx: Transaction<Tables>): Promise<() => void> => {
        await tx.executeQuery(SAVE);
        try {
          const result = await work(tx);
          await tx.executeQuery(KEEP);
          return () => resolve(result);
        } catch (error) {
          // Fails where the database has ended the whole transaction, as on a full disk; the first error says why, unless it
          // is one caller's own.
          await tx.executeQuery(UNDO).catch((why: unknown) => {
            throw error instanceof Problem ? why : error;
          });
          await tx.executeQuery(KEEP);
          return () => fail(error);
        }
      };
      this.#waiting.push({ attempt, reject });
      if (!this.#isRunning) void this.#runAll();
    });
  }

  async #runAll(): Promise<void> {
    this.#isRunning = true;
    let isBusy = false;
    while (this.#waiting.length > 0) {
      // All that has arrived by now comes along; while many come, also what comes in the next moment.
      await new Promise((resolve) => (isBusy ? setTimeout(resolve, GATHER) : setImmediate(resolve)));
      isBusy = (await this.#runSome()) > 1;
    }
    this.#isRunning = false;
  }

  /** @returns how many were run */
  async #runSome(): Promise<number> {
    const taken: Waiting[] = [];
    const tell: (() => void)[] = [];
    try {
      await this.#db.transaction().execute(async (tx) => {
        for (let next = this.#waiting[0]; next && taken.length < MOST; next = this.#waiting[0]) {
          taken.push(next);
          this.#waiting.shift();
          tell.push(await next.attempt(tx));
        }
      });
      for (const it of tell) it();
    } catch (error) {
      // It could not begin, or was undone as a whole.
      if (taken.length === 0) taken.push(...this.#waiting.splice(0));
      for (const it of taken) it.reject(error);
    }
    return taken.length;
  }
}
