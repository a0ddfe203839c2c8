import { call } from '../native.js';
import type { Offer } from '../availability/offer.js';
import { ButtonLabel } from '../elements/shared/button-label.js';
import type { AddButton } from '../elements/shared/label-text.js';
import { badgeWords } from '../elements/shared/promise-words.js';
import type { Language } from '../messages/catalogue.js';

const MARK = 'data-backorder-express-held';

/** Those that are held; what else has the mark is a copy. */
const held = new WeakSet<Element>();

/**
 * Express, wallet and buy-now controls, which may order without the promise: left alone, relabelled, hidden or disabled as
 * the policy says. Hidden by property and with force, since a theme's `display` beats the `hidden` attribute.
 */
export class ExpressControls {
  readonly #root: Element;
  readonly #selector: string;
  readonly #held = new Map<HTMLElement, () => void>();
  #wanted: Offer['express'] = 'keep';
  #words = '';

  constructor(root: Element, selector: string) {
    this.#root = root;
    this.#selector = selector;
    for (const copy of call(root, 'querySelectorAll', `[${MARK}]`) as NodeListOf<HTMLElement>)
      if (!held.has(copy)) free(copy);
  }

  apply(offer: Offer, language: Language): void {
    const wanted = offer.control === 'theme' ? 'keep' : offer.express;
    const words = wanted === 'relabel' ? badgeWords(offer, language) : '';
    if (wanted === this.#wanted && words === this.#words) return;
    this.release();
    this.#wanted = wanted;
    this.#words = words;
    this.look();
  }

  /** Treats controls that have come since like the others: wallets arrive late. */
  look(): void {
    const hold = HOLDS[this.#wanted];
    if (!hold) return;
    for (const element of call(this.#root, 'querySelectorAll', this.#selector) as NodeListOf<HTMLElement>) {
      if (this.#held.has(element) || element.parentElement?.closest(`[${MARK}]`)) continue;
      this.#held.set(element, hold(element, this.#words));
      held.add(element);
    }
  }

  release(): void {
    for (const [element, undo] of this.#held) {
      undo();
      held.delete(element);
    }
    this.#held.clear();
    this.#wanted = 'keep';
  }
}

function free(copy: HTMLElement): void {
  copy.removeAttribute(MARK);
  copy.style.removeProperty('display');
  copy.style.removeProperty('opacity');
  copy.inert = false;
  if (isButton(copy)) new ButtonLabel(copy).restore();
}

/** Also a link that buys: its words are as good as a button's. */
function isButton(element: HTMLElement): element is AddButton {
  return [HTMLButtonElement, HTMLInputElement, HTMLAnchorElement].some((it) => element instanceof it);
}

function hide(element: HTMLElement): () => void {
  const before = element.style.getPropertyValue('display');
  const priority = element.style.getPropertyPriority('display');
  element.setAttribute(MARK, 'hide');
  element.style.setProperty('display', 'none', 'important');
  return () => {
    element.removeAttribute(MARK);
    element.style.setProperty('display', before, priority);
  };
}

/** "Pre-order: Buy it now". A wallet's button has no words that we could change: it stays as it is. */
function relabel(element: HTMLElement, words: string): () => void {
  if (!isButton(element)) return () => undefined;
  const label = new ButtonLabel(element);
  label.show(words, true);
  element.setAttribute(MARK, 'relabel');
  return () => {
    element.removeAttribute(MARK);
    label.restore();
  };
}

function disable(element: HTMLElement): () => void {
  // `inert` takes a wallet's frame out of reach as well as a button.
  const before = element.inert;
  const opacity = element.style.getPropertyValue('opacity');
  element.setAttribute(MARK, 'disable');
  element.inert = true;
  element.style.setProperty('opacity', '0.45');
  return () => {
    element.removeAttribute(MARK);
    element.inert = before;
    element.style.setProperty('opacity', opacity);
  };
}

const HOLDS: Readonly<
  Record<Offer['express'], ((element: HTMLElement, words: string) => () => void) | undefined>
> = {
  keep: undefined,
  relabel,
  hide,
  disable,
};
