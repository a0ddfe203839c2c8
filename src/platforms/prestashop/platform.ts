import { html } from '../html/platform.js';
import type { Platform, ReadJson } from '../platform.js';

const readDetails: ReadJson = async (json) =>
  (await import('./read-product.js')).readPrestashopProducts(json);

const readViewed: ReadJson = async (id) => (await import('./read-combination.js')).readQuickView(id);
const readUpdate: ReadJson = async (told) => (await import('./read-combination.js')).readUpdate(told);

/** PrestaShop: the classic theme and its children, which render the product anew at every choice. */
export const platform: Platform = {
  ...html,
  name: 'prestashop',
  form: '#add-to-cart-or-refresh, form[action*=cart i]',
  button: '[data-backorder-button], [data-button-action=add-to-cart]',
  quantity: ['qty'],
  // Cards name the combination that they add; the product's own form its attributes.
  variant: ['id_product_attribute'],
  product: ['id_product'],
  productAttributes: ['data-backorder-product'],
  root: `[data-backorder-root], product-availability, .product-container, .quickview, #main, ${html.root}`,
  lineFields: { text: '', record: '' },
  data: [
    // Hummingbird, as PrestaShop's own script, knows it by its class.
    { selector: '#product-details, .js-product-details', attribute: 'data-product', read: readDetails },
    // A quick view has no such JSON: its combination is in its name, and later in what the theme's bus tells.
    { selector: '[id^=quickview-modal-]', attribute: 'id', raw: true, read: readViewed },
  ],
  emitter: { global: 'prestashop', events: { updatedProduct: readUpdate } },
  chosen: 'now',
  card: {
    selector: '.product-miniature',
    attribute: 'data-id-product',
    pattern: /(.+)/,
  },
};
