import { bothOf, eitherOf, weaker, type Confidence, type DatedDays, type Span } from './dated-days.js';
import { placeKey, type Destination } from './destination.js';
import { addWorkingDays, workingDayFrom, type WorkingDays } from './working-days.js';

/** How long the carrier takes to a place, for a class of items. A field that is missing stands for any. */
export interface TransitTime extends Span {
  readonly addressCountry?: string;
  readonly addressRegion?: string;
  readonly postalCodePrefix?: string;
  readonly shippingClass?: string;
  /** Counted in the carrier's days; else in days of the calendar. */
  readonly working: boolean;
  readonly confidence: Confidence;
}

/** Which times hold for an order. */
export interface TransitFound {
  /** Those that fit, and than which no other fits more closely: the later of them counts. */
  readonly sure: readonly TransitTime[];
  /** Those that may fit, since the region or the postcode is not known: the window holds for each of them. */
  readonly maybe: readonly TransitTime[];
}

/**
 * Finds the transit times to a destination. The most specific wins: a postcode prefix (a longer before a shorter one) before a
 * region, that before a country, that before none; and one for the item's class before one for any class. Where one is closer by
 * place and another by class, both count, and the later of them is promised.
 */
export function transitTo(
  times: readonly TransitTime[],
  destination: Destination,
  shippingClass: string | undefined,
): TransitFound | undefined {
  const fitting = times
    .filter((it) => it.shippingClass === undefined || it.shippingClass === shippingClass)
    .map((time) => ({ time, fit: fitOf(time, destination) }));
  const sure = fitting.filter(({ fit }) => fit === 'yes').map(({ time }) => time);
  if (!sure.length) return undefined;
  return {
    sure: sure.filter((it) => !sure.some((other) => isCloser(other, it))),
    maybe: fitting.filter(({ fit }) => fit === 'maybe').map(({ time }) => time),
  };
}

function fitOf(
  time: TransitTime,
  { addressCountry, addressRegion, postalCode }: Destination,
): 'yes' | 'no' | 'maybe' {
  const facts: readonly (boolean | undefined)[] = [
    time.addressCountry === undefined || time.addressCountry === placeKey(addressCountry),
    time.addressRegion === undefined ||
      (addressRegion ? time.addressRegion === placeKey(addressRegion) : undefined),
    time.postalCodePrefix === undefined ||
      (postalCode ? placeKey(postalCode).startsWith(time.postalCodePrefix) : undefined),
  ];
  return facts.includes(false) ? 'no' : facts.includes(undefined) ? 'maybe' : 'yes';
}

const closeness = ({ postalCodePrefix, addressRegion, addressCountry }: TransitTime): number =>
  postalCodePrefix ? 2 + postalCodePrefix.length : addressRegion ? 2 : addressCountry ? 1 : 0;
const classed = ({ shippingClass }: TransitTime): number => (shippingClass === undefined ? 0 : 1);

function isCloser(a: TransitTime, b: TransitTime): boolean {
  const place = closeness(a) - closeness(b);
  const kind = classed(a) - classed(b);
  return place >= 0 && kind >= 0 && place + kind > 0;
}

/** When goods arrive that are dispatched within a window: picked up on the carrier's next day, delivered on one of its days. */
export function arrivalOf(ship: DatedDays, { sure, maybe }: TransitFound, carrier: WorkingDays): DatedDays {
  const by = (time: TransitTime): DatedDays => ({
    from: delivered(carrier, ship.from, time.min, time.working),
    to: delivered(carrier, ship.to, time.max, time.working),
    precision: ship.precision,
    confidence: weaker(ship.confidence, time.confidence),
  });
  return [sure.map(by).reduce(bothOf), ...maybe.map(by)].reduce(eitherOf);
}

function delivered(carrier: WorkingDays, shipped: number, days: number, working: boolean): number {
  const pickedUp = workingDayFrom(carrier, shipped);
  return working ? addWorkingDays(carrier, pickedUp, days) : workingDayFrom(carrier, pickedUp + days);
}
