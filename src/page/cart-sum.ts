import { cartPromise, type CartLine } from '../availability/cart-promise.js';
import { whenWords } from '../elements/shared/promise-words.js';
import { languageAt } from '../elements/shared/page-language.js';
import type { Language } from '../messages/catalogue.js';
import { withMore } from '../messages/en-more.js';
import { say } from '../messages/say.js';
import { shared } from '../store/shared-store.js';
import type { FoundLine } from './cart-glance.js';
import { lineState, type LineNews } from './cart-line-words.js';

/** One of our lines, and what is known apart from it. */
export interface SummedLine {
  readonly line: FoundLine;
  readonly news: LineNews;
}

/** On what we put into a place. */
export const SUMMED = 'data-backorder-cart-said';

/** A theme that takes the sum out each time has its way. */
const MOST_INSERTIONS = 20;

/** Pieces of which all ship as usual, such as lines that are not ours. */
const AS_USUAL: CartLine = { offer: { split: { now: 1, later: 0, refused: 0 } } };

/**
 * When the whole cart comes, in a sentence. Empty where nothing of it is waited for, or where days of dispatch and of arrival
 * have no sum.
 *
 * @param others whether the cart has lines besides
 */
export function cartWords(lines: readonly SummedLine[], others: boolean, language: Language): string {
  const { store } = shared();
  const partial = store.lookup('', {}).policy.partial ?? 'split';
  const own = lines.map(cartLineOf);
  if (!own.length) return '';
  const { shipments, undated, last } = cartPromise(others ? [...own, AS_USUAL] : own, partial);
  const spoken = withMore(language);
  if (undated.length) {
    // Each has its date, only not one for all.
    return own.every(isDated) ? '' : say(spoken, 'cart.undated');
  }
  if (!last) return '';
  const when = whenWords(last, language, store.clock.now());
  return partial === 'together'
    ? say(spoken, 'cart.together', { when })
    : say(spoken, 'cart.apart', { count: shipments.length, when });
}

function cartLineOf({ line, news }: SummedLine): CartLine {
  const { told, parts, quiet } = lineState(line, news);
  const { promise, split = { now: 0, later: line.quantity ?? 1 } } = told;
  if (quiet) return AS_USUAL;
  // What cannot be had any more, or not yet, has no date that holds for an order.
  if (told.state === 'sold-out' || told.state === 'coming-soon') return { offer: {} };
  return {
    offer: { split: { ...split, refused: 0 }, ...(promise && { promise }), ...(parts && { parts }) },
  } as CartLine;
}

const isDated = ({ offer: { split, promise, parts } }: CartLine): boolean =>
  !!split && (split.later === 0 || (parts ? parts.every(({ window }) => window) : !!promise));

/** The sum of the cart's lines, in the places that the theme has for it. */
export class CartSum {
  readonly #said = new Map<Element, HTMLElement>();
  readonly #insertions = new WeakMap<Element, number>();
  #turn = 0;

  /** @param count how many lines the cart has in all, where that is known; else 0 */
  show(places: readonly Element[], lines: readonly SummedLine[], count: (place: Element) => number): void {
    const turn = (this.#turn += 1);
    // A drawer and a page may show the same line.
    const distinct = new Set(lines.map(({ line }) => JSON.stringify(line))).size;
    for (const [place, it] of this.#said) if (!places.includes(place)) this.#take(place, it);
    for (const place of places) {
      void Promise.resolve(languageAt(place, shared().store)).then((language) => {
        if (turn !== this.#turn) return;
        const words = shared().store.disabled ? '' : cartWords(lines, count(place) > distinct, language);
        this.#write(place, words, language.tag);
      });
    }
  }

  /** Takes everything out again. */
  release(): void {
    this.#turn += 1;
    for (const [place, it] of this.#said) this.#take(place, it);
  }

  #write(place: Element, words: string, tag: string): void {
    const before = this.#said.get(place);
    if (!words) {
      if (before) this.#take(place, before);
      return;
    }
    const said = before ?? made();
    this.#said.set(place, said);
    if (said.lang !== tag) said.lang = tag;
    if (said.textContent !== words) said.textContent = words;
    // What a copied place has brought along.
    for (const it of place.querySelectorAll(`[${SUMMED}]`)) if (it !== said) it.remove();
    const count = this.#insertions.get(place) ?? 0;
    if (said.parentNode === place || count >= MOST_INSERTIONS) return;
    this.#insertions.set(place, count + 1);
    place.append(said);
  }

  #take(place: Element, said: HTMLElement): void {
    said.remove();
    this.#said.delete(place);
  }
}

function made(): HTMLElement {
  const said = document.createElement('span');
  said.setAttribute(SUMMED, '');
  return said;
}
