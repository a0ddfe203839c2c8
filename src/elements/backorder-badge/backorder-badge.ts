import { html, nothing, type TemplateResult } from 'lit';
import type { Offer } from '../../availability/offer.js';
import { OfferElement } from '../shared/offer-element.js';
import { badgeWords, isSaid } from '../shared/promise-words.js';
import { tokens } from '../shared/tokens.js';
import { styles } from './backorder-badge-styles.js';

/**
 * @summary The state of a product in a word: backorder, pre-order, coming soon, sold out. Nothing for what is in stock.
 *
 * @tag backorder-badge
 *
 * @slot - Shown before the script runs, and while the state is unknown. Goes when the state is known.
 *
 * @attr {string} product - Product id, handle or SKU; or a variant's id or SKU. Without it: the product around it.
 * @attr {string} variant - Variant id or SKU.
 * @attr {number} quantity - Pieces wanted.
 * @attr {string} for - Id of a product-availability element, or of anything in a product, elsewhere in the page.
 * @attr {string} state - Set by the element: in-stock, backorder, preorder, coming-soon, sold-out or unknown.
 *
 * @csspart badge - The pill.
 * @csspart dot - The coloured dot in it.
 *
 * @cssprop [--backorder-badge-size=0.8125em] - Font size.
 * @cssprop [--backorder-badge-radius=99em] - Corner radius.
 * @cssprop [--backorder-ground] - Background.
 * @cssprop [--backorder-line] - Border colour.
 * @cssprop [--backorder-tone-backorder=#d98a00] - Dot of a backorder.
 * @cssprop [--backorder-tone-preorder=#3f7de0] - Dot of a pre-order.
 * @cssprop [--backorder-tone-coming-soon=#8a63d2] - Dot of what is coming soon.
 * @cssprop [--backorder-tone-sold-out=#8b8b8b] - Dot of what is sold out.
 *
 * @example
 * ```html
 * <backorder-badge product="walnut-side-table"></backorder-badge>
 * ```
 */
export class BackorderBadge extends OfferElement {
  static override styles = [tokens, styles];

  protected override says({ state }: Offer): boolean {
    return isSaid(state);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { offer } = this;
    if (!offer || offer.state === 'unknown') return html`<slot></slot>`;
    const words = badgeWords(offer, this.language);
    return words
      ? html`<span part="badge" lang=${this.language.tag}><span part="dot"></span>${words}</span>`
      : nothing;
  }
}
