import { forgetReports } from '../../src/report.js';

/** Also while a test has time in its hands. */
const later = globalThis.setTimeout;

let heard: string[] = [];

function note(...args: unknown[]): void {
  heard.push(args.map(String).join(' '));
}

/** What was written to the console, or went wrong unseen, since the last time; a test that expects it takes it. */
export function takeWarnings(): readonly string[] {
  return heard.splice(0);
}

/** The same, once there are so many: the words for a warning about data come later than the data. */
export async function warned(count: number): Promise<readonly string[]> {
  for (let times = 0; times < 500 && heard.length < count; times += 1) {
    await new Promise((resolve) => later(resolve, 10));
  }
  return takeWarnings();
}

/**
 * For a whole `describe`: warnings and errors, Lit's and ours, uncaught errors and rejections fail the test they come up in,
 * unless it takes them with {@link takeWarnings}.
 */
export function quietConsole(): void {
  const { warn, error } = console;
  const onError = (event: ErrorEvent): void => note(event.message);
  const onRejection = (event: PromiseRejectionEvent): void => note('unhandled', event.reason);

  beforeEach(() => {
    heard = [];
    forgetReports();
    Object.assign(console, { warn: note, error: note });
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
  });

  afterEach(() => {
    Object.assign(console, { warn, error });
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onRejection);
    const left = takeWarnings();
    if (left.length) throw new Error(`written to the console: ${left.join('\n')}`);
  });
}
