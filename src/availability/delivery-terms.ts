import type { TransitFound, TransitTime } from './country-transit.js';
import type { DatedDays } from './dated-days.js';
import type { Delivery, ItemDelivery } from './delivery.js';
import type { Destination } from './destination.js';
import type { Withheld } from './offer.js';
import type { OrderMoment, orderClock } from './order-moment.js';
import type { Policy } from './policy.js';
import type { Read } from './read.js';
import type { AvailabilityRecord } from './record.js';
import type { Incoming, Supply } from './shipments.js';
import type { Fields } from './told-fields.js';
import type { WorkingDays, WorkTime } from './working-days.js';

/** All that a delivery plan knows of one product or variant. */
export interface DeliveryTerms {
  readonly shop: Delivery;
  /** The item's own, or its product's. */
  readonly item: ItemDelivery;
  /** Pieces of other variants that wait for the same shipments. */
  readonly othersWaiting: number;
  readonly clock: ReturnType<typeof orderClock>;
  /** What few merchants need. Without it the item has no shipments. */
  readonly rare: RareRules | undefined;
  /** Without it nothing is told of carriers. */
  readonly carrier: CarrierRules | undefined;
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

/** Hears of each step. */
export type NoteStep = (step: PromiseStep) => void;

/** What dispatch is reckoned from, once the terms have been found sound. */
export interface DispatchGround {
  readonly terms: DeliveryTerms;
  readonly asked: Asked;
  readonly moment: OrderMoment;
  readonly calendar: WorkingDays;
  readonly handling: WorkTime | undefined;
  readonly zone: string;
  /** The day on which work on the order begins. */
  readonly begins: number;
  /** The earliest that the merchant can dispatch it, be the goods there or not. */
  readonly own: DatedDays;
}

/** How an order travels. */
export interface OrderTransit {
  readonly found: TransitFound;
  readonly destination: Destination;
  /** The days of arrival for days of dispatch. Nothing when the carrier never works. */
  arrivalBy(ship: DatedDays): DatedDays | undefined;
}

/** Some of the pieces of an order, with their days by number, or with why they have none. */
export interface PromisePart {
  readonly quantity: number;
  readonly ship?: DatedDays | undefined;
  readonly arrive?: DatedDays | undefined;
  readonly withheld?: Withheld;
}

/** Hears how the queue was reckoned: who waits for what, what nothing ships before, what was left for a supplier. */
export type NoteQueue = (
  found:
    | {
        readonly waiting: number;
        readonly pieces: number;
        readonly incoming: readonly Incoming[];
        readonly supplies: readonly Supply[];
      }
    | { readonly early: DatedDays }
    | { readonly lead: unknown; readonly ordered: DatedDays },
) => void;

/** How parcels travel: a browser fetches these rules where a document tells of carriers. */
export interface CarrierRules {
  /** What the shop may tell of them. */
  fieldsFor(rare: RareRules | undefined): Fields;
  /** How an order of an item travels, if it is known where to and how long that takes. */
  orderTransit(terms: DeliveryTerms, destination?: Destination): OrderTransit | undefined;
}

/** What a product tells, and its variants by id. */
export interface KnownItem {
  readonly own: ItemDelivery;
  readonly variants: ReadonlyMap<string, ItemDelivery>;
}

/**
 * What only some merchants tell: shipments on their way, times as samples, and carriers' times to parts of a country or for classes of
 * items. A browser fetches these rules where a document has any of that.
 */
export interface RareRules {
  /** What an item may tell besides. */
  readonly fields: Fields;
  /** Reads a time that may be told as a sample; others are for `plain`. */
  sampled(plain: Read<WorkTime>): Read<WorkTime>;
  readonly transitTime: Read<TransitTime>;
  transitTo(
    times: readonly TransitTime[],
    destination: Destination,
    shippingClass: string | undefined,
  ): TransitFound | undefined;
  arrivalOf(ship: DatedDays, found: TransitFound, carrier: WorkingDays): DatedDays;
  readonly queuedParts: (
    ground: DispatchGround,
    transit: OrderTransit | undefined,
    note?: NoteQueue,
  ) => readonly PromisePart[] | Withheld;
  /** What holds for a variant of a product. */
  itemOf(product: KnownItem, variant: string): Pick<DeliveryTerms, 'item' | 'othersWaiting'>;
}
