import type { Delivery, ItemDelivery } from './delivery.js';
import type { Destination } from './destination.js';
import type { orderClock } from './order-moment.js';
import type { Policy } from './policy.js';
import type { AvailabilityRecord } from './record.js';

/** All that a delivery plan knows of one product or variant. */
export interface DeliveryTerms {
  readonly shop: Delivery;
  /** The item's own, or its product's. */
  readonly item: ItemDelivery;
  /** Pieces of other variants that wait for the same shipments. */
  readonly othersWaiting: number;
  readonly clock: ReturnType<typeof orderClock>;
}

/** What a promise is asked for. */
export interface Asked {
  readonly record: AvailabilityRecord;
  readonly policy: Policy;
  readonly sold: 'in-stock' | 'backorder' | 'preorder';
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Pieces from beyond the shelf; with `in-stock` those from it. */
  readonly pieces: number;
  /** Where the order goes; else where the document says that orders go. */
  readonly destination?: Destination | undefined;
}

/** One step of the sum: what went in, where that was told, and what came out. */
export interface PromiseStep {
  readonly step:
    'order' | 'queue' | 'date' | 'lead-time' | 'release' | 'handling' | 'transit' | 'refused' | 'promise';
  /** The field that it came from, such as `delivery.cutoffTime` or `shipments`. */
  readonly source: string;
  readonly given: unknown;
  readonly result: string;
}

/** Hears of each step. Where nobody listens, steps are not even made. */
export type NoteStep = (step: PromiseStep) => void;
