import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Offer } from '../../availability/offer.js';
import { SignedUpEvent } from '../../events/signed-up-event.js';
import type { SendSignUp } from '../../events/signup-request-event.js';
import { announce } from '../shared/announce.js';
import { prepareAnnouncer } from '../shared/announcer.js';
import { OfferElement } from '../shared/offer-element.js';
import { tokens } from '../shared/tokens.js';
import { fillForm, lightForm, SLOT, type LightForm } from './light-form.js';
import { styles } from './notify-me-form-styles.js';
import { cleanAddress, isAddress, notifyMeFormView, type SignUpPhase } from './notify-me-form-view.js';
import { onceOnline, privacyAddress, SignUp, signUpAddress, type Intent } from './sign-up.js';

/**
 * @summary Asks for an e-mail address while a product cannot be ordered, so that the shopper is told when it can. The field stands in the light DOM; the product form is never touched.
 *
 * @tag notify-me-form
 *
 * @slot - A link or form that works without script. Shown before the script runs, and when there is nowhere to send sign-ups to.
 *
 * @attr {string} product - Product id, handle or SKU; or a variant's id or SKU. Without it: the product around it.
 * @attr {string} variant - Variant id or SKU.
 * @attr {string} for - Id of a product-availability element, or of anything in a product, elsewhere in the page.
 * @attr {boolean} compact - Shows one line at first; the form opens when that is pressed.
 * @attr {string} target - `page` when the page takes sign-ups itself, by a listener for `backorder-signup-request`.
 * @attr {string} state - Set by the element: in-stock, backorder, preorder, coming-soon, sold-out or unknown.
 *
 * @event {SignUpRequestEvent} backorder-signup-request - The form is sent. Cancelable; call `event.handle(send)` to take the sign-up over.
 * @event {SignedUpEvent} backorder-signed-up - The sign-up was taken. Names the product, never the address.
 *
 * @csspart heading - What the form is for.
 * @csspart open - The line that opens a compact form.
 * @csspart note - What the shopper will get, and the privacy notice.
 * @csspart privacy - The link to the privacy notice.
 * @csspart status - What has become of the sign-up.
 *
 * @cssprop [--backorder-line] - Border of the status.
 * @cssprop [--backorder-ground] - Background of the status.
 * @cssprop [--backorder-radius=0.5em] - Corner radius of the field, the buttons and the status.
 * @cssprop [--backorder-tone-good=#2f8f5b] - Edge of the status when the sign-up was taken.
 * @cssprop [--backorder-tone-bad=#d3402f] - Edge of the status when it failed, and of the field when no address is in it.
 *
 * @example
 * ```html
 * <notify-me-form product="walnut-side-table"><a href="/contact">Ask us about this product</a></notify-me-form>
 * ```
 */
export class NotifyMeForm extends OfferElement {
  static override styles = [tokens, styles];

  /** Shows one line at first; the form opens when that is pressed. */
  @property({ type: Boolean }) compact = false;

  /** `page` when the page takes sign-ups itself. */
  @property() target: string | undefined;

  /** Takes sign-ups in place of the configured endpoint; set by the page. */
  @property({ attribute: false }) send: SendSignUp | undefined;

  @state() private phase: SignUpPhase = 'ready';
  @state() private opened = false;

  readonly #signUp = new SignUp(this);
  #parts: LightForm | undefined;
  #sending: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A theme that only moves the element has it connected again by then.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#sending?.abort();
      if (this.phase === 'sending') this.phase = 'ready';
    });
  }

  protected override shows(offer: Offer): boolean {
    return this.#wanted(offer) || super.shows(offer);
  }

  /** Thanks are for one variant; of another one the shopper can still be told. */
  protected override willUpdate(): void {
    if (this.phase === 'done' && !this.#signUp.isTaken(this.#intent())) this.phase = 'ready';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { offer } = this;
    if (!offer || offer.state === 'unknown') return html`<slot></slot>`;
    const wanted = this.#wanted(offer);
    if (!wanted && !this.#engaged()) return nothing;
    const taken = this.phase === 'done';
    const view = notifyMeFormView(offer, this.phase, !wanted, this.language);
    const { tag } = this.language;
    const address = privacyAddress();
    const notice = address
      ? html`<a part="privacy" href=${address} target="_blank" rel="noopener">${view.privacy}</a>`
      : nothing;
    if (this.compact && !this.opened && this.phase === 'ready') {
      return html`<button part="open" type="button" lang=${tag} dir="auto" @click=${() => this.open()}>
        ${view.heading}
      </button>`;
    }
    return html`<div lang=${tag}>
      ${taken ? nothing : html`<p part="heading" dir="auto">${view.heading}</p>`}<slot
        ?hidden=${taken}
        name=${SLOT}
      ></slot
      >${taken ? nothing : html`<p part="note" dir="auto">${view.note} ${notice}</p>`}
      <p part="status" dir="auto" data-phase=${this.phase} tabindex="-1">${view.status}</p>
    </div>`;
  }

  protected override updated(): void {
    const { offer } = this;
    if (!offer || !(this.#wanted(offer) || this.#engaged())) return;
    const view = notifyMeFormView(offer, this.phase, false, this.language);
    fillForm(this.#form(), view, this.phase === 'sending', this.language.tag);
  }

  /** Whether a sign-up is offered and there is somewhere to send it. */
  #wanted(offer: Offer): boolean {
    return offer.signUp && (!!this.send || this.target === 'page' || !!signUpAddress());
  }

  /** Whether the shopper has begun: then the form stays, whatever comes in stock meanwhile. */
  #engaged(): boolean {
    const { input, form } = this.#parts ?? {};
    return this.phase !== 'ready' || !!input?.value || !!form?.matches(':focus-within');
  }

  #form(): LightForm {
    if (this.#parts?.form.parentNode === this) return this.#parts;
    this.#parts?.ending.abort();
    return (this.#parts = lightForm(this, () => void this.#send()));
  }

  /** Opens a compact form and puts the shopper into its field. */
  async open(): Promise<void> {
    this.opened = true;
    await this.updateComplete;
    this.#parts?.input.focus();
  }

  async #send(): Promise<void> {
    const { input } = this.#form();
    if (this.phase === 'sending' || !this.scope) return;
    const email = cleanAddress(input.value);
    if (email !== input.value) input.value = email;
    if (!isAddress(email)) {
      this.#become(email ? 'invalid' : 'missing');
      await this.updateComplete;
      input.focus();
      return;
    }
    const intent = this.#intent();
    const sending = new AbortController();
    this.#sending = sending;
    this.#become('sending');
    try {
      const taken = await this.#signUp.send(email, intent, this.send, sending.signal);
      if (sending.signal.aborted) return;
      this.#become(taken ? 'done' : 'ready');
      if (!taken) return;
      input.value = '';
      this.dispatchEvent(new SignedUpEvent(intent.product, intent.variant));
    } catch {
      if (sending.signal.aborted) return;
      this.#become('failed');
      // Once the network is back the same sign-up goes out again, with the same key.
      onceOnline(() => {
        if (this.phase === 'failed' && this.isConnected) void this.#send();
      }, this.#form().ending.signal);
    }
  }

  #intent(): Intent {
    const { scope } = this;
    const product = scope?.settings.product ?? scope?.product?.id ?? '';
    return { product, variant: scope?.variant, language: this.language.tag };
  }

  #become(phase: SignUpPhase): void {
    const { form, input } = this.#form();
    const focused = form.matches(':focus-within');
    this.phase = phase;
    if (!this.offer) return;
    const { status, error } = notifyMeFormView(this.offer, phase, false, this.language);
    // A field is read out with its error when the focus comes to it, and not when it is there already.
    announce(status || (input.matches(':focus') ? error : ''), this.language.tag);
    if (phase !== 'done' || !focused) return;
    // The form goes; the focus stays where the shopper is, on the thanks.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[part=status]')?.focus());
  }
}
