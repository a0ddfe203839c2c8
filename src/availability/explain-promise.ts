import { dayWords } from './day-words.js';
import { theDay } from './dated-days.js';
import type {
  Asked,
  DeliveryTerms,
  DispatchGround,
  NoteQueue,
  NoteStep,
  OrderTransit,
  PromiseStep,
} from './delivery-terms.js';
import { expectedDays, suppliedAfter, toldGround } from './dispatch-days.js';
import { orderTransit } from './order-transit.js';
import type { PlainPlan } from './plain-plan.js';
import type { PromiseFound } from './promise.js';
import { groundOf, reckonPromise, shipmentsFor } from './reckon-promise.js';
import type { Supply } from './shipments.js';

// As for `decide`.
const LAST_INSTANT = 2e14;

/** A promise, or why there is none, with how it was reckoned. */
export interface ExplainedPromise {
  readonly found: PromiseFound;
  /** In the order in which they were done. */
  readonly steps: readonly PromiseStep[];
}

/**
 * Reckons a promise once more and tells each step: what went in, from which field, what came out, and why nothing did. For those who
 * look into it; while nobody asks, it costs nothing.
 */
export function explainPromise(
  plan: Pick<PlainPlan, 'termsOf'>,
  product: string,
  variant: string | undefined,
  asked: Asked,
): ExplainedPromise {
  const steps: PromiseStep[] = [];
  const note: NoteStep = (step) => steps.push(Object.freeze(step));
  const terms = plan.termsOf(product, variant);
  const found = reckonPromise(terms, asked);
  // Without a sane clock nothing was asked at all.
  if (asked.now >= 0 && asked.now < LAST_INSTANT) {
    const ground = groundOf(terms, asked);
    if (typeof ground !== 'string') noteGround(ground, found, note);
    noteEnd(terms, ground, found, note);
  }
  return { found, steps };
}

/** What the sum went through, as far as it came. */
function noteGround(ground: DispatchGround, { withheld }: PromiseFound, note: NoteStep): void {
  const { asked, begins, zone, moment, terms } = ground;
  note({
    step: 'order',
    source: 'delivery.cutoffTime',
    given: { now: new Date(asked.now).toISOString(), timeZone: zone },
    result: dayWords(theDay(begins)),
  });
  if (moment.next !== moment.next || withheld === 'too-old') return;
  const transit = orderTransit(terms, asked.destination);
  noteTransit(ground, transit, note);
  if (shipmentsFor(ground)) {
    terms.rare?.queuedParts(ground, transit, noteQueue(asked.record.release, note));
    return;
  }
  const { expected, lead } = toldGround(ground);
  const { record } = asked;
  if (expected) {
    const source =
      expected === record.release ? 'release' : expected === record.restock ? 'restock' : 'policy.promise';
    note({ step: 'date', source, given: expected, result: dayWords(expectedDays(ground, expected)) });
  } else if (lead) {
    const days = suppliedAfter(ground, lead);
    if (typeof days !== 'string') {
      note({ step: 'lead-time', source: 'leadTime', given: lead, result: dayWords(days) });
    }
  }
}

function noteQueue(release: unknown, note: NoteStep): NoteQueue {
  const words = ({ quantity, days }: Supply): string =>
    `${quantity}: ${days ? dayWords(days) : 'no shipment left'}`;
  return (it) => {
    if ('early' in it)
      note({ step: 'release', source: 'release', given: release, result: dayWords(it.early) });
    else if ('lead' in it)
      note({ step: 'lead-time', source: 'leadTime', given: it.lead, result: dayWords(it.ordered) });
    else {
      const { waiting, pieces, incoming, supplies } = it;
      const given = { waiting, pieces, incoming: incoming.map(words) };
      note({ step: 'queue', source: 'shipments', given, result: supplies.map(words).join('; ') });
    }
  };
}

function noteTransit(
  { terms, asked }: DispatchGround,
  transit: OrderTransit | undefined,
  note: NoteStep,
): void {
  const { transitTime, carrierDays } = terms.shop;
  const { shippingClass } = terms.item;
  const to = asked.destination ?? terms.shop.destination;
  if (transitTime === undefined) return;
  const bad = [to, transitTime, carrierDays, shippingClass].includes('bad');
  const none = to === undefined ? 'no-destination' : bad ? 'bad-delivery' : 'no-transit';
  note({
    step: 'transit',
    source: 'delivery.transitTime',
    given: { to, shippingClass },
    result: transit ? JSON.stringify(transit.found) : none,
  });
}

function noteEnd(
  terms: DeliveryTerms,
  ground: ReturnType<typeof groundOf>,
  { promise, withheld }: PromiseFound,
  note: NoteStep,
): void {
  if (promise) {
    const { window, confidence, basis, ship, arrive } = promise;
    const result = JSON.stringify({ window, confidence, basis, ship, arrive });
    note({ step: 'promise', source: '', given: undefined, result });
  } else {
    const source = withheld ? sourceOf(withheld, terms, ground) : '';
    note({ step: 'refused', source, given: undefined, result: withheld ?? 'nothing told' });
  }
}

/** The field to look at for why there is no date. */
function sourceOf(
  withheld: string,
  { shop, item }: DeliveryTerms,
  ground: ReturnType<typeof groundOf>,
): string {
  if (typeof ground !== 'string') {
    if (ground.moment.next !== ground.moment.next) return 'delivery.businessDays';
    if (withheld === 'too-old') return 'policy.maxAge';
    return shipmentsFor(ground) ? 'shipments' : 'delivery';
  }
  if (ground !== 'bad-delivery') return 'delivery.timeZone';
  if (shop.workingDays === 'bad') return 'delivery.businessDays';
  if (shop.cutoffTime === 'bad') return 'delivery.cutoffTime';
  return (item.handlingTime ?? shop.handlingTime) === 'bad' ? 'handlingTime' : 'delivery';
}
