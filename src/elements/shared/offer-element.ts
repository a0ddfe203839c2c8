import { isServer, type PropertyValues } from 'lit';
import type { Offer } from '../../availability/offer.js';
import type { Policy } from '../../availability/policy.js';
import type { AvailabilityRecord } from '../../availability/record.js';
import type { Language } from '../../messages/catalogue.js';
import type { Scope } from '../../store/scope.js';
import { shared } from '../../store/shared-store.js';
import { nameOf, rescueProperties } from './own-properties.js';
import { onLanguageSwitch } from './language-switch.js';
import { languageAt } from './page-language.js';
import { isSaid } from './promise-words.js';
import { ScopeLink } from './scope-link.js';
import { scopeOnServer } from './scope-on-server.js';
import { OwnSettings, SCOPE_ATTRIBUTES, SCOPE_PROPERTIES } from './scope-settings.js';
import { ServedElement } from './served-element.js';
import { isServed, isTimeToTake, markServed, takeServed } from './served-host.js';
import { spokenOnServer } from './spoken-on-server.js';
import { VERSION } from './version.js';

/**
 * What all elements have in common: they stand in a scope, or make one from their own attributes, and show its offer.
 *
 * An element with nothing to show stays as it was parsed: no shadow root, no rendering, its light-DOM content seen. A page
 * of a thousand cards in stock pays for none of them.
 *
 * What a server has drawn, in a shadow root or as plain HTML, is kept until more is known, and then taken over as it stands.
 */
export abstract class OfferElement extends ServedElement {
  static readonly version: string = VERSION;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...SCOPE_ATTRIBUTES, 'for', 'lang', 'state'];
  }

  readonly #own = new OwnSettings(this.localName);
  readonly #link = new ScopeLink(this, () => this.look());
  #for: string | undefined;
  #awake = false;
  #language: Language | undefined;
  #asked = 0;
  #unlisten: (() => void) | undefined;

  constructor() {
    super();
    rescueProperties(this, SCOPE_PROPERTIES);
  }

  /** Product to show, by id, handle or SKU; or a variant, by id or SKU. Without it: the product that the element stands in. */
  get product(): string | undefined {
    return this.#own.product;
  }

  set product(value: string | undefined) {
    this.#tell('product', value);
  }

  /** Variant to show, by id or SKU. */
  get variant(): string | undefined {
    return this.#own.variant;
  }

  set variant(value: string | undefined) {
    this.#tell('variant', value);
  }

  /** Pieces that the shopper wants. Anything but a whole number from 1 counts as not set. */
  get quantity(): number | undefined {
    return this.#own.quantity;
  }

  set quantity(value: number | undefined) {
    this.#tell('quantity', value);
  }

  /** An availability record to show, in place of what the page's sources say. Takes the form of the document's records. */
  get record(): AvailabilityRecord | undefined {
    return this.#own.record;
  }

  set record(value: unknown) {
    this.#tell('record', value);
  }

  /** The policy that goes with `record`. Takes the form of the document's policies. */
  get policy(): Policy | undefined {
    return this.#own.policy;
  }

  set policy(value: unknown) {
    this.#tell('policy', value);
  }

  /** What the shopper can do now, as far as it is known. */
  get offer(): Offer | undefined {
    return this.#link.scope?.offer;
  }

  override connectedCallback(): void {
    if (isServer) return;
    this.served ||= isServed(this);
    if (this.#awake) super.connectedCallback();
    this.#unlisten = onLanguageSwitch(() => this.look());
    this.#join();
    // Moved out of all products.
    if (!this.scope) this.look();
  }

  override disconnectedCallback(): void {
    if (this.#awake) super.disconnectedCallback();
    this.#unlisten?.();
    this.#unlisten = undefined;
    this.#link.leave();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name === 'product' || name === 'variant' || name === 'quantity') this.#tell(name, value);
    else if (name === 'for') {
      this.#for = nameOf(value);
      this.#join();
    } else if (name !== 'state' ? name === 'lang' : this.#awake && value !== this.offer?.state) this.look();
    // Before there is anything to show, there is nothing to hydrate.
    else if (this.#awake || name !== 'defer-hydration') super.attributeChangedCallback(name, old, value);
  }

  /** The scope that the element stands in. */
  protected get scope(): Scope | undefined {
    return this.#link.scope;
  }

  /** The language it speaks; there when it renders. */
  protected get language(): Language {
    return this.#language as Language;
  }

  /** Milliseconds since 1970, by the page's clock. */
  protected get now(): number {
    return (this.scope ?? shared()).store.clock.now();
  }

  /** Whether there is anything to show, or to hide, for an offer. What the page author put inside goes when it no longer fits. */
  protected shows({ state }: Offer): boolean {
    return isSaid(state) || (state === 'in-stock' && this.textContent.trim() !== '');
  }

  /** An element that has nothing to render is up to date. */
  protected override getUpdateComplete(): Promise<boolean> {
    return this.#awake ? super.getUpdateComplete() : Promise.resolve(true);
  }

  protected override shouldUpdate(_changed: PropertyValues): boolean {
    return this.#language !== undefined;
  }

  /** A server asks for nothing but what the element itself was told: pages of others must not get into this one. */
  protected override willUpdate(_changed: PropertyValues): void {
    if (!isServer) return;
    const scope = scopeOnServer(this, this.#own);
    this.#link.scope = scope;
    this.#language = spokenOnServer(this.getAttribute('lang') ?? 'en');
    if (scope.offer.state !== 'unknown') markServed(this, scope.offer, this.now);
  }

  /** Draws what there is to say now, if anything. An element that had nothing to draw so far may have by now. */
  protected look(): void {
    const { offer } = this;
    if (!this.isConnected) return;
    if (!this.#awake) {
      const due = this.served
        ? isTimeToTake(this, offer, !offer || this.says(offer), this.now)
        : offer && this.shows(offer);
      if (!due) return;
    }
    if (!offer) this.removeAttribute('state');
    else if (this.getAttribute('state') !== offer.state) this.setAttribute('state', offer.state);
    const turn = (this.#asked += 1);
    const language = languageAt(this, shared().store);
    if (!(language instanceof Promise)) this.#show(language);
    else void language.then((it) => turn === this.#asked && this.isConnected && this.#show(it));
  }

  #tell(name: (typeof SCOPE_PROPERTIES)[number], value: unknown): void {
    this.#own.set(name, value);
    this.#join();
  }

  #join(): void {
    // Not before it is told that it is connected: while it is upgraded, its class is not complete yet.
    if (this.#unlisten) this.#link.join(this.#own.told ? this.#own.forScope() : undefined, this.#for);
  }

  #show(language: Language): void {
    this.#language = language;
    if (!this.#awake) {
      if (this.served) takeServed(this);
      this.#awake = true;
      super.connectedCallback();
    }
    this.requestUpdate();
  }
}
