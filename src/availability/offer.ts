import type { DateWindow } from './date-window.js';
import type { Dated } from './dated-days.js';
import type { Destination } from './destination.js';
import type { LeadTime } from './expectation.js';
import type { State } from './state.js';

/** How a wanted quantity is met. The three add up to it. */
export interface Split {
  /** Pieces that ship as usual. */
  readonly now: number;
  /** Pieces that ship when the promise says. */
  readonly later: number;
  /** Pieces that cannot be ordered. */
  readonly refused: number;
}

/** When the later pieces ship or arrive. Made of days that the merchant told; never more exact than what was told. */
export interface ShipPromise {
  /** Days of the merchant's calendar, first and last included. */
  readonly window: DateWindow;
  /** There when the merchant told a time from order to dispatch and not a date: say this rather than the window. */
  readonly leadTime?: LeadTime;
  readonly basis: 'ship' | 'deliver';
  readonly confidence: 'confirmed' | 'estimated';
  /** Whether the date is that of a release or that of new stock. */
  readonly event: 'release' | 'restock';
  /** When the date was told, in milliseconds since 1970. */
  readonly asOf?: number;
  /** Days of dispatch, where they were reckoned from the merchant's calendar. */
  readonly ship?: Dated;
  /** Days of arrival, where they were reckoned; `window` is this one then, and `basis` says `deliver`. */
  readonly arrive?: Dated;
  /** Where the days of arrival hold. */
  readonly place?: Destination;
  /** There when whoever orders from this instant on gets other days. */
  readonly cutoffAt?: number;
}

/** Some of the later pieces, and when those ship or arrive. Without `window`: nobody can say. */
export interface ShipPart extends Partial<
  Pick<ShipPromise, 'window' | 'basis' | 'confidence' | 'ship' | 'arrive'>
> {
  readonly quantity: number;
}

/**
 * Why there is no date though there was ground for one:
 * - `date-passed`: the days that were told are over
 * - `too-old`: they were told longer ago than the merchant lets it be
 * - `no-shipment-left`: the pieces stand behind all shipments that are on their way
 * - `no-position`: how many wait already is not known, so neither is the place in the queue
 * - `no-handling-time`: how long it takes from the warehouse to dispatch is not told
 * - `no-working-day`: the calendar has no day to work on for more than a year
 * - `no-time-zone`, `bad-time-zone`: whose days and clock count is not told, or not known to this browser
 * - `bad-delivery`: something that the sum needs could not be read
 */
export type Withheld =
  | 'date-passed'
  | 'too-old'
  | 'no-shipment-left'
  | 'no-position'
  | 'no-handling-time'
  | 'no-working-day'
  | 'no-time-zone'
  | 'bad-time-zone'
  | 'bad-delivery';

/** Why an offer is what it is: one word, stable, for logs and for the page that explains. */
export type Reason =
  | 'on-shelf'
  | 'not-tracked'
  | 'status-told'
  | 'beyond-shelf'
  | 'partly-beyond-shelf'
  | 'always'
  | 'not-started'
  | 'nothing-left'
  | 'limit-reached'
  | 'over-limit'
  | 'platform-refuses'
  | 'contradiction'
  | 'hint-only'
  | 'not-told';

/** What a shopper can do now with a wanted quantity of one variant. */
export interface Offer {
  readonly state: State;
  readonly reason: Reason;
  /** The quantity this offer is for. */
  readonly wanted: number;
  /** Missing when the state is unknown or only hinted at: nobody could say how the quantity is met. */
  readonly split?: Split;
  /** Missing when no date is known, or the one that was told has passed or is too old. */
  readonly promise?: ShipPromise;
  /** Why there is no promise though there was a date. */
  readonly withheld?: Withheld;
  /** There when the later pieces come at different times, the soonest first; `promise` holds for the last of them. */
  readonly parts?: readonly ShipPart[];
  /** What one order may take. `max` is missing when no limit is known. */
  readonly quantity: { readonly min: number; readonly max?: number; readonly step: number };
  /**
   * What happens to the shop's own add-to-cart: `theme` leaves it as it is, `swap` says backorder or pre-order
   * and carries the promise, `stop` sells no more because the merchant's limit is reached or selling has not begun.
   */
  readonly control: 'theme' | 'swap' | 'stop';
  /** Whether a sign-up is offered. */
  readonly signUp: boolean;
  /** What becomes of express and wallet buttons. */
  readonly express: 'keep' | 'relabel' | 'hide' | 'disable';
  /** When to decide again, in milliseconds since 1970: a start, an end, or a date that passes. */
  readonly changesAt?: number;
}
