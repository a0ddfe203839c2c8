const DAY = 86_400_000;

/** Milliseconds of a week. */
export const WEEK = 7 * DAY;

/** The Monday, `2026-11-16`, of the week that an instant is in, in UTC. */
export function weekOf(instant: number): string {
  const day = Math.floor(instant / DAY);
  // 1 January 1970 was a Thursday.
  const monday = day - ((((day + 3) % 7) + 7) % 7);
  return new Date(monday * DAY).toISOString().slice(0, 10);
}

/** Every Monday from one to another, both included. */
export function weeksBetween(first: string, last: string): readonly string[] {
  const weeks: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += WEEK) weeks.push(weekOf(at));
  return weeks;
}
