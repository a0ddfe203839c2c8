import { z } from 'zod';
import {
  pieces,
  shelfCount,
  shopEmail,
  shopId,
  shopTime,
  someId,
  type ShopNews,
  type WebhookPlatform,
} from './shop-news.js';
import { isSigned } from './signatures.js';

const ORDER = z.object({
  ...{ id: someId, number: shopId, order_key: shopId },
  status: z.string().max(50),
  date_created_gmt: shopTime,
  date_modified_gmt: shopTime,
  billing: z.object({ email: shopEmail }).optional().catch(undefined),
  line_items: z
    .array(
      z.object({
        ...{ id: someId, product_id: shopId, variation_id: shopId, sku: shopId },
        quantity: pieces,
      }),
    )
    .max(10_000),
});

const PRODUCT = z.object({
  ...{ id: someId, parent_id: shopId, sku: shopId },
  type: z.string().max(50),
  // `parent`: the product counts for its variations.
  manage_stock: z.union([z.boolean(), z.string().max(20)]),
  stock_quantity: shelfCount.nullish(),
  date_modified_gmt: shopTime,
});

const GONE = z.object({ id: someId });

/** Orders in these states take no pieces; plugins add others, which do. */
const NOT_SOLD = new Set([
  'cancelled',
  'failed',
  'refunded',
  'trash',
  'draft',
  'auto-draft',
  'checkout-draft',
]);

/** WooCommerce: `order.*` and `product.*`, of API version 1 to 3. The signature covers the body, and no header. */
export const WOOCOMMERCE: WebhookPlatform = {
  name: 'woocommerce',
  summary: 'Webhooks of WooCommerce: `order.*` and `product.*`',
  isSetUp: (settings) => settings.WOOCOMMERCE_WEBHOOK_SECRET !== undefined,
  isGenuine: ({ settings }, headers, body) =>
    isSigned(body, settings.WOOCOMMERCE_WEBHOOK_SECRET ?? '', headers.get('x-wc-webhook-signature')),
  eventOf: (headers) => headers.get('x-wc-webhook-delivery-id') ?? undefined,
  read: (_, headers, body) => Promise.resolve(read(headers.get('x-wc-webhook-topic') ?? '', body)),
};

/** What WooCommerce sends, unsigned, when a webhook is saved: without a 200 it would not be switched on. */
export const WOOCOMMERCE_PING = /^webhook_id=\d{1,20}$/;

function read(topic: string, body: unknown): ShopNews | undefined {
  if (topic === 'order.deleted') {
    const { data } = GONE.safeParse(body);
    return data && { orders: [{ ...data, references: [], placedAt: 0, changedAt: undefined, lines: [] }] };
  }
  if (topic.startsWith('order.')) {
    const { data } = ORDER.safeParse(body);
    if (!data) return undefined;
    const { id, number, order_key, status, date_created_gmt, date_modified_gmt, line_items, billing } = data;
    const references = [id, number, order_key].filter((it) => it !== undefined);
    const lines = line_items.map(({ id: line, product_id, variation_id, sku, quantity }) => ({
      ...{ id: line, product: product_id, variant: variation_id, sku, quantity },
    }));
    const order = {
      id,
      references,
      placedAt: date_created_gmt,
      changedAt: date_modified_gmt,
      email: billing?.email,
    };
    return { orders: [{ ...order, lines: NOT_SOLD.has(status) ? [] : lines }] };
  }
  if (!/^product\.(?:created|updated|restored)$/.test(topic)) return undefined;
  const { data } = PRODUCT.safeParse(body);
  if (!data || data.manage_stock !== true || typeof data.stock_quantity !== 'number') return undefined;
  const { id, parent_id, sku, type, stock_quantity, date_modified_gmt } = data;
  // In whole seconds: it may have been counted at any time of that second.
  const count = { sku, onHand: stock_quantity, at: date_modified_gmt + 999 };
  const isVariation = type === 'variation' && parent_id !== undefined;
  return {
    counts: [isVariation ? { ...count, product: parent_id, variant: id } : { ...count, product: id }],
  };
}
