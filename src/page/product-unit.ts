import type { Offer } from '../availability/offer.js';
import type { AddControl } from '../elements/shared/add-control.js';
import { announceOffer } from '../elements/shared/announce.js';
import { langOf, languageAt } from '../elements/shared/page-language.js';
import { isSaid } from '../elements/shared/promise-words.js';
import { StateChangeEvent } from '../events/state-change-event.js';
import type { Language } from '../messages/catalogue.js';
import { call } from '../native.js';
import type { Platform } from '../platforms/platform.js';
import { Scope } from '../store/scope.js';
import { shared } from '../store/shared-store.js';
import { ButtonOff } from './button-off.js';
import { readChoice } from './choice.js';
import { ExpressHold } from './express-hold.js';
import type { Unit } from './find-units.js';
import { Mender } from './mender.js';
import { CARD, Placement } from './placement.js';
import type { PlatformKit } from './platform-kit.js';
import { isQuiet } from './quiet-unit.js';
import { isSameUnit } from './same-unit.js';
import { scopeAround } from './scope-around.js';
import { takesSignUps } from './takes-sign-ups.js';
import { controlFor } from './unit-control.js';

const STATE = 'data-backorder-state';

/** One product form of a theme, decorated for as long as it is in the page. Everything is taken back by {@link release}. */
export class ProductUnit extends Mender {
  readonly unit: Unit;
  readonly #platform: Platform;
  readonly #kit: PlatformKit | undefined;
  readonly #draw: (act: () => void) => void;
  readonly #scope: Scope;
  readonly #home: Element | undefined;
  /** What belongs to this product and no other, the form in it. */
  readonly #own: Element;
  #control: AddControl | undefined;
  #express: ExpressHold | undefined;
  #placement: Placement | undefined;
  readonly #insert: boolean;
  #chosen = '';
  readonly #off: ButtonOff;
  #turn = 0;
  /** While the form is read, what comes of it is drawn once, at the end. */
  #syncing = false;
  readonly #changed = (): void => {
    if (!this.#syncing) this.#apply(false);
  };
  /** Whether anything of ours was drawn: until then a product in stock costs no more than this object. */
  #begun = false;

  /**
   * @param insert whether elements may be put in beside the form
   * @param draw draws something of ours, now or later, and sees to what that throws
   * @param kit of a shop system that has an adapter
   */
  constructor(
    unit: Unit,
    platform: Platform,
    insert: boolean,
    draw: (act: () => void) => void,
    kit: PlatformKit | undefined,
  ) {
    super();
    const { store, scopes } = shared();
    this.unit = unit;
    this.#platform = platform;
    this.#kit = kit;
    this.#draw = draw;
    const around = scopeAround(unit.form);
    this.#scope = around ?? new Scope(store);
    // A root that has its scope already holds several forms: each follows its own choice.
    this.#home = around ? undefined : scopes.at(unit.root) ? unit.form : unit.root;
    this.#own = this.#home ?? unit.root;
    this.#insert = insert;
    const product = around?.settings.product ?? unit.reference;
    this.#scope.set({ blocked: unit.button.disabled, product });
    this.#off = new ButtonOff(unit.button, this.#scope, this);
    if (this.#home) scopes.set(this.#home, this.#scope);
    this.#scope.subscribe(this.#changed);
  }

  /** Whether the theme still has what this unit is about. */
  isStill(found: Unit | undefined): boolean {
    const around = scopeAround(this.unit.form);
    return isSameUnit(this.unit, found) && (!around || around === this.#scope);
  }

  /** Makes this the page's own product: what stands in no product follows it. */
  lead(): void {
    const { scopes } = shared();
    if (this.#home && scopes.main !== this.#scope) scopes.set(this.#home, this.#scope, true);
  }

  /** Reads the form, at first and again: the shopper may have chosen another variant or quantity, the theme switched its button. */
  sync(): void {
    const { form, reference } = this.unit;
    const { selection: told, quantity } = readChoice(form, this.#platform);
    const selection = this.#kit?.complete(form, reference, told) ?? told;
    const chosen = JSON.stringify([selection, quantity, langOf(form)]);
    const first = this.#chosen === '';
    const changed = chosen !== this.#chosen;
    this.#chosen = chosen;
    this.#off.look();
    this.#express?.look();
    if (!changed) return this.mend();
    // At first there is nothing to compare with, and nothing to decide twice.
    const before = first ? undefined : this.#scope.offer;
    this.#syncing = true;
    this.#scope.set({ selection, quantity });
    this.#syncing = false;
    this.#apply(!first);
    if (first || before === this.#scope.offer) return;
    announceOffer(this.#scope, this.#language());
  }

  /** Reads the form again at each press: a theme may have written into it without a sign, a while after the last one. */
  pressed(): void {
    this.#draw(() => this.sync());
  }

  /** Gives everything back to the theme. */
  release(): void {
    this.#off.release();
    this.#turn += 1;
    this.#scope.unsubscribe(this.#changed);
    this.#control?.release();
    this.#express?.release();
    this.#placement?.remove();
    call(this.#own, 'removeAttribute', STATE);
    if (this.#home) shared().scopes.set(this.#home, undefined);
  }

  protected get gone(): boolean {
    return !!(this.#placement?.gone || this.#control?.gone);
  }

  protected again(): void {
    this.#apply(false);
  }

  #apply(byShopper: boolean): void {
    const turn = (this.#turn += 1);
    const { offer } = this.#scope;
    this.#tell(offer);
    if (!this.#begun) {
      if (isQuiet(offer, this.unit)) return;
      this.#begun = true;
      const { unit } = this;
      this.#control = controlFor(unit, this.#scope);
      this.#express = new ExpressHold(unit.root, this.#platform.express);
      if (this.#insert) this.#placement = new Placement(unit, this.#own);
    }
    const draw = (language: Language): void =>
      this.#draw(() => {
        if (turn !== this.#turn) return;
        this.#control?.apply(language, byShopper);
        this.#fill(offer);
        this.#express?.apply(offer, language);
      });
    this.#draw(() => {
      const language = this.#language();
      if (language instanceof Promise) void language.then(draw);
      else draw(language);
    });
  }

  /** Puts our elements in, as far as they have something to say. */
  #fill(offer: Offer): void {
    const { root, form } = this.unit;
    if (!this.#placement) return;
    this.#placement.show(isSaid(offer.state));
    if (!isSaid(offer.state)) return;
    const wanted = this.#kit?.saysItself(root) ? [] : ['backorder-badge'];
    if (!call(form, 'closest', CARD)) {
      if (offer.control === 'swap' || offer.promise) wanted.push('eta-notice');
      if (offer.signUp && takesSignUps()) wanted.push('notify-me-form');
    }
    const made = this.#placement.fill(wanted);
    for (const it of made) it.toggleAttribute('compact', it.localName === 'notify-me-form');
    const { place } = this.#placement;
    // Outside it would stand in no scope, or in another product's.
    if (place && !call(this.#own, 'contains', place)) shared().scopes.set(place, this.#scope);
  }

  /** Tells the theme's CSS and scripts. A provider tells for itself. */
  #tell(offer: Offer): void {
    const own = this.#own;
    const before = call(own, 'getAttribute', STATE) ?? 'unknown';
    if (before === offer.state) return;
    if (offer.state === 'unknown') call(own, 'removeAttribute', STATE);
    else call(own, 'setAttribute', STATE, offer.state);
    if (this.#home) call(own, 'dispatchEvent', new StateChangeEvent(this.unit.reference, offer));
  }

  #language(): Language | Promise<Language> {
    return languageAt(this.unit.form, shared().store);
  }
}
