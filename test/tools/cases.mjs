// Which test names which case: cases.json has the ids, uncovered.json those that no test names, with the reason. Said by a table in
// demo/docs/promises.md, held by test/cases/cases.node.mjs.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { runs } from './engines.mjs';
import { isMain } from './run.mjs';

const ID = /\b[NHDSTAPEK]\d\d\b/g;
const CALLS = ['it', 'test', 'describe'];
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Groups by letter: `{ title, count, cases: { id: title } }`. */
export const listedCases = () => read('test/cases/cases.json');

/** Ids that no test names, with the reason. */
export const uncoveredCases = () => read('test/cases/uncovered.json');

/** What is called in the end: `it` of `it.skip(…)` and of `it.each([…])(…)`. */
function calledBy(call) {
  let it = call;
  while (ts.isCallExpression(it) || ts.isPropertyAccessExpression(it)) it = it.expression;
  return ts.isIdentifier(it) ? it.text : undefined;
}

const isFunction = (node) => ts.isArrowFunction(node) || ts.isFunctionExpression(node);
const isText = (node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** Whether a title begins with a value: then the ids stand at the beginning of texts elsewhere in the file, such as rows of a table. */
const isMade = (title, source) => !isText(title) || /^`\$\{/.test(title.getText(source));

/**
 * The ids in the titles of a test file, each with a title. A title is the first argument of `it`, `test` or `describe`, or of whatever
 * else is called with it and with a function: suites for two databases, say. Comments are none.
 */
export function namedIn(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found = new Map();
  const add = (text) => {
    for (const [id] of text.matchAll(ID)) if (!found.has(id)) found.set(id, text);
  };
  const firsts = [];
  let made = false;
  const visit = (node) => {
    if (ts.isCallExpression(node)) {
      const [title, ...others] = node.arguments;
      const isTest = CALLS.includes(calledBy(node)) && others.some((it) => !ts.isStringLiteral(it));
      // Templates whole, with what they choose between; other expressions are looked at where they come from.
      if (isTest && isText(title)) add(title.getText(source));
      else if (title && isText(title) && others.some(isFunction)) firsts.push(title.getText(source).slice(1));
      made ||= isTest && isMade(title, source);
    } else if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) {
      firsts.push({ row: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const it of firsts) {
    const first = it.row === undefined ? it : made ? it.row : '';
    // More than one may stand there: 'N08 N09 a host …'.
    add(/^(?:[NHDSTAPEK]\d\d\b[ ,]*)*/.exec(first)[0]);
  }
  return found;
}

const isTestFile = (file) => /\.(?:test\.ts|node\.mjs)$/.test(file);

/** What a file imports of ours, as paths. */
const importsOf = (file, text) =>
  [...text.matchAll(/\bfrom '(\.[^']+)'|\bimport '(\.[^']+)'/g)].map(([, from, alone]) =>
    posix.join(posix.dirname(file), from ?? alone).replace(/\.js$/, '.ts'),
  );

/** Starts a Chromium for a test that itself runs in Node. */
const BROWSER = /from 'puppeteer-core'|requireBrowser\(|headlessChromium\(/;

/** All files of test/ by path, each with its text, what it imports, and what tests import it. */
function testFiles() {
  const all = new Map();
  for (const name of readdirSync('test', { recursive: true, encoding: 'utf8' })) {
    const file = `test/${name.replaceAll('\\', '/')}`;
    if (!/\.(?:ts|mjs)$/.test(file) || /^test\/(?:tools|config|bench)\//.test(file)) continue;
    const text = readFileSync(file, 'utf8');
    all.set(file, { text, imports: importsOf(file, text), tests: new Set() });
  }
  /** All that a file imports, and what that imports. */
  const reached = (file, found = new Set()) => {
    if (!all.has(file) || found.has(file)) return found;
    found.add(file);
    for (const it of all.get(file).imports) reached(it, found);
    return found;
  };
  for (const file of [...all.keys()].filter(isTestFile)) {
    const files = [...reached(file)];
    for (const it of files) all.get(it).tests.add(file);
    all.get(file).opensBrowser = files.some((it) => BROWSER.test(all.get(it).text));
  }
  return all;
}

export const ENGINES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit', node: 'Node' };

/** The engines that a test runs in, when all three are asked for, as in CI. */
function enginesOf(file, opensBrowser) {
  if (!file.endsWith('.test.ts')) return opensBrowser ? ['chromium', 'node'] : ['node'];
  const browsers = ['chromium', 'firefox', 'webkit'];
  return browsers.filter((it) => runs(it, file, browsers));
}

/** By id, what names it: `{ files, engines }`. Suites that tests share count where they are imported. */
export function namedCases() {
  const found = new Map();
  const files = testFiles();
  for (const [file, { text, tests }] of files) {
    if (tests.size === 0 || text.search(ID) < 0) continue;
    for (const id of namedIn(file, text).keys()) {
      if (!found.has(id)) found.set(id, { files: new Set(), engines: new Set() });
      const entry = found.get(id);
      for (const test of tests) {
        entry.files.add(test);
        for (const it of enginesOf(test, files.get(test).opensBrowser)) entry.engines.add(it);
      }
    }
  }
  return found;
}

/** Takes the lines out of uncovered.json whose case a test names by now. */
function update() {
  const named = namedCases();
  const left = Object.entries(uncoveredCases()).filter(([id]) => !named.has(id));
  writeFileSync('test/cases/uncovered.json', `${JSON.stringify(Object.fromEntries(left), null, 2)}\n`);
  console.log(`${named.size} cases are named by tests, ${left.length} are not.`);
}

if (isMain(import.meta.url)) {
  if (process.argv.includes('--update')) update();
  else for (const [id, reason] of Object.entries(uncoveredCases())) console.log(`${id}  ${reason}`);
}
