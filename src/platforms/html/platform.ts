import type { Platform } from '../platform.js';

/** Any shop with an ordinary HTML product form: the names and attributes that most shop systems have settled on. */
export const html: Platform = {
  name: 'html',
  // Forms of a cart's own lines are none.
  form: 'form:is([action*=cart i],[action*=basket i],.cart):not([action*=change i],[action*=update i],[action*=remove i])',
  button:
    '[data-backorder-button], [name=add], [name=add-to-cart], [data-add-to-cart], [type=submit], button:not([type])',
  quantity: ['quantity', 'qty', 'qty[]', 'updates[]'],
  variant: ['id', 'variant', 'variant_id', 'variantId', 'variation_id', 'sku'],
  product: ['product_id', 'product', 'product-id', 'productId', 'add-to-cart'],
  productAttributes: ['data-backorder-product', 'data-product-id', 'data-product_id', 'data-product-handle'],
  root: '[data-backorder-root], product-availability, [itemtype$=Product], .product, article, section, li, main',
  express: '[data-backorder-express], .paypal-button, [name=buy-now], [data-buy-now]',
  lines: { selector: '[data-backorder-line]' },
};
