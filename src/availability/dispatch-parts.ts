import { bothOf, type DatedDays } from './dated-days.js';
import type { Asked, NoteStep } from './delivery-terms.js';
import {
  daysWords,
  dispatched,
  expectedDays,
  handledFrom,
  leadOf,
  suppliedAfter,
  type DispatchGround,
} from './dispatch-days.js';
import type { Expectation } from './expectation.js';
import type { Withheld } from './offer.js';
import type { AvailabilityRecord } from './record.js';
import { stillToCome, suppliesFor, type Incoming } from './shipments.js';

/** Some of the pieces, with the days on which they are dispatched, or arrive, or with why nobody can say. */
export interface DispatchPart {
  readonly quantity: number;
  readonly days: DatedDays | Withheld;
  readonly basis: 'ship' | 'deliver';
}

/** The date that was told of the goods: of a pre-order the release goes first, of others the new stock. */
export function toldDate(
  { restock, release }: AvailabilityRecord,
  sold: Asked['sold'],
): Expectation | undefined {
  return sold === 'preorder' ? (release ?? restock) : (restock ?? release);
}

/**
 * When the pieces of an order are dispatched on which work begins on a given day: from the shelf, out of the shipments on their way,
 * at the date that was told, or after a lead time, whichever is known first in this order. Nothing where nothing was told.
 */
export function dispatchParts(
  ground: DispatchGround,
  begins: number,
  note?: NoteStep,
): readonly DispatchPart[] | Withheld | undefined {
  const { terms, asked, moment } = ground;
  const { record, policy, sold, pieces } = asked;
  const { item, shop } = terms;
  const own = handledFrom(ground, begins);
  const one = (
    days: DatedDays | Withheld,
    basis: DispatchPart['basis'] = 'ship',
  ): readonly DispatchPart[] => [{ quantity: pieces, days, basis }];
  if (sold === 'in-stock') return ground.handling ? one(own) : 'no-handling-time';
  if (item.shipments?.length) return fromShipments(ground, begins, own, note);

  const told = toldDate(record, sold);
  const lead = item.leadTime ?? (policy.promise ? undefined : shop.leadTime);
  const expected = told ?? (lead ? undefined : policy.promise);
  if (expected) {
    const { window, basis } = expected;
    const days = expectedDays(ground, expected, begins);
    note?.({
      step: 'date',
      source: !told ? 'policy.promise' : told === record.release ? 'release' : 'restock',
      given: expected,
      result: daysWords(days),
    });
    if (window && days.to < moment.today) return 'date-passed';
    return one(basis === 'ship' ? bothOf(days, own) : days, basis);
  }
  if (!lead) return undefined;
  const days = suppliedAfter(ground, lead, begins, note);
  return typeof days === 'string' ? days : one(bothOf(days, own));
}

function fromShipments(
  ground: DispatchGround,
  begins: number,
  own: DatedDays,
  note?: NoteStep,
): readonly DispatchPart[] | Withheld {
  const { terms, asked, moment, calendar, handling } = ground;
  const { item, shop, othersWaiting } = terms;
  const { record, policy, sold, pieces } = asked;
  const { shipments = [], backordered } = item;
  if (shipments === 'bad' || backordered === 'bad') return 'bad-delivery';
  // A shelf that the shop does not count tells no more of the queue than one that nobody told of.
  const counted = record.tracked === false ? undefined : record.onHand;
  const ahead = backordered ?? (counted === undefined ? undefined : Math.max(0, -counted));
  if (ahead === undefined) return 'no-position';
  const coming = stillToCome(shipments, moment.today);
  if (!handling && shipments.some(({ basis }) => basis === 'warehouse')) return 'no-handling-time';
  const incoming = coming.map((it): Incoming => ({
    quantity: it.quantity,
    days: dispatched(it, calendar, handling),
  }));
  const waiting = ahead + othersWaiting;
  const supplies = suppliesFor(incoming, waiting, pieces);
  note?.({
    step: 'queue',
    source: 'shipments',
    given: {
      waiting,
      pieces,
      incoming: incoming.map(({ quantity, days }) => `${quantity}: ${daysWords(days)}`),
    },
    result: supplies
      .map((it) => `${it.quantity}: ${it.days ? daysWords(it.days) : 'no shipment left'}`)
      .join('; '),
  });

  // Nothing ships before its release.
  const { release } = record;
  const released = release?.basis === 'ship' ? expectedDays(ground, release, begins) : undefined;
  const early = released && sold !== 'in-stock' && released.to >= moment.today ? released : undefined;
  if (early) note?.({ step: 'release', source: 'release', given: release, result: daysWords(early) });
  const floor = early ? bothOf(own, early) : own;
  const lead = item.leadTime ?? shop.leadTime ?? leadOf(policy.promise);
  const last = incoming.map(({ days }) => days).reduce<DatedDays>(bothOf, floor);
  return supplies.map(({ quantity, days }): DispatchPart => {
    if (days) return { quantity, days: bothOf(days, floor), basis: 'ship' };
    // Whether that one will still come, nobody told: no other date takes its place.
    const overdue = coming.length < shipments.length;
    if (overdue || !lead)
      return { quantity, days: overdue ? 'date-passed' : 'no-shipment-left', basis: 'ship' };
    const ordered = suppliedAfter(ground, lead, begins, note);
    return { quantity, days: typeof ordered === 'string' ? ordered : bothOf(ordered, last), basis: 'ship' };
  });
}
