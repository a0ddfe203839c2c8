import { isoDate, type IsoDate } from './date-window.js';

/**
 * The calendar day it is for the merchant. Without a known time zone: the day at UTC.
 * An unknown zone name counts as none.
 */
export function localDay(now: number, timeZone: string | undefined): IsoDate {
  if (!timeZone) return isoDate(now);
  try {
    // The Swedish form of a date is the ISO one, whatever the page's own language.
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
  } catch {
    return isoDate(now);
  }
}

/**
 * Whether a day is over for the merchant. The first Intl.DateTimeFormat of a page costs more than all our other
 * work, so the zone is asked only on the day or two when it can change the answer.
 */
export function isOver(day: IsoDate, now: number, timeZone: string | undefined): boolean {
  if (day >= isoDate(now, 14)) return false;
  if (day < isoDate(now, -12)) return true;
  return day < localDay(now, timeZone);
}

/** Time zones differ by whole quarters of an hour. */
const QUARTER = 900_000;

/**
 * The next instant at which the day may become tomorrow or today, or be over, for somebody: when it first is tomorrow anywhere,
 * then each quarter of an hour.
 */
export function nextLookAt(day: IsoDate, now: number): number {
  // A day before, and fourteen hours ahead of UTC.
  const firstNear = Date.parse(day) - 38 * 3_600_000;
  return firstNear > now ? firstNear : (Math.floor(now / QUARTER) + 1) * QUARTER;
}
