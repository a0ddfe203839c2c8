import { ReactiveElement } from 'lit';
import type { Offer } from '../../availability/offer.js';
import type { Policy } from '../../availability/policy.js';
import type { AvailabilityRecord } from '../../availability/record.js';
import { StateChangeEvent } from '../../events/state-change-event.js';
import { report } from '../../report.js';
import { Scope } from '../../store/scope.js';
import { shared } from '../../store/shared-store.js';
import { announceOffer } from '../shared/announce.js';
import { prepareAnnouncer } from '../shared/announcer.js';
import { rescueProperties } from '../shared/own-properties.js';
import { languageAt } from '../shared/page-language.js';
import { OwnSettings, SCOPE_ATTRIBUTES, SCOPE_PROPERTIES } from '../shared/scope-settings.js';
import { VERSION } from '../shared/version.js';

/**
 * @summary Says which product, variant and quantity the elements inside are about, and where availability comes from. Shows nothing itself.
 *
 * @tag product-availability
 *
 * @slot - Anything: the shop's own mark-up, and our elements in it.
 *
 * @attr {string} product - Product id, handle or SKU; or a variant's id or SKU.
 * @attr {string} variant - Variant id or SKU that the shopper has chosen. In a theme's product form the script follows the form itself.
 * @attr {number} quantity - Pieces that the shopper wants.
 * @attr {string} endpoint - Address of the availability document. One a page; also set by the script tag.
 * @attr {string} state - Set by the element: in-stock, backorder, preorder, coming-soon, sold-out or unknown.
 *
 * @event {StateChangeEvent} backorder-state-change - What can be done with the product has changed. Carries `product` and `offer`.
 *
 * @example
 * ```html
 * <product-availability product="walnut-side-table" endpoint="/availability.json">
 *   <backorder-badge></backorder-badge>
 *   <preorder-button><button>Add to cart</button></preorder-button>
 *   <eta-notice></eta-notice>
 *   <notify-me-form></notify-me-form>
 * </product-availability>
 * ```
 */
export class ProductAvailability extends ReactiveElement {
  static readonly version: string = VERSION;

  static override get observedAttributes(): string[] {
    return [...SCOPE_ATTRIBUTES, 'endpoint'];
  }

  readonly #own = new OwnSettings(this.localName);
  readonly #scope = new Scope(shared().store);
  #stop: (() => void) | undefined;
  #said: Offer | undefined;
  #byShopper = false;

  constructor() {
    super();
    rescueProperties(this, SCOPE_PROPERTIES);
  }

  /** Product, by id, handle or SKU; or a variant, by id or SKU. */
  get product(): string | undefined {
    return this.#own.product;
  }

  set product(value: string | undefined) {
    this.#tell('product', value);
  }

  /** Variant that the shopper has chosen, by id or SKU. */
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

  /** An availability record, in place of what the page's sources say. Takes the form of the document's records. */
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

  /** Address of the availability document. */
  get endpoint(): string | null {
    return this.getAttribute('endpoint');
  }

  set endpoint(value: string | null) {
    if (value === null) this.removeAttribute('endpoint');
    else this.setAttribute('endpoint', value);
  }

  /** What the shopper can do now, as far as it is known. */
  get offer(): Offer {
    return this.#scope.offer;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { scopes } = shared();
    this.#connectEndpoint();
    this.#stop = this.#scope.subscribe(() => this.#offered());
    scopes.set(this, this.#scope);
    prepareAnnouncer();
    this.#offered();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    shared().scopes.set(this, undefined);
    this.#stop?.();
  }

  override attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    if (name === 'product' || name === 'variant' || name === 'quantity') this.#tell(name, value);
    else if (this.isConnected) this.#connectEndpoint();
  }

  /** It renders nothing: what is inside is the page's. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  #connectEndpoint(): void {
    const { endpoint } = this;
    if (!endpoint) return;
    // A page that is drawn with records, or by the script tag, never needs the code that asks.
    import('../../store/connect-endpoint.js').then(
      (it) => this.isConnected && this.endpoint === endpoint && it.connectEndpoint(endpoint),
      () => report('endpoint-failed', 'the code that asks the endpoint did not come.', this.localName),
    );
  }

  #tell(name: (typeof SCOPE_PROPERTIES)[number], value: unknown): void {
    this.#own.set(name, value);
    // On a page that is already there, a new variant or quantity is what the shopper has just chosen.
    this.#byShopper = this.#stop !== undefined && (name === 'variant' || name === 'quantity');
    this.#scope.set(this.#own.forScope());
    this.#byShopper = false;
  }

  #offered(): void {
    const { offer } = this.#scope;
    const before = this.#said;
    this.#said = offer;
    if (this.getAttribute('state') !== offer.state) this.setAttribute('state', offer.state);
    if (before?.state === offer.state && !this.#byShopper) return;
    if (before) this.dispatchEvent(new StateChangeEvent(this.product ?? '', offer));
    if (!this.#byShopper) return;
    announceOffer(this.#scope, languageAt(this, this.#scope.store));
  }
}
