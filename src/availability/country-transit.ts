import { bothOf, type DatedDays } from './dated-days.js';
import { placeKey, type Destination } from './destination.js';
import { daysAfter, workingDayFrom, type WorkingDays, type WorkTime } from './working-days.js';

/** How long the carrier takes to a place, for a class of items. A field that is missing stands for any. */
export interface TransitTime extends WorkTime {
  readonly addressCountry?: string;
  readonly addressRegion?: string;
  readonly postalCodePrefix?: string;
  readonly shippingClass?: string;
}

/** Which times hold for an order. */
export interface TransitFound {
  /** Those that fit, and than which no other fits more closely: the later of them counts. */
  readonly sure: readonly TransitTime[];
  /** Those that may fit, since the region or the postcode is not known: the window holds for each of them. */
  readonly maybe: readonly TransitTime[];
}

/** The times to a country, or else to anywhere, where none is told for a part of a country or for a class of items. */
export function countryTransit(
  times: readonly TransitTime[],
  { addressCountry }: Destination,
): TransitFound | undefined {
  const fitting = times.filter((it) => [undefined, placeKey(addressCountry)].includes(it.addressCountry));
  const closer = fitting.filter((it) => it.addressCountry);
  const sure = closer.length ? closer : fitting;
  return sure.length ? { sure, maybe: [] } : undefined;
}

/**
 * When goods arrive that are dispatched within a window, if all these times hold: picked up on the carrier's next day, delivered on one
 * of its days.
 */
export function surelyBy(
  [from, to, ...worth]: DatedDays,
  times: readonly TransitTime[],
  carrier: WorkingDays,
): DatedDays {
  const pickedUp: DatedDays = [workingDayFrom(carrier, from), workingDayFrom(carrier, to), ...worth];
  return times.map((it) => daysAfter(pickedUp, it, carrier)).reduce(bothOf);
}
