import { bothOf, datedOf, isDated, rougher, wholeUnits, type DatedDays } from './dated-days.js';
import type { NoteStep } from './delivery-terms.js';
import { handledFrom, type DispatchGround } from './dispatch-days.js';
import { dispatchParts, type DispatchPart } from './dispatch-parts.js';
import type { ShipPart, Withheld } from './offer.js';
import { arrivalBy, type OrderTransit } from './order-transit.js';
import { ordinary } from './read.js';

/** Some of the pieces of an order, with their days by number, or with why they have none. */
export interface PromisePart {
  readonly quantity: number;
  readonly ship?: DatedDays;
  readonly arrive?: DatedDays;
  readonly withheld?: Withheld;
}

/** The days that a shopper is told: those of arrival, where they are known. */
export function toldDays({ ship, arrive }: PromisePart): DatedDays | undefined {
  return arrive ?? ship;
}

/** When the pieces of an order ship and arrive on which work begins on a given day; those with the same days as one. */
export function promiseParts(
  ground: DispatchGround,
  transit: OrderTransit | undefined,
  begins: number,
  note?: NoteStep,
): readonly PromisePart[] | Withheld | undefined {
  const parts = dispatchParts(ground, begins, note);
  if (!Array.isArray(parts)) return parts;
  const found: PromisePart[] = [];
  for (const part of parts as readonly DispatchPart[]) {
    const before = found.at(-1);
    const next = notBefore(before, partOf(ground, transit, begins, part));
    if (before && isSame({ ...before, quantity: 0 }, { ...next, quantity: 0 })) {
      found.pop();
      found.push({ ...next, quantity: before.quantity + next.quantity });
    } else found.push(next);
  }
  return found;
}

function isSame(a: PromisePart, b: PromisePart): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function partOf(
  ground: DispatchGround,
  transit: OrderTransit | undefined,
  begins: number,
  { quantity, days, basis }: DispatchPart,
): PromisePart {
  if (typeof days === 'string') return { quantity, withheld: days };
  if (!isDated(days)) return { quantity, withheld: 'no-working-day' };
  if (basis === 'deliver') {
    // What the merchant told stands; but nothing arrives before it can have been dispatched.
    const own = handledFrom(ground, begins);
    return { quantity, arrive: wholeUnits(bothOf(days, arrivalBy(transit, own) ?? own)) };
  }
  const arrive = arrivalBy(transit, days);
  return { quantity, ship: wholeUnits(days), ...(arrive && { arrive: wholeUnits(arrive) }) };
}

/**
 * Pieces further back in the queue are told no earlier days, and none more exact, than those before them: where the first comes some
 * time in a month, the third would else be named a day in it.
 */
function notBefore(before: PromisePart | undefined, part: PromisePart): PromisePart {
  const after = (a: DatedDays | undefined, b: DatedDays): DatedDays =>
    a
      ? wholeUnits({
          ...b,
          from: Math.max(a.from, b.from),
          to: Math.max(a.to, b.to),
          precision: rougher(a.precision, b.precision),
        })
      : b;
  const { ship, arrive } = part;
  return {
    ...part,
    ...(ship && { ship: after(before?.ship, ship) }),
    ...(arrive && { arrive: after(before?.arrive, arrive) }),
  };
}

/** A part as it is told. */
export function shownPart(part: PromisePart): ShipPart {
  const { quantity, ship, arrive } = part;
  const days = toldDays(part);
  return ordinary({
    ...(days && { ...datedOf(days), basis: arrive ? 'deliver' : 'ship' }),
    quantity,
    ship: ship && datedOf(ship),
    arrive: arrive && datedOf(arrive),
  }) as ShipPart;
}
