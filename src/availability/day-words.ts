import { datedOf, isDated, type DatedDays } from './dated-days.js';

/** Words for days in a step of a sum. */
export function dayWords(days: DatedDays): string {
  if (!isDated(days)) return 'no such day';
  const { window, confidence } = datedOf(days);
  return `${window.start}/${window.end}, to the ${window.precision}, ${confidence}`;
}
