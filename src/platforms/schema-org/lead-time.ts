import type { Expectation } from '../../availability/expectation.js';
import { inDays } from '../expected-time.js';
import { wholeOf } from '../json-data.js';
import { own, textOf, type Graph, type Node } from './graph.js';

/** Units of UN/CEFACT and as shops write them. Hours and months are no whole number of days. */
const DAYS: Readonly<Record<string, number>> = { DAY: 1, D: 1, DAYS: 1, WEE: 7, WEEK: 7, WEEKS: 7 };

/**
 * How long an offer's goods take: `deliveryLeadTime` until dispatch, or `shippingDetails.deliveryTime`, which is handling until dispatch, and
 * with transit until arrival. Several shipping details are for several places, and nobody says which is the shopper's.
 */
export function leadTimeOf({ of }: Graph, offer: Node): Expectation | undefined {
  const [lead] = of(offer, 'deliveryLeadTime');
  const days = daysOf(lead);
  if (days) return inDays(...days);
  const [details, ...more] = of(offer, 'shippingDetails');
  const [time] = details && !more.length ? of(details, 'deliveryTime') : [];
  const handling = daysOf(time && of(time, 'handlingTime')[0]);
  const transit = daysOf(time && of(time, 'transitTime')[0]);
  if (!handling) return undefined;
  return transit
    ? inDays(handling[0] + transit[0], handling[1] + transit[1], 'deliver')
    : inDays(handling[0], handling[1]);
}

/** A QuantitativeValue in days, least and most. Without a unit it says nothing. */
function daysOf(value: Node | undefined): readonly [number, number] | undefined {
  if (!value) return undefined;
  const unit = (textOf(value, 'unitCode') ?? textOf(value, 'unitText') ?? '').toUpperCase();
  const each = Object.hasOwn(DAYS, unit) ? DAYS[unit] : undefined;
  const [exact, least, most] = ['value', 'minValue', 'maxValue'].map((key) => wholeOf(own(value, key)));
  const max = most ?? exact ?? least;
  const min = least ?? exact ?? most;
  return each === undefined || min === undefined || max === undefined || min < 0
    ? undefined
    : [min * each, max * each];
}
