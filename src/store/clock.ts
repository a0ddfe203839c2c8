/** Replies carry whole seconds. */
const SECOND = 1000;

/** Milliseconds; caches keep replies for hours, hardly for days. */
const OLDEST_REPLY = 36 * 3_600_000;

/**
 * The page's notion of now. The shopper's clock may be a day or ten years off: once a server has shown its own, that one
 * counts. It is carried on by the page's steady timer, which does not go back when the clock is set, or by the clock: while a
 * phone sleeps, the steady timer may stand still.
 */
export class Clock {
  #base = Date.now();
  #steady = performance.now();
  #clock = this.#base;

  /** Milliseconds since 1970. */
  now(): number {
    return this.#base + Math.max(performance.now() - this.#steady, Date.now() - this.#clock);
  }

  /**
   * Compares with a server's time, in milliseconds since 1970 (NaN: not told), and takes it over when ours cannot be right. A reply may
   * come from a cache and be hours old, so only a clock that is behind it, or days ahead of it, is wrong for certain.
   *
   * @returns whether it was taken over
   */
  compare(serverTime: number): boolean {
    const ahead = this.now() - serverTime;
    if (!(ahead < -SECOND || ahead >= OLDEST_REPLY)) return false;
    this.#base = serverTime;
    this.#steady = performance.now();
    this.#clock = Date.now();
    return true;
  }
}
