import { call } from '../native.js';
import { isSaid } from '../elements/shared/promise-words.js';
import type { Place, Platform } from '../platforms/platform.js';
import { Scope } from '../store/scope.js';
import { shared } from '../store/shared-store.js';
import { referenceIn } from './place-reference.js';
import { takesSignUps } from './takes-sign-ups.js';

/** On what we put beside a listed product; a copied card comes with it. */
const MARK = 'data-backorder-listed';

interface Listed {
  readonly reference: string;
  /** What our elements of a product without a form go after. */
  readonly after: Element | undefined;
  /** That of the form in a card, which follows the choice in it. */
  readonly own: Scope | undefined;
  /** Puts in what is missing. */
  readonly show: () => void;
  readonly stop: () => void;
}

/**
 * Products that the page shows in a list, whose cards get a badge when they are not in stock, also those with a form of their own:
 * beside that there is no room, or what is there cannot be seen. And a sold-out product for which the system prints no form, which
 * gets the sign-up. Nothing is put beside the others.
 */
export class ListedProducts {
  readonly #platform: Platform;
  readonly #listed = new Map<HTMLElement, Listed>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Finds those that have come, and lets those go that have left. */
  look(): void {
    const { card, formless } = this.#platform;
    for (const [element, { reference, after, own, show, stop }] of this.#listed) {
      // A theme may write another product into a card, or the same one anew.
      const told = [card, formless].map((place) => place && referenceIn(element, place));
      const whole = (!after || element.contains(after)) && shared().scopes.at(element) === own;
      if (element.isConnected && whole && told.includes(reference)) show();
      else this.#release(element, stop);
    }
    if (card) this.#find(card);
    if (formless) this.#find(formless, formless.after);
  }

  /** Sees to the badge of a product form that stands in a card. `false` where there is no card. */
  takes(root: Element): boolean {
    const { card } = this.#platform;
    if (!(card && root instanceof HTMLElement && call(root, 'matches', card.selector))) return false;
    this.#list(root, card);
    return true;
  }

  /** Takes everything out again. */
  release(): void {
    for (const [element, { stop }] of this.#listed) this.#release(element, stop);
  }

  #release(element: HTMLElement, stop: () => void): void {
    stop();
    this.#listed.delete(element);
    takeOut(element);
  }

  /** @param beside what ours go after; without it a badge goes over the whole */
  #find(place: Place, beside?: string): void {
    for (const element of document.querySelectorAll<HTMLElement>(place.selector)) {
      // A form that is not known yet will be; beside one there is nothing more to say of a sold-out product.
      if (!this.#hasForm(element) || (!beside && shared().scopes.at(element))) {
        this.#list(element, place, beside);
      }
    }
  }

  /** A form without a button sells nothing: so some themes print that of a sold-out product. */
  #hasForm(element: HTMLElement): boolean {
    const { form, button } = this.#platform;
    return [...element.querySelectorAll(form)].some((it) => it.querySelector(button));
  }

  #list(element: HTMLElement, place: Place, beside?: string): void {
    const own = beside === undefined ? shared().scopes.at(element) : undefined;
    const known = this.#listed.get(element);
    if (known && known.own === own) return;
    if (known) this.#release(element, known.stop);
    const tags = beside === undefined ? 'backorder-badge' : 'eta-notice,notify-me-form';
    const words = beside === undefined ? undefined : element.querySelector(beside);
    // Inside a form ours would be fields of it.
    const after = words?.closest('form') ?? words;
    const reference = referenceIn(element, place);
    // The theme's own tags say it already.
    const theirs = element.querySelector(`:is(${tags}):not([${MARK}],[${MARK}] > *)`);
    // A row of a form that sells several together: under the form nothing would tell whose words these are.
    if (after === null || after?.contains(element) || reference === undefined || theirs) return;
    takeOut(element);
    const scope = own ?? new Scope(shared().store);
    if (!own) scope.set({ product: reference });
    const show = (): void => {
      if (after) showBeside(after, reference, scope);
      else showOver(element, own ? undefined : reference, scope);
    };
    this.#listed.set(element, { reference, after, own, show, stop: scope.subscribe(show) });
    show();
  }
}

function takeOut(element: HTMLElement): void {
  for (const ours of element.querySelectorAll(`[${MARK}]`)) ours.remove();
  if (!element.hasAttribute(MARK)) return;
  element.removeAttribute(MARK);
  element.style.removeProperty('position');
  if (!element.getAttribute('style')) element.removeAttribute('style');
}

/** Date and sign-up of a product that has no form. */
function showBeside(after: Element, reference: string, { offer }: Scope): void {
  const next = after.nextElementSibling;
  const there = next instanceof HTMLElement && next.hasAttribute(MARK) ? next : undefined;
  if (!isSaid(offer.state)) return there?.remove();
  // Sign-ups may be taken later; an empty box would still take its margins.
  const missing = [
    ...(offer.control === 'swap' || offer.promise ? ['eta-notice'] : []),
    ...(offer.signUp && takesSignUps() ? ['notify-me-form'] : []),
  ].filter((tag) => !there?.querySelector(tag));
  if (!missing.length) return;
  const box = there ?? document.createElement('div');
  box.setAttribute(MARK, '');
  box.setAttribute('data-backorder-place', 'own');
  box.style.cssText = 'display:grid;gap:.5rem;margin-block:1rem';
  for (const tag of missing) {
    const form = tag === 'notify-me-form';
    const ours = document.createElement(tag);
    ours.setAttribute('product', reference);
    ours.toggleAttribute('compact', form);
    box[form ? 'append' : 'prepend'](ours);
  }
  if (!there) after.after(box);
}

/** A badge over a corner of the card: nothing in the list moves, and a press on it is a press on the card. */
function showOver(card: HTMLElement, reference: string | undefined, { offer }: Scope): void {
  if (!isSaid(offer.state)) takeOut(card);
  if (!isSaid(offer.state) || card.querySelector(`:scope > [${MARK}]`)) return;
  const badge = document.createElement('backorder-badge');
  badge.setAttribute(MARK, '');
  if (reference !== undefined) badge.setAttribute('product', reference);
  badge.style.cssText =
    'position:absolute;inset-block-start:.5rem;inset-inline-start:.5rem;margin:0;color:CanvasText;--backorder-ground:Canvas;pointer-events:none';
  if (getComputedStyle(card).position === 'static') {
    card.style.position = 'relative';
    card.setAttribute(MARK, '');
  }
  card.append(badge);
}
