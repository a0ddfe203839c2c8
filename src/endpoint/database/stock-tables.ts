import type { Instant, Json } from './column.js';

/**
 * A product (`variant` is '') or one of its variants. Counts stand in columns of their own, since they move by themselves;
 * all else that the availability document says of it is `fields`.
 */
export interface ItemTable {
  product: string;
  variant: string;
  sku: string | null;
  handle: string | null;
  title: string | null;
  /** Address of the product's page, for mails. */
  url: string | null;
  /** Price in the currency's smallest unit, for the estimate of lost revenue. */
  price: number | null;
  currency: string | null;
  /** `RecordV1` and `PolicyV1` without the counts. */
  fields: Json;
  /** Pieces on the shelf as last told; below zero where the shop system counts so. NULL: not told. */
  on_hand: number | null;
  /** Pieces that may be sold beyond the shelf in all. NULL: no limit. */
  backorder_limit: number | null;
  /** Pieces of the shelf that are held or sold since `on_hand` was told. */
  shelf_held: number;
  shelf_sold: number;
  /** Pieces beyond the shelf that are held, and that are sold and still owed. */
  beyond_held: number;
  beyond_sold: number;
  /** When `on_hand` was true, by the clock of who told it: an older report does not overwrite a newer one. */
  stock_at: Instant | null;
  /** When the last delivery was told. What was sold before it may be told after it, and comes off the shelf all the same. */
  received_at: Instant | null;
  /** Goes up with each change. */
  version: number;
  updated_at: Instant;
}

/** What holds for the whole shop, by name: `document` is the availability document without its products. */
export interface SettingTable {
  name: string;
  value: Json;
  updated_at: Instant;
}

export interface ApiKeyTable {
  id: string;
  hash: string;
  name: string;
  /** Names of scopes, with a space between. */
  scopes: string;
  created_at: Instant;
  revoked_at: Instant | null;
}

/** Who changed what. Holds nothing of shoppers. */
export interface AuditTable {
  id: string;
  at: Instant;
  /** A key's id, or `webhook:shopify` and the like. */
  actor: string;
  action: string;
  subject: string;
  before: Json | null;
  after: Json | null;
}

/** Answers that were given, so that a request that is sent again gets the same. */
export interface IdempotencyTable {
  /** What it is about and whose: such as `reservation:KEYID`. */
  scope: string;
  key: string;
  body_hash: string;
  /** NULL while the first is still running. */
  status: number | null;
  answer: Json | null;
  created_at: Instant;
}

export interface ReservationTable {
  id: string;
  state: 'held' | 'confirmed' | 'released' | 'expired';
  /** The shop system's number of the order, once there is one. */
  order_reference: string | null;
  created_at: Instant;
  expires_at: Instant;
  updated_at: Instant;
}

export interface ReservationLineTable {
  reservation: string;
  line: number;
  product: string;
  variant: string;
  /** Pieces from the shelf, and beyond it. */
  shelf: number;
  beyond: number;
  /** Pieces that ship as usual; those from the shelf may wait for the others. */
  ships_now: number;
}

/** Webhooks that were taken, so that none counts twice. */
export interface WebhookEventTable {
  platform: string;
  /** Hash of the shop's id for it. */
  event: string;
  received_at: Instant;
}

/**
 * What is sold: lines of shop orders, by the shop's own ids, and of confirmed reservations that no order has taken over.
 * Replays and late news are compared with them.
 */
export interface OrderLineTable {
  /** A shop system, or `reservation`. */
  platform: string;
  order: string;
  /** '' for the order itself: all its pieces, and when it was last changed. */
  line: string;
  product: string;
  variant: string;
  /** Pieces ordered, as last told. */
  quantity: number;
  /** Those of them that still stand in the item's counts. */
  shelf: number;
  beyond: number;
  placed_at: Instant;
  /** When the order was last changed, by the shop's clock. */
  changed_at: Instant;
}
