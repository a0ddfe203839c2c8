import { z } from 'zod';

const secret = z.string().min(8).max(500).optional();

/** Settings of platform webhooks, by the names of their environment variables. A platform without a secret has no route. */
export const WEBHOOK_SETTINGS = {
  /** Shopify: the app's client secret, or what Settings > Notifications > Webhooks shows for those made there. */
  SHOPIFY_WEBHOOK_SECRET: secret,
  /** WooCommerce: the secret of the webhook, as it stands in WooCommerce > Settings > Advanced > Webhooks. */
  WOOCOMMERCE_WEBHOOK_SECRET: secret,
  /** BigCommerce: the client secret of the app or API account that made the webhooks; signatures are verified with it. */
  BIGCOMMERCE_WEBHOOK_SECRET: secret,
  /** BigCommerce: the value that you gave the header `X-Webhook-Token` when you made the webhooks. With the secret, both must be right. */
  BIGCOMMERCE_WEBHOOK_TOKEN: secret,
  /** BigCommerce tells only that something changed; with these what it is now is read from its API. */
  BIGCOMMERCE_STORE_HASH: z
    .string()
    .regex(/^[a-z0-9]{1,40}$/i)
    .optional(),
  BIGCOMMERCE_ACCESS_TOKEN: secret,
  /** Days that orders and closed reservations are kept. What a shop tells of older orders changes no count any more. */
  KEEP_ORDERS_DAYS: z.coerce.number().int().min(30).default(730),
};
