// The availability document as it stands in JSON. The published JSON Schema is made from these types, so every
// comment here is what an editor shows to the person who writes the file.
import type { DeliveryV1, ItemDeliveryV1 } from './delivery-v1.js';
import type { SignUpV1 } from './sign-up-v1.js';

/**
 * @asType integer
 * @minimum 0
 */
type Count = number;

/**
 * @asType integer
 * @minimum 1
 */
type CountFromOne = number;

/** @asType integer */
type Pieces = number;

/** @pattern ^20\d\d-(\d\d(-\d\d(T[^/]+)?)?|W\d\d|Q[1-4])(/20\d\d-(\d\d(-\d\d(T[^/]+)?)?|W\d\d|Q[1-4]))?$ */
type DateText = string;

/**
 * What a shop tells of its stock: served by a config endpoint, put on a CDN as a static file, or written into the
 * page. A reader of version 1 ignores what it does not know; a field it cannot read counts as not told.
 */
export interface AvailabilityDocumentV1 {
  /** The JSON Schema of this file, for editors. */
  $schema?: string;
  /** Version of the format. */
  version: 1;
  /**
   * When this was true, as an instant with its zone, such as `2026-11-22T09:00:00Z`.
   * @format date-time
   */
  asOf?: string;
  /** For how many seconds a page may go on showing this before it asks again. 60 unless told. */
  ttl?: Count;
  /** `true` withdraws every change that the widgets make, on all pages that read this document. */
  disabled?: boolean;
  /** What the merchant allows and promises for all products that say nothing else. */
  policy?: PolicyV1;
  /** How the merchant works and ships: with it, dates of dispatch and arrival are reckoned and not only repeated. */
  delivery?: DeliveryV1;
  /** Where sign-ups go. Without it no sign-up form is shown, unless the page handles sign-ups itself. */
  signUp?: SignUpV1;
  /** The merchant's own wording: messages by language tag, then by message name. Others keep the shipped wording. */
  messages?: { [language: string]: { [message: string]: string } };
  products: ProductV1[];
}

/** A record: what is known of the stock. Leave out what you do not know; nothing is guessed, and missing is never zero. */
export interface RecordV1 {
  /** Pieces on the shelf; below zero when the shop has sold past it. */
  onHand?: Pieces;
  /** `false` when the shop does not count this product: `onHand` means nothing, and it is in stock unless `status` tells otherwise. */
  tracked?: boolean;
  /** Pieces that may still be ordered beyond the shelf. On a product with variants: shared by all of them. */
  availableForBackorder?: Count | 'unlimited';
  /** Pieces that may be ordered in all. */
  availableToSell?: Count | 'unlimited';
  /** The state, where no counts are known. */
  status?: 'in-stock' | 'backorder' | 'preorder' | 'coming-soon' | 'sold-out' | 'unknown';
  /** `false` when the shop system would refuse the order, `true` when it would take it. */
  orderable?: boolean;
  /** When stock is expected again. */
  restock?: ExpectationV1;
  /** When a product that is not out yet will be. */
  release?: ExpectationV1;
  /** What one order may take. */
  quantity?: {
    min?: CountFromOne;
    max?: CountFromOne;
    step?: CountFromOne;
  };
  /**
   * When this was true; else the document's `asOf` counts.
   * @format date-time
   */
  asOf?: string;
}

/** A product. It is found by any of `id`, `handle`, `sku`, or by a variant's `id` or `sku`. */
export interface ProductV1 extends RecordV1, ItemDeliveryV1 {
  id: string | number;
  /** The product's name in addresses. */
  handle?: string;
  sku?: string;
  policy?: PolicyV1;
  variants?: VariantV1[];
}

export interface VariantV1 extends RecordV1, ItemDeliveryV1 {
  id: string | number;
  sku?: string;
  /** Option values by option name, such as `{"Colour": "Oak"}`. */
  options?: { [option: string]: string };
  policy?: PolicyV1;
}

/**
 * A date as exact as it is known: `2026-12-01`, the ISO week `2026-W49`, the month `2026-12`, the quarter `2026-Q4`, or
 * a range `2026-12-01/2026-12-05`; with more to say, an object.
 */
export type ExpectationV1 =
  | DateText
  | {
      /** As above. */
      date?: DateText;
      /** Time from order to dispatch, instead of a date. */
      leadTime?: { min?: Count; max: Count; unit?: 'day' | 'week' };
      /** Whether this is the date of dispatch (default) or of arrival. */
      basis?: 'ship' | 'deliver';
      /** Whether a supplier has confirmed it. Default `estimated`. */
      confidence?: 'confirmed' | 'estimated';
    };

/** What the merchant allows and promises. A variant's policy goes before its product's, that before the document's. */
export interface PolicyV1 {
  /** What is sold once the shelf is empty. `none` (default): nothing. */
  sell?: 'backorder' | 'preorder' | 'none';
  /** `when-zero` (default): only beyond the shelf. `always`: also while there is stock. */
  trigger?: 'when-zero' | 'always';
  /** Pieces on the shelf that are kept back and never sold as in stock. */
  threshold?: Count;
  /**
   * Pieces that may be sold beyond the shelf in all: a number, 0 for none, or `unlimited`. On a product with variants:
   * shared by all of them. Left out, no limit is set here and the shop system's own holds.
   */
  limit?: Count | 'unlimited';
  /** Most pieces in one order, those from the shelf included, as soon as one of them comes from beyond it. */
  maxPerOrder?: CountFromOne;
  /** At the limit: `notify` (default) shows sold out and offers a sign-up; `theme` leaves the page as the theme made it. */
  atLimit?: 'notify' | 'theme';
  /**
   * Selling beyond the shelf starts; before it the product is "coming soon".
   * @format date-time
   */
  starts?: string;
  /**
   * Selling beyond the shelf ends.
   * @format date-time
   */
  ends?: string;
  /** The date to promise where a record has none; usually a lead time. */
  promise?: ExpectationV1;
  /** When part of an order is on the shelf: ship that now (`split`, default), or all `together`. */
  partial?: 'split' | 'together';
  /** When a sign-up is offered: `when-sold-out` (default), `beside` the backorder as well, or `never`. */
  signUp?: 'when-sold-out' | 'beside' | 'never';
  /**
   * Express and wallet buttons while the product is not simply in stock. `keep` (default); `relabel` puts the state before the
   * words of plain buttons; `hide`; `disable`. Where nothing is sold at all, at the limit or before the start, they are
   * disabled unless you say `keep` or `hide`.
   */
  express?: 'keep' | 'relabel' | 'hide' | 'disable';
  /** Seconds after `asOf` from which dates are no longer shown. */
  maxAge?: Count;
  /** The merchant's time zone, such as `Europe/Berlin`: in it a promised day ends. Default UTC. */
  timeZone?: string;
}
