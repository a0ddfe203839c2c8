import { doubtOf, weekday, type Confidence, type DatedDays, type Span } from './dated-days.js';

/** Which days somebody works: the days of the week, Monday first, less holidays, as first and last day by number. */
export interface WorkingDays {
  readonly week: readonly boolean[];
  readonly holidays: readonly (readonly [number, number])[];
}

/** How long somebody takes. */
export interface WorkTime extends Span {
  /** Days unless told. */
  readonly unit?: 'day' | 'week';
  /** Counted in days on which they work; else in days of the calendar. */
  readonly working?: boolean;
  readonly confidence?: Confidence;
}

/** Monday to Friday: what holds where nobody told. With more days than there are, dates would come out too early. */
export const WEEKDAYS: readonly boolean[] = Object.freeze([true, true, true, true, true, false, false]);

/** Days without work in a row, after which nobody works any more. */
const LONGEST_REST = 400;

export function isWorkingDay({ week, holidays }: WorkingDays, day: number): boolean {
  return week[weekday(day)] === true && !holidays.some(([first, last]) => first <= day && day <= last);
}

/** The first working day from `day` on, itself included. Not a number when there is none for more than a year. */
export function workingDayFrom(calendar: WorkingDays, day: number): number {
  for (let next = day; next <= day + LONGEST_REST; next++) if (isWorkingDay(calendar, next)) return next;
  return NaN;
}

/** The working days after a time from each of some days. A time that is missing has no end. */
export function daysAfter(
  [from, to, rough, doubt]: DatedDays,
  { min = NaN, max = NaN, unit, working, confidence }: Partial<WorkTime>,
  calendar: WorkingDays,
): DatedDays {
  const weeks = unit === 'week';
  const after = (day: number, count: number): number => {
    let left = weeks ? count * 7 : count;
    let reached = workingDayFrom(calendar, working ? day : day + left);
    while (working && left-- > 0) reached = workingDayFrom(calendar, reached + 1);
    return reached;
  };
  return [
    after(from, min),
    after(to, max),
    Math.max(rough, weeks ? 1 : 0),
    Math.max(doubt, doubtOf(confidence)),
  ];
}
