import { html } from '../html/platform.js';
import type { Place, Platform, ReadJson } from '../platform.js';
import { cart } from './cart.js';

const readVariations: ReadJson = async (json) => (await import('./read-variations.js')).readVariations(json);
const readStores: ReadJson = async (json) =>
  (await import('./read-interactivity.js')).readInteractivity(json);
const readClass: ReadJson = async (text) => (await import('./read-product-class.js')).readProductClass(text);
const readNotice: ReadJson = async (text) => (await import('./read-product-class.js')).readNoticeClass(text);

/** Every product has its id among its class names: `product type-product post-61`. */
const PRODUCT: Place = {
  selector: '.type-product',
  attribute: 'class',
  pattern: /\bpost-(\d+)\b/,
};

/** The block's word on the stock. */
const INDICATOR = '.wc-block-components-product-stock-indicator';

const readContext: ReadJson = (json) =>
  typeof json === 'object' && json !== null && Object.hasOwn(json, 'availableVariations')
    ? readVariations((json as { availableVariations: unknown }).availableVariations)
    : [];

/** WooCommerce: the classic form, the block form, and lists of products. */
export const platform: Platform = {
  ...html,
  name: 'woocommerce',
  form: 'form.cart, form.wc-block-add-to-cart-with-options',
  button:
    '[data-backorder-button], .single_add_to_cart_button, .wc-block-components-product-button__button, [name=add-to-cart], [type=submit]',
  quantity: ['quantity'],
  variant: ['variation_id'],
  product: ['product_id', 'add-to-cart'],
  productAttributes: ['data-backorder-product', 'data-product_id', 'data-product-id'],
  root: `[data-backorder-root], product-availability, .product.type-product, ${html.root}`,
  reference: PRODUCT,
  // Kept with the line by the plugin; without it the shop drops them.
  lineFields: { text: 'backorder_text', record: 'backorder_record' },
  data: [
    { selector: 'form.variations_form', attribute: 'data-product_variations', read: readVariations },
    {
      selector: 'form.wc-block-add-to-cart-with-options',
      attribute: 'data-wp-context',
      read: readContext,
    },
    { selector: 'script[id="wp-script-module-data-@wordpress/interactivity"]', read: readStores },
    // What the theme has asked for before jQuery could be listened to is seen in its answer.
    { selector: '.single_variation .stock', attribute: 'class', raw: true, ofChosen: true, read: readNotice },
    { selector: '.type-product[class*="post-"]', attribute: 'class', raw: true, read: readClass },
  ],
  cardAdds: { event: 'adding_to_cart', product: 'product_id', quantity: 'quantity' },
  jqueryEvents: { found_variation: readVariations },
  choices: {
    selector: '[role=radio][aria-checked=true], select[class*="attribute-options__dropdown"]',
    all: '[role=radio]',
    name: 'data-attribute',
    value: 'data-value',
    context: { attribute: 'data-wp-context', prefix: 'attribute_' },
  },
  said: `.stock.available-on-backorder, ${INDICATOR}--available-on-backorder`,
  formless: {
    ...PRODUCT,
    selector: '.type-product:not(li)',
    after: `.stock.out-of-stock, ${INDICATOR}--out-of-stock`,
  },
  // Flatsome, Woodmart and Elementor have boxes in place of a list. By their names: builders wrap the page's own product in a box
  // with the same classes.
  card: {
    ...PRODUCT,
    selector: 'li.type-product, div.type-product:is(.product-small, [class*=grid-item], [class*=loop-item])',
  },
  lines: {
    // Classic and blocks, page and mini cart. Rows of the blocks have no sign of their own but their place.
    selector: `${html.lines.selector}, .woocommerce-cart-form__cart-item, .woocommerce-mini-cart-item, .wc-block-cart-items__row`,
    after: ['.product-name a[href]', '.wc-block-components-product-name', 'a[href]:not(.remove)'],
    key: { attribute: 'href', pattern: /[?&]remove_item=(\w+)/ },
  },
  cart,
};
