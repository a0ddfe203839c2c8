import { z } from 'zod';
import {
  pieces,
  shelfCount,
  shopEmail,
  shopId,
  shopTime,
  someId,
  type ShopNews,
  type ShopOrder,
  type WebhookPlatform,
} from './shop-news.js';
import { isSigned } from './signatures.js';

const ORDER = z.object({
  ...{ id: someId, name: shopId, order_number: shopId, cart_token: shopId, checkout_token: shopId },
  created_at: shopTime,
  updated_at: shopTime,
  ...{ email: shopEmail, contact_email: shopEmail },
  cancelled_at: z.string().nullish(),
  line_items: z
    .array(
      z.object({
        ...{ id: someId, product_id: shopId, variant_id: shopId, sku: shopId },
        quantity: pieces,
        // What is left of it after the order was edited or refunded.
        current_quantity: pieces.optional(),
      }),
    )
    .max(10_000),
});

const PRODUCT = z.object({
  id: someId,
  updated_at: shopTime,
  variants: z
    .array(
      z.object({
        ...{ id: someId, sku: shopId },
        // Over all locations; null where the shop does not count.
        inventory_quantity: shelfCount.nullish(),
        inventory_management: z.string().nullish(),
      }),
    )
    .max(10_000),
});

const GONE = z.object({ id: someId });

/**
 * Shopify: `orders/*` and `products/create`, `products/update`. `inventory_levels/update` names neither variant nor product and
 * tells of one location only; Shopify sends `products/update` with the sum whenever a count changes, so that is read.
 *
 * The signature covers the body and no header. So the topic only says how to read the body; what is newer is told by the
 * body's own times, and `X-Shopify-Triggered-At` decides only within one second of them.
 */
export const SHOPIFY: WebhookPlatform = {
  name: 'shopify',
  summary: 'Webhooks of Shopify: `orders/*`, `products/create` and `products/update`',
  isSetUp: (settings) => settings.SHOPIFY_WEBHOOK_SECRET !== undefined,
  isGenuine: ({ settings }, headers, body) =>
    isSigned(body, settings.SHOPIFY_WEBHOOK_SECRET ?? '', headers.get('x-shopify-hmac-sha256')),
  // `X-Shopify-Event-Id` is shared by all messages about one action, such as an edit of ten products.
  eventOf: (headers) => headers.get('x-shopify-webhook-id') ?? undefined,
  read: (_, headers, body) => Promise.resolve(read(headers, body)),
};

function read(headers: Headers, body: unknown): ShopNews | undefined {
  const topic = headers.get('x-shopify-topic') ?? '';
  const triggered = Date.parse(headers.get('x-shopify-triggered-at') ?? '');
  if (topic === 'orders/delete') {
    const { data } = GONE.safeParse(body);
    return data && { orders: [{ ...data, references: [], placedAt: 0, changedAt: undefined, lines: [] }] };
  }
  if (topic.startsWith('orders/')) {
    const { data } = ORDER.safeParse(body);
    return data && { orders: [orderOf(data, triggered)] };
  }
  if (topic !== 'products/update' && topic !== 'products/create') return undefined;
  const { data } = PRODUCT.safeParse(body);
  if (!data) return undefined;
  const at = within(data.updated_at, triggered, 999);
  const counts = data.variants.flatMap(({ id: variant, sku, inventory_quantity, inventory_management }) =>
    typeof inventory_quantity !== 'number' || inventory_management === null
      ? []
      : [{ product: data.id, variant, sku, onHand: inventory_quantity, at }],
  );
  return { counts };
}

function orderOf(order: z.output<typeof ORDER>, triggered: number): ShopOrder {
  const { id, name, order_number, cart_token, checkout_token } = order;
  const references = [id, name, order_number, cart_token, checkout_token].filter((it) => it !== undefined);
  const lines = order.cancelled_at
    ? []
    : order.line_items.map(({ id: line, product_id, variant_id, sku, quantity, current_quantity }) => ({
        ...{ id: line, product: product_id, variant: variant_id, sku },
        quantity: current_quantity ?? quantity,
      }));
  return {
    id,
    references,
    placedAt: order.created_at,
    email: order.email ?? order.contact_email,
    changedAt: within(order.updated_at, triggered, 0),
    lines,
  };
}

/** The body's time is in whole seconds; the header may say when in the second, or else `otherwise` does. */
function within(signed: number, triggered: number, otherwise: number): number {
  const more = Number.isNaN(triggered) ? otherwise : Math.min(999, Math.max(0, triggered - signed));
  return signed + more;
}
