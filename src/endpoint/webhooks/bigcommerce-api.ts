import { z } from 'zod';
import type { Parts } from '../parts.js';
import {
  pieces,
  shelfCount,
  shopEmail,
  shopId,
  shopTime,
  someId,
  type ShopCount,
  type ShopNews,
  type ShopOrder,
} from './shop-news.js';
import { ShopNotReadError, type Wanted } from './shop-not-read-error.js';

/** Milliseconds that one question may take: the shop waits for our answer meanwhile. */
const PATIENCE = 4_000;
/** Lines that a page of an order's lines has, and pages that are read. */
const PAGE = 250;
const MOST_PAGES = 20;

/** Incomplete, refunded, cancelled, declined: what is not sold. */
const NOT_SOLD = new Set([0, 4, 5, 6]);

const ORDER = z.object({
  ...{ id: someId, cart_id: shopId },
  date_created: shopTime,
  date_modified: shopTime,
  status_id: z.number(),
  is_deleted: z.boolean().optional(),
  billing_address: z.object({ email: shopEmail }).optional().catch(undefined),
});

const LINES = z.array(
  z.object({
    ...{ id: someId, product_id: shopId, variant_id: shopId, sku: shopId },
    quantity: pieces,
    quantity_refunded: pieces.optional(),
  }),
);

const PRODUCT = z.object({
  data: z.object({
    ...{ id: someId, sku: shopId },
    inventory_tracking: z.string(),
    inventory_level: shelfCount.nullish(),
    variants: z
      .array(z.object({ ...{ id: someId, sku: shopId }, inventory_level: shelfCount.nullish() }))
      .optional(),
  }),
});

/**
 * Reads from BigCommerce what a message of its was about.
 *
 * @throws ShopNotReadError when the shop cannot be read now
 */
export async function readWanted(api: BigCommerceApi, wanted: Wanted): Promise<ShopNews> {
  try {
    return 'order' in wanted
      ? { orders: [await api.order(wanted.order)] }
      : { counts: await api.counts(wanted.product) };
  } catch {
    throw new ShopNotReadError(wanted);
  }
}

/** What of BigCommerce's API is asked. */
export interface BigCommerceApi {
  /** An order as it is now; without lines when it is gone. */
  order(id: string): Promise<ShopOrder>;
  /** What the shelf of a product holds now; nothing for one that is not counted or is gone. */
  counts(product: string): Promise<readonly ShopCount[]>;
}

/** The API of the shop that the settings name, or undefined where they do not. */
export function bigCommerceApi({ settings, fetch, now }: Parts): BigCommerceApi | undefined {
  const { BIGCOMMERCE_STORE_HASH: hash, BIGCOMMERCE_ACCESS_TOKEN: token } = settings;
  if (hash === undefined || token === undefined) return undefined;
  const ask = async <T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> => {
    try {
      const reply = await fetch(`https://api.bigcommerce.com/stores/${hash}/${path}`, {
        headers: { accept: 'application/json', 'x-auth-token': token },
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (reply.status === 404 || reply.status === 204) return undefined;
      if (reply.ok) return schema.parse(await reply.json());
    } catch {
      // Not there, too slow, or not in the form that is known: it is asked again later.
    }
    throw new Error('not read');
  };
  return {
    order: async (id) => {
      const order = await ask(`v2/orders/${encodeURIComponent(id)}`, ORDER);
      if (!order) return { id, references: [], placedAt: 0, changedAt: undefined, lines: [] };
      const { cart_id, date_created: placedAt, date_modified: changedAt } = order;
      const isSold = !NOT_SOLD.has(order.status_id) && !order.is_deleted;
      const found: z.output<typeof LINES> = [];
      for (let page = 1; isSold && page <= MOST_PAGES; page += 1) {
        const path = `v2/orders/${encodeURIComponent(id)}/products?limit=${PAGE}&page=${page}`;
        const some = (await ask(path, LINES)) ?? [];
        found.push(...some);
        if (some.length < PAGE) break;
      }
      const lines = found.map(
        ({ id: line, product_id, variant_id, sku, quantity, quantity_refunded = 0 }) => ({
          ...{ id: line, product: product_id, variant: variant_id, sku },
          quantity: Math.max(0, quantity - quantity_refunded),
        }),
      );
      const references = cart_id === undefined ? [id] : [id, cart_id];
      return { id, references, placedAt, changedAt, lines, email: order.billing_address?.email };
    },
    counts: async (product) => {
      // What is read is at least as new as the question.
      const at = now();
      const path = `v3/catalog/products/${encodeURIComponent(product)}?include=variants`;
      const { data } = (await ask(path, PRODUCT)) ?? {};
      if (!data) return [];
      const told = { product, sku: data.sku, onHand: data.inventory_level };
      const all =
        data.inventory_tracking === 'variant'
          ? (data.variants ?? []).map(({ id, sku, inventory_level: onHand }) => ({
              product,
              variant: id,
              sku,
              onHand,
            }))
          : data.inventory_tracking === 'product'
            ? [told]
            : [];
      return all.flatMap(({ onHand, ...item }) =>
        typeof onHand === 'number' ? [{ ...item, onHand, at }] : [],
      );
    },
  };
}
