import { isoDate, PRECISIONS, type DateWindow, type IsoDate, type Precision } from './date-window.js';

const DAY = 86_400_000;

/** Days as sums are done with: days since 1970. */
export function dayNumber(date: IsoDate): number {
  return Date.parse(date) / DAY;
}

/** The calendar day of a number of days since 1970. */
export function dayOf(number: number): IsoDate {
  return isoDate(number * DAY);
}

/** The wall clock at the start of a day, as `instantOf` takes it. */
export function startOf(number: number): number {
  return number * DAY;
}

/** The day that a wall clock shows. */
export function dayAt(wall: number): number {
  return Math.floor(wall / DAY);
}

/** Least and most, in days. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** Confirmed by somebody, or only estimated. */
export type Confidence = 'confirmed' | 'estimated';

/**
 * A window while it is reckoned with: first and last day by number, the place of its precision in the list of those, and 1 for what is
 * only estimated. Of two windows the greater number is the worse in each place. Not a number: there is no such day.
 */
export type DatedDays = readonly [from: number, to: number, rough: number, doubt: number];

/** A window with what it is worth. */
export interface Dated {
  readonly window: DateWindow;
  readonly confidence: Confidence;
}

export function daysOf({ start, end, precision }: DateWindow, confidence?: Confidence): DatedDays {
  return [dayNumber(start), dayNumber(end), PRECISIONS.indexOf(precision), doubtOf(confidence)];
}

/** A day that nobody doubts. */
export function theDay(day: number, doubt = 0): DatedDays {
  return [day, day, 0, doubt];
}

export function doubtOf(confidence: Confidence | undefined): number {
  return confidence === 'estimated' ? 1 : 0;
}

/** Whether the calendar has such days. */
export function isDated([from, to]: DatedDays): boolean {
  return from + to === from + to;
}

export function datedOf([from, to, rough, doubt]: DatedDays): Dated {
  const precision = PRECISIONS[rough] as Precision;
  return Object.freeze({
    window: Object.freeze({ start: dayOf(from), end: dayOf(to), precision }),
    confidence: doubt ? 'estimated' : 'confirmed',
  });
}

/** When both have come, as exactly and as surely as the worse known of them. */
export function bothOf(a: DatedDays, b: DatedDays): DatedDays {
  return a.map((it, place) => Math.max(it, b[place] as number)) as unknown as DatedDays;
}

/**
 * Widened to the whole weeks, months or quarters that they lie in: a month moved by five days is known no more exactly than before,
 * though its first and last day could be named.
 */
export function wholeUnits(days: DatedDays): DatedDays {
  const [from, to, rough, doubt] = days;
  if (!rough) return days;
  const months = rough > 2 ? 3 : 1;
  /** The first day of the unit of a day, or of the one after it. */
  const unit = (day: number, after: number): number => {
    if (rough < 2) return day - weekday(day) + after * 7;
    const date = new Date(day * DAY);
    const month = date.getUTCMonth();
    return Date.UTC(date.getUTCFullYear(), month - (month % months) + after * months) / DAY;
  };
  return [unit(from, 0), unit(to, 1) - 1, rough, doubt];
}

/** The day of the week, Monday first: 1 January 1970 was a Thursday; the second remainder is for days before it. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
