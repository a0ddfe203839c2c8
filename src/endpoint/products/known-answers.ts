import type { Database } from '../database/connect.js';

/** An availability document as it is sent. */
export interface Answer {
  readonly text: string;
  readonly etag: string;
}

const MOST_ANSWERS = 500;
const LONGEST = 100_000;
/** Milliseconds for which an answer is given again where other processes may have changed something unseen. */
const UNSEEN = 500;

/**
 * Answers that were given a moment ago, by exactly what was asked for. Forgotten with the first change: where the database
 * tells of every change, an answer is never older than it; else at most half a second, of the half minute that any browser keeps it.
 */
export class KnownAnswers {
  readonly #answers = new Map<string, Answer & { readonly at: number }>();
  readonly #database: Pick<Database, 'changes' | 'knowsAll'>;
  #changes = NaN;

  constructor(database: Pick<Database, 'changes' | 'knowsAll'>) {
    this.#database = database;
  }

  /**
   * The answer to a question, known or made anew.
   *
   * @param make reads the database; what was changed while it did is not kept
   */
  async find(question: string, make: () => Promise<Answer>): Promise<Answer> {
    const changes = this.#database.changes();
    if (changes !== this.#changes) this.#answers.clear();
    this.#changes = changes;
    const known = this.#answers.get(question);
    if (known && (this.#database.knowsAll || performance.now() - known.at < UNSEEN)) return known;
    const answer = await make();
    const isSettled = this.#changes === changes && this.#database.changes() === changes;
    if (isSettled && answer.text.length <= LONGEST) {
      // The oldest goes first.
      if (this.#answers.size >= MOST_ANSWERS) this.#answers.delete(this.#answers.keys().next().value ?? '');
      this.#answers.set(question, { ...answer, at: performance.now() });
    }
    return answer;
  }
}
