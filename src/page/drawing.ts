/** How all that is ours gets into the page: what throws ends us, and what we draw is no news to who watches the page. */
export class Drawing {
  readonly #ended: AbortSignal;
  readonly #fail: (error: unknown) => void;
  #busy = false;
  #drawing = false;
  /** What is to be drawn when all has been looked at. */
  #later: (() => void)[] | undefined;
  /** Does something that is no news to who watches the page. */
  unseen = (act: () => void): void => act();

  /** @param fail called with what was thrown; it goes no further */
  constructor(ended: AbortSignal, fail: (error: unknown) => void) {
    this.#ended = ended;
    this.#fail = fail;
  }

  /** Does something, unless all has been given back. */
  readonly safely = (act: () => unknown): void => {
    if (this.#ended.aborted) return;
    // Inside of another act: whoever began sees to it.
    if (this.#busy) return void act();
    this.#busy = true;
    try {
      act();
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#busy = false;
    }
  };

  /** Draws something: at once, or with all the others at the end of a look at the page. */
  readonly draw = (act: () => void): void => {
    if (this.#later) this.#later.push(act);
    else if (this.#drawing) act();
    else this.safely(() => this.#now(act));
  };

  /** Looks at the page; what comes of it is drawn at the end, in one go. */
  gather(look: () => void): void {
    if (this.#later) return look();
    const acts: (() => void)[] = (this.#later = []);
    try {
      look();
    } finally {
      this.#later = undefined;
    }
    this.#now(() => acts.forEach((act) => act()));
  }

  #now(act: () => void): void {
    this.#drawing = true;
    try {
      this.unseen(act);
    } finally {
      this.#drawing = false;
    }
  }
}
