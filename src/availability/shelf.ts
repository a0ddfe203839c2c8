import { lesser, type Policy } from './policy.js';
import type { AvailabilityRecord } from './record.js';

/** Pieces that can be sold from the shelf, `Infinity` when nobody counts them; `undefined` when nobody told. */
export function shelfOf(record: AvailabilityRecord, policy: Policy): number | 'contradiction' | undefined {
  const status = record.status === 'unknown' ? undefined : record.status;
  const onHand = countOf(record);
  const left = lesser(record.availableToSell, onHand);
  const stocked = status === 'in-stock' || (record.tracked === false && !status);
  const counted = onHand !== undefined && onHand > 0;
  const gone = status === 'sold-out' || status === 'coming-soon';
  const none = typeof left === 'number' && left <= 0;
  // Somebody is wrong, and it is not for us to say who: the shop's own page decides.
  if (record.orderable === false && (stocked || counted)) return 'contradiction';
  if ((gone && counted) || (stocked && none)) return 'contradiction';
  if (onHand === undefined && !stocked) return status && 0;
  return typeof left === 'number' ? Math.max(0, left - (policy.threshold ?? 0)) : Infinity;
}

/** The number beside a variant that the shop does not count means nothing. */
function countOf(record: AvailabilityRecord): number | undefined {
  return record.tracked === false ? undefined : record.onHand;
}

/** Pieces that may be sold beyond those on the shelf: `Infinity` without a limit, below zero when too many were sold. */
export function beyondShelf(record: AvailabilityRecord, { limit }: Policy, onShelf: number): number {
  const { availableToSell, availableForBackorder } = record;
  // A shelf below zero tells how many were sold beyond it already.
  const left = typeof limit === 'number' ? limit + Math.min(0, countOf(record) ?? 0) : Infinity;
  const beyond = typeof availableToSell === 'number' ? availableToSell - onShelf : Infinity;
  const free = typeof availableForBackorder === 'number' ? availableForBackorder : Infinity;
  return Math.min(left, beyond, free);
}
