/** A calendar day without a time of day, `YYYY-MM-DD`. Days compare rightly as text. */
export type IsoDate = string;

/** How exactly a date was told. A date is never shown more exactly than this. */
export type Precision = 'day' | 'week' | 'month' | 'quarter';

/** The days, first and last included, among which something is expected. */
export interface DateWindow {
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly precision: Precision;
}

const DAY = 86_400_000;

/** The day `days` after `date`. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return isoDate(Date.parse(date) + days * DAY);
}

/** Whether the calendar has this day. 30 February rolls over to March in some engines; the round trip refuses it everywhere. */
export function isDay(text: string): boolean {
  const at = Date.parse(text);
  return at === at && isoDate(at) === text;
}

/** The day an instant falls on at UTC plus `hours`. */
export function isoDate(instant: number, hours = 0): IsoDate {
  return new Date(instant + hours * 3_600_000).toISOString().slice(0, 10);
}

/**
 * Reads a date as people and systems write it: `2026-12-01` (a trailing time is dropped: the day stands as
 * written), `2026-W49`, `2026-12`, `2026-Q4`, or two of them as an ISO 8601 interval `A/B`.
 * Impossible, reversed or far-off dates give `undefined`: no date is better than a wrong one.
 */
export function parseDateWindow(text: string): DateWindow | undefined {
  const parts = text.split('/');
  const first = parseOne(parts[0] as string);
  const last = parts.length === 1 ? first : parts.length === 2 ? parseOne(parts[1] as string) : undefined;
  if (!first || !last || last.end < first.start) return undefined;
  const precision = PRECISIONS[Math.max(rank(first), rank(last))] as Precision;
  return Object.freeze({ start: first.start, end: last.end, precision });
}

/** The most exact first. */
export const PRECISIONS: readonly Precision[] = ['day', 'week', 'month', 'quarter'];
const rank = (window: DateWindow): number => PRECISIONS.indexOf(window.precision);

// Years outside this century are typing errors or epoch mix-ups, not restock dates.
const ONE = /^(20\d\d)-(?:(\d\d)(?:-(\d\d)(?:T\d.*)?)?|W(\d\d)|Q([1-4]))$/;

function parseOne(text: string): DateWindow | undefined {
  const found = ONE.exec(text);
  if (!found) return undefined;
  const [, year, month, day, week, quarter] = found;
  if (week) return weekOf(Number(year), Number(week));
  const from = quarter ? Number(quarter) * 3 - 2 : Number(month);
  if (from < 1 || from > 12) return undefined;
  const start = `${year}-${String(from).padStart(2, '0')}-${day ?? '01'}`;
  if (day) {
    return isDay(start) ? { start, end: start, precision: 'day' } : undefined;
  }
  const end = isoDate(Date.UTC(Number(year), quarter ? from + 2 : from, 0));
  return { start, end, precision: quarter ? 'quarter' : 'month' };
}

/** The Monday to Sunday of an ISO 8601 week: week 1 is the one with 4 January in it. */
function weekOf(year: number, week: number): DateWindow | undefined {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY + (week - 1) * DAY * 7;
  // The week's Thursday decides the year it belongs to: there is no week 0, and a week 53 only in some years.
  if (new Date(monday + 3 * DAY).getUTCFullYear() !== year) return undefined;
  return { start: isoDate(monday), end: isoDate(monday + 6 * DAY), precision: 'week' };
}
