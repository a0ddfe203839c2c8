import type { Offer } from '../availability/offer.js';

const MARK = 'data-backorder-express-held';

/**
 * Express, wallet and buy-now controls, which may order without the promise: left alone, hidden or disabled as the policy
 * says. Hidden by property and with force, since a theme's `display` beats the `hidden` attribute.
 */
export class ExpressControls {
  readonly #root: Element;
  readonly #selector: string;
  readonly #held = new Map<HTMLElement, () => void>();

  constructor(root: Element, selector: string) {
    this.#root = root;
    this.#selector = selector;
  }

  apply({ control, express }: Offer): void {
    const wanted = control === 'theme' ? 'keep' : express;
    if (wanted === 'keep') {
      this.release();
      return;
    }
    for (const element of this.#root.querySelectorAll<HTMLElement>(this.#selector)) {
      if (this.#held.has(element) || element.parentElement?.closest(`[${MARK}]`)) continue;
      this.#held.set(element, wanted === 'hide' ? hide(element) : disable(element));
    }
  }

  release(): void {
    for (const undo of this.#held.values()) undo();
    this.#held.clear();
  }
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
