import { parseLineRecord } from '../availability/line-record.js';
import type { Cart, CartLine, LinePlace, Sign } from '../platforms/platform.js';
import { shared } from '../store/shared-store.js';
import type { OwnLine } from './cart-line-words.js';
import { propertyName, readCart, shopRoot } from './read-cart.js';
import { soonAfter } from './soon-after.js';

/** One of our lines, and what it is a line of. */
export interface FoundLine extends OwnLine {
  /** Product or variant, by any name, where that is told. */
  readonly reference?: string | undefined;
}

/** Milliseconds from one reading of the cart to the next. */
const PACE = 1000;

/**
 * What the shop system says is in the cart, for the lines that its theme shows. It is asked when such lines come into sight, and
 * again when they are others; a page whose drawer stays shut asks for nothing.
 */
export class CartGlance {
  readonly #cart: Cart;
  readonly #place: LinePlace;
  readonly #told: () => void;
  readonly #sight: IntersectionObserver;
  readonly #later: () => void;
  #lines: readonly CartLine[] = [];
  /** The lines in the page that were read, and those that wait to be seen. */
  #read = '';
  #awaited = '';
  #readAt = -Infinity;

  /** @param told called when the cart has been read */
  constructor(cart: Cart, place: LinePlace, told: () => void, signal: AbortSignal) {
    this.#cart = cart;
    this.#place = place;
    this.#told = told;
    this.#later = soonAfter(told, PACE);
    this.#sight = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) void this.#ask();
    });
    signal.addEventListener('abort', () => this.#sight.disconnect());
    const changed = (): void => {
      this.#read = '';
      told();
    };
    // The promise may have been put on the line by ourselves.
    document.addEventListener('backorder-receipt', changed, { signal });
  }

  /** How many lines the cart has, ours and others; 0 while it has not been read. */
  get count(): number {
    return this.#lines.length;
  }

  /** Those of the given elements that are lines of ours. */
  at(elements: readonly Element[]): readonly (readonly [Element, FoundLine])[] {
    const signs = elements.length ? JSON.stringify(elements.map(signOf)) : this.#read;
    if (signs !== this.#read) this.#await(signs, elements);
    return elements.flatMap((element) => {
      const line = this.#lineOf(element);
      return line ? [[element, line]] : [];
    });
  }

  #await(signs: string, elements: readonly Element[]): void {
    if (performance.now() - this.#readAt < PACE) {
      this.#later();
      return;
    }
    this.#awaited = signs;
    this.#sight.disconnect();
    for (const it of elements) this.#sight.observe(it);
  }

  async #ask(): Promise<void> {
    this.#sight.disconnect();
    const signs = this.#awaited;
    if (signs === this.#read) return;
    this.#read = signs;
    this.#readAt = performance.now();
    this.#lines = (await readCart(this.#cart, shopRoot(this.#cart))) ?? [];
    this.#told();
  }

  #lineOf(element: Element): FoundLine | undefined {
    const line = this.#matching(element);
    const { text, record: name } = shared().config.lineFields;
    const record = line && parseLineRecord(own(line.properties, propertyName(name)));
    return record
      ? {
          record,
          quantity: line.quantity,
          reference: line.variant,
          text: own(line.properties, propertyName(text)),
        }
      : undefined;
  }

  /** By key, else by place, else by its variant; what a theme tells besides must agree. */
  #matching(element: Element): CartLine | undefined {
    const all = this.#lines;
    const { key, index, variant } = this.#place;
    const [named, id] = [signed(element, key), signed(element, variant)];
    const fitting = id === undefined ? all : all.filter((it) => it.variant === id);
    const byKey = fitting.find((it) => it.key === named);
    if (byKey) return byKey;
    const single = id !== undefined && fitting.length === 1 ? fitting[0] : undefined;
    // A key that is not in the cart any more belongs to another line than the one in its place.
    if (named !== undefined) return single;
    const at = index
      ? Number(signed(element, index)) - 1
      : placeOf(element, this.#place.selector, all.length);
    const byPlace = all[at];
    return byPlace && fitting.includes(byPlace) ? byPlace : single;
  }
}

/** What an attribute, on an element or inside it, tells of it. */
function signed(element: Element, sign: Sign | undefined): string | undefined {
  if (!sign) return undefined;
  const holders = [element, ...element.querySelectorAll(`[${sign.attribute}]`)];
  return holders.map((it) => sign.pattern.exec(it.getAttribute(sign.attribute) ?? '')?.[1]).find(Boolean);
}

/** Where in its list an element stands, if that list is the whole cart. */
function placeOf(element: Element, selector: string, count: number): number {
  const all = [...(element.parentElement?.children ?? [])].filter((it) => it.matches(selector));
  return all.length === count ? all.indexOf(element) : -1;
}

/** What a line in the page is about and how many: enough to see that the cart is another one. */
function signOf(element: Element): readonly string[] {
  const links = [...element.querySelectorAll('a[href]')].map((it) => it.getAttribute('href') ?? '');
  const fields = [...element.querySelectorAll<HTMLInputElement>('input, select')].map(
    (it) => it.getAttribute('value') ?? it.value,
  );
  return [element.id, element.getAttribute('data-key') ?? '', ...links.slice(0, 3), ...fields];
}

function own(from: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(from, name) ? from[name] : undefined;
}
