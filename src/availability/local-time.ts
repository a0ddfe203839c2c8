const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

// One Intl.DateTimeFormat costs more than a thousand uses of it. Few zones meet in one page; a document that
// names many makes us forget, not grow.
const MOST_FORMATS = 16;
const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(timeZone)) return formats.get(timeZone);
  if (formats.size >= MOST_FORMATS) formats.clear();
  let format: Intl.DateTimeFormat | undefined;
  try {
    const two = '2-digit';
    const fields = {
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      hourCycle: 'h23',
    } as const;
    // The Swedish form has the order of the ISO one, whatever the page's own language.
    format = new Intl.DateTimeFormat('sv-SE-u-ca-iso8601-nu-latn', { timeZone, ...fields });
  } catch {
    // No such zone, or none that this engine knows.
  }
  formats.set(timeZone, format);
  return format;
}

/** Whether this engine knows a time zone by that name. */
export function isTimeZone(name: string): boolean {
  return formatOf(name) !== undefined;
}

/**
 * The wall clock of a time zone at an instant, to the minute, as the milliseconds that a clock at UTC with the same
 * face would have. Not a number where the zone is not known, or the instant is none.
 */
export function wallTime(instant: number, timeZone: string): number {
  // An Intl.DateTimeFormat throws at what is no instant.
  const face = instant === instant ? formatOf(timeZone)?.format(instant) : undefined;
  const [year = NaN, month = 1, day, hour, minute] = face?.match(/\d+/g)?.map(Number) ?? [];
  return Date.UTC(year, month - 1, day, hour, minute);
}

function offsetAt(instant: number, timeZone: string): number {
  return wallTime(instant, timeZone) - Math.floor(instant / MINUTE) * MINUTE;
}

/**
 * The first instant at which the wall clock of a zone shows `wall` (milliseconds as of {@link wallTime}) or later: of
 * a doubled hour the first, of a missing one the moment when the clock is put forward. So what a clock has passed, it
 * has passed for good, though it may be put back afterwards.
 */
export function instantOf(wall: number, timeZone: string): number {
  // Zones lie between 14 hours before UTC and 12 behind: the clock is not put twice within so short a time.
  const before = wall - offsetAt(wall - 15 * HOUR, timeZone);
  if (wallTime(before, timeZone) === wall) return before;
  const after = wall - offsetAt(wall + 13 * HOUR, timeZone);
  if (wallTime(after, timeZone) === wall) return after;
  // The clock was put forward over that time: look for the minute in which.
  let [early, late] = [Math.min(before, after) - MINUTE, Math.max(before, after)];
  while (late - early > MINUTE) {
    const middle = Math.floor((early + late) / 2 / MINUTE) * MINUTE;
    if (wallTime(middle, timeZone) >= wall) late = middle;
    else early = middle;
  }
  return late;
}
