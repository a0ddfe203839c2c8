import { html, nothing, type TemplateResult } from 'lit';
import type { Offer } from '../../availability/offer.js';
import { OfferElement } from '../shared/offer-element.js';
import { isSaid } from '../shared/promise-words.js';
import { tokens } from '../shared/tokens.js';
import { etaNoticeView } from './eta-notice-view.js';
import { styles } from './eta-notice-styles.js';

/**
 * @summary When a product that is not on the shelf ships or arrives, in one sentence as exact as the merchant knows it, with an explanation behind a button.
 *
 * @tag eta-notice
 *
 * @slot - Shown before the script runs, and while the state is unknown.
 * @slot in-stock - Shown while the product is in stock, such as the shop's usual delivery time.
 *
 * @attr {string} product - Product id, handle or SKU; or a variant's id or SKU. Without it: the product around it.
 * @attr {string} variant - Variant id or SKU.
 * @attr {number} quantity - Pieces wanted; decides what ships now and what later.
 * @attr {string} for - Id of a product-availability element, or of anything in a product, elsewhere in the page.
 * @attr {string} state - Set by the element: in-stock, backorder, preorder, coming-soon, sold-out or unknown.
 *
 * @csspart promise - The sentence.
 * @csspart aside - What belongs to it: that it has moved, until when it holds, where it holds.
 * @csspart limit - The sentence on the most that can be ordered.
 * @csspart explain - The button that opens the explanation.
 * @csspart explanation - The explanation.
 * @csspart close - The button that closes it.
 *
 * @cssprop [--backorder-line] - Border of the explanation.
 * @cssprop [--backorder-radius=0.5em] - Its corner radius.
 * @cssprop --backorder-popover-ground - Its background. Unless told: white or black, whichever the text around it is read on.
 * @cssprop --backorder-popover-text - Its text. Unless told: as the text around it.
 *
 * @example
 * ```html
 * <eta-notice product="walnut-side-table">
 *   <span slot="in-stock">Ships in 1 to 2 days</span>
 * </eta-notice>
 * ```
 */
export class EtaNotice extends OfferElement {
  static override styles = [tokens, styles];

  #opened = false;

  protected override says({ state }: Offer): boolean {
    return isSaid(state) && state !== 'sold-out';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { offer } = this;
    if (!offer || offer.state === 'unknown') return html`<slot></slot>`;
    if (offer.state === 'in-stock') return html`<slot name="in-stock"></slot>`;
    const view = etaNoticeView(offer, this.language, this.now, this.scope?.earlier, this.near);
    const { tag } = this.language;
    return html`${
      view.promise
        ? html`<div part="promise" lang=${tag} @keydown=${this.#keyed}>
            ${
              view.datetime
                ? html`<time datetime=${view.datetime} dir="auto">${view.promise}</time>`
                : html`<span dir="auto">${view.promise}</span>`
            }${
              view.explain
                ? html`<button
                      part="explain"
                      type="button"
                      dir="auto"
                      aria-haspopup="dialog"
                      aria-expanded="false"
                      @click=${this.#pressed}
                    >
                      ${view.explain}
                    </button>
                    <div
                      part="explanation"
                      popover="auto"
                      role="dialog"
                      aria-label=${view.explain}
                      @beforetoggle=${this.#toggling}
                      @toggle=${this.#toggled}
                    ></div>`
                : nothing
            }
          </div>`
        : nothing
    }${view.aside ? html`<div part="aside" lang=${tag} dir="auto">${view.aside}</div>` : nothing}${
      view.limit ? html`<div part="limit" lang=${tag} dir="auto">${view.limit}</div>` : nothing
    }`;
  }

  protected override updated(): void {
    if (this.#opened) void this.#explain(false);
  }

  /** Opens the explanation of the date. */
  async open(): Promise<void> {
    await this.updateComplete;
    await this.#explain(true);
  }

  get #button(): HTMLButtonElement | null {
    return this.renderRoot.querySelector('[part=explain]');
  }

  /** What explains the date, and what places it, come with the first press. */
  async #explain(open: boolean): Promise<void> {
    const { offer } = this;
    const button = this.#button;
    const popover = this.renderRoot.querySelector<HTMLElement>('[part=explanation]');
    if (!offer || !popover || !button) return;
    // Without the files there is no explanation; the sentence itself has said what matters.
    const found = await import('./explanation.js').catch(() => undefined);
    found?.explain(offer, this.language, this.now, button, popover, open);
  }

  /** After the first time the browser itself opens and closes it by the button. */
  #pressed(): void {
    void this.#explain(!this.#button?.popoverTargetElement);
  }

  /** Escape closes the explanation, and not the theme's dialog around it as well. */
  #keyed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#opened) return;
    event.stopPropagation();
    // WebKit would close a dialog around it with the same key.
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('[part=explanation]')?.hidePopover();
  }

  /** Closed by Escape, it would take the focus in it along. */
  #toggling({ newState, target }: ToggleEvent): void {
    if (newState === 'closed' && (target as Element).matches(':focus-within')) this.#button?.focus();
  }

  #toggled({ newState }: ToggleEvent): void {
    this.#opened = newState === 'open';
    this.#button?.setAttribute('aria-expanded', String(this.#opened));
    // A press on nothing in particular has taken the focus away.
    if (!this.#opened && document.activeElement === document.body)
      this.#button?.focus({ preventScroll: true });
  }
}
