import { z } from 'zod';
import { sameSecret } from '../hashes.js';
import type { Parts } from '../parts.js';
import { bigCommerceApi, readWanted } from './bigcommerce-api.js';
import { shelfCount, shopId, type ShopNews, type WebhookPlatform } from './shop-news.js';
import { isSignedInTime } from './signatures.js';

/** An id as BigCommerce's are: it goes into an address. */
const number = shopId.pipe(
  z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
);

const MESSAGE = z.object({
  scope: z.string().max(200),
  producer: z.string().max(200).optional(),
  created_at: z.number().optional(),
  data: z.object({
    ...{ id: number, product_id: number, variant_id: number },
    type: z.string().max(50).optional(),
    inventory: z
      .object({
        ...{ product_id: number, variant_id: number },
        method: z.string().max(20),
        value: shelfCount,
      })
      .optional(),
  }),
});

/**
 * BigCommerce: `store/order/*`, `store/product/*`, `store/sku/*` and `store/channel/*` `/inventory/product/*`.
 *
 * Its messages say only what changed. What it is now is read from its API, before anything is written; when that fails the
 * message is taken, and the shop is read later: see `readLater`. So a message that comes twice, late, or out of turn does no
 * harm: it is the present that is read.
 */
export const BIGCOMMERCE: WebhookPlatform = {
  name: 'bigcommerce',
  summary: 'Webhooks of BigCommerce: orders, products, SKUs and inventory',
  isSetUp: ({ BIGCOMMERCE_WEBHOOK_SECRET, BIGCOMMERCE_WEBHOOK_TOKEN }) =>
    BIGCOMMERCE_WEBHOOK_SECRET !== undefined || BIGCOMMERCE_WEBHOOK_TOKEN !== undefined,
  isGenuine: ({ settings, now }, headers, body) => {
    const { BIGCOMMERCE_WEBHOOK_SECRET: secret, BIGCOMMERCE_WEBHOOK_TOKEN: token } = settings;
    const isSent = token === undefined || sameSecret(token, headers.get('x-webhook-token') ?? '');
    return (secret === undefined || isSignedInTime(body, secret, headers, now())) && isSent;
  },
  // The body's `hash` is made of the body: two changes of one product in one second have the same.
  eventOf: (headers) => headers.get('webhook-id') ?? undefined,
  read,
};

async function read(parts: Parts, _: Headers, body: unknown): Promise<ShopNews | undefined> {
  const { data: message } = MESSAGE.safeParse(body);
  if (!message) return undefined;
  const { scope, data, producer } = message;
  const hash = parts.settings.BIGCOMMERCE_STORE_HASH;
  if (hash !== undefined && producer !== undefined && producer !== `stores/${hash}`) return undefined;
  const api = bigCommerceApi(parts);
  if (/^store\/order\/[^/]+$/.test(scope)) {
    return api && data.id !== undefined ? readWanted(api, { order: data.id }) : undefined;
  }
  if (!/^store\/(?:product|sku|channel\/[^/]+\/inventory)\//.test(scope)) return undefined;
  const { inventory } = data;
  const own = data.type === 'product' ? data.id : undefined;
  const product = data.product_id ?? inventory?.product_id ?? own;
  if (product === undefined) return undefined;
  if (api) return readWanted(api, { product });
  // Without the API there are only the counts that older scopes carry.
  if (inventory?.method !== 'absolute' || message.created_at === undefined) return undefined;
  const at = message.created_at * 1000 + 999;
  return { counts: [{ product, variant: inventory.variant_id, onHand: inventory.value, at }] };
}
