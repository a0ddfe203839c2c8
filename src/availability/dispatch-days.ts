import { datedOf, daysOf, isDated, type DatedDays, type Span } from './dated-days.js';
import type { SupplierTime } from './delivery.js';
import type { Asked, DeliveryTerms, NoteStep } from './delivery-terms.js';
import type { Expectation } from './expectation.js';
import type { Withheld } from './offer.js';
import type { OrderMoment } from './order-moment.js';
import type { Shipment } from './shipments.js';
import { addWorkingDays, workingDayFrom, type WorkingDays } from './working-days.js';

/** What dispatch is reckoned from, once the terms have been found sound. */
export interface DispatchGround {
  readonly terms: DeliveryTerms;
  readonly asked: Asked;
  readonly moment: OrderMoment;
  readonly calendar: WorkingDays;
  readonly handling: Span | undefined;
}

/** Words for days in a step. */
export function daysWords(days: DatedDays): string {
  if (!isDated(days)) return 'no such day';
  const { window, confidence } = datedOf(days);
  return `${window.start}/${window.end}, to the ${window.precision}, ${confidence}`;
}

/** The earliest that the merchant can dispatch an order whose work begins on a day, be the goods there or not. */
export function handledFrom({ calendar, handling }: DispatchGround, begins: number): DatedDays {
  const { min, max } = handling ?? { min: 0, max: 0 };
  return {
    from: addWorkingDays(calendar, begins, min),
    to: addWorkingDays(calendar, begins, max),
    precision: 'day',
    confidence: 'confirmed',
  };
}

/** When the pieces of a shipment can be dispatched. */
export function dispatched(
  { window, confidence, basis }: Shipment,
  calendar: WorkingDays,
  handling: DispatchGround['handling'],
): DatedDays {
  const days = daysOf(window, confidence);
  if (basis === 'ship' || !handling) return days;
  const { min, max } = handling;
  return {
    ...days,
    from: addWorkingDays(calendar, days.from, min),
    to: addWorkingDays(calendar, days.to, max),
  };
}

/** A standing lead time of the policy, which leads up to dispatch and not only to the warehouse. */
export function leadOf(promise: Expectation | undefined): Expectation | undefined {
  return promise?.leadTime && promise.basis === 'ship' ? promise : undefined;
}

/** When pieces can be dispatched that the merchant orders from a supplier once work on the order begins. */
export function suppliedAfter(
  ground: DispatchGround,
  lead: SupplierTime | 'bad' | Expectation,
  begins: number,
  note?: NoteStep,
): DatedDays | Withheld {
  const { calendar, handling } = ground;
  if (lead === 'bad') return 'bad-delivery';
  if ('basis' in lead) return expectedDays(ground, lead, begins);
  if (!handling) return 'no-handling-time';
  const { min, max, unit, working, confidence } = lead;
  const each = unit === 'week' ? 7 : 1;
  const arrives = (count: number): number =>
    working ? addWorkingDays(calendar, begins, count * each) : begins + count * each;
  const days: DatedDays = {
    from: addWorkingDays(calendar, arrives(min), handling.min),
    to: addWorkingDays(calendar, arrives(max), handling.max),
    precision: unit,
    confidence,
  };
  note?.({ step: 'lead-time', source: 'leadTime', given: lead, result: daysWords(days) });
  return days;
}

/** The days of an expectation; those of a lead time from the day on which work begins to one on which somebody ships or delivers. */
export function expectedDays(
  { terms, calendar }: DispatchGround,
  it: Expectation,
  begins: number,
): DatedDays {
  if (it.window) return daysOf(it.window, it.confidence);
  const { min, max, unit } = it.leadTime ?? { min: NaN, max: NaN, unit: 'day' };
  const each = unit === 'week' ? 7 : 1;
  const { carrierDays } = terms.shop;
  const who = it.basis === 'deliver' && carrierDays !== 'bad' ? carrierDays : calendar;
  const after = (count: number): number => workingDayFrom(who, begins + count * each);
  return { from: after(min), to: after(max), precision: unit, confidence: it.confidence };
}
