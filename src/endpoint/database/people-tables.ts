import type { Generated } from 'kysely';
import type { Flag, Instant, Json } from './column.js';

export interface SignUpTable {
  id: string;
  product: string;
  /** '' with `any_variant` 1, or for a product without variants. */
  variant: string;
  any_variant: Flag;
  channel: 'email' | 'sms' | 'whatsapp' | 'push';
  /** E-mail address or telephone number, as given. NULL once its person has left. */
  address: string | null;
  /** Keyed hash of the address: finds a person without it. */
  address_hash: string;
  quantity: number;
  language: string;
  /** Path of the page, without query and hash. */
  page: string | null;
  state: 'pending' | 'active' | 'told' | 'converted' | 'left';
  /** Version of the wording that was agreed to. NULL: not agreed. */
  marketing_wording: string | null;
  privacy_wording: string | null;
  created_at: Instant;
  confirmed_at: Instant | null;
  told_at: Instant | null;
  left_at: Instant | null;
  /** Order of asking: who asked first is told first. */
  turn: Generated<number>;
}

/** What the links in mails open, by the hash of their secret: each mail has secrets of its own, kept nowhere else. */
export interface LinkTable {
  hash: string;
  sign_up: string;
  purpose: 'confirm' | 'leave';
  until: Instant;
}

/** Who must not be written to again, by keyed hash only. */
export interface SuppressionTable {
  address_hash: string;
  created_at: Instant;
}

/** What is to be sent. A row is written in the transaction that makes it necessary, and sent afterwards. */
export interface OutboxTable {
  id: string;
  /** `read`: nothing is said; a shop is asked what it could not say before. */
  kind: 'confirm' | 'restock' | 'event' | 'read';
  /** `captured`: to nobody, as no sender is configured. */
  target: 'smtp' | 'klaviyo' | 'webhook' | 'captured' | 'bigcommerce';
  sign_up: string | null;
  /** Messages of one person go out in order: the keyed hash of the address, or the webhook's subject. */
  lane: string;
  /** Says the same twice only once. */
  dedupe: string;
  payload: Json;
  state: 'queued' | 'sending' | 'sent' | 'dead' | 'dropped';
  attempts: number;
  next_at: Instant;
  /** Until then the worker that took it has it alone. */
  locked_until: Instant | null;
  created_at: Instant;
  sent_at: Instant | null;
  last_problem: string | null;
  turn: Generated<number>;
}

/** A return of stock: those who asked are told in waves until the pieces are spoken for or gone. */
export interface RestockTable {
  id: string;
  product: string;
  variant: string;
  units: number;
  told: number;
  state: 'open' | 'done';
  created_at: Instant;
  next_at: Instant;
}

/** Counts by product and week: they stay when the rows of persons go. */
export interface DemandTable {
  product: string;
  variant: string;
  /** Monday of the week, `2026-11-16`, UTC. */
  week: string;
  kind: 'backordered' | 'released' | 'asked' | 'told' | 'converted' | 'left';
  events: number;
  pieces: number;
}

/** Confirmation mails to one address on one day, against list bombing; `address_hash` 'all' counts them all. */
export interface MailCountTable {
  address_hash: string;
  day: string;
  mails: number;
}
