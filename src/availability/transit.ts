import { surelyBy, type TransitFound, type TransitTime } from './country-transit.js';
import { bothOf, type DatedDays } from './dated-days.js';
import { placeKey, type Destination } from './destination.js';
import type { WorkingDays } from './working-days.js';

/**
 * Finds the transit times to a destination. The most specific wins: a postcode prefix (a longer before a shorter one) before a
 * region, that before a country, that before none; and one for the item's class before one for any class. Where one is closer by
 * place and another by class, both count, and the later of them is promised.
 */
export function transitTo(
  times: readonly TransitTime[],
  { addressCountry, addressRegion, postalCode }: Destination,
  shippingClass: string | undefined,
): TransitFound | undefined {
  const maybe: TransitTime[] = [];
  const sure = times.filter((it) => {
    const facts = [
      !it.shippingClass || it.shippingClass === shippingClass,
      isAt(it.addressCountry, addressCountry),
      isAt(it.addressRegion, addressRegion),
      isAt(it.postalCodePrefix, postalCode, it.postalCodePrefix?.length),
    ];
    if (facts.includes(false)) return false;
    const unsure = facts.includes(undefined);
    if (unsure) maybe.push(it);
    return !unsure;
  });
  return sure.length
    ? { sure: sure.filter((it) => !sure.some((other) => isCloser(other, it))), maybe }
    : undefined;
}

/** Whether a place is the one that was told, or begins like it. Nobody can say of one that is not known. */
function isAt(told: string | undefined, place: string | undefined, length?: number): boolean | undefined {
  return !told || (place ? placeKey(place).slice(0, length) === told : undefined);
}

function isCloser(a: TransitTime, b: TransitTime): boolean {
  const place = closeness(a) - closeness(b);
  const kind = Number(!!a.shippingClass) - Number(!!b.shippingClass);
  return place >= 0 && kind >= 0 && place + kind > 0;
}

function closeness({ postalCodePrefix, addressRegion, addressCountry }: TransitTime): number {
  return postalCodePrefix ? 2 + postalCodePrefix.length : addressRegion ? 2 : addressCountry ? 1 : 0;
}

/** When goods arrive that are dispatched within a window, by each time that holds or may hold. */
export function arrivalOf(ship: DatedDays, { sure, maybe }: TransitFound, carrier: WorkingDays): DatedDays {
  return maybe.map((it) => surelyBy(ship, [it], carrier)).reduce(eitherOf, surelyBy(ship, sure, carrier));
}

/** All days that either of two allows, where nobody knows which of them holds. */
function eitherOf(a: DatedDays, b: DatedDays): DatedDays {
  const [, ...worse] = bothOf(a, b);
  return [Math.min(a[0], b[0]), ...worse];
}
