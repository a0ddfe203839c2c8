import type { AddButton } from '../elements/shared/button-label.js';
import type { Scope } from '../store/scope.js';

/** Milliseconds that a theme's button must stay off to be believed: themes switch it off while they fetch a variant. */
const SETTLED = 1000;

/** Whether the theme has switched its add button off, which says that the shop refuses the order. */
export class ButtonOff {
  readonly #button: AddButton;
  readonly #scope: Scope;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(button: AddButton, scope: Scope) {
    this.#button = button;
    this.#scope = scope;
  }

  look(): void {
    const off = this.#button.disabled;
    if (off === (this.#scope.settings.blocked ?? false)) this.release();
    else if (!off) this.#scope.set({ blocked: false });
    // A wait that has begun goes on: some pages never stand still.
    else {
      this.#settling ??= setTimeout(() => {
        this.release();
        if (this.#button.disabled) this.#scope.set({ blocked: true });
      }, SETTLED);
    }
  }

  release(): void {
    clearTimeout(this.#settling);
    this.#settling = undefined;
  }
}
