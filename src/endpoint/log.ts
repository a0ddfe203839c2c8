/** Plain facts of one thing that happened. No addresses, tokens, bodies, queries or whole URLs: they do not get here. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Writes one line of JSON. */
export type Log = (level: 'info' | 'warn' | 'error', event: string, facts?: Facts) => void;

const LONGEST = 200;

// Whoever sends a request chooses its text; in a terminal, escape sequences would be obeyed.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** A log that writes to `write`, one line an event. JSON escapes what is left of odd characters. */
export function jsonLog(write: (line: string) => void, now: () => number): Log {
  return (level, event, facts = {}) => {
    const safe = Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, LONGEST).replace(CONTROL, '\uFFFD') : value,
    ]);
    const line = { at: new Date(now()).toISOString(), level, event, ...(Object.fromEntries(safe) as Facts) };
    write(`${JSON.stringify(line)}\n`);
  };
}

/** The kind of an error, such as a database's code; its message may hold values that were written, so it is left out. */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return code ? `${error.name} ${code}` : error.name;
}
