const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  dateNow: Date.now,
  performanceNow: performance.now,
};

/** Lets everything that is due now, promises and events, run to its end. */
export const turnOfEvents = (): Promise<void> =>
  new Promise((resolve) => real.setTimeout.call(globalThis, resolve));

/** Time in the hands of a test: timers, `Date.now()` and `performance.now()`, until {@link release}. */
export class Time {
  #now: number;
  readonly #start: number;
  #skew = 0;
  #last = 0;
  readonly #timers = new Map<number, { readonly due: number; readonly act: () => void }>();

  /** @param now milliseconds since 1970 */
  constructor(now: number) {
    this.#now = this.#start = now;
    globalThis.setTimeout = ((act: () => void, wait = 0) => {
      // As browsers do it: a wait that does not fit 32 bits is none.
      const kept = wait > 2 ** 31 - 1 || !(wait > 0) ? 0 : wait;
      this.#timers.set((this.#last += 1), { due: this.#now + kept, act });
      return this.#last;
    }) as typeof setTimeout;
    globalThis.clearTimeout = ((id: number) => void this.#timers.delete(id)) as typeof clearTimeout;
    Date.now = () => this.#now + this.#skew;
    performance.now = () => this.#now - this.#start;
  }

  /** Milliseconds until each timer that is set. */
  get waits(): readonly number[] {
    return [...this.#timers.values()].map(({ due }) => due - this.#now).sort((a, b) => a - b);
  }

  /** Lets time pass; timers fire at their time. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await turnOfEvents();
      const next = [...this.#timers].sort(([, a], [, b]) => a.due - b.due)[0];
      if (!next || next[1].due > end) break;
      this.#timers.delete(next[0]);
      this.#now = Math.max(this.#now, next[1].due);
      next[1].act();
    }
    this.#now = end;
  }

  /** Sets the shopper's clock forward or back; the page's steady timer does not notice. */
  setClock(ms: number): void {
    this.#skew += ms;
  }

  /** Gives time back to the browser. */
  release(): void {
    globalThis.setTimeout = real.setTimeout;
    globalThis.clearTimeout = real.clearTimeout;
    Date.now = real.dateNow;
    performance.now = real.performanceNow;
  }
}
