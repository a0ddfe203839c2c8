import { html, isServer, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Offer } from '../../availability/offer.js';
import { AddFailedEvent } from '../../events/add-failed-event.js';
import { AddRequestEvent } from '../../events/add-request-event.js';
import { AddedEvent } from '../../events/added-event.js';
import type { AddRequest, CartAdapter } from '../../outbox/cart-adapter.js';
import { setLineFields } from '../../outbox/line-fields.js';
import { lineRecord } from '../../outbox/line-record.js';
import { report } from '../../report.js';
import { shared } from '../../store/shared-store.js';
import { AddControl } from '../shared/add-control.js';
import { announce } from '../shared/announce.js';
import type { AddButton } from '../shared/label-text.js';
import { OfferElement } from '../shared/offer-element.js';
import { badgeWords, isOver, limitWords, lineWords, promiseWords } from '../shared/promise-words.js';
import { tokens } from '../shared/tokens.js';
import { styles } from './preorder-button-styles.js';
import { preorderButtonView } from './preorder-button-view.js';

const THEIRS = 'button, input[type=submit], input[type=button]';

/**
 * @summary The add-to-cart button that sells a backorder or pre-order honestly: the shop's own button, put inside, goes on working and gets the right words and the promise; without one the element draws its own.
 *
 * @tag preorder-button
 *
 * @slot - The shop's own button. Its words follow the state; icons and prices on it stay.
 *
 * @attr {string} product - Product id, handle or SKU; or a variant's id or SKU. Without it: the product around it.
 * @attr {string} variant - Variant id or SKU.
 * @attr {number} quantity - Pieces wanted.
 * @attr {string} for - Id of a product-availability element, or of anything in a product, elsewhere in the page.
 * @attr {string} form - Id of the product form that the element's own button submits. Without it: the form around it.
 * @attr {string} state - Set by the element: in-stock, backorder, preorder, coming-soon, sold-out or unknown.
 *
 * @event {AddRequestEvent} backorder-add-request - The button was pressed. Cancelable: prevent the default to put the product into the cart yourself.
 * @event {AddedEvent} backorder-added - The cart adapter has put it into the cart.
 * @event {AddFailedEvent} backorder-add-failed - The cart adapter could not.
 *
 * @csspart button - The element's own button.
 *
 * @cssprop --backorder-button-ground - Background of the element's own button. Unless told: black or white, as the text around it.
 * @cssprop [--backorder-button-ground-hover] - The same while pointed at.
 * @cssprop --backorder-button-text - Its text. Unless told: the other of the two.
 * @cssprop [--backorder-radius=0.5em] - Its corner radius.
 *
 * @example
 * ```html
 * <form action="/cart/add" method="post">
 *   <input type="hidden" name="id" value="41">
 *   <preorder-button product="walnut-side-table"><button>Add to cart</button></preorder-button>
 * </form>
 * ```
 */
export class PreorderButton extends OfferElement {
  static override styles = [tokens, styles];

  /** Id of the product form that the element's own button submits. */
  @property() form: string | undefined;

  /** Puts products into a cart that has no form; set by the page. */
  @property({ attribute: false }) adapter: CartAdapter | undefined;

  @state() private busy = false;

  #control: AddControl | undefined;
  #button: AddButton | null = null;
  // A button that comes or goes; what a theme writes on its button is the label's business.
  readonly #watch = isServer
    ? undefined
    : new MutationObserver(() => {
        if (this.#theirs() === this.#button) return;
        this.#button = this.#theirs();
        this.look();
      });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#button = this.#theirs();
    this.#watch?.observe(this, { childList: true, subtree: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
    this.#control?.release();
    this.#control = undefined;
  }

  /** Our own button is always there; a theme's button needs us only when something is to be said on it. */
  protected override shows(offer: Offer): boolean {
    return (
      !this.#theirs() ||
      super.shows({ ...offer, state: offer.state === 'in-stock' ? 'unknown' : offer.state })
    );
  }

  protected override updated(): void {
    this.#decorate();
  }

  protected override render(): TemplateResult {
    const { offer } = this;
    const view = offer && !this.#theirs() ? preorderButtonView(offer, this.language) : undefined;
    // The slot is never taken away: a theme may put its button in at any time.
    return html`<slot></slot>${
        view
          ? html`<button
              part="button"
              type="button"
              lang=${this.language.tag}
              dir="auto"
              aria-disabled=${view.stopped ? 'true' : nothing}
              aria-busy=${this.busy ? 'true' : nothing}
              @click=${this.#press}
            >
              ${view.label}
            </button>`
          : nothing
      }`;
  }

  #theirs(): AddButton | null {
    // A server does not see what is inside; the styles put our own out of sight beside theirs.
    return isServer ? null : this.querySelector<AddButton>(THEIRS);
  }

  #decorate(): void {
    const theirs = this.#theirs();
    const { scope } = this;
    if (this.#control && (this.#control.button !== theirs || this.#control.scope !== scope)) {
      this.#control.release();
      this.#control = undefined;
    }
    if (!theirs || !scope) return;
    this.#control ??= new AddControl(theirs, scope, shared().config.lineFields);
    this.#control.apply(this.language, false);
  }

  async #press(): Promise<void> {
    const { offer, scope } = this;
    if (!offer || !scope || this.busy) return;
    const { stopped } = preorderButtonView(offer, this.language);
    if (stopped || isOver(offer)) {
      const say = stopped ? badgeWords : limitWords;
      announce(say(offer, this.language), this.language.tag);
      return;
    }
    const request: AddRequest = {
      product: scope.settings.product ?? scope.product?.id ?? '',
      variant: scope.variant,
      quantity: offer.wanted,
      offer,
      promise: promiseWords(offer, this.language, this.now),
    };
    if (!this.dispatchEvent(new AddRequestEvent(request))) return;
    if (this.adapter) await this.#addBy(this.adapter, request);
    else this.#submit(offer);
  }

  async #addBy(adapter: CartAdapter, request: AddRequest): Promise<void> {
    this.busy = true;
    try {
      await adapter.add(request);
      this.dispatchEvent(new AddedEvent(request));
    } catch (reason) {
      this.dispatchEvent(new AddFailedEvent(request, reason));
    } finally {
      this.busy = false;
    }
  }

  #submit(offer: Offer): void {
    const named = this.form === undefined ? null : document.getElementById(this.form);
    const form = named instanceof HTMLFormElement ? named : this.closest('form');
    if (!form) {
      report(
        'no-cart',
        '<preorder-button> was pressed, but has no button inside, no form, no adapter and no handler.',
      );
      return;
    }
    const swap = offer.control === 'swap';
    setLineFields(
      form,
      shared().config.lineFields,
      swap ? lineWords(offer, this.language, this.now) : '',
      swap ? lineRecord(offer, this.language.tag) : '',
    );
    form.requestSubmit();
  }
}
