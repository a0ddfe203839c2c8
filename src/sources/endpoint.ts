import { addresses } from './addresses.js';
import { fetchJson, OLD, type Answer } from './fetch-json.js';

/** What arrived: the raw JSON with the order of its request, so that a late answer can be told from a new one. */
export interface Arrival {
  readonly json: unknown;
  readonly serverTime: number;
  /** Grows with each request, of whichever endpoint. */
  readonly turn: number;
}

let turns = 0;

/**
 * A config endpoint (or a static file). All that is asked for in one tick goes into one request, or into several when
 * its address grew too long. What fails is tried once more, later, where the reply says that this may help.
 */
export class Endpoint {
  readonly #url: string;
  readonly #arrived: (arrival: Arrival) => void;
  readonly #failed: () => void;
  readonly #open = new Set<AbortController>();
  #closed = false;
  readonly #retries = new Set<ReturnType<typeof setTimeout>>();
  #waiting = new Set<string>();
  #again = false;
  #quietUntil = 0;

  /**
   * @param url absolute address; `products=` is added to its query
   * @param arrived called with each answer
   * @param failed called when a request has finally failed
   */
  constructor(url: string, arrived: (arrival: Arrival) => void, failed: () => void) {
    this.#url = url;
    this.#arrived = arrived;
    this.#failed = failed;
  }

  /** Asks for products (ids, handles or SKUs, of products or variants). */
  ask(references: Iterable<string>, again = false): void {
    const first = this.#waiting.size === 0;
    for (const reference of references) this.#waiting.add(reference);
    this.#again ||= again;
    if (!first || this.#waiting.size === 0) return;
    const quiet = this.#quietUntil - performance.now();
    if (quiet > 0) this.#later(() => this.#flush(), quiet);
    else queueMicrotask(() => this.#flush());
  }

  /** Ends all requests that are under way, and those that were put off. */
  close(): void {
    this.#closed = true;
    for (const abort of this.#open) abort.abort();
    for (const timer of this.#retries) clearTimeout(timer);
  }

  #flush(): void {
    const asked = [...this.#waiting];
    const afresh = this.#again;
    this.#waiting = new Set();
    this.#again = false;
    for (const url of addresses(this.#url, asked)) void this.#request(url, afresh, true);
  }

  #later(act: () => void, wait: number): void {
    const timer = setTimeout(() => {
      this.#retries.delete(timer);
      act();
    }, wait);
    this.#retries.add(timer);
  }

  async #request(url: string, again: boolean, mayRetry: boolean): Promise<void> {
    if (this.#closed) return;
    const turn = (turns += 1);
    const abort = new AbortController();
    this.#open.add(abort);
    const answer: Answer = await fetchJson(url, again ? 'no-cache' : 'default', abort);
    this.#open.delete(abort);
    if (this.#closed) return;
    if (answer.ok) {
      if (!again && Date.now() - answer.serverTime > OLD) return this.#request(url, true, mayRetry);
      this.#arrived({ ...answer, turn });
      return;
    }
    // A server that asks to be left alone is, whatever else is asked for meanwhile.
    this.#quietUntil = Math.max(this.#quietUntil, performance.now() + (answer.retryIn ?? 0));
    if (answer.retryIn !== undefined && mayRetry) {
      this.#later(() => void this.#request(url, again, false), answer.retryIn);
    } else {
      this.#failed();
    }
  }
}
