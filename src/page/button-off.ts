import type { AddButton } from '../elements/shared/label-text.js';
import { offPress, onPress } from '../elements/shared/presses.js';
import type { Scope } from '../store/scope.js';

/** Milliseconds that a theme's button must stay off to be believed: themes switch it off while they fetch a variant. */
const SETTLED = 1000;

/**
 * Whether the theme has switched its add button off, which says that the shop refuses the order; unless it was pressed just
 * before: then the theme is adding, for as long as its server takes.
 */
export class ButtonOff implements EventListenerObject {
  readonly #button: AddButton;
  readonly #scope: Scope;
  readonly #read: () => void;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #pressed = -SETTLED;
  #adding = false;

  /** @param read reads the form again, at each press: a theme may have written into it without a sign, a while after the last one */
  constructor(button: AddButton, scope: Scope, read: () => void) {
    this.#button = button;
    this.#scope = scope;
    this.#read = read;
    onPress(button, this);
  }

  handleEvent(): void {
    this.#pressed = performance.now();
    this.#read();
  }

  look(): void {
    const { disabled } = this.#button;
    this.#adding = disabled && (this.#adding || performance.now() - this.#pressed < SETTLED);
    const off = disabled && !this.#adding;
    if (off === (this.#scope.settings.blocked ?? false)) this.#rest();
    else if (!off) this.#scope.set({ blocked: false });
    // A wait that has begun goes on: some pages never stand still.
    else {
      this.#settling ??= setTimeout(() => {
        this.#rest();
        if (this.#button.disabled) this.#scope.set({ blocked: true });
      }, SETTLED);
    }
  }

  release(): void {
    this.#rest();
    offPress(this.#button, this);
  }

  #rest(): void {
    clearTimeout(this.#settling);
    this.#settling = undefined;
  }
}
