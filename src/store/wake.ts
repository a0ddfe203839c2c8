/** Longest that a browser's timer can be set; beyond it the timer would fire at once. */
const LONGEST = 2_147_000_000;

/** One timer for a whole page, set to the nearest of many instants. */
export class Wake {
  readonly #due = new Map<object, number>();
  readonly #now: () => number;
  readonly #ring: (owners: readonly object[]) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #soon = false;

  /** @param ring called with those whose instant has come */
  constructor(now: () => number, ring: (owners: readonly object[]) => void) {
    this.#now = now;
    this.#ring = ring;
  }

  /** Wakes `owner` at `instant` (milliseconds since 1970), in place of its earlier one; `undefined`: not at all. */
  set(owner: object, instant: number | undefined): void {
    if (instant === undefined) this.#due.delete(owner);
    else this.#due.set(owner, instant);
    // A thousand cards set theirs in one go; the nearest is looked for once.
    if (this.#soon) return;
    this.#soon = true;
    queueMicrotask(() => {
      this.#soon = false;
      this.#arm();
    });
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (!this.#due.size) return;
    const nearest = Math.min(...this.#due.values());
    const wait = Math.min(Math.max(nearest - this.#now(), 0), LONGEST);
    this.#timer = setTimeout(() => this.#fire(), wait);
  }

  #fire(): void {
    const now = this.#now();
    const owners = [...this.#due].filter(([, instant]) => instant <= now).map(([owner]) => owner);
    for (const owner of owners) this.#due.delete(owner);
    this.#ring(owners);
    this.#arm();
  }
}
