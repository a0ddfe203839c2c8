import type { Span } from './dated-days.js';
import type { Destination } from './destination.js';
import type { Shipment } from './shipments.js';
import type { TransitTime } from './transit.js';
import type { WorkingDays } from './working-days.js';

/**
 * A part of the calendar as it was told. `bad`: told so that it cannot be read. Sums that need it give no date then: left
 * out, a cutoff or a holiday that was mistyped would give one that is too early.
 */
export type Told<T> = T | 'bad' | undefined;

/** From an order with the supplier until the goods are in the merchant's warehouse. */
export interface SupplierTime extends Span {
  readonly unit: 'day' | 'week';
  /** Counted in the merchant's working days; else in days of the calendar. */
  readonly working: boolean;
  readonly confidence: 'confirmed' | 'estimated';
}

/** What holds for one product or variant in the place of what holds for the shop. */
export interface ItemDelivery {
  readonly handlingTime?: Told<Span>;
  readonly leadTime?: Told<SupplierTime>;
  readonly shippingClass?: Told<string>;
  readonly shipments?: Told<readonly Shipment[]>;
  /** Pieces that were sold beyond the shelf and wait already. */
  readonly backordered?: Told<number>;
}

/** How the merchant works and ships, as the document's `delivery` tells it. */
export interface Delivery {
  readonly timeZone?: Told<string>;
  readonly workingDays: WorkingDays | 'bad';
  /** Minutes of the merchant's wall clock. */
  readonly cutoffTime?: Told<number>;
  readonly handlingTime?: Told<Span>;
  readonly leadTime?: Told<SupplierTime>;
  readonly carrierDays: WorkingDays | 'bad';
  readonly transitTime?: Told<readonly TransitTime[]>;
  /** For whom no other destination is known. */
  readonly destination?: Told<Destination>;
}
