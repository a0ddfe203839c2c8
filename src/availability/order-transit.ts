import { isDated, type DatedDays } from './dated-days.js';
import type { DeliveryTerms, NoteStep } from './delivery-terms.js';
import type { Destination } from './destination.js';
import { arrivalOf, transitTo, type TransitFound, type TransitTime } from './transit.js';
import type { WorkingDays } from './working-days.js';

/** How an order travels. */
export interface OrderTransit {
  readonly found: TransitFound;
  readonly carrier: WorkingDays;
  readonly destination: Destination;
}

/** How an order of an item travels, if it is known where to and how long that takes. */
export function orderTransit(
  { shop, item }: DeliveryTerms,
  destination: Destination | undefined,
  note?: NoteStep,
): OrderTransit | undefined {
  const { transitTime, carrierDays } = shop;
  const { shippingClass } = item;
  const to = destination ?? shop.destination;
  const tell = (result: string): undefined => {
    note?.({ step: 'transit', source: 'delivery.transitTime', given: { to, shippingClass }, result });
    return undefined;
  };
  if (transitTime === undefined) return undefined;
  if (to === undefined) return tell('no-destination');
  if ([to, transitTime, carrierDays, shippingClass].includes('bad')) return tell('bad-delivery');
  const found = transitTo(transitTime as readonly TransitTime[], to as Destination, shippingClass);
  if (!found) return tell('no-transit');
  if (note) tell(JSON.stringify(found));
  return {
    found,
    carrier: carrierDays as WorkingDays,
    destination: Object.freeze({ ...(to as Destination) }),
  };
}

/** The days of arrival for days of dispatch. Nothing when the carrier never works. */
export function arrivalBy(transit: OrderTransit | undefined, ship: DatedDays): DatedDays | undefined {
  const arrive = transit && arrivalOf(ship, transit.found, transit.carrier);
  return arrive && isDated(arrive) ? arrive : undefined;
}
