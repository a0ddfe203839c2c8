import { call, read } from '../native.js';
import type { Unit } from './find-units.js';

const MARK = 'data-backorder-place';

/**
 * Where a theme repeats products in a list, a card has room for a badge and no more; nor has a bar that has its product. Horizon tells
 * on the body how cards behave; Neve puts the page's own form into its bar.
 */
export const CARD = 'li,[class*=card]:not(html,body,main),.type-product[class*=sticky-add]';

/**
 * The elements beside a product form: those that the theme has in the product's root already, or ours, put after the
 * form. After it and not into it: rows of buttons would shift, themes rewrite what is inside, and a sign-up form inside a
 * product form would order the product. A theme names another place by an empty element with `data-backorder-place`.
 */
export class Placement {
  readonly #unit: Unit;
  readonly #home: Element;
  /** Where our own elements are, outside the unit's root: they need its scope as well. */
  place: HTMLElement | undefined;

  /** @param home what belongs to this product and no other, the form in it */
  constructor(unit: Unit, home: Element) {
    this.#unit = unit;
    this.#home = home;
  }

  /** Whether somebody has taken our elements out. */
  get gone(): boolean {
    return !!this.place && !(this.place.isConnected && this.place.firstElementChild);
  }

  /**
   * Puts in those of the wanted tags that are missing, also after a theme has thrown them out.
   *
   * @returns what was put in
   */
  fill(wanted: readonly string[]): readonly HTMLElement[] {
    const there = this.#find();
    // What stands in a place of another form speaks of that one.
    const others = `[${MARK}=own] *`;
    const missing = wanted.filter(
      (tag) =>
        isFree(tag) &&
        !call(this.#home, 'querySelector', `${tag}:not(${others})`) &&
        !there?.querySelector(tag),
    );
    if (!missing.length) return [];
    this.place = there ?? ownPlace(this.#unit.form);
    const made = missing.map((tag) => document.createElement(tag));
    this.place.append(...made);
    return made;
  }

  /** Takes no room while there is nothing to say, unless the shopper has begun to write there. */
  show(said: boolean): void {
    const place = this.#find();
    if (!place?.getAttribute(MARK)) return;
    const begun =
      place.contains(document.activeElement) ||
      // What is written in, which radio buttons and boxes of ours are not: they have their value in the markup.
      place.querySelector<HTMLInputElement>('input:not([value])')?.value;
    place.style.display = said || begun ? 'grid' : 'none';
  }

  /** Takes our elements out. */
  remove(): void {
    if (this.place?.getAttribute(MARK)) this.place.remove();
    else this.place?.replaceChildren();
    this.place = undefined;
  }

  /** The place that is there already: wherever a theme has moved it; also one that came with a copied piece of page. */
  #find(): HTMLElement | undefined {
    if (!this.place?.isConnected) {
      this.place =
        after(this.#unit.form) ??
        (call(this.#home, 'querySelector', `[${MARK}=""]`) as HTMLElement | null) ??
        undefined;
    }
    return this.place;
  }
}

/** Whether a tag is ours to put in: another library may have registered it for something of its own. */
function isFree(tag: string): boolean {
  const taken = customElements.get(tag);
  return !taken || 'offer' in taken.prototype;
}

function after(form: Element): HTMLElement | undefined {
  const next = read(form, 'nextElementSibling');
  return next instanceof HTMLElement && next.hasAttribute(MARK) ? next : undefined;
}

function ownPlace(form: Element): HTMLElement {
  const place = document.createElement('div');
  place.setAttribute(MARK, 'own');
  // By property: a content security policy may forbid style attributes.
  place.style.cssText = 'display:grid;gap:.5rem;margin-block-start:1rem';
  call(form, 'after', place);
  return place;
}
