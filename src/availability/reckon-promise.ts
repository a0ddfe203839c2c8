import { bothOf, datedOf, dayNumber, isDated, startOf, wholeUnits, type DatedDays } from './dated-days.js';
import type { Asked, DeliveryTerms, NoteStep } from './delivery-terms.js';
import { daysWords, handledFrom, type DispatchGround } from './dispatch-days.js';
import { dispatchParts, toldDate, type DispatchPart } from './dispatch-parts.js';
import { instantOf } from './local-time.js';
import type { ShipPart, ShipPromise, Withheld } from './offer.js';
import { arrivalBy, orderTransit, type OrderTransit } from './order-transit.js';
import { earliest, type PromiseFound } from './promise.js';
import { ordinary } from './read.js';
import { stillToCome } from './shipments.js';

// As for `decide`.
const LAST_INSTANT = 2e14;

const NOTHING: PromiseFound = Object.freeze({
  promise: undefined,
  withheld: undefined,
  changesAt: undefined,
});

/** Some of the pieces, by number of day. */
interface Part {
  readonly quantity: number;
  readonly ship?: DatedDays;
  readonly arrive?: DatedDays;
  readonly withheld?: Withheld;
}

/**
 * The promise by the merchant's calendar, or why there is none. Total. What was told wrong, or not at all, gives no date rather than
 * a wrong one.
 */
export function reckonPromise(terms: DeliveryTerms, question: Asked, note?: NoteStep): PromiseFound {
  // As for `decide`, what is no number of pieces counts as one.
  const pieces = Number.isSafeInteger(question.pieces) && question.pieces > 0 ? question.pieces : 1;
  const asked = { ...question, pieces };
  const { shop, item } = terms;
  const { record, policy, sold, now } = asked;
  const refuse = (withheld: Withheld, source: string, changesAt?: number): PromiseFound => {
    note?.({ step: 'refused', source, given: undefined, result: withheld });
    return Object.freeze({ promise: undefined, withheld, changesAt });
  };
  // Without a sane clock nothing is known.
  if (!(now >= 0 && now < LAST_INSTANT)) return NOTHING;
  const zone = shop.timeZone ?? policy.timeZone;
  if (zone === undefined) return refuse('no-time-zone', 'delivery.timeZone');
  const calendar = shop.workingDays;
  if (calendar === 'bad') return refuse('bad-delivery', 'delivery.businessDays');
  if (shop.cutoffTime === 'bad') return refuse('bad-delivery', 'delivery.cutoffTime');
  const handling = item.handlingTime ?? shop.handlingTime;
  if (handling === 'bad') return refuse('bad-delivery', 'handlingTime');
  const moment = zone === 'bad' ? undefined : terms.clock(now, zone);
  if (!moment) return refuse('bad-time-zone', 'delivery.timeZone');
  const { begins, next, until, today, dayEnds } = moment;
  note?.({
    step: 'order',
    source: 'delivery.cutoffTime',
    given: { now: new Date(now).toISOString(), timeZone: zone },
    result: daysWords({ from: begins, to: begins, precision: 'day', confidence: 'confirmed' }),
  });
  if (next !== next) return refuse('no-working-day', 'delivery.businessDays', dayEnds);

  const told = toldDate(record, sold);
  const coming = sold !== 'in-stock' && item.shipments?.length ? item.shipments : undefined;
  const shipments = coming === 'bad' ? undefined : coming;
  const asOf = shipments || (told && sold !== 'in-stock') ? record.asOf : undefined;
  const staleAt = asOf === undefined || policy.maxAge === undefined ? undefined : asOf + policy.maxAge * 1000;
  if (staleAt !== undefined && now >= staleAt) return refuse('too-old', 'policy.maxAge');

  const ground: DispatchGround = { terms, asked, moment, calendar, handling };
  const transit = orderTransit(terms, asked.destination, note);
  const parts = partsOf(ground, transit, begins, note);
  if (!parts) {
    note?.({ step: 'refused', source: '', given: undefined, result: 'nothing told' });
    return NOTHING;
  }
  if (typeof parts === 'string') return refuse(parts, shipments ? 'shipments' : 'delivery', staleAt);

  const cutoffAt = isSame(parts, partsOf(ground, transit, next)) ? undefined : until;
  const undated = parts.find(({ withheld }) => withheld)?.withheld;
  const last = parts.at(-1) as Part;
  const shown = parts.map(shownOf);
  // A date told of the whole holds for each of its parts.
  const { quantity: _, ...days } = shown.at(-1) as ShipPart;
  const promise = undated
    ? undefined
    : (ordinary({
        ...days,
        event: (told ? told === record.release : sold === 'preorder') ? 'release' : 'restock',
        asOf,
        place: last.arrive && last.ship ? transit?.destination : undefined,
        cutoffAt,
      }) as ShipPromise);

  // The words change when a day that they name comes near, begins or ends; the date, when a shipment should have come.
  const ends = stillToCome(shipments ?? [], today).map(({ window }) => dayNumber(window.end) + 1);
  const named = parts
    .flatMap(({ ship, arrive }) => [ship, arrive])
    .flatMap((it) => (it ? [it.from - 1, it.from, it.to + 1] : []));
  const nextDay = Math.min(...[...ends, ...named].filter((day) => day > today));
  const changesAt = earliest(
    until,
    staleAt,
    cutoffAt === undefined ? undefined : dayEnds,
    nextDay < Infinity ? instantOf(startOf(nextDay), zone) : undefined,
  );
  if (undated) refuse(undated, 'shipments');
  else
    note?.({
      step: 'promise',
      source: '',
      given: undefined,
      result: daysWords((last.arrive ?? last.ship) as DatedDays),
    });
  const apart = parts.length > 1 && policy.partial !== 'together';
  return Object.freeze({
    promise,
    withheld: undated,
    changesAt,
    ...(apart && { parts: Object.freeze(shown) }),
  });
}

function partsOf(
  ground: DispatchGround,
  transit: OrderTransit | undefined,
  begins: number,
  note?: NoteStep,
): readonly Part[] | Withheld | undefined {
  const parts = dispatchParts(ground, begins, note);
  if (!Array.isArray(parts)) return parts;
  const found = parts.map(({ quantity, days, basis }: DispatchPart): Part => {
    if (typeof days === 'string') return { quantity, withheld: days };
    if (!isDated(days)) return { quantity, withheld: 'no-working-day' };
    if (basis === 'deliver') {
      // What the merchant told stands; but nothing arrives before it can have been dispatched.
      const own = handledFrom(ground, begins);
      return { quantity, arrive: wholeUnits(bothOf(days, arrivalBy(transit, own) ?? own)) };
    }
    const arrive = arrivalBy(transit, days);
    return { quantity, ship: wholeUnits(days), ...(arrive && { arrive: wholeUnits(arrive) }) };
  });
  return joined(found);
}

/** Neighbours with the same days as one. */
function joined(parts: readonly Part[]): readonly Part[] {
  const found: Part[] = [];
  for (const part of parts) {
    const before = found.at(-1);
    const same = before && isSame([{ ...before, quantity: 0 }], [{ ...part, quantity: 0 }]);
    if (same) found.pop();
    found.push(same ? { ...part, quantity: before.quantity + part.quantity } : part);
  }
  return found;
}

/** Whether these are the same days, as for an order that comes too late for today's work. */
function isSame(parts: readonly Part[], others: ReturnType<typeof partsOf>): boolean {
  return JSON.stringify(parts) === JSON.stringify(others);
}

function shownOf({ quantity, ship, arrive }: Part): ShipPart {
  const days = arrive ?? ship;
  return ordinary({
    ...(days && { ...datedOf(days), basis: arrive ? 'deliver' : 'ship' }),
    quantity,
    ship: ship && datedOf(ship),
    arrive: arrive && datedOf(arrive),
  }) as ShipPart;
}
