import { weekday } from './dated-days.js';

/** Which days somebody works: the days of the week, Monday first, less holidays, as first and last day by number. */
export interface WorkingDays {
  readonly week: readonly boolean[];
  readonly holidays: readonly (readonly [number, number])[];
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

/** The working day that is `count` working days after the first one from `day` on. */
export function addWorkingDays(calendar: WorkingDays, day: number, count: number): number {
  let reached = workingDayFrom(calendar, day);
  for (let left = count; left > 0 && reached === reached; left--)
    reached = workingDayFrom(calendar, reached + 1);
  return reached;
}
