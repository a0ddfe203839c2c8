import { mergeRecords, SOURCES, type SourcedRecord, type SourceName } from './merge-records.js';
import type { Offer } from './offer.js';
import type { Policy } from './policy.js';
import type { AvailabilityRecord } from './record.js';

/** Something that a source said and that does not count. */
export interface IgnoredFact {
  readonly source: SourceName | 'policy';
  readonly field: string;
  readonly value: unknown;
  /** In one English sentence. */
  readonly why: string;
}

const STOCK: readonly string[] = ['onHand', 'tracked', 'availableForBackorder', 'availableToSell', 'status'];

type Facts = Readonly<Record<string, unknown>>;

/** What was said and does not count in an offer, and why. */
export function ignoredIn(
  told: readonly SourcedRecord[],
  record: AvailabilityRecord,
  policy: Policy,
  offer: Offer,
): readonly IgnoredFact[] {
  return [...unused(told, record), ...meaningless(told, record), ...policyIgnored(record, policy, offer)];
}

/** Facts that another source's fact went before. */
function unused(told: readonly SourcedRecord[], record: AvailabilityRecord): readonly IgnoredFact[] {
  return told.flatMap(({ source, record: own }) =>
    Object.entries(own as Facts)
      .filter(([field, value]) => field !== 'asOf' && !same(value, (record as Facts)[field]))
      .map(([field, value]) => ({ source, field, value, why: whyUnused(source, field, told, record) })),
  );
}

function whyUnused(
  source: SourceName,
  field: string,
  told: readonly SourcedRecord[],
  record: AvailabilityRecord,
): string {
  if (source === 'structured-data' && STOCK.includes(field)) {
    return 'Structured data is too often wrong to sell by; it only hints at a state.';
  }
  if (field === 'orderable' && record.orderable === false) {
    return 'Another source says that the shop system refuses the order, and a refusal always stands.';
  }
  const other = winner(source, field, told);
  if (STOCK.includes(field)) {
    return `Stock figures are taken from one source as a whole, here from ${other}.`;
  }
  return SOURCES.indexOf(other) < SOURCES.indexOf(source)
    ? `${other} is trusted more.`
    : `${other} has told it more lately.`;
}

/** The source whose fact went before: the one without which this would count, or at least something else would. */
function winner(source: SourceName, field: string, told: readonly SourcedRecord[]): SourceName {
  const merged = (mergeRecords(told) as Facts)[field];
  const others = told.filter((it) => it.source !== source);
  const told_ = others.find((it) => same((it.record as Facts)[field], merged) && merged !== undefined);
  return (
    (told_ ?? others.find(({ record }) => STOCK.some((it) => it in record)) ?? told[0])?.source ?? source
  );
}

/** Facts that were taken over and yet mean nothing beside others. */
function meaningless(told: readonly SourcedRecord[], record: AvailabilityRecord): readonly IgnoredFact[] {
  const from = (field: string): SourceName =>
    told.find((it) => same((it.record as Facts)[field], (record as Facts)[field]))?.source ?? 'document';
  const found: IgnoredFact[] = [];
  if (record.tracked === false && record.onHand !== undefined) {
    found.push({
      source: from('onHand'),
      field: 'onHand',
      value: record.onHand,
      why: 'The shop does not count this variant (tracked is false), so the number beside it means nothing.',
    });
  }
  return found;
}

function policyIgnored(record: AvailabilityRecord, policy: Policy, offer: Offer): readonly IgnoredFact[] {
  const found: IgnoredFact[] = [];
  const add = (field: keyof Policy, why: string): void => {
    if (policy[field] !== undefined) found.push({ source: 'policy', field, value: policy[field], why });
  };
  if (record.restock ?? record.release) add('promise', 'The record has a date of its own.');
  if (policy.sell === 'none') {
    for (const field of ['limit', 'trigger', 'partial', 'atLimit'] as const) {
      add(field, 'Nothing is sold beyond the shelf (sell is "none").');
    }
  }
  if (record.orderable === false && policy.sell !== undefined && policy.sell !== 'none') {
    add('sell', 'The shop system refuses the order (orderable is false); a policy cannot sell against that.');
  }
  if (policy.maxAge !== undefined && record.asOf === undefined && offer.promise) {
    add('maxAge', 'Nobody said how old the date is (no asOf).');
  }
  return found;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
