import { call } from '../native.js';
import type { Unit } from './find-units.js';
import { LIVE } from './live-regions.js';

/** On what is kept from speaking: its own `aria-live`, of which a copy may have come. */
const MARK = 'data-backorder-quiet';

/** Says of a button that our words are on it. */
const WORDED = 'data-backorder-was';

/** Milliseconds that screen readers take to look at what has changed. */
const HEARD = 1000;

/** Milliseconds after which a button is given back in which nothing has been written: what is in stock gets no words. */
const LONGEST = 5000;

/**
 * Themes let their buttons speak up when their words change, as Dawn does on each card. The words that we put on them at first
 * are news to nobody: until they are there, those buttons are silent. From then on they speak as the theme wants them to.
 */
export class QuietButtons {
  readonly #seen = new WeakSet<Element>();
  /** What is held, by its button, and when it will be given back. */
  readonly #held = new Map<Element, { readonly speakers: readonly Element[]; timer: number }>();
  readonly #watch = new MutationObserver((records) => {
    for (const { target } of records) this.#end(target as Element, HEARD);
  });
  readonly #ending = new AbortController();

  constructor() {
    // What follows a press is to be heard. One listener for all: lists are long.
    addEventListener('click', (event) => this.#pressed(event), {
      capture: true,
      signal: this.#ending.signal,
    });
  }

  look(units: readonly Unit[]): void {
    const held = new Set([...this.#held.values()].flatMap(({ speakers }) => speakers));
    for (const copy of document.querySelectorAll(`[${MARK}]`)) if (!held.has(copy)) giveBack(copy);
    for (const { button, form } of units) {
      if (this.#seen.has(button)) continue;
      this.#seen.add(button);
      const speakers = speakersOf(button, form).filter((it) => !held.has(it));
      if (speakers.length) this.#hold(button, speakers);
    }
  }

  release(): void {
    this.#ending.abort();
    for (const button of this.#held.keys()) this.#giveBack(button);
  }

  #hold(button: Element, speakers: readonly Element[]): void {
    for (const it of speakers) {
      it.setAttribute(MARK, it.getAttribute('aria-live') ?? '');
      it.setAttribute('aria-live', 'off');
    }
    this.#held.set(button, { speakers, timer: 0 });
    this.#end(button, LONGEST);
    this.#watch.observe(button, { attributeFilter: [WORDED] });
  }

  #pressed({ target }: Event): void {
    for (const button of this.#held.keys())
      if (button.contains(target as Node | null)) this.#giveBack(button);
  }

  #end(button: Element, after: number): void {
    const held = this.#held.get(button);
    if (!held) return;
    clearTimeout(held.timer);
    held.timer = setTimeout(() => this.#giveBack(button), after) as unknown as number;
  }

  #giveBack(button: Element): void {
    const held = this.#held.get(button);
    clearTimeout(held?.timer);
    this.#held.delete(button);
    held?.speakers.forEach(giveBack);
    if (!this.#held.size) this.#watch.disconnect();
  }
}

/** All that would speak up when a button's words change: itself, what is in it, what is around it in its form. */
function speakersOf(button: Element, form: Element): readonly Element[] {
  const around = button.closest(LIVE);
  const inside = [...button.querySelectorAll(LIVE)];
  return around && call(form, 'contains', around) ? [around, ...inside] : inside;
}

/** Unless the theme has written another since. */
function giveBack(element: Element): void {
  const before = element.getAttribute(MARK);
  element.removeAttribute(MARK);
  if (before === null || element.getAttribute('aria-live') !== 'off') return;
  if (before) element.setAttribute('aria-live', before);
  else element.removeAttribute('aria-live');
}
