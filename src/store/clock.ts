/** Replies carry whole seconds. */
const SECOND = 1000;

/** Milliseconds; caches keep replies for hours, hardly for days. */
const OLDEST_REPLY = 36 * 3_600_000;

/**
 * The page's notion of now. The shopper's clock may be a day or ten years off: once a server has shown its own, that one
 * counts, carried on by the page's steady timer, which does not jump when the clock is set.
 */
export class Clock {
  #base = Date.now();
  #at = performance.now();

  /** Milliseconds since 1970. */
  now(): number {
    return this.#base + performance.now() - this.#at;
  }

  /**
   * Compares with a server's time, in milliseconds since 1970, and takes it over when ours cannot be right. A reply may
   * come from a cache and be hours old, so only a clock that is behind it, or days ahead of it, is wrong for certain.
   */
  compare(serverTime: number): void {
    const ahead = this.now() - serverTime;
    if (ahead >= -SECOND && ahead < OLDEST_REPLY) return;
    this.#base = serverTime;
    this.#at = performance.now();
  }
}
