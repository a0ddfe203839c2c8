import { z } from 'zod';
import type { Parts } from '../parts.js';

/** What a shop's system names an item by; any part may be missing. */
export interface ShopItem {
  readonly product?: string | undefined;
  readonly variant?: string | undefined;
  readonly sku?: string | undefined;
}

/** An order as a shop tells it: always the whole of it. */
export interface ShopOrder {
  readonly id: string;
  /** All by which a reservation may name it. */
  readonly references: readonly string[];
  readonly placedAt: number;
  /** Address of who ordered, where it is told; and its keyed hash, which takes its place before anything is written. */
  readonly email?: string | undefined;
  readonly buyer?: string | undefined;
  /** By the shop's clock: an older tale does not overwrite a newer one. Undefined: now, as for one that was deleted. */
  readonly changedAt: number | undefined;
  /** None for an order that was cancelled. */
  readonly lines: readonly (ShopItem & { readonly id: string; readonly quantity: number })[];
}

/** A count of the shelf, and when it was true by the shop's clock. */
export interface ShopCount extends ShopItem {
  readonly onHand: number;
  readonly at: number;
}

/** What a webhook tells, in one form for all platforms. */
export interface ShopNews {
  readonly orders?: readonly ShopOrder[];
  readonly counts?: readonly ShopCount[];
}

/** A shop system that sends webhooks. */
export interface WebhookPlatform {
  readonly name: 'shopify' | 'bigcommerce' | 'woocommerce';
  /** Where the shop's own words on it are. */
  readonly summary: string;
  isSetUp(settings: Parts['settings']): boolean;
  /** Whether the body, as its bytes are, comes from the shop. */
  isGenuine(parts: Pick<Parts, 'settings' | 'now'>, headers: Headers, body: Uint8Array): boolean;
  /** The shop's name for this message, the same when it sends it again; undefined where it has none. */
  eventOf(headers: Headers, body: unknown): string | undefined;
  /**
   * What it tells; undefined for what is of no use here.
   *
   * @throws ShopNotReadError when the shop has to be asked, and cannot be
   */
  read(parts: Parts, headers: Headers, body: unknown): Promise<ShopNews | undefined>;
}

/** An id, which shops print as a number or as text; nothing and 0 are none. */
export const shopId = z
  .union([z.string().max(200), z.number()])
  .nullish()
  .transform((id) => (id === null || id === undefined || id === '' || id === 0 ? undefined : String(id)));

/** An e-mail address, or what stands in its place; what is no text is none. */
export const shopEmail = z.string().max(500).optional().catch(undefined);

/** An id that has to be there. */
export const someId = shopId.pipe(z.string());

/** Pieces of an order's line. */
export const pieces = z.number().min(0).max(1_000_000).transform(Math.floor);

/** A count of the shelf; below zero where the shop counts so. */
export const shelfCount = z.number().min(-1e9).max(1e9).transform(Math.floor);

/** A time as JSON has it, as milliseconds since 1970. One without a zone is in UTC. */
export const shopTime = z
  .string()
  .max(50)
  .transform((text) => Date.parse(/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(text) ? `${text}Z` : text))
  .pipe(z.number());
