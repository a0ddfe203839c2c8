import { bothOf, datedOf, isDated, wholeUnits, type DatedDays } from './dated-days.js';
import type { DispatchGround, OrderTransit, PromisePart } from './delivery-terms.js';
import { expectedDays, suppliedAfter, toldGround } from './dispatch-days.js';
import type { ShipPart, Withheld } from './offer.js';
import { ordinary } from './read.js';

/** The days that a shopper is told: those of arrival, where they are known. */
export function toldDays({ ship, arrive }: PromisePart): DatedDays | undefined {
  return arrive ?? ship;
}

/** When goods ship and arrive that nobody need queue for. Nothing where nothing was told. */
export function wholeOrder(
  ground: DispatchGround,
  transit: OrderTransit | undefined,
): readonly PromisePart[] | Withheld | undefined {
  const { asked, moment, handling, own } = ground;
  const { pieces: quantity, sold } = asked;
  const { expected, lead } = toldGround(ground);
  const shelf = handling ? own : 'no-handling-time';
  const days = expected
    ? expectedDays(ground, expected)
    : lead
      ? suppliedAfter(ground, lead)
      : sold === 'in-stock'
        ? shelf
        : undefined;
  if (typeof days !== 'object') return days;
  if (expected?.window && days[1] < moment.today) return 'date-passed';
  if (expected?.basis !== 'deliver' || !isDated(days)) return [shipped(transit, quantity, bothOf(days, own))];
  // What the merchant told stands; but nothing arrives before it can have been dispatched.
  return [{ quantity, arrive: wholeUnits(bothOf(days, transit?.arrivalBy(own) ?? own)) }];
}

/** Pieces that are dispatched within some days, and arrive by that. */
export function shipped(
  transit: OrderTransit | undefined,
  quantity: number,
  days: DatedDays | Withheld,
): PromisePart {
  if (typeof days === 'string') return { quantity, withheld: days };
  if (!isDated(days)) return { quantity, withheld: 'no-working-day' };
  const arrive = transit?.arrivalBy(days);
  return { quantity, ship: wholeUnits(days), arrive: arrive && wholeUnits(arrive) };
}

/** A part as it is told. */
export function shownPart(part: PromisePart): Omit<ShipPart, 'quantity'> {
  const { ship, arrive } = part;
  const days = toldDays(part);
  const basis = arrive ? 'deliver' : ship && 'ship';
  return ordinary({
    ...(days && datedOf(days)),
    basis,
    ship: ship && datedOf(ship),
    arrive: arrive && datedOf(arrive),
  });
}
