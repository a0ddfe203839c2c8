import type { Place, Platform } from '../platforms/platform.js';
import { Scope } from '../store/scope.js';
import { shared } from '../store/shared-store.js';
import { isSaid } from '../elements/shared/promise-words.js';
import { takesSignUps } from './takes-sign-ups.js';

/** On what we put beside a listed product; a copied card comes with it. */
const MARK = 'data-backorder-listed';

interface Listed {
  readonly scope: Scope;
  readonly stop: () => void;
}

/**
 * Products that the page shows without a form that could be decorated: cards of a list, which get a badge when they are not in
 * stock, and a sold-out product for which the system prints no form, which gets the sign-up. Nothing is put beside the others.
 */
export class ListedProducts {
  readonly #platform: Platform;
  readonly #listed = new Map<Element, Listed>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Finds those that have come, and lets those go that have left. */
  look(): void {
    for (const [element, { stop }] of this.#listed) {
      if (element.isConnected) continue;
      stop();
      this.#listed.delete(element);
    }
    const { card, formless } = this.#platform;
    if (card) this.#find(card, ['backorder-badge']);
    if (formless) this.#find(formless, ['eta-notice', 'notify-me-form']);
  }

  /** Takes everything out again. */
  release(): void {
    for (const [element, { stop }] of this.#listed) {
      stop();
      for (const ours of element.querySelectorAll(`[${MARK}]`)) ours.remove();
    }
    this.#listed.clear();
  }

  #find(place: Place, tags: readonly string[]): void {
    for (const element of document.querySelectorAll(place.selector)) {
      if (this.#listed.has(element) || element.querySelector(this.#platform.form)) continue;
      const after = element.querySelector(place.after);
      const reference = referenceIn(element, place);
      // The theme's own tags say it already.
      if (!after || reference === undefined || element.querySelector(`${tags.join()}:not([${MARK}])`))
        continue;
      for (const copy of element.querySelectorAll(`[${MARK}]`)) copy.remove();
      const scope = new Scope(shared().store);
      scope.set({ product: reference });
      const show = (): void => showBeside(after, reference, scope, tags);
      this.#listed.set(element, { scope, stop: scope.subscribe(show) });
      show();
    }
  }
}

/** The product that a piece of page is about: by an attribute on it, or inside it. */
export function referenceIn(element: Element, { attribute, pattern }: Place): string | undefined {
  const holder = element.hasAttribute(attribute) ? element : element.querySelector(`[${attribute}]`);
  return pattern.exec(holder?.getAttribute(attribute) ?? '')?.[1];
}

function showBeside(after: Element, reference: string, scope: Scope, tags: readonly string[]): void {
  const { offer } = scope;
  const there = after.nextElementSibling?.hasAttribute(MARK) ? after.nextElementSibling : undefined;
  if (!isSaid(offer.state)) {
    there?.remove();
    return;
  }
  if (there) return;
  const box = document.createElement(tags.length > 1 ? 'div' : 'span');
  box.setAttribute(MARK, '');
  for (const tag of tags) {
    if (tag === 'notify-me-form' && !(offer.signUp && takesSignUps())) continue;
    const ours = document.createElement(tag);
    ours.setAttribute('product', reference);
    ours.toggleAttribute('compact', tag === 'notify-me-form');
    box.append(ours);
  }
  after.after(box);
}
