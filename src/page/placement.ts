import type { Unit } from './find-units.js';

/** Tags that say something of a product. */
const TAGS = ['backorder-badge', 'eta-notice', 'notify-me-form'] as const;

const MARK = 'data-backorder-place';

/** Where a theme repeats products in a list, a card has room for a badge and no more. */
const CARD = 'li, [class*="card"]';

/**
 * The elements beside a product form: those that the theme has in the product's root already, or ours, put after the
 * form. After it and not into it: rows of buttons would shift, themes rewrite what is inside, and a sign-up form inside a
 * product form would order the product. A theme names another place by an empty element with `data-backorder-place`.
 */
export class Placement {
  readonly #unit: Unit;
  #place: HTMLElement | undefined;
  #own = false;

  constructor(unit: Unit) {
    this.#unit = unit;
  }

  /**
   * Puts in what is missing. Called again it does nothing more, unless a theme has thrown it out.
   *
   * @returns whether anything was put in
   */
  fill(): boolean {
    const { root, form } = this.#unit;
    if (this.#place?.isConnected) return false;
    // A copy of us that came with a copied or stored piece of page is taken over.
    const there = after(form) ?? root.querySelector<HTMLElement>(`[${MARK}=""]`);
    const wanted: readonly string[] = form.closest(CARD) ? ['backorder-badge'] : TAGS;
    const missing = wanted.filter((tag) => !root.querySelector(tag) && !there?.querySelector(tag));
    if (there) {
      this.#place = there;
      this.#own = there.getAttribute(MARK) === 'own';
    } else if (missing.length) {
      this.#place = document.createElement('div');
      this.#place.setAttribute(MARK, 'own');
      this.#own = true;
      form.after(this.#place);
    }
    this.#place?.append(...missing.map((tag) => document.createElement(tag)));
    return missing.length > 0;
  }

  /** Takes our elements out. */
  remove(): void {
    if (this.#own) this.#place?.remove();
    else this.#place?.replaceChildren();
    this.#place = undefined;
  }

  /** Where our own elements are, outside the unit's root: they need its scope as well. */
  get place(): HTMLElement | undefined {
    return this.#place;
  }
}

function after(form: Element): HTMLElement | undefined {
  const next = form.nextElementSibling;
  return next instanceof HTMLElement && next.hasAttribute(MARK) ? next : undefined;
}
