import { Problem } from '../problem.js';
import { WEEK, weekOf, weeksBetween } from './week.js';

/** Whole weeks, as their Mondays; the last may still be under way. */
export interface DemandPeriod {
  readonly weeks: readonly [string, ...string[]];
  readonly first: string;
  readonly last: string;
}

/** Weeks that a report has when none are asked for, and at most. */
const USUAL = 12;
const MOST = 106;

/**
 * The weeks that two days, such as `2026-11-22`, lie in and all between them.
 *
 * @param to the current day when left out
 * @param from eleven weeks before `to` when left out
 * @throws Problem 400 when they are the wrong way round, or more than two years apart
 */
export function demandPeriod(from: string | undefined, to: string | undefined, now: number): DemandPeriod {
  const end = to === undefined ? now : Date.parse(to);
  const last = weekOf(end);
  const first = from === undefined ? weekOf(end - (USUAL - 1) * WEEK) : weekOf(Date.parse(from));
  if (first > last)
    throw new Problem(400, 'invalid-field', 'Must not be later than "to".', { field: 'from' });
  const count = (Date.parse(last) - Date.parse(first)) / WEEK + 1;
  if (count > MOST) {
    throw new Problem(400, 'invalid-field', `A report has at most ${MOST} weeks.`, { field: 'from' });
  }
  return { weeks: weeksBetween(first, last) as [string, ...string[]], first, last };
}
