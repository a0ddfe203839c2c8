/** Marks all that we write to the console, so that a theme developer can filter for it. */
const PREFIX = '[backorder-elements]';

/** Where the codes are explained. */
const DOCS = 'README.md#problems';

const MOST_REPORTS = 20;
const reported = new Set<string>();

/**
 * Warns the developer of the page, once per code and subject. The only writer to the console; never throws, and stays
 * quiet after a while on a page where everything is wrong.
 *
 * @param code stable name of the kind of problem, explained in the README
 * @param text what was expected, what came, and how to mend it
 * @param subject what it is about, where one code can come up for several things
 */
export function report(code: string, text: string, subject = ''): void {
  const key = `${code} ${subject}`;
  if (reported.size >= MOST_REPORTS || reported.has(key)) return;
  reported.add(key);
  console.warn(`${PREFIX} ${code}: ${text} (${DOCS}, ${code})`);
}

/** Forgets what was reported; for tests. */
export function forgetReports(): void {
  reported.clear();
}
