/** The last press on a button of a form before the code came that sees to it. */
export interface Heard {
  readonly form: HTMLFormElement;
  /** By the page's steady timer. */
  readonly at: number;
  /** Whether something was chosen before it, or the form has changed since: it may not have been for what the form now says. */
  readonly early: boolean;
}

/** The button or field that is pressed. */
export function pressedIn({ target }: Event): HTMLButtonElement | undefined {
  // Not target.closest, which may be a field of a form.
  const closest = target instanceof Element && Element.prototype.closest.call(target, 'button, input');
  return (closest || undefined) as HTMLButtonElement | undefined;
}

/** Remembers a press until the page's adds are watched: the file for that comes after the first words are right. */
export class FirstPress {
  readonly #ending = new AbortController();
  #heard: (Heard & { readonly told: string }) | undefined;
  #chosen = false;

  constructor() {
    const listening = { capture: true, signal: this.#ending.signal };
    const pressed = (event: Event): void => {
      const form = pressedIn(event)?.form;
      if (form) this.#heard = { form, at: performance.now(), early: this.#chosen, told: toldBy(form) };
    };
    addEventListener('click', pressed, listening);
    addEventListener('change', () => (this.#chosen = true), listening);
  }

  /** What was heard, if anything. Hears no more. */
  take(): Heard | undefined {
    this.#ending.abort();
    const heard = this.#heard;
    return heard && { ...heard, early: heard.early || toldBy(heard.form) !== heard.told };
  }
}

/** All that a form would send. */
function toldBy(form: HTMLFormElement): string {
  return JSON.stringify([...new FormData(form)]);
}
