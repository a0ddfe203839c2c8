import { parseDateWindow } from '../availability/date-window.js';
import type { Expectation, LeadTime } from '../availability/expectation.js';
import { known } from '../availability/read.js';

const LONGEST_WAIT = 730;

/** A date that a shop system tells by machine, as an expectation; free text and impossible dates give none. */
export function onDay(date: unknown): Expectation | undefined {
  if (typeof date !== 'string' || date.length > 60) return undefined;
  // Databases print a blank between day and time.
  const window = parseDateWindow(date.trim().replace(/^(\d{4}-\d\d-\d\d) .*$/, '$1'));
  return window && (known({ window, basis: 'ship', confidence: 'estimated' }) as Expectation);
}

/** Days that a shop system tells, from the order to dispatch or to arrival. */
export function inDays(
  min: number | undefined,
  max: number | undefined = min,
  basis: Expectation['basis'] = 'ship',
): Expectation | undefined {
  if (min === undefined || max === undefined || min < 0 || max < min || max > LONGEST_WAIT) return undefined;
  const leadTime: LeadTime = Object.freeze({ min, max, unit: 'day' });
  return known({ leadTime, basis, confidence: 'estimated' }) as Expectation;
}
