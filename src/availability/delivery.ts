import type { TransitTime } from './country-transit.js';
import type { Destination } from './destination.js';
import type { Shipment } from './shipments.js';
import type { WorkingDays, WorkTime } from './working-days.js';

/**
 * A part of the calendar as it was told. `bad`: told so that it cannot be read. Sums that need it give no date then: left
 * out, a cutoff or a holiday that was mistyped would give one that is too early.
 */
export type Told<T> = T | 'bad' | undefined;

/** What holds for one product or variant in the place of what holds for the shop. */
export interface ItemDelivery {
  readonly handlingTime?: Told<WorkTime>;
  /** From an order with the supplier until the goods are in the merchant's warehouse. */
  readonly leadTime?: Told<WorkTime>;
  readonly shippingClass?: Told<string>;
  readonly shipments?: Told<readonly Shipment[]>;
  /** Pieces that were sold beyond the shelf and wait already. */
  readonly backordered?: Told<number>;
  /** Below zero: as many wait, where nobody tells of those. */
  readonly onHand?: Told<number>;
}

/** How the merchant works and ships, as the document's `delivery` tells it. */
export interface Delivery {
  readonly timeZone?: Told<string>;
  readonly workingDays: WorkingDays | 'bad';
  /** Minutes of the merchant's wall clock. */
  readonly cutoffTime?: Told<number>;
  readonly handlingTime?: Told<WorkTime>;
  /** From an order with the supplier until the goods are in the merchant's warehouse. */
  readonly leadTime?: Told<WorkTime>;
  readonly carrierDays: WorkingDays | 'bad';
  readonly transitTime?: Told<readonly TransitTime[]>;
  /** For whom no other destination is known. */
  readonly destination?: Told<Destination>;
}
