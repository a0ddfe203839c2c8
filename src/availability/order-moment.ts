import { dayAt, startOf } from './dated-days.js';
import { instantOf, wallTime } from './local-time.js';
import { isWorkingDay, workingDayFrom, type WorkingDays } from './working-days.js';

const MINUTE = 60_000;
const WHOLE_DAY = 1440;

/** What an instant means for an order: days by number, instants in milliseconds since 1970. */
export interface OrderMoment {
  /** The merchant's day. */
  readonly today: number;
  /** The instant at which the merchant's day ends. */
  readonly dayEnds: number;
  /** The working day on which work on an order begins that is placed now. Not a number when nobody works any more. */
  readonly begins: number;
  /** The same for an order that is placed too late for that day. */
  readonly next: number;
  /** The instant up to which an order is in time for `begins`. */
  readonly until: number;
}

/**
 * When work on an order begins: today, if today is a working day and its cutoff has not passed; else on the next one.
 * `undefined` where the zone is not known.
 *
 * @param cutoff minutes of the merchant's wall clock; without one an order counts for the day on which it was placed
 */
export function orderMoment(
  now: number,
  timeZone: string,
  workingDays: WorkingDays,
  cutoff = WHOLE_DAY,
): OrderMoment | undefined {
  const today = dayAt(wallTime(now, timeZone));
  if (today !== today) return undefined;
  const cutoffOf = (day: number): number => instantOf(startOf(day) + cutoff * MINUTE, timeZone);
  // Instants are compared and not clock faces: what was too late stays too late when the clock is put back.
  const inTime = isWorkingDay(workingDays, today) && now < cutoffOf(today);
  const begins = inTime ? today : workingDayFrom(workingDays, today + 1);
  return {
    today,
    dayEnds: instantOf(startOf(today + 1), timeZone),
    begins,
    next: workingDayFrom(workingDays, begins + 1),
    until: cutoffOf(begins),
  };
}

/** Gives moments for one merchant, and keeps the last while it holds: all products of a page ask for the same. */
export function orderClock(
  workingDays: WorkingDays,
  cutoff: number | undefined,
): (now: number, timeZone: string) => OrderMoment | undefined {
  let zone: string | undefined;
  let from: number;
  let kept: OrderMoment | undefined;
  return (now, timeZone) => {
    if (!kept || zone !== timeZone || now < from || now >= Math.min(kept.until, kept.dayEnds)) {
      kept = orderMoment(now, timeZone, workingDays, cutoff);
      zone = timeZone;
      from = now;
    }
    return kept;
  };
}
