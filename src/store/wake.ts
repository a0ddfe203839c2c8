/** The longest wait that a timer takes in full, milliseconds; longer ones it takes for none. */
const LONGEST = 2_147_000_000;

/** One timer for a whole page, set to the nearest of the instants that anybody waits for. */
export class Wake {
  readonly #now: () => number;
  readonly #ring: () => void;
  #due = Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param ring called when the nearest instant has come; who waits for a later one sets it again */
  constructor(now: () => number, ring: () => void) {
    this.#now = now;
    this.#ring = ring;
  }

  /** Rings at `instant` (milliseconds since 1970), or earlier. */
  set(instant: number | undefined): void {
    if (instant === undefined || instant >= this.#due) return;
    this.#due = instant;
    clearTimeout(this.#timer);
    const wait = Math.min(instant - this.#now(), LONGEST);
    this.#timer = setTimeout(() => {
      this.#due = Infinity;
      this.#ring();
    }, wait);
  }
}
