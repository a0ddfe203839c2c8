import { dayNumber, startOf } from './dated-days.js';
import type { Asked, DeliveryTerms, NoteStep } from './delivery-terms.js';
import { daysWords, type DispatchGround } from './dispatch-days.js';
import { toldDate } from './dispatch-parts.js';
import { instantOf } from './local-time.js';
import type { ShipPart, ShipPromise, Withheld } from './offer.js';
import { orderTransit } from './order-transit.js';
import { earliest, type PromiseFound } from './promise.js';
import { promiseParts, shownPart, toldDays, type PromisePart } from './promise-parts.js';
import { ordinary } from './read.js';
import { stillToCome } from './shipments.js';

// As for `decide`.
const LAST_INSTANT = 2e14;

const NOTHING: PromiseFound = Object.freeze({
  promise: undefined,
  withheld: undefined,
  changesAt: undefined,
});

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
  const parts = promiseParts(ground, transit, begins, note);
  if (!parts) {
    note?.({ step: 'refused', source: '', given: undefined, result: 'nothing told' });
    return NOTHING;
  }
  if (typeof parts === 'string') return refuse(parts, shipments ? 'shipments' : 'delivery', staleAt);

  const last = parts.at(-1) as PromisePart;
  const later = promiseParts(ground, transit, next);
  const cutoffAt = Array.isArray(later) && isAlike(last, later.at(-1) as PromisePart) ? undefined : until;
  const undated = parts.find(({ withheld }) => withheld)?.withheld;
  const shown = parts.map(shownPart);
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

  // The words change when a day that they name comes near, begins or ends; the date, when one that it is reckoned from is over.
  const grounds = [...stillToCome(shipments ?? [], today), record.restock, record.release, policy.promise];
  const ends = grounds.flatMap((it) => (it?.window ? dayNumber(it.window.end) + 1 : []));
  const named = parts.flatMap(({ ship, arrive }) => [ship, arrive].flatMap((it) => it ?? []));
  const turns = [...ends, ...named.flatMap(({ from, to }) => [from - 1, from, to + 1])];
  const nextDay = Math.min(...turns.filter((day) => day > today));
  const changesAt = earliest(
    until,
    staleAt,
    cutoffAt === undefined ? undefined : dayEnds,
    nextDay < Infinity ? instantOf(startOf(nextDay), zone) : undefined,
  );
  if (undated) refuse(undated, 'shipments');
  else note?.({ step: 'promise', source: '', given: undefined, result: JSON.stringify(days) });
  const apart = parts.length > 1 && policy.partial !== 'together';
  return Object.freeze({
    promise,
    withheld: undated,
    changesAt,
    ...(apart && { parts: Object.freeze(shown) }),
  });
}

/** Whether a shopper would be told the same days. */
function isAlike(a: PromisePart, b: PromisePart): boolean {
  return JSON.stringify(toldDays(a)) === JSON.stringify(toldDays(b));
}
