import { report } from '../report.js';

const STEP = 100;
const LONGEST = 5_000;

/**
 * Another company's script in the page: there at once, or once it has come. An element of the same name, which a page's
 * markup can make, is none.
 *
 * @param find gives it when it is there; may throw
 * @param name what the developer is told is missing
 */
export async function thirdParty<T>(
  find: () => T | undefined,
  name: string,
  signal: AbortSignal,
): Promise<T> {
  for (let waited = 0; !signal.aborted; waited += STEP) {
    const found = find();
    if (found) return found;
    if (waited >= LONGEST) break;
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
  report(
    'sign-up-app-missing',
    `expected ${name} in the page within 5 s, got none; the sign-up was not sent. ` +
      'Put the app’s script into the page, or name another target in signUp of the availability document.',
  );
  throw new Error('no script to send a sign-up by');
}
