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

  /** Takes over a server's time, in milliseconds since 1970. */
  set(serverTime: number): void {
    this.#base = serverTime;
    this.#at = performance.now();
  }
}
