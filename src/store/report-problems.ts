import { explainProblem } from '../availability/explain-problem.js';
import type { Problem } from '../availability/problem.js';
import { report } from '../report.js';

/** A document that is wrong all over says so in a few lines. */
const MOST = 5;

/**
 * Tells the developer what had to be left out of what came from outside.
 *
 * @param from where it came from: `in the page`, `from the endpoint`, `on <eta-notice>`
 * @param usable whether the rest of it is used
 */
export function reportProblems(problems: readonly Problem[], from: string, usable: boolean): void {
  const effect = usable ? 'the field counts as not told' : 'the page stays as the theme made it';
  for (const problem of problems.slice(0, MOST)) {
    const { code, path } = problem;
    report(code, `${path} (availability ${from}): ${explainProblem(problem)}; ${effect}.`, from + path);
  }
}
