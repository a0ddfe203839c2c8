import { clientPrefix } from './client-prefix.js';

interface Bucket {
  /** What is left at the instant `at`. */
  left: number;
  at: number;
  /** What was asked last: the same again costs nothing, since it changes nothing. */
  last: string;
}

/** Clients that are remembered; the one that was silent for longest is forgotten first. */
const MOST_CLIENTS = 10_000;

/**
 * Lets a client do something so many times in a while, and after that as often as time allows. It is kept in memory only:
 * no address is written down, and each process counts for itself.
 */
export class ClientLimit {
  readonly #clients = new Map<string, Bucket>();
  readonly #most: number;
  readonly #span: number;

  /** @param span milliseconds in which a client may do it `most` times */
  constructor(most: number, span: number) {
    this.#most = most;
    this.#span = span;
  }

  /** Clients that are remembered now. */
  get size(): number {
    return this.#clients.size;
  }

  /**
   * Takes one try of a client; an unknown client, '', is not limited.
   *
   * @param what tells tries apart
   * @param cost how many tries it counts for
   * @returns seconds until there is another, where there is none left
   */
  take(client: string, what: string, now: number, cost = 1): number | undefined {
    if (client === '') return undefined;
    const bucket = this.#bucketOf(clientPrefix(client), now);
    if (what !== '' && bucket.last === what) return undefined;
    const each = this.#span / this.#most;
    bucket.left = Math.min(this.#most, bucket.left + Math.max(0, now - bucket.at) / each);
    bucket.at = now;
    const price = Math.min(cost, this.#most);
    if (bucket.left < price) return Math.ceil(((price - bucket.left) * each) / 1000);
    bucket.left -= price;
    bucket.last = what;
    return undefined;
  }

  #bucketOf(name: string, now: number): Bucket {
    const bucket = this.#clients.get(name) ?? { left: this.#most, at: now, last: '' };
    // A map keeps its order: what is put in again is the newest.
    this.#clients.delete(name);
    this.#clients.set(name, bucket);
    if (this.#clients.size > MOST_CLIENTS) {
      const [oldest = ''] = this.#clients.keys();
      this.#clients.delete(oldest);
    }
    return bucket;
  }
}
