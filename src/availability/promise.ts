import { addDays, type DateWindow, type IsoDate } from './date-window.js';
import type { Expectation } from './expectation.js';
import { isOver, localDay, nextLookAt } from './local-day.js';
import type { ShipPart, ShipPromise, Withheld } from './offer.js';
import type { Policy } from './policy.js';
import { ordinary } from './read.js';
import type { AvailabilityRecord } from './record.js';

/** What can be promised, or why nothing can, and when that may change. The first three are there, be it as `undefined`. */
export interface PromiseFound {
  readonly promise: ShipPromise | undefined;
  readonly withheld: Withheld | undefined;
  readonly changesAt: number | undefined;
  readonly parts?: readonly ShipPart[];
}

/**
 * The date to stand behind for what is sold beyond the shelf: the record's own, else the policy's. A date that has
 * passed, or that is older than the merchant lets it be, is withheld and not replaced by a guess.
 */
export function promiseFor(
  record: AvailabilityRecord,
  policy: Policy,
  sold: 'backorder' | 'preorder',
  now: number,
): PromiseFound {
  const told = sold === 'preorder' ? (record.release ?? record.restock) : (record.restock ?? record.release);
  const expected = told ?? policy.promise;
  const asOf = told && record.asOf;
  const staleAt = asOf === undefined || policy.maxAge === undefined ? undefined : asOf + policy.maxAge * 1000;
  const withheld = staleAt !== undefined && now >= staleAt ? 'too-old' : undefined;
  const dated = expected && !withheld && windowOf(expected, policy, now);
  if (!expected || !dated) {
    // A date that has passed grows too old one day as well; one that is too old stays so.
    const changesAt = withheld ? undefined : staleAt;
    return { promise: undefined, withheld: expected && (withheld ?? 'date-passed'), changesAt };
  }
  const { leadTime, basis, confidence } = expected;
  const released = told ? told === record.release : sold === 'preorder';
  const event = released ? 'release' : 'restock';
  return {
    promise: ordinary({
      window: dated.window,
      leadTime,
      basis,
      confidence,
      event,
      asOf,
    }) as ShipPromise,
    withheld: undefined,
    changesAt: earliest(nextLookAt(dated.until, now), staleAt),
  };
}

/** The days to name, and the day with whose end they are no longer true; nothing when that is over. */
function windowOf(
  { window, leadTime }: Expectation,
  policy: Policy,
  now: number,
): { window: DateWindow; until: IsoDate } | undefined {
  if (window) return isOver(window.end, now, policy.timeZone) ? undefined : { window, until: window.end };
  if (!leadTime) return undefined;
  // Days of the calendar: of working days, cutoff and holidays a delivery plan knows, in the place of all this.
  const today = localDay(now, policy.timeZone);
  const days = leadTime.unit === 'week' ? 7 : 1;
  const start = addDays(today, leadTime.min * days);
  const end = addDays(today, leadTime.max * days);
  return { window: Object.freeze({ start, end, precision: leadTime.unit }), until: today };
}

/** The nearest of the instants that are known. */
export function earliest(...instants: readonly (number | undefined)[]): number | undefined {
  const told = instants.filter((it) => it !== undefined);
  return told.length ? Math.min(...told) : undefined;
}
