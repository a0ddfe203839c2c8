import { MARK } from '../outbox/line-fields.js';

/** Milliseconds for which a form's fields are held back at most. */
const LONGEST = 3000;

/** Milliseconds in which a theme has done with an answer. */
const DONE = 100;

const FIELDS = `input[${MARK}]`;

/**
 * A theme that asks its shop about a form as it opens drops the answer when the form has changed meanwhile, by a field of ours as
 * well. So these are off, and in nothing that is read from the form, until that answer has come, or the shopper presses.
 */
export class HeldFields {
  /** What ends the hold, by form: one is held once. */
  readonly #holds = new WeakMap<HTMLFormElement, AbortController>();
  readonly #ended: () => void;
  #under = new Set<AbortController>();

  /**
   * @param firstLook fits the address that such a theme asks
   * @param ended called when fields are on again
   */
  constructor(firstLook: RegExp, ended: () => void, signal: AbortSignal) {
    this.#ended = ended;
    const fields = new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) {
          if (node instanceof HTMLInputElement && node.matches(FIELDS)) this.#hold(node);
        }
      }
    });
    fields.observe(document, { childList: true, subtree: true });
    const answers = new PerformanceObserver((list) => {
      if (!list.getEntries().some(({ name }) => firstLook.test(name))) return;
      const done = this.#under;
      this.#under = new Set();
      setTimeout(() => done.forEach((it) => it.abort()), DONE);
    });
    answers.observe({ type: 'resource' });
    const pressed = ({ target }: Event): void => {
      const button = target instanceof Element ? target.closest('button, input') : null;
      const form = target instanceof HTMLFormElement ? target : (button as HTMLInputElement | null)?.form;
      if (form) this.#holds.get(form)?.abort();
    };
    // Before the theme hears of it.
    for (const type of ['click', 'submit']) addEventListener(type, pressed, { capture: true, signal });
    signal.addEventListener('abort', () => {
      fields.disconnect();
      answers.disconnect();
      for (const it of this.#under) it.abort();
    });
  }

  #hold(field: HTMLInputElement): void {
    const { form } = field;
    if (!form) return;
    let hold = this.#holds.get(form);
    if (!hold) {
      hold = new AbortController();
      this.#holds.set(form, hold);
      this.#under.add(hold);
      const { signal } = hold;
      const timer = setTimeout(() => this.#holds.get(form)?.abort(), LONGEST);
      signal.addEventListener('abort', () => clearTimeout(timer));
    }
    if (hold.signal.aborted) return;
    field.disabled = true;
    hold.signal.addEventListener('abort', () => (field.disabled = false));
    hold.signal.addEventListener('abort', this.#ended);
  }
}
