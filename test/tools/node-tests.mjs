// Runs test files by Node's own runner, and says what became of them.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { run } from './run.mjs';

const TAP = '.cache/node-tests.tap';
/** Milliseconds after which a test that hangs has failed, or a file of tests: on a busy machine one of them takes half of this. */
const LONGEST = 300_000;
const MOST_AGAIN = 4;

async function runOnce(files, concurrency) {
  const reporters = ['spec', 'stdout', 'tap', TAP];
  const flags = reporters.map((it, index) => `--test-reporter${index % 2 ? '-destination' : ''}=${it}`);
  flags.push(`--test-concurrency=${concurrency}`, `--test-timeout=${LONGEST}`);
  const code = await run('node', ['--test', ...flags, ...files]);
  const tap = readFileSync(TAP, 'utf8');
  const number = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const places = [...tap.matchAll(/^\s*location: '(.+?)(?::\d+)*'$/gm)].map(([, file]) =>
    relative('.', file.replace(/^file:\/\//, '')),
  );
  return {
    code,
    counted: {
      passed: number('pass'),
      failed: number('fail') + number('cancelled'),
      skipped: number('skipped') + number('todo'),
    },
    failures: files.filter((file) => places.includes(file)),
  };
}

/**
 * Several files at once share two cores, and a browser in them now and then waits longer than a shopper would. As with the tests in
 * browsers, the few files that failed are run once more, alone: what fails twice has failed, what passes is said to have needed it.
 */
export async function nodeTests(files, concurrency, add) {
  const { code, counted, failures } = await runOnce(files, concurrency);
  add(counted);
  if (!code || concurrency === 1) return code;
  if (failures.length === 0 || failures.length > MOST_AGAIN) return code;
  for (const file of failures) {
    console.log(`\nOnce more, alone: ${file}`);
    const again = await runOnce([file], 1);
    if (again.code) return again.code;
    console.log(`Passed alone, not at first: ${file}`);
  }
  add({ passed: counted.failed, failed: -counted.failed, skipped: 0 });
  return 0;
}
