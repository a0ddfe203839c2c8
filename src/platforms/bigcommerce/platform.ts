import { html } from '../html/platform.js';
import type { Platform, ReadJson } from '../platform.js';
import { cart } from './cart.js';

const readAttributes: ReadJson = async (json) =>
  (await import('./read-product-attributes.js')).readProductAttributes(json);

/** BigCommerce: Stencil themes such as Cornerstone. */
export const platform: Platform = {
  ...html,
  name: 'bigcommerce',
  form: 'form[data-cart-item-add]',
  button: '[data-backorder-button], #form-action-addToCart, [type=submit]',
  quantity: ['qty[]'],
  variant: [],
  product: ['product_id'],
  productAttributes: ['data-backorder-product'],
  root: `[data-backorder-root], product-availability, .productView, .quickView, .modal, ${html.root}`,
  express: `${html.express}, [data-add-to-cart-wallet-buttons]`,
  // The cart takes the merchant's own modifiers and nothing else: their ids come from the settings.
  lineFields: { text: '', record: '' },
  data: [{ global: 'BCData', read: readAttributes }],
  events: { onProductOptionsChanged: readAttributes },
  chosen: 'options',
  firstLook: /\/remote\/v1\/product-attributes\//,
  said: '[data-backorder-prompt], [data-product-backordered], [data-backorder-message]',
  card: {
    selector: 'article.card[data-entity-id]',
    attribute: 'data-entity-id',
    pattern: /(.+)/,
  },
  lines: {
    selector: `${html.lines.selector}, [data-item-row], .previewCartItem`,
    after: ['.cart-item-name', '.previewCartItem-name'],
    key: { attribute: 'data-cart-itemid', pattern: /(.+)/ },
  },
  cart,
};
