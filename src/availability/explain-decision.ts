import { decide } from './decide.js';
import type { PromiseStep } from './delivery-terms.js';
import { ignoredIn, type IgnoredFact } from './ignored-facts.js';
import { mergeRecords, type SourcedRecord } from './merge-records.js';
import type { Offer } from './offer.js';
import { NO_POLICY, type Policy } from './policy.js';
import { ordinary } from './read.js';
import type { Reckon } from './reckon.js';
import type { AvailabilityRecord } from './record.js';
import { stepsOf, type Step } from './steps.js';

/** Everything that an offer follows from. */
export interface Told {
  /** What each source says of the variant. */
  readonly told: readonly SourcedRecord[];
  readonly policy?: Policy | undefined;
  /** Pieces. One unless told. */
  readonly wanted?: number | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What reckons its promise by a delivery plan. */
  readonly reckon?: Reckon | undefined;
}

/** Why an offer is what it is, for a developer: plain data, in the order in which the rules looked. */
export interface Explanation {
  readonly offer: Offer;
  readonly policy: Policy;
  /** What each source said. */
  readonly told: readonly SourcedRecord[];
  /** What they say together; this is what the rules looked at. */
  readonly record: AvailabilityRecord;
  /** What was said and does not count, and why. */
  readonly ignored: readonly IgnoredFact[];
  /** The rules in the order in which they were asked; the last one says what comes of it. */
  readonly steps: readonly Step[];
  /** How a delivery plan reckoned the date, where there is one. */
  readonly sum?: readonly PromiseStep[];
}

/** Decides like `decide` does, and tells how. The texts are English, for developers; they are not for shoppers. */
export function explainDecision({ told, policy = NO_POLICY, wanted = 1, now, reckon }: Told): Explanation {
  const record = mergeRecords(told);
  const offer = decide(record, policy, wanted, now, reckon);
  return ordinary({
    offer,
    policy,
    told,
    record,
    ignored: ignoredIn(told, record, policy, offer),
    steps: stepsOf(record, policy, offer, now),
  }) as Explanation;
}
