import { dayNumber, startOf } from './dated-days.js';
import type { Asked, DeliveryTerms, DispatchGround, PromisePart } from './delivery-terms.js';
import { groundFrom, toldDate } from './dispatch-days.js';
import { instantOf } from './local-time.js';
import type { ShipPart, ShipPromise, Withheld } from './offer.js';
import type { PromiseFound } from './promise.js';
import { shownPart, toldDays, wholeOrder } from './promise-part.js';
import { ordinary } from './read.js';
import type { Shipment } from './shipments.js';
import type { WorkingDays, WorkTime } from './working-days.js';

// As for `decide`.
const LAST_INSTANT = 2e14;

const withhold = (withheld?: Withheld, changesAt?: number): PromiseFound =>
  Object.freeze({ promise: undefined, withheld, changesAt });

/**
 * The promise by the merchant's calendar, or why there is none. Total. What was told wrong, or not at all, gives no date rather than
 * a wrong one.
 */
export function reckonPromise(terms: DeliveryTerms, asked: Asked): PromiseFound {
  const { record, policy, sold, now } = asked;
  // Without a sane clock nothing is known.
  if (!(now >= 0 && now < LAST_INSTANT)) return withhold();
  const ground = groundOf(terms, asked);
  if (typeof ground === 'string') return withhold(ground);
  const { next, until, today, dayEnds } = ground.moment;
  if (next !== next) return withhold('no-working-day', dayEnds);

  const told = toldDate(record, sold);
  const shipments = shipmentsFor(ground);
  const asOf = shipments || (told && sold !== 'in-stock') ? record.asOf : undefined;
  const staleAt = asOf === undefined || policy.maxAge === undefined ? Infinity : asOf + policy.maxAge * 1000;
  if (now >= staleAt) return withhold('too-old');

  const transit = terms.carrier?.orderTransit(terms, asked.destination);
  const find = (shipments && terms.rare?.queuedParts) || wholeOrder;
  const parts = find(ground, transit);
  if (!parts) return withhold();
  if (typeof parts === 'string') return withhold(parts, staleAt < Infinity ? staleAt : undefined);

  const last = parts.at(-1) as PromisePart;
  const later = find(groundFrom(ground, next), transit);
  // Whether a shopper would be told the same days.
  const isAlike =
    typeof later === 'object' && String(toldDays(last)) === String(toldDays(later.at(-1) as PromisePart));
  const withheld = parts.find((it) => it.withheld)?.withheld;

  // The words change when a day that they name comes near, begins or ends; the date, when one that it is reckoned from is over.
  const grounds = [
    ...((shipments ?? []) as readonly Shipment[]),
    record.restock,
    record.release,
    policy.promise,
  ];
  const turns = [
    isAlike ? NaN : today + 1,
    ...grounds.map((it) => (it?.window ? dayNumber(it.window.end) + 1 : NaN)),
    ...parts.flatMap(({ ship, arrive }) =>
      [ship, arrive].flatMap((it) => (it ? [it[0] - 1, it[0], it[1] + 1] : [])),
    ),
  ];
  const turn = Math.min(...turns.filter((day) => day > today));
  return Object.freeze({
    // A date told of the whole holds for each of its parts.
    promise: withheld
      ? undefined
      : (ordinary({
          ...shownPart(last),
          event: (told ? told === record.release : sold === 'preorder') ? 'release' : 'restock',
          asOf,
          place: last.arrive && last.ship && transit?.destination,
          cutoffAt: isAlike ? undefined : until,
        }) as ShipPromise),
    withheld,
    changesAt: Math.min(until, staleAt, turn < Infinity ? instantOf(startOf(turn), ground.zone) : turn),
    ...(parts.length > 1 &&
      policy.partial !== 'together' && {
        parts: Object.freeze(
          parts.map((it) => ordinary({ ...shownPart(it), quantity: it.quantity }) as ShipPart),
        ),
      }),
  });
}

/** The shipments that an order has to queue for. */
export function shipmentsFor({ terms, asked }: DispatchGround): DeliveryTerms['item']['shipments'] {
  const { shipments } = terms.item;
  return asked.sold !== 'in-stock' && shipments?.length ? shipments : undefined;
}

/** What a promise is reckoned from, or why it cannot be. */
export function groundOf(terms: DeliveryTerms, question: Asked): DispatchGround | Withheld {
  const { shop, item, clock } = terms;
  const { pieces, policy, now } = question;
  const zone = shop.timeZone ?? policy.timeZone;
  if (zone === undefined) return 'no-time-zone';
  const calendar = shop.workingDays as WorkingDays;
  const handling = (item.handlingTime ?? shop.handlingTime) as WorkTime | undefined;
  if ([calendar, shop.cutoffTime, handling].includes('bad')) return 'bad-delivery';
  const moment = clock(now, zone);
  // As for `decide`, what is no number of pieces counts as one.
  const asked = { ...question, pieces: Number.isSafeInteger(pieces) && pieces > 0 ? pieces : 1 };
  return moment
    ? groundFrom({ terms, asked, moment, calendar, handling, zone }, moment.begins)
    : 'bad-time-zone';
}
