import { countryTransit, surelyBy, type TransitTime } from './country-transit.js';
import { isDated } from './dated-days.js';
import type { DeliveryTerms, OrderTransit } from './delivery-terms.js';
import type { Destination } from './destination.js';
import type { WorkingDays } from './working-days.js';

/** How an order of an item travels, if it is known where to and how long that takes. */
export function orderTransit(
  { shop, item, rare }: DeliveryTerms,
  destination = shop.destination,
): OrderTransit | undefined {
  const { transitTime, carrierDays } = shop;
  const { shippingClass } = item;
  if (!transitTime || !destination) return undefined;
  if ([destination, transitTime, carrierDays, shippingClass].includes('bad')) return undefined;
  const place: Destination = Object.freeze({ ...(destination as Destination) });
  const times = transitTime as readonly TransitTime[];
  const carrier = carrierDays as WorkingDays;
  const found = rare ? rare.transitTo(times, place, shippingClass) : countryTransit(times, place);
  return (
    found && {
      found,
      destination: place,
      arrivalBy(ship) {
        const days = rare ? rare.arrivalOf(ship, found, carrier) : surelyBy(ship, found.sure, carrier);
        return isDated(days) ? days : undefined;
      },
    }
  );
}
