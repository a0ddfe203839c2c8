import type { Offer } from '../../availability/offer.js';
import { AddRequestEvent } from '../../events/add-request-event.js';
import type { Language } from '../../messages/catalogue.js';
import { say } from '../../messages/say.js';
import { call } from '../../native.js';
import { MARK, removeLineFields, setLineFields, type LineFieldNames } from '../../outbox/line-fields.js';
import { lineRecord } from '../../outbox/line-record.js';
import type { Scope } from '../../store/scope.js';
import { announce } from './announce.js';
import { ButtonLabel } from './button-label.js';
import type { AddButton } from './label-text.js';
import { offPress, onPress } from './presses.js';
import { badgeWords, isOver, isSaid, limitWords, lineWords, promiseWords } from './promise-words.js';

/** On a button that is off by us, so that a copy of it is not off for ever. */
const STOPPED = 'data-backorder-stopped';

/**
 * A shop's own add-to-cart control, decorated: its words, the promise in its form, and a stop at the merchant's limit. The
 * theme's button goes on submitting the theme's form. Everything is taken back by {@link release}.
 */
export class AddControl implements EventListenerObject {
  readonly button: AddButton;
  readonly scope: Scope;
  readonly #fields: LineFieldNames;
  readonly #label: ButtonLabel;
  #pending: AbortController | undefined;
  #form: HTMLFormElement | undefined;
  #swapped = false;
  #language: Language | undefined;

  constructor(button: AddButton, scope: Scope, fields: LineFieldNames) {
    this.button = button;
    this.scope = scope;
    this.#fields = fields;
    this.#label = new ButtonLabel(button);
    onPress(button, this);
  }

  /** Whether somebody has taken the promise out of the form. */
  get gone(): boolean {
    return this.#swapped && !(this.#form && call(this.#form, 'querySelector', `[${MARK}]`));
  }

  /**
   * Makes the control fit the scope's offer. A change that the shopper did not cause waits while the button is pointed at,
   * pressed or focused: nobody's click may land on other words than the ones they read.
   */
  apply(language: Language, byShopper: boolean): void {
    this.#pending?.abort();
    this.#pending = undefined;
    const busy = (): boolean => !byShopper && this.button.matches(':hover, :active, :focus');
    if (!busy()) {
      this.#apply(language);
      return;
    }
    const pending = new AbortController();
    this.#pending = pending;
    const later = (): void => {
      if (pending.signal.aborted || busy()) return;
      pending.abort();
      this.#pending = undefined;
      this.#apply(language);
    };
    for (const name of ['pointerleave', 'blur', 'pointerup'] as const) {
      // A click that follows pointerup still belongs to the old words.
      this.button.addEventListener(name, () => setTimeout(later), { signal: pending.signal });
    }
  }

  /** Gives the control back to the theme, as it was. */
  release(): void {
    this.#pending?.abort();
    offPress(this.button, this);
    this.#undo();
    this.#label.restore();
  }

  #apply(language: Language): void {
    const { offer } = this.scope;
    this.#language = language;
    if (offer.control === 'theme' || !isSaid(offer.state)) {
      this.#undo();
      return;
    }
    const words = say(language, `button.${offer.state}`);
    // A merchant who has none leaves the theme its own; a button without words cannot be pressed.
    if (words.trim()) this.#label.show(words);
    else this.#label.rest();
    this.#stop(offer.control === 'stop');
    const { form } = this.button;
    if (this.#form && this.#form !== form) removeLineFields(this.#form);
    this.#form = form ?? undefined;
    const swap = offer.control === 'swap';
    this.#swapped = swap && !!form;
    if (!form) return;
    const text = lineWords(offer, language, this.#now());
    setLineFields(form, this.#fields, swap ? text : '', swap ? lineRecord(offer, language.tag) : '');
  }

  #undo(): void {
    this.#label.rest();
    this.#stop(false);
    // Also of a form that was copied or stored with the fields in it.
    const form = this.#form ?? this.button.form;
    if (form) removeLineFields(form);
    this.#form = undefined;
    this.#swapped = false;
  }

  // Not `disabled`: that would take the focus away, and it is the theme's to set.
  #stop(stop: boolean): void {
    const { button } = this;
    // One that the theme has set is the theme's.
    if (button.hasAttribute(stop ? 'aria-disabled' : STOPPED) === stop) return;
    button.ariaDisabled = stop ? 'true' : null;
    button.toggleAttribute(STOPPED, stop);
  }

  #now(): number {
    return this.scope.store.clock.now();
  }

  /** The button was pressed. */
  handleEvent(event: Event): void {
    const { offer, product, settings } = this.scope;
    const language = this.#language;
    // What the shopper reads is what they press: a change that is still put off does not count yet.
    if (!language || this.#pending || offer.control === 'theme') return;
    const stopped = offer.control === 'stop';
    // Whether or not the merchant has words for it.
    if (stopped || isOver(offer)) {
      this.#hold(event);
      announce(stopped ? badgeWords(offer, language) : limitWords(offer, language), language.tag);
      return;
    }
    const request = new AddRequestEvent({
      product: settings.product ?? product?.id ?? '',
      variant: this.scope.variant,
      quantity: offer.wanted,
      offer: offer satisfies Offer,
      promise: promiseWords(offer, language, this.#now()),
    });
    if (this.button.dispatchEvent(request)) this.#label.pressed();
    else this.#hold(event);
  }

  #hold(event: Event): void {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
