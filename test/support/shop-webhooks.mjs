// Webhooks as the shops send them: signed by an implementation of their own, apart from the one under test.
import { createHmac, randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

export const SECRET = 'a-secret-of-the-shop';
export const SETTINGS = { SHOPIFY_WEBHOOK_SECRET: SECRET, WOOCOMMERCE_WEBHOOK_SECRET: SECRET };

const iso = (at) => new Date(at).toISOString().replace('.000Z', 'Z');
const sign = (text, secret = SECRET) => createHmac('sha256', secret).update(text).digest('base64');

/** Sends one to Shopify's route; `body` as an object, or as the text itself. */
export function fromShopify({ ask }, topic, body, { id = randomUUID(), triggeredAt, signature } = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-hmac-sha256': signature ?? sign(text),
    'x-shopify-webhook-id': id,
    ...(triggeredAt !== undefined && { 'x-shopify-triggered-at': new Date(triggeredAt).toISOString() }),
  };
  return ask('POST', '/v1/webhooks/shopify', { body: text, headers, as: '' });
}

/** An order of Shopify; lines as `[product, quantity]`, times in milliseconds. */
export const shopifyOrder = (id, lines, { placed, changed = placed, cancelled = false, ...more }) => ({
  id,
  name: `#${id}`,
  order_number: id,
  created_at: iso(placed),
  updated_at: iso(changed),
  cancelled_at: cancelled ? iso(changed) : null,
  line_items: lines.map(([product, quantity, variant = null], index) => ({
    id: index + 1,
    product_id: product,
    variant_id: variant,
    sku: null,
    quantity,
  })),
  ...more,
});

/** A product of Shopify; counts by the variant's id. */
export const shopifyProduct = (id, counts, changed) => ({
  id,
  updated_at: iso(changed),
  variants: Object.entries(counts).map(([variant, inventory_quantity]) => ({
    id: variant,
    sku: '',
    inventory_quantity,
    inventory_management: 'shopify',
  })),
});

export function fromWooCommerce({ ask }, topic, body, { id = randomUUID(), signature } = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    'x-wc-webhook-topic': topic,
    'x-wc-webhook-signature': signature ?? sign(text),
    'x-wc-webhook-delivery-id': id,
  };
  return ask('POST', '/v1/webhooks/woocommerce', { body: text, headers, as: '' });
}

const gmt = (at) => new Date(at).toISOString().slice(0, 19);

export const wooOrder = (id, lines, status, { placed, changed = placed }) => ({
  ...{ id, number: String(id), order_key: `wc_order_${id}`, status },
  date_created_gmt: gmt(placed),
  date_modified_gmt: gmt(changed),
  line_items: lines.map(([product, quantity, variation = 0], index) => ({
    ...{ id: index + 1, product_id: product, variation_id: variation, sku: '', quantity },
  })),
});

export const wooProduct = (id, stock_quantity, changed, more = {}) => ({
  ...{ id, parent_id: 0, type: 'simple', sku: '', manage_stock: true, stock_quantity },
  date_modified_gmt: gmt(changed),
  ...more,
});

/** Signed as Standard Webhooks has it, by its own library; the key is the secret's bytes, as BigCommerce says. */
export function fromBigCommerce(
  { ask, time },
  scope,
  data,
  { id = `msg_${randomUUID()}`, at = time.now, producer = 'stores/abc123', secret = SECRET, token } = {},
) {
  const created_at = Math.floor(at / 1000);
  const text = JSON.stringify({ producer, scope, hash: 'f'.repeat(40), created_at, store_id: '1', data });
  const seconds = new Date(created_at * 1000);
  const signature = new Webhook(Buffer.from(secret).toString('base64')).sign(id, seconds, text);
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(created_at),
    'webhook-signature': `v1,bm90LXRoaXM= ${signature}`,
    ...(token && { 'x-webhook-token': token }),
  };
  return ask('POST', '/v1/webhooks/bigcommerce', { body: text, headers, as: '' });
}
