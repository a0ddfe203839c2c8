import type { Offer } from '../availability/offer.js';
import { piecesOf } from '../availability/pieces-of.js';
import { langOf, languageAt } from '../elements/shared/page-language.js';
import { badgeWords, limitWords, promiseWords } from '../elements/shared/promise-words.js';
import { ScopeLink } from '../elements/shared/scope-link.js';
import type { Language } from '../messages/catalogue.js';
import { say } from '../messages/say.js';
import { shared } from '../store/shared-store.js';
import { loadElement } from './load-elements.js';
import { Mender } from './mender.js';
import { takesSignUps } from './takes-sign-ups.js';

/** Tags that can be drawn plain. */
export const PLAIN = 'backorder-badge,eta-notice,notify-me-form';

/** A tag that a server has drawn: since when its words hold. */
export const SERVED = '[data-backorder-as-of]';

const MARK = 'data-backorder-plain';

const NOTHING: readonly never[] = [];

/**
 * One of our tags, drawn with a text and perhaps a button and nothing else, while its element has not been fetched. A page of
 * cards needs no more than that: no shadow roots, no renderer. The element comes, and takes the tag over, when a shopper
 * presses the button.
 */
export class PlainTag extends Mender {
  readonly element: HTMLElement;
  readonly #now: (act: () => void) => void;
  readonly #link: ScopeLink;
  readonly #inside: readonly ChildNode[];
  #ours: readonly HTMLElement[] = NOTHING;
  #told = '';
  #drawn = '';
  #turn = 0;
  #missing = false;

  /** @param draw draws something of ours, now or later, and sees to what that throws */
  constructor(element: HTMLElement, draw: (act: () => void) => void) {
    super();
    this.element = element;
    this.#now = draw;
    // A copied or stored piece of page comes with what we have drawn in it.
    if (element.hasAttribute(MARK)) element.replaceChildren();
    this.#inside = childrenOf(element);
    this.#link = new ScopeLink(element, () => this.#apply());
  }

  /** Reads the attributes again. */
  sync(): void {
    const [product, variant, quantity, named] = ['product', 'variant', 'quantity', 'for'].map((it) =>
      this.element.getAttribute(it),
    );
    const told = JSON.stringify([product, variant, quantity, named, langOf(this.element)]);
    if (told === this.#told) return this.mend();
    this.#told = told;
    const own = product && {
      product,
      selection: variant ? { id: variant, sku: variant } : undefined,
      quantity: piecesOf(quantity),
    };
    this.#link.join(own || undefined, named ?? undefined);
  }

  /** Gives the tag back as the page's author wrote it. */
  release(): void {
    this.#turn += 1;
    this.#link.leave();
    this.#restore();
  }

  protected get gone(): boolean {
    return !this.#ours.every((it) => it.isConnected);
  }

  protected again(): void {
    this.#drawn = '';
    this.#apply();
  }

  #apply(): void {
    const { scope } = this.#link;
    const turn = (this.#turn += 1);
    if (!scope) {
      this.#restore();
      return;
    }
    const { offer } = scope;
    // Nothing to say, and nothing inside that would say otherwise: the tag is not touched at all.
    if (offer.state === 'in-stock' && !this.#drawn && !this.#inside.length) return;
    const language = languageAt(this.element, shared().store);
    const draw = (it: Language, aside = ''): void => {
      if (turn === this.#turn) this.#now(() => this.#draw(offer, it, aside));
    };
    const { earlier } = scope;
    const { promise } = offer;
    const aside = this.element.localName === 'eta-notice' && (earlier ?? promise?.cutoffAt ?? promise?.place);
    if (aside) {
      const words = import('../elements/shared/aside-words.js').catch(() => undefined);
      void Promise.all([language, words]).then(([it, found]) =>
        draw(it, found?.asideWords(offer, earlier, it, shared().store.clock.now())),
      );
    } else if (language instanceof Promise) void language.then((it) => draw(it));
    else draw(language);
  }

  #draw(offer: Offer, language: Language, aside: string): void {
    const { element } = this;
    if (offer.state === 'unknown' || (this.#missing && element.localName === 'notify-me-form')) {
      this.#restore();
      return;
    }
    const parts = this.#parts(offer, language);
    const drawn = JSON.stringify([offer.state, parts, aside]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    element.setAttribute('state', offer.state);
    element.toggleAttribute(MARK, parts.some(Boolean));
    const [text, limit, button] = parts;
    const usual = offer.state === 'in-stock' ? this.#inside.filter(isForStock) : [];
    this.#ours = [
      ...this.#made('span', text),
      ...this.#made('button', button),
      ...this.#made('i', aside),
      ...this.#made('b', limit),
    ];
    for (const it of this.#ours) if (it.lang !== language.tag) it.lang = language.tag;
    const all = [...usual, ...this.#ours];
    const there = childrenOf(element);
    // What is there stays, with the focus that may be on it.
    if (there.length !== all.length || all.some((it, at) => it !== there[at]))
      element.replaceChildren(...all);
  }

  /** Sentence, limit and button of each tag; missing or empty where it has none. */
  #parts(offer: Offer, language: Language): readonly (string | undefined)[] {
    if (this.element.localName === 'backorder-badge') return [badgeWords(offer, language)];
    if (this.element.localName === 'eta-notice') {
      // A server cannot know whose "tomorrow" it is, and its words are not changed for that.
      const near = !this.element.matches(SERVED);
      const sentence = promiseWords(offer, language, shared().store.clock.now(), near);
      const explain = sentence && offer.promise && !this.#missing ? say(language, 'explain.open') : '';
      return [sentence, limitWords(offer, language), explain];
    }
    if (!offer.signUp || !takesSignUps(this.element)) return [];
    // A choice of two ways is more than a button.
    if (offer.control === 'swap' || !this.element.hasAttribute('compact')) void this.#become();
    const heading = offer.state === 'coming-soon' ? 'form.heading.coming-soon' : 'form.heading';
    return ['', '', say(language, heading)];
  }

  /** A part of ours with these words: the one that is there, else a new one. */
  #made(tag: 'span' | 'i' | 'b' | 'button', words: string | undefined): readonly HTMLElement[] {
    if (!words) return [];
    const there = this.#ours.find(({ localName }) => localName === tag);
    const made = there ?? document.createElement(tag);
    if (made.textContent !== words) made.textContent = words;
    if (!there && made instanceof HTMLButtonElement) {
      made.type = 'button';
      made.addEventListener('click', () => {
        void this.#become().then(() => (this.element as { open?(): void }).open?.());
      });
    }
    return [made];
  }

  /** Fetches the element. Where its file does not come, nothing is left that only the element could do. */
  async #become(): Promise<void> {
    const tag = this.element.localName as 'eta-notice' | 'notify-me-form';
    await loadElement(tag);
    if (customElements.get(tag)) return;
    this.#missing = true;
    this.#apply();
  }

  #restore(): void {
    if (!this.#drawn) return;
    this.#drawn = '';
    this.element.removeAttribute(MARK);
    if (!customElements.get(this.element.localName)) this.element.removeAttribute('state');
    // An element that has come to life may have put a form of its own beside.
    for (const it of this.#ours) it.remove();
    this.#ours = NOTHING;
    this.element.prepend(...this.#inside);
  }
}

/** Not by `childNodes`, a list that the browser would keep from then on. */
function childrenOf(element: Element): readonly ChildNode[] {
  if (!element.firstChild) return NOTHING;
  const found: ChildNode[] = [];
  for (let it: ChildNode | null = element.firstChild; it; it = it.nextSibling) found.push(it);
  return found;
}

/** What an author has written for products that are in stock. */
function isForStock(node: Node): boolean {
  return node instanceof Element && node.slot === 'in-stock';
}
