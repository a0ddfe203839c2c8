import type { Offer, Reason, Withheld } from './offer.js';
import type { Policy } from './policy.js';
import type { AvailabilityRecord } from './record.js';
import { saleOf } from './sale.js';
import { beyondShelf, shelfOf } from './shelf.js';

/** One rule, what it was asked and what it answered. */
export interface Step {
  readonly rule: 'shelf' | 'sale' | 'beyond-shelf' | 'order' | 'promise' | 'control' | 'decision';
  readonly result: string;
  /** In one English sentence. */
  readonly because: string;
}

const REASONS: Readonly<Record<Reason, string>> = {
  'on-shelf': 'The wanted quantity is on the shelf.',
  'not-tracked': 'The shop does not count this variant, so it is in stock.',
  'status-told': 'A source says that it is in stock, without a count.',
  'beyond-shelf': 'The shelf is empty, and it may be sold beyond it.',
  'partly-beyond-shelf': 'Part of the wanted quantity is on the shelf, the rest may be sold beyond it.',
  always: 'The policy sells it this way while there is stock as well (trigger is "always").',
  'not-started': 'Selling has not begun yet.',
  'nothing-left': 'The shelf is empty, and nothing is sold beyond it.',
  'limit-reached': 'The shelf is empty, and all that may be sold beyond it has been sold.',
  'over-limit': 'More was asked for than one order may take now.',
  'platform-refuses': 'The shop system refuses the order, so nothing is offered but a sign-up.',
  contradiction: 'Sources contradict each other about this stock; the page stays as the theme made it.',
  'hint-only': "Only the page's structured data says something; it never enables buying.",
  'not-told':
    'Nobody said how much there is; unknown is never zero, and the page stays as the theme made it.',
};

const CONTROLS: Readonly<Record<Offer['control'], string>> = {
  theme: "The shop's own button is left as it is.",
  swap: "The shop's own button gets other words, and its form carries the promise.",
  stop: "The shop's own button is stopped: it would sell past the merchant's limit.",
};

/** The rules in the order in which `decide` asks them. */
export function stepsOf(
  record: AvailabilityRecord,
  policy: Policy,
  offer: Offer,
  now: number,
): readonly Step[] {
  const shelf = shelfOf(record, policy);
  const steps: Step[] = [
    {
      rule: 'shelf',
      result: shelf === undefined ? 'unknown' : pieces(shelf),
      because: whyShelf(record, policy, shelf),
    },
    saleStep(record, policy, now),
  ];
  if (saleOf(record, policy, now).open && shelf !== 'contradiction') {
    const left = Math.max(0, beyondShelf(record, policy, shelf ?? 0));
    steps.push({ rule: 'beyond-shelf', result: pieces(left), because: whyBeyond(record, policy, left) });
  }
  if (offer.split) {
    const { now: atOnce, later, refused } = offer.split;
    steps.push({
      rule: 'order',
      result: `${atOnce} now, ${later} later, ${refused} refused`,
      because: `${offer.wanted} wanted; one order takes ${pieces(offer.quantity.max ?? Infinity)}${later > 0 && policy.partial === 'together' ? ', shipped together' : ''}.`,
    });
  }
  const promise = promiseStep(record, policy, offer);
  if (promise) steps.push(promise);
  steps.push(
    { rule: 'control', result: offer.control, because: CONTROLS[offer.control] },
    { rule: 'decision', result: offer.state, because: REASONS[offer.reason] },
  );
  return steps;
}

function pieces(count: number | string): string {
  return count === Infinity ? 'as many as wanted' : String(count);
}

function whyShelf(record: AvailabilityRecord, policy: Policy, shelf: ReturnType<typeof shelfOf>): string {
  const { onHand, tracked, status, availableToSell } = record;
  if (shelf === 'contradiction') return 'What was told about this stock cannot all be true.';
  if (tracked === false) return 'The shop does not count this variant (tracked is false).';
  if (onHand === undefined) {
    if (status === 'in-stock') return 'Only a state was told (in-stock), no count.';
    return shelf === undefined
      ? 'Neither a count nor a state was told.'
      : `Only a state was told (${String(status)}).`;
  }
  const held = policy.threshold ? ` less ${policy.threshold} kept back (threshold)` : '';
  const capped = typeof availableToSell === 'number' && availableToSell < onHand;
  return `${onHand} on hand${capped ? `, ${availableToSell} to sell (availableToSell)` : ''}${held}.`;
}

function saleStep(record: AvailabilityRecord, policy: Policy, now: number): Step {
  const { open, soon, as } = saleOf(record, policy, now);
  const { sell, starts, ends } = policy;
  const step = (result: string, because: string): Step => ({ rule: 'sale', result, because });
  if (soon) return step('not yet', `Selling starts ${date(starts)}.`);
  if (open) {
    const by = sell === undefined ? 'the shop system sells it so' : `the policy says sell: "${sell}"`;
    return step(
      as,
      `Sold beyond the shelf, because ${by}${ends === undefined ? '' : `, until ${date(ends)}`}.`,
    );
  }
  if (ends !== undefined && now >= ends) return step('closed', `Selling ended ${date(ends)}.`);
  if (record.orderable === false)
    return step('closed', 'The shop system refuses the order (orderable is false).');
  if (record.status === 'coming-soon')
    return step('closed', 'It is announced and cannot be ordered yet (status).');
  if (sell === 'none') return step('closed', 'The policy sells nothing beyond the shelf (sell is "none").');
  return step('closed', 'No policy and no source sells it beyond the shelf.');
}

function whyBeyond(record: AvailabilityRecord, { limit }: Policy, left: number): string {
  if (left === Infinity) return 'No limit was told.';
  const bounds = [
    typeof limit === 'number' && `the policy's limit of ${limit}`,
    (record.onHand ?? 0) < 0 && `${-(record.onHand ?? 0)} sold beyond the shelf already`,
    typeof record.availableForBackorder === 'number' &&
      `availableForBackorder ${record.availableForBackorder}`,
    typeof record.availableToSell === 'number' && `availableToSell ${record.availableToSell}`,
  ].filter(Boolean);
  return `The smallest that follows from ${bounds.join(', ')}.`;
}

const WITHHELD: Readonly<Record<Withheld, string>> = {
  'date-passed': 'The date that was told has passed.',
  'too-old': 'What was told is older than the policy lets it be (maxAge).',
  'no-shipment-left': 'The pieces stand behind all shipments that are on their way.',
  'no-position': 'How many wait already is not known, so neither is the place in the queue (backordered).',
  'no-handling-time': 'How long it takes from the warehouse to dispatch is not told (handlingTime).',
  'no-working-day': 'The calendar has no day to work on for more than a year.',
  'no-time-zone': 'Whose days and clock count is not told (timeZone).',
  'bad-time-zone': 'The time zone is not one that this browser knows.',
  'bad-delivery': 'Something that the sum needs could not be read.',
};

function promiseStep(record: AvailabilityRecord, policy: Policy, offer: Offer): Step | undefined {
  const { promise, withheld, state } = offer;
  if (promise) {
    const { window, leadTime, basis, confidence, ship } = promise;
    const own = record.restock ?? record.release;
    const time = leadTime
      ? `${leadTime.min} to ${leadTime.max} ${leadTime.unit}s from the order`
      : `${window.start} to ${window.end}`;
    return {
      rule: 'promise',
      result: `${time} (${window.precision}, ${basis}, ${confidence})`,
      because: ship
        ? "Reckoned by the merchant's calendar."
        : own
          ? 'From the record.'
          : 'From the policy, since the record has no date.',
    };
  }
  if (withheld) return { rule: 'promise', result: 'none', because: WITHHELD[withheld] };
  const buyable = state === 'backorder' || state === 'preorder';
  return buyable ? { rule: 'promise', result: 'none', because: 'No source told a date.' } : undefined;
}

function date(instant: number | undefined): string {
  return instant === undefined ? '' : new Date(instant).toISOString();
}
