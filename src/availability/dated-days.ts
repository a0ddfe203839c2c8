import { isoDate, type DateWindow, type IsoDate, type Precision } from './date-window.js';

const DAY = 86_400_000;

/** Days as sums are done with: days since 1970. */
export function dayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00Z`) / DAY;
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

/** A window while it is reckoned with: first and last day by number. Not a number: there is no such day. */
export interface DatedDays {
  readonly from: number;
  readonly to: number;
  readonly precision: Precision;
  readonly confidence: Confidence;
}

/** A window with what it is worth. */
export interface Dated {
  readonly window: DateWindow;
  readonly confidence: Confidence;
}

export function daysOf({ start, end, precision }: DateWindow, confidence: Confidence): DatedDays {
  return { from: dayNumber(start), to: dayNumber(end), precision, confidence };
}

/** Whether the calendar has such days. */
export function isDated({ from, to }: DatedDays): boolean {
  return from === from && to === to;
}

export function datedOf({ from, to, precision, confidence }: DatedDays): Dated {
  return Object.freeze({
    window: Object.freeze({ start: dayOf(from), end: dayOf(to), precision }),
    confidence,
  });
}

const ROUGHER: readonly Precision[] = ['day', 'week', 'month', 'quarter'];

/** The rougher of two precisions. */
export function rougher(a: Precision, b: Precision): Precision {
  return ROUGHER.indexOf(a) < ROUGHER.indexOf(b) ? b : a;
}

/** Confirmed only if both are. */
export function weaker(a: Confidence, b: Confidence): Confidence {
  return a === 'confirmed' ? b : a;
}

/** When both have come, as exactly and as surely as the worse known of them. */
export function bothOf(a: DatedDays, b: DatedDays): DatedDays {
  return {
    from: Math.max(a.from, b.from),
    to: Math.max(a.to, b.to),
    precision: rougher(a.precision, b.precision),
    confidence: weaker(a.confidence, b.confidence),
  };
}

/** All days that either of two allows, where nobody knows which of them holds. */
export function eitherOf(a: DatedDays, b: DatedDays): DatedDays {
  return { ...bothOf(a, b), from: Math.min(a.from, b.from) };
}

/**
 * Widened to the whole weeks, months or quarters that they lie in: a month moved by five days is known no more exactly than before,
 * though its first and last day could be named.
 */
export function wholeUnits(days: DatedDays): DatedDays {
  const { from, to, precision } = days;
  if (precision === 'day') return days;
  if (precision === 'week') return { ...days, from: from - weekday(from), to: to + 6 - weekday(to) };
  const months = precision === 'month' ? 1 : 3;
  const unit = (day: number, after: number): number => {
    const date = new Date(day * DAY);
    const first = Math.floor(date.getUTCMonth() / months) * months;
    return Date.UTC(date.getUTCFullYear(), first + after * months, 1) / DAY;
  };
  return { ...days, from: unit(from, 0), to: unit(to, 1) - 1 };
}

/** The day of the week, Monday first: 1 January 1970 was a Thursday; the second remainder is for days before it. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
