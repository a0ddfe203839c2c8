// `npm test`: every check in order, stopping at the first that fails. See `npm test -- --help`.
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setup } from './setup.mjs';
import { freePort } from '../support/free-port.mjs';

setup();
// Imported only now, because they need the packages.
const { run, runAll } = await import('./run.mjs');
const { build, freshBuild } = await import('./build.mjs');
const { ENGINES, line } = await import('./summary-reporter.mjs');
const { matches, runs } = await import('./engines.mjs');
const { nodeTests: runNodeTests } = await import('./node-tests.mjs');

const HELP = `npm test -- [--only STEP,...] [--browsers chromium,firefox,webkit] [--files GLOB] [--coverage]
  --only      build, format, lint, types, structure, generated, package, node, browser
  --browsers  also BO_BROWSERS; chromium unless told
  --files     only these test files, *.test.ts (browser) or *.node.mjs (node)
  --coverage  of src in Chromium, held to its thresholds`;

const WORTH_BUNDLING = 20;

const STRUCTURE = 'test/structure.node.mjs';

function readOptions() {
  try {
    return parseArgs({
      options: {
        only: { type: 'string' },
        browsers: { type: 'string' },
        files: { type: 'string', multiple: true },
        coverage: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error.message}\n${HELP}`);
    return process.exit(1);
  }
}

const options = readOptions();

const totals = { passed: 0, failed: 0, skipped: 0 };
const add = ({ passed, failed, skipped }) => {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
};

/** Test files with this ending, those of --files if told. */
const testFiles = (ending) =>
  readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter(
      (file) => file.endsWith(ending) && (options.files ?? ['**/*']).some((glob) => matches(glob)(file)),
    )
    .sort();

/** A PostgreSQL server for the endpoint's tests, where one is installed; CI must have one. */
async function withPostgres() {
  if (process.env.BO_POSTGRES) return () => {};
  const { findPostgres, startPostgres } = await import('../support/postgres.mjs');
  if (!findPostgres() && !process.env.CI) return () => {};
  const { url, stop } = await startPostgres();
  process.env.BO_POSTGRES = url;
  return () => {
    delete process.env.BO_POSTGRES;
    return stop();
  };
}

/** Those of the endpoint wait for disks and databases more than they reckon, so several are run at a time. */
async function allNodeTests() {
  const files = testFiles('.node.mjs').filter((file) => file !== STRUCTURE);
  const isEndpoint = (file) => file.startsWith('test/endpoint/');
  const code = await nodeTests(files.filter(isEndpoint), 3);
  return (
    code ||
    nodeTests(
      files.filter((file) => !isEndpoint(file)),
      3,
    )
  );
}

async function nodeTests(files, concurrency = 1) {
  if (files.length === 0) return 0;
  const stop = files.some((file) => file.includes('/endpoint/')) ? await withPostgres() : () => {};
  return runNodeTests(files, concurrency, add).finally(stop);
}

async function browserTests() {
  const files = testFiles('.test.ts');
  if (files.length === 0) return 0;
  const { ensureBrowsers, wantedBrowsers } = await import('./browsers.mjs');
  const browsers = wantedBrowsers(options.browsers);
  await ensureBrowsers(browsers);
  // Coverage is of the sources as they stand, and a few files are sooner run than bundled.
  const bundled = !options.coverage && files.length > WORTH_BUNDLING;
  if (bundled) process.env.BO_BUNDLED = await (await import('./bundled-tests.mjs')).bundleTests(files);
  // Side by side, each by itself: none waits for the slowest.
  const ends = await Promise.all(
    browsers.map((browser, at) => {
      const part = files.filter((file) => runs(browser, file, browsers));
      console.log(`In ${browser}: ${part.length} of ${files.length} files`);
      return part.length ? inBrowser(part, browser, options.coverage && at === 0) : {};
    }),
  );
  const failures = ends.flatMap((it) => it.again ?? []);
  // Not by a test: the runner, or too little coverage.
  const other = ends.find((it) => it.code && !it.again?.length);
  return other?.code || (failures.length ? againAlone(failures) : 0);
}

async function runFiles(files, browser, flags) {
  const kept = `.cache/test-totals-${browser}.json`;
  rmSync(kept, { force: true });
  const base = ['--config', 'test/config/web-test-runner.config.mjs', '--files', ...files];
  const code = await run('wtr', [...base, ...flags], {
    BO_BROWSERS: browser,
    BO_PORT: String(await freePort()),
    BO_TOTALS: kept,
  });
  try {
    return { code, counted: JSON.parse(readFileSync(kept, 'utf8')) };
  } catch {
    // The runner itself has failed, before it could count.
    return { code: code || 1, counted: undefined };
  }
}

async function inBrowser(files, browser, coverage) {
  const { code, counted } = await runFiles(files, browser, coverage ? ['--coverage'] : []);
  add(counted ?? { passed: 0, failed: 1, skipped: 0 });
  if (counted) console.log(`Slowest in ${browser}: ${counted.slowest.join(', ')}`);
  // What skips itself and may not has failed as well, though to the runner it has not.
  const failed = code || (counted?.failed ? 1 : 0);
  return { code: failed, again: failed ? counted?.again : [] };
}

const MOST_AGAIN = 8;

/**
 * Three engines at once on a small machine: a journey now and then waits longer than a shopper would, and WebKitGTK crashes.
 * The few files that failed are run once more, each in a browser of its own; what fails twice has failed, what passes is said
 * to have needed it. A browser that has crashed has said nothing about the file: that is tried a third time.
 */
async function againAlone(failures) {
  if (failures.length > MOST_AGAIN) return 1;
  for (const { file, browser, failed } of failures) {
    console.log(`\nOnce more, alone in ${browser}: ${file}`);
    const engine = ENGINES[browser];
    const first = await runFiles([file], engine, []);
    const crashed = first.code && first.counted?.again.every((it) => it.lost);
    if (crashed) console.log(`\n${browser} has crashed; once more: ${file}`);
    const { code, counted } = crashed ? await runFiles([file], engine, []) : first;
    if (code || counted.failed) return code || 1;
    add({ passed: failed, failed: -failed, skipped: 0 });
    console.log(`Passed alone, not at first: ${file}`);
  }
  return 0;
}

/** attw says much when all is well, and nothing when told to be quiet: so quiet first, and again only on failure. */
async function packageChecks() {
  const attw = ['attw', '--pack', '.', '--profile', 'esm-only'];
  const code = await runAll(['publint', '--strict'], [...attw, '--quiet']);
  return code && runAll(attw);
}

const steps = {
  // First: the demo's shops are checked against what is built, as shops of others would be. Types are checked once, in their step.
  build: ['Build', (names) => build({ checked: !names.includes('types') })],
  format: ['Format', () => run('npm', ['run', '--silent', 'format:check'])],
  lint: ['Lint', () => run('npm', ['run', '--silent', 'lint'])],
  types: ['Types', () => run('npm', ['run', '--silent', 'typecheck'])],
  structure: ['Structure', () => nodeTests([STRUCTURE])],
  generated: [
    'Generated files and sizes',
    () =>
      runAll(
        ['node', 'demo/tools/pages.mjs', '--check'],
        ['node', 'test/tools/schema.mjs'],
        ['node', 'test/tools/sizes.mjs', '--check'],
        ['node', 'test/tools/docs.mjs'],
      ),
  ],
  package: ['Package', packageChecks],
  node: ['Tests in Node', async () => (await freshBuild()) || allNodeTests()],
  browser: ['Tests in browsers', async () => (await freshBuild()) || browserTests()],
};

/** Steps that only read the sources. */
const SIDE_BY_SIDE = ['format', 'lint', 'types'];

async function main() {
  if (options.help) return console.log(HELP);
  const names = options.only?.split(',') ?? (options.files ? ['node', 'browser'] : Object.keys(steps));
  const unknown = names.find((name) => !Object.hasOwn(steps, name));
  if (unknown !== undefined) throw new Error(`There is no step '${unknown}'.\n${HELP}`);
  if (options.files && testFiles('.node.mjs').length + testFiles('.test.ts').length === 0) {
    throw new Error(`No test file matches ${options.files.join(' ')}.`);
  }
  mkdirSync('.cache', { recursive: true });
  const quick = names.filter((name) => SIDE_BY_SIDE.includes(name));
  const groups = names
    .filter((name) => name === quick[0] || !quick.includes(name))
    .map((name) => (name === quick[0] ? quick : [name]));
  for (const group of groups) {
    for (const name of group) console.log(`\n== ${steps[name][0]}`);
    const since = performance.now();
    const codes = await Promise.all(group.map((name) => steps[name][1](names)));
    console.log(`-- ${group.join(', ')}: ${Math.round((performance.now() - since) / 1000)} s`);
    const failed = group.find((_, at) => codes[at] !== 0);
    if (failed === undefined) continue;
    console.error(`\nStopped: '${steps[failed][0]}' failed (again alone: npm test -- --only ${failed}).`);
    process.exitCode = 1;
    break;
  }
  if (totals.passed + totals.failed + totals.skipped > 0) console.log(`\n${line(totals)}`);
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
