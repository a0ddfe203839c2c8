import { bothOf, daysOf, wholeUnits, type DatedDays } from './dated-days.js';
import type { DispatchGround, NoteQueue, OrderTransit, PromisePart } from './delivery-terms.js';
import { expectedDays, suppliedAfter } from './dispatch-days.js';
import type { Expectation } from './expectation.js';
import type { Withheld } from './offer.js';
import { shipped } from './promise-part.js';
import { stillToCome, suppliesFor, type Incoming, type Shipment } from './shipments.js';
import { daysAfter } from './working-days.js';

/** Some of the pieces, with the days on which they are dispatched, or with why nobody can say. */
interface DispatchPart {
  readonly quantity: number;
  readonly days: DatedDays | Withheld;
}

/**
 * When the pieces of an order ship and arrive that come out of the shipments on their way, and after a lead time once those are gone;
 * those with the same days as one.
 */
export function queuedParts(
  ground: DispatchGround,
  transit: OrderTransit | undefined,
  note?: NoteQueue,
): readonly PromisePart[] | Withheld {
  const parts = fromShipments(ground, note);
  if (typeof parts === 'string') return parts;
  const found: PromisePart[] = [];
  for (const { quantity, days } of parts) {
    const before = found.at(-1);
    const next = notBefore(before, shipped(transit, quantity, days));
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

/**
 * Pieces further back in the queue are told no earlier days, and none more exact, than those before them: where the first comes some
 * time in a month, the third would else be named a day in it.
 */
function notBefore(before: PromisePart | undefined, part: PromisePart): PromisePart {
  const after = (a: DatedDays | undefined, b: DatedDays | undefined): DatedDays | undefined => {
    if (!a || !b) return b;
    const [from, to, rough] = bothOf(a, b);
    return wholeUnits([from, to, rough, b[3]]);
  };
  return { ...part, ship: after(before?.ship, part.ship), arrive: after(before?.arrive, part.arrive) };
}

function fromShipments(ground: DispatchGround, note?: NoteQueue): readonly DispatchPart[] | Withheld {
  const { terms, asked, moment, handling, own } = ground;
  const { item, shop, othersWaiting } = terms;
  const { record, policy, pieces } = asked;
  const { shipments = [], backordered } = item;
  if (shipments === 'bad' || backordered === 'bad') return 'bad-delivery';
  // A shelf that the shop does not count tells no more of the queue than one that nobody told of.
  const counted = record.tracked === false ? undefined : record.onHand;
  const ahead = backordered ?? (counted === undefined ? undefined : Math.max(0, -counted));
  if (ahead === undefined) return 'no-position';
  const coming = stillToCome(shipments, moment.today);
  if (!handling && shipments.some(({ basis }) => basis === 'warehouse')) return 'no-handling-time';
  const incoming = coming.map((it): Incoming => ({ quantity: it.quantity, days: dispatched(it, ground) }));
  const waiting = ahead + othersWaiting;
  const supplies = suppliesFor(incoming, waiting, pieces);
  note?.({ waiting, pieces, incoming, supplies });

  // Nothing ships before its release.
  const { release } = record;
  const released = release?.basis === 'ship' ? expectedDays(ground, release) : undefined;
  const early = released && released[1] >= moment.today ? released : undefined;
  if (early) note?.({ early });
  const floor = early ? bothOf(own, early) : own;
  const last = incoming.map(({ days }) => days).reduce<DatedDays>(bothOf, floor);
  const lead = item.leadTime ?? shop.leadTime;
  const usual = leadOf(policy.promise);
  return supplies.map(({ quantity, days }): DispatchPart => {
    if (days) return { quantity, days: bothOf(days, floor) };
    // Whether that one will still come, nobody told: no other date takes its place.
    const overdue = coming.length < shipments.length;
    if (overdue || !(lead ?? usual)) return { quantity, days: overdue ? 'date-passed' : 'no-shipment-left' };
    const ordered = lead ? suppliedAfter(ground, lead) : expectedDays(ground, usual as Expectation);
    if (typeof ordered === 'string') return { quantity, days: ordered };
    if (lead) note?.({ lead, ordered });
    return { quantity, days: bothOf(ordered, last) };
  });
}

/** When the pieces of a shipment can be dispatched. */
function dispatched(
  { window, confidence, basis }: Shipment,
  { handling, calendar }: DispatchGround,
): DatedDays {
  const days = daysOf(window, confidence);
  return basis === 'ship' || !handling ? days : daysAfter(days, handling, calendar);
}

/** A standing lead time of the policy, which leads up to dispatch and not only to the warehouse. */
function leadOf(promise: Expectation | undefined): Expectation | undefined {
  return promise?.leadTime && promise.basis === 'ship' ? promise : undefined;
}
