import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Offer } from '../../availability/offer.js';
import type { SignUpSettings } from '../../availability/sign-up-settings.js';
import type { SendSignUp } from '../../events/signup-request-event.js';
import { openTarget } from '../../store/open-target.js';
import { prepareAnnouncer } from '../shared/announcer.js';
import { OfferElement } from '../shared/offer-element.js';
import { tokens } from '../shared/tokens.js';
import { FormWords } from './form-words.js';
import { intentOf } from './intent-of.js';
import { asksMore, kindOf } from './kind-of.js';
import { askFor, fillForm, lightForm, type LightForm } from './light-form.js';
import type { MoreFields } from './more-fields.js';
import { styles } from './notify-me-form-styles.js';
import { notifyMeFormTemplate, openerTemplate } from './notify-me-form-template.js';
import { notifyMeFormView, type NotifyMeFormView } from './notify-me-form-view.js';
import { privacyAddress } from './sign-up.js';
import { SignUpFlow } from './sign-up-flow.js';
import { TwoWays } from './two-ways.js';

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
 * @attr {boolean} compact - Shows one line at first, or a choice of two ways where something can be ordered as well; the form opens from there.
 * @attr {string} target - `page` when the page takes sign-ups itself, by a listener for `backorder-signup-request`; `form` when the form inside does.
 * @attr {string} state - Set by the element: in-stock, backorder, preorder, coming-soon, sold-out or unknown.
 *
 * @event {SignUpRequestEvent} backorder-signup-request - The form is sent. Cancelable; call `event.handle(send)` to take the sign-up over.
 * @event {SignedUpEvent} backorder-signed-up - The sign-up was taken. Names the product, never the address.
 *
 * @csspart heading - What the form is for.
 * @csspart open - The line that opens a compact form.
 * @csspart choice - The two ways, where the policy offers a sign-up beside an order.
 * @csspart choice-name - What they are for.
 * @csspart way - One of the two.
 * @csspart way-name - What it is.
 * @csspart way-note - What it means.
 * @csspart note - What the shopper will get, and the privacy notice.
 * @csspart privacy - The link to the privacy notice.
 * @csspart status - What has become of the sign-up.
 *
 * @cssprop [--backorder-line] - Border of the status.
 * @cssprop [--backorder-ground] - Background of the status.
 * @cssprop [--backorder-radius=0.5em] - Corner radius of the field, the buttons and the status.
 * @cssprop [--backorder-tone-good=#2f8f5b] - Edge of the status when the sign-up was taken, or when the product can be ordered again.
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

  /** `page` when the page takes sign-ups itself; `form` when the form inside does. */
  @property() target: string | undefined;

  /** Takes sign-ups in place of the configured endpoint; set by the page. */
  @property({ attribute: false }) send: SendSignUp | undefined;

  @state() private opened = false;

  readonly #words = new FormWords(() => this.requestUpdate());
  readonly #ways = new TwoWays(() => this.requestUpdate());
  readonly #flow = new SignUpFlow({
    element: this,
    now: () => ({
      ...{ send: this.send, offer: this.offer, settings: openTarget(this) },
      ...{ language: this.#words.in(this.language), intent: intentOf(this.scope), more: this.#more },
    }),
    form: () => this.#form(),
    needWords: () => this.#words.need(this.language),
    changed: () => this.requestUpdate(),
  });
  #parts: LightForm | undefined;
  #more: MoreFields | undefined;
  #asked = false;

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A theme that only moves the element has it connected again by then.
    queueMicrotask(() => this.isConnected || this.#flow.stop());
  }

  protected override shows(offer: Offer): boolean {
    return this.#wanted(offer) || super.shows(offer);
  }

  protected override willUpdate(): void {
    this.#flow.forget(intentOf(this.scope));
  }

  protected override render(): unknown {
    const { offer } = this;
    if (!offer || offer.state === 'unknown') return html`<slot></slot>`;
    const wanted = this.#wanted(offer);
    if (!wanted && !this.#engaged()) return nothing;
    const { phase } = this.#flow;
    const { tag } = this.language;
    const view = this.#view(offer, !wanted);
    const form = notifyMeFormTemplate(view, phase, privacyAddress(), tag);
    if (!this.compact) return form;
    // Something can be ordered as well.
    const choice = wanted && offer.control === 'swap' ? this.#choice(offer) : undefined;
    if (choice) return [choice, this.opened ? form : nothing];
    return this.opened || phase !== 'ready'
      ? form
      : openerTemplate(view.heading, tag, () => void this.open());
  }

  protected override updated(): void {
    const { offer } = this;
    if (!offer || !(this.#wanted(offer) || this.#engaged())) return;
    const parts = this.#form();
    const settings = openTarget(this);
    const language = this.#words.in(this.language);
    if (settings && (this.opened || !this.compact)) this.#askMore(parts, settings);
    if (!this.#more) askFor(parts.input, kindOf(settings?.channels[0]));
    const sending = this.#flow.phase === 'sending';
    fillForm(parts, this.#view(offer, false), sending, this.language.tag);
    // In another language the fields keep the words that they have until those have come: never none.
    if (this.#words.has(this.language)) this.#more?.fill(language, this.#flow.fault, sending);
  }

  /** Whether a sign-up is offered and there is somewhere to send it. */
  #wanted(offer: Offer): boolean {
    return offer.signUp && (!!this.send || !!openTarget(this));
  }

  /** Whether the shopper has begun: then the form stays, whatever comes in stock meanwhile. */
  #engaged(): boolean {
    const { input, form } = this.#parts ?? {};
    return this.#flow.phase !== 'ready' || !!input?.value || !!form?.matches(':focus-within');
  }

  #view(offer: Offer, back: boolean): NotifyMeFormView {
    const kind = kindOf(this.#more?.channel ?? openTarget(this)?.channels[0]);
    return notifyMeFormView(offer, this.#flow.phase, back, this.#words.in(this.language), kind);
  }

  #form(): LightForm {
    if (this.#parts?.form.parentNode === this) return this.#parts;
    this.#parts?.ending.abort();
    this.#asked = false;
    this.#more = undefined;
    return (this.#parts = lightForm(this, () => void this.#flow.send()));
  }

  /** Few targets ask for more than an e-mail address. Without the files or words for it the form asks for the address alone. */
  #askMore(parts: LightForm, settings: SignUpSettings): void {
    if (!asksMore(settings)) return;
    const words = this.#words.need(this.language);
    if (this.#asked) return;
    this.#asked = true;
    const variants = (this.scope?.product?.variants.length ?? 0) > 1;
    const changed = (): void => this.requestUpdate();
    Promise.all([import('./more-fields.js'), words]).then(
      ([it]) => {
        if (parts !== this.#parts || this.#more) return;
        if (!(this.#asked = this.#words.has(this.language))) return;
        this.#more = new it.MoreFields(parts, settings, variants, changed);
        changed();
      },
      () => undefined,
    );
  }

  /** The two ways, once their files are there. */
  #choice(offer: Offer): TemplateResult | undefined {
    void this.#words.need(this.language);
    this.#ways.need(this.renderRoot);
    const choose = (waiting: boolean): void => void (this.opened = waiting);
    return this.#ways.template?.(offer, this.#words.in(this.language), this.now, this.opened, choose);
  }

  /** Opens a compact form and puts the shopper into its field. */
  async open(): Promise<void> {
    this.opened = true;
    await this.updateComplete;
    this.#parts?.input.focus();
  }
}
