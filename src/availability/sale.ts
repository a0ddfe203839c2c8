import type { Policy } from './policy.js';
import { earliest } from './promise.js';
import type { AvailabilityRecord } from './record.js';

/** What is sold beyond the shelf at an instant. */
export interface Sale {
  readonly open: boolean;
  readonly soon: boolean;
  readonly as: 'backorder' | 'preorder';
  readonly changesAt: number | undefined;
}

/** Whether anything is sold beyond the shelf at this instant, and as what. */
export function saleOf(record: AvailabilityRecord, policy: Policy, now: number): Sale {
  const { starts, ends } = policy;
  const as = policy.sell === 'preorder' || record.status === 'preorder' ? 'preorder' : 'backorder';
  // A platform that says "backorder" or "preorder" sells it already; the policy only has to not forbid it.
  const platformSells =
    record.status === 'backorder' ||
    record.status === 'preorder' ||
    (record.orderable === true && (record.availableForBackorder ?? 0) !== 0);
  const sells = policy.sell === undefined ? platformSells : policy.sell !== 'none';
  const ended = ends !== undefined && now >= ends;
  const soon = sells && !ended && starts !== undefined && now < starts;
  const open = sells && !ended && !soon && record.orderable !== false && record.status !== 'coming-soon';
  return {
    open,
    soon,
    as,
    changesAt: earliest(...[starts, ends].filter((at) => at !== undefined && at > now)),
  };
}
