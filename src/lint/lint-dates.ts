import type { Expectation } from '../availability/expectation.js';
import { addDays } from '../availability/date-window.js';
import { isOver, localDay } from '../availability/local-day.js';
import type { Note } from './finding.js';

const YEAR = 366;

/** Dates that stand in a document, whether they are promised at the moment or not. */
export function lintDate(
  expected: Partial<Pick<Expectation, 'window'>> | undefined,
  pointer: string,
  timeZone: string | undefined,
  note: Note,
  now: number,
  product?: string,
): void {
  const end = expected?.window?.end;
  if (end === undefined) return;
  if (isOver(end, now, timeZone)) note('past-date', pointer, `${end} is over.`, product);
  else if (end > addDays(localDay(now, timeZone), YEAR)) {
    note('far-date', pointer, `${end} is more than a year away.`, product);
  }
}
