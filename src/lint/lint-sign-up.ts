import { explainProblem } from '../availability/explain-problem.js';
import { signUpSettings } from '../availability/sign-up-settings.js';
import type { Note } from './finding.js';
import { pointerOf, valueAt } from './pointer-of.js';

/** Where sign-ups go: what cannot be read of it, addresses that are not secure, and a form without a privacy notice. */
export function lintSignUp(json: unknown, note: Note): void {
  const told = valueAt(json, '/signUp');
  if (told === undefined) return;
  const { settings, problems } = signUpSettings(told);
  for (const problem of problems) {
    note(problem.code, pointerOf(json, problem.path), `${problem.path}: ${explainProblem(problem)}.`);
  }
  for (const field of ['url', 'privacyUrl'] as const) {
    const address = settings?.[field];
    if (address === undefined || !/^http:/i.test(address)) continue;
    const pointer = `/signUp/${field}`;
    note('insecure-address', pointer, `${address} is not secure: no secure page sends an address there.`);
  }
  if (settings && settings.privacyUrl === undefined) {
    note(
      'no-privacy-notice',
      '/signUp',
      'Shoppers are asked for an address and not told what becomes of it.',
    );
  }
}
