import { daysOf, doubtOf, theDay, type DatedDays } from './dated-days.js';
import type { Told } from './delivery.js';
import type { Asked, DispatchGround } from './delivery-terms.js';
import type { Expectation } from './expectation.js';
import type { Withheld } from './offer.js';
import type { AvailabilityRecord } from './record.js';
import { daysAfter, type WorkTime } from './working-days.js';

/** The ground of a sum, for an order on which work begins on a day. */
export function groundFrom(ground: Omit<DispatchGround, 'own' | 'begins'>, begins: number): DispatchGround {
  const { handling = AT_ONCE, calendar } = ground;
  return { ...ground, begins, own: daysAfter(theDay(begins), handling, calendar) };
}

const AT_ONCE: WorkTime = { min: 0, max: 0, working: true };

/** The date that was told of the goods: of a pre-order the release goes first, of others the new stock. */
export function toldDate(
  { restock, release }: AvailabilityRecord,
  sold: Asked['sold'],
): Expectation | undefined {
  return sold === 'preorder' ? (release ?? restock) : (restock ?? release);
}

/**
 * What a date is reckoned from that nobody need queue for: one that was told, or the time of a supplier, whichever is known first in
 * this order. Neither for goods on the shelf.
 */
export function toldGround({ terms, asked }: Pick<DispatchGround, 'terms' | 'asked'>): {
  readonly expected?: Expectation | undefined;
  readonly lead?: Told<WorkTime>;
} {
  const { item, shop } = terms;
  const { record, policy, sold } = asked;
  if (sold === 'in-stock') return {};
  const lead = item.leadTime ?? (policy.promise ? undefined : shop.leadTime);
  return { expected: toldDate(record, sold) ?? (lead ? undefined : policy.promise), lead };
}

/** When pieces can be dispatched that the merchant orders from a supplier once work on the order begins. */
export function suppliedAfter(
  { calendar, handling, begins }: DispatchGround,
  lead: WorkTime | 'bad',
): DatedDays | Withheld {
  if (lead === 'bad') return 'bad-delivery';
  if (!handling) return 'no-handling-time';
  return daysAfter(daysAfter(theDay(begins), lead, calendar), handling, calendar);
}

/** The days of an expectation; those of a lead time from the day on which work begins to one on which somebody ships or delivers. */
export function expectedDays(
  { terms, calendar, begins }: DispatchGround,
  { window, leadTime, basis, confidence }: Expectation,
): DatedDays {
  if (window) return daysOf(window, confidence);
  const { carrierDays } = terms.shop;
  const who = basis === 'deliver' && carrierDays !== 'bad' ? carrierDays : calendar;
  return daysAfter(theDay(begins, doubtOf(confidence)), leadTime ?? {}, who);
}
