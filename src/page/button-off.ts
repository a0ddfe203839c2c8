import type { AddButton } from '../elements/shared/label-text.js';
import { offPress, onPress } from '../elements/shared/presses.js';
import type { Scope } from '../store/scope.js';

/** Milliseconds that a theme's button must stay off to be believed: themes switch it off while they fetch a variant. */
const SETTLED = 1000;

/** Whoever has to know of a press before anybody else acts on it. */
interface Pressed {
  pressed(): void;
}

/**
 * Whether the theme has switched its add button off, which says that the shop refuses the order; unless it was pressed just
 * before: then the theme is adding, for as long as its server takes.
 */
export class ButtonOff implements EventListenerObject {
  readonly #button: AddButton;
  readonly #scope: Scope;
  readonly #unit: Pressed;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #pressed = -SETTLED;
  #adding = false;

  constructor(button: AddButton, scope: Scope, unit: Pressed) {
    this.#button = button;
    this.#scope = scope;
    this.#unit = unit;
    onPress(button, this);
  }

  handleEvent(): void {
    this.#pressed = performance.now();
    this.#unit.pressed();
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
