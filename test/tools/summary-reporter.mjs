// Counts the tests of a browser run, over all engines. Alone it ends with 'N passed, N failed, N skipped'; inside
// `npm test` (BO_TOTALS names a file) it hands the counts on, to be added to those of the Node tests, and says which files
// failed where.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { maySkip } from './engines.mjs';

const count = (suite, totals, mayBeSkipped) => {
  for (const test of suite.tests ?? []) {
    if (test.skipped && mayBeSkipped(test.name)) totals.skipped += 1;
    else if (test.skipped) {
      console.error(`Skipped, and not on the list of test/tools/engines.mjs: ${test.name}`);
      totals.failed += 1;
      process.exitCode = 1;
    } else if (test.passed) totals.passed += 1;
    else totals.failed += 1;
  }
  for (const child of suite.suites ?? []) count(child, totals, mayBeSkipped);
};

/** Milliseconds that all tests of a suite took. */
const spent = ({ tests = [], suites = [] }) =>
  [...tests.map(({ duration = 0 }) => duration), ...suites.map(spent)].reduce((sum, it) => sum + it, 0);

/** The files that took longest, with their seconds: where a run that has become too slow can be mended. */
const slowest = (sessions) =>
  [...sessions]
    .map(({ testFile, testResults }) => [testResults ? spent(testResults) : 0, testFile])
    .sort(([a], [b]) => b - a)
    .slice(0, 10)
    .map(([ms, file]) => `${relative(process.cwd(), file)} ${Math.round(ms / 1000)} s`);

/** Engines as `--browsers` has them, by the names that the runner gives them. */
export const ENGINES = { Chrome: 'chromium', Firefox: 'firefox', WebKit: 'webkit' };

export const line = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

export const summaryReporter = () => ({
  stop({ sessions }) {
    const totals = { passed: 0, failed: 0, skipped: 0, again: [] };
    for (const session of sessions) {
      const before = totals.failed;
      const file = relative(process.cwd(), session.testFile);
      const engine = ENGINES[session.browser.name];
      if (session.testResults) count(session.testResults, totals, (name) => maySkip(engine, file, name));
      // A file that did not load, or a failing hook, has no failed test of its own.
      if (!session.passed && totals.failed === before) totals.failed += 1;
      if (totals.failed > before) {
        const lost = session.errors.some(({ message }) =>
          /disconnected|WebDriver|Target closed/.test(message),
        );
        totals.again.push({ file, browser: session.browser.name, failed: totals.failed - before, lost });
      }
    }
    totals.slowest = slowest(sessions);
    const file = process.env.BO_TOTALS;
    if (file) writeFileSync(file, JSON.stringify(totals));
    // On exit, so that it comes after what the default reporter still has to write.
    else process.once('exit', () => console.log(line(totals)));
  },
});
