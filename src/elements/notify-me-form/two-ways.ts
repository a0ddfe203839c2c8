import type { choiceTemplate } from './choice-template.js';

/** The choice between ordering and being told, in files of its own, which come where a policy offers both. */
export class TwoWays {
  readonly #changed: () => void;
  #asked = false;
  /** Draws the choice, once it is there. */
  template: typeof choiceTemplate | undefined;

  /** @param changed called when it is there */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Fetches it, with its looks for a shadow root. */
  need(root: Node): void {
    if (this.#asked) return;
    this.#asked = true;
    import('./choice-template.js').then(
      (it) => {
        it.adoptChoiceStyles(root);
        this.template = it.choiceTemplate;
        this.#changed();
      },
      () => undefined,
    );
  }
}
