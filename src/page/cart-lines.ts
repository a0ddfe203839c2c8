import { parseLineRecord } from '../availability/line-record.js';
import type { Platform } from '../platforms/platform.js';
import { shared } from '../store/shared-store.js';
import type { CartGlance, FoundLine } from './cart-glance.js';
import type { CartSum } from './cart-sum.js';
import { LineNote, NOTE } from './line-note.js';
import { soonAfter } from './soon-after.js';

/** On a line, or on an element in it: the line's promise record. Alone, hidden, it only says that the cart has such lines. */
export const LINE = 'data-backorder-line';
const PRODUCT = `${LINE}-product`;
const QUANTITY = `${LINE}-quantity`;

/** On an element in which the theme wants the sum of the lines; with the number of all lines of the cart in it. */
const SUM = 'data-backorder-cart';

const MOST_LINES = 500;

/**
 * The cart's lines that are ours, wherever the page shows them: each gets a few words on what was promised. Lines that a theme
 * has marked are read from the page; for those of a shop system the cart is asked, once they are seen. Others are not touched.
 */
export class CartLines {
  readonly #platform: Platform;
  readonly #signal: AbortSignal;
  readonly #notes = new Map<Element, LineNote>();
  #glance: CartGlance | undefined;
  #sum: CartSum | undefined;
  /** Many lines are drawn at a time. */
  readonly #later = soonAfter(() => this.#add(), 0);
  #summing = false;
  /** What is found, by the element that it was found at. */
  #found: ReadonlyMap<Element, FoundLine> = new Map();

  /** @param insert whether words may be put where the theme has not asked for them */
  constructor(platform: Platform, insert: boolean, signal: AbortSignal) {
    this.#platform = platform;
    this.#signal = signal;
    const look = (): void => {
      if (!signal.aborted) this.look();
    };
    const { cart, lines } = platform;
    if (cart && insert) {
      import('./cart-glance.js').then(
        (it) => {
          this.#glance = new it.CartGlance(cart, lines, look, signal);
          look();
        },
        () => undefined,
      );
    }
    const observer = new MutationObserver(soonAfter(look, 0));
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: [LINE, PRODUCT, QUANTITY, SUM, 'lang'],
    });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      for (const note of this.#notes.values()) note.release();
      this.#notes.clear();
      this.#sum?.release();
    });
    look();
  }

  /** Looks at the page again: lines come and go, and themes draw their carts anew. */
  look(): void {
    const found = new Map<Element, FoundLine>([...this.#marked(), ...this.#placed()]);
    this.#found = found;
    for (const [element, note] of this.#notes) {
      if (found.has(element) && element.isConnected) continue;
      note.release();
      this.#notes.delete(element);
    }
    for (const [element, line] of found) {
      const note = this.#notes.get(element) ?? new LineNote(element, this.#platform.lines.after, this.#later);
      this.#notes.set(element, note);
      note.show(line);
    }
    // What a copied line has brought along.
    const ours = new Set([...this.#notes.values()].map(({ element }) => element));
    for (const it of document.querySelectorAll(`[${NOTE}]`)) if (!ours.has(it as HTMLElement)) it.remove();
    this.#later();
  }

  /** Brings the sum up to date, where the theme has a place for it. */
  #add(): void {
    if (this.#signal.aborted) return;
    const places = [...document.querySelectorAll(`[${SUM}]`)];
    if (this.#sum) {
      const lines = [...this.#notes].flatMap(([element, { news }]) => {
        const line = this.#found.get(element);
        return line ? [{ line, news }] : [];
      });
      const count = (place: Element): number => Number(place.getAttribute(SUM)) || (this.#glance?.count ?? 0);
      this.#sum.show(places, lines, count);
    } else if (places.length && this.#notes.size && !this.#summing) {
      this.#summing = true;
      import('./cart-sum.js').then(
        (it) => {
          if (this.#signal.aborted) return;
          this.#sum = new it.CartSum();
          this.#add();
        },
        () => undefined,
      );
    }
  }

  #marked(): readonly (readonly [Element, FoundLine])[] {
    return [...document.querySelectorAll(`[${LINE}]:not([hidden])`)]
      .slice(0, MOST_LINES)
      .flatMap((element) => {
        const record = parseLineRecord(element.getAttribute(LINE));
        const quantity = Number(element.getAttribute(QUANTITY));
        return record
          ? [
              [
                element,
                {
                  record,
                  quantity: Number.isSafeInteger(quantity) && quantity > 0 ? quantity : undefined,
                  reference: element.getAttribute(PRODUCT) || undefined,
                },
              ],
            ]
          : [];
      });
  }

  #placed(): readonly (readonly [Element, FoundLine])[] {
    if (!this.#glance || shared().store.disabled) return [];
    const all = [...document.querySelectorAll(this.#platform.lines.selector)].slice(0, MOST_LINES);
    const marks = `[${LINE}]:not([hidden])`;
    return this.#glance.at(all.filter((it) => !it.closest(marks) && !it.querySelector(marks)));
  }
}

let lines: CartLines | undefined;

/** Watches the page's cart lines until the signal ends; called again it only looks again. Never throws. */
export function watchCartLines(platform: Platform, insert: boolean, signal: AbortSignal): void {
  try {
    if (lines) lines.look();
    else {
      lines = new CartLines(platform, insert, signal);
      signal.addEventListener('abort', () => (lines = undefined));
    }
  } catch {
    // The cart stays as the theme has drawn it.
  }
}
