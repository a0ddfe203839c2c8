const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

// One Intl.DateTimeFormat costs more than a thousand uses of it. Few zones meet in one page; a document that
// names many makes us forget, not grow.
const MOST_FORMATS = 16;
const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(timeZone)) {
    if (formats.size >= MOST_FORMATS) formats.clear();
    let format: Intl.DateTimeFormat | undefined;
    try {
      // The Swedish form has the order of the ISO one, whatever the page's own language.
      format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    } catch {
      // No such zone, or none that this engine knows.
    }
    formats.set(timeZone, format);
  }
  return formats.get(timeZone);
}

/** Whether this engine knows a time zone by that name. */
export function isTimeZone(name: string): boolean {
  return !!formatOf(name);
}

/**
 * The wall clock of a time zone at an instant, to the minute, as the milliseconds that a clock at UTC with the same
 * face would have. Not a number where the zone is not known, or the instant is none.
 */
export function wallTime(instant: number, timeZone: string): number {
  // An Intl.DateTimeFormat throws at what is no instant.
  const face = instant === instant && formatOf(timeZone)?.format(instant);
  const [year = NaN, month = NaN, day, hour, minute] = face ? face.split(/\D+/).map(Number) : [];
  return Date.UTC(year, month - 1, day, hour, minute);
}

/**
 * The first instant at which the wall clock of a zone shows `wall` (milliseconds as of {@link wallTime}) or later: of
 * a doubled hour the first, of a missing one the moment when the clock is put forward. So what a clock has passed, it
 * has passed for good, though it may be put back afterwards.
 */
export function instantOf(wall: number, timeZone: string): number {
  // Zones lie between 14 hours before UTC and 12 behind: the clock is not put twice within so short a time.
  const by = (hours: number): number => 2 * wall + hours * HOUR - wallTime(wall + hours * HOUR, timeZone);
  const before = by(-15);
  if (wallTime(before, timeZone) === wall) return before;
  // The clock was put in between: look for the first minute from which on it shows that time.
  const after = by(13);
  let [early, late] = [Math.min(before, after) - MINUTE, Math.max(before, after)];
  while (late - early > MINUTE) {
    const middle = Math.floor((early + late) / 2 / MINUTE) * MINUTE;
    if (wallTime(middle, timeZone) >= wall) late = middle;
    else early = middle;
  }
  return late;
}
