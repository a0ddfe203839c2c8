// What we promise, counted: cases by group and engine, and how much hostile and strange data the tests have.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { ENGINES, listedCases, namedCases, uncoveredCases } from './cases.mjs';
import { table } from './markdown.mjs';

/** A group a row: how many cases there are, how many a test names, and in which engine such tests run. */
export function casesTable() {
  const named = namedCases();
  const rows = Object.values(listedCases()).map(({ title, cases }) => {
    const ids = Object.keys(cases);
    const counted = ids.filter((id) => named.has(id));
    const inEngine = (engine) => counted.filter((id) => named.get(id).engines.has(engine)).length;
    return [title, ids.length, counted.length, ...Object.keys(ENGINES).map(inEngine)];
  });
  const sums = rows[0].map((_, at) => (at ? rows.reduce((sum, row) => sum + row[at], 0) : '**All**'));
  const heads = ['What goes wrong', 'Cases', 'Tested', ...Object.values(ENGINES).map((it) => `in ${it}`)];
  return table(heads, [...rows, sums]);
}

/** Those that no test names, with the reason. */
export function uncoveredTable() {
  const titles = Object.assign({}, ...Object.values(listedCases()).map(({ cases }) => cases));
  return table(
    ['Case', 'What', 'Why no test names it'],
    Object.entries(uncoveredCases()).map(([id, reason]) => [id, titles[id], reason]),
  );
}

/** What is counted, by file and export; the first of several files that is there where one has the other in it. */
const CORPORA = {
  'Strings that run, break or mislead where they are let in': [
    [
      ['test/fixtures/hostile/corpus.ts', 'corpusTexts'],
      ['test/fixtures/hostile-strings.ts', 'hostileStrings'],
    ],
  ],
  'Malformed and strange documents, each with its declared outcome': [
    [['test/fixtures/malformed-documents.ts', 'MALFORMED']],
    [['test/fixtures/hostile/strange-documents.ts', 'STRANGE']],
  ],
  'Strange data of shop systems, and strange replies, each with its declared outcome': [
    [['test/fixtures/hostile/strange-shop-data.ts', 'STRANGE_SHOP_DATA']],
    [['test/fixtures/hostile/strange-shop-data.ts', 'STRANGE_REPLIES']],
  ],
  'Bodies that are no JSON, or not UTF-8': [
    [['test/support/malformed-json.mjs', 'MALFORMED']],
    [['test/support/malformed-json.mjs', 'NOT_UTF8']],
  ],
};

/** What a module exports, whatever it is written in. What it imports of packages is not needed to count. */
async function exportsOf(file) {
  const { outputFiles } = buildSync({
    entryPoints: [resolve(file)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** Pages that stand for a theme, by what it is called. */
const themePages = () =>
  readdirSync('test/fixtures/pages/storefronts').filter((file) => file.endsWith('.html')).length;

const languages = () =>
  readdirSync('src/messages').filter(
    (file) => /^[a-z]{2}(?:-[a-z]{2,4})?\.ts$/.test(file) && file !== 'en-more.ts',
  ).length;

/** By name, how many; 0 of what is not there. */
export async function corpora() {
  const modules = new Map();
  const counts = {};
  for (const [name, lists] of Object.entries(CORPORA)) {
    counts[name] = 0;
    for (const list of lists) {
      const [file, key] = list.find(([it]) => existsSync(it)) ?? [];
      if (!file) continue;
      if (!modules.has(file)) modules.set(file, await exportsOf(file));
      const { length } = modules.get(file)[key];
      if (!length) throw new Error(`${file} exports no list ${key}.`);
      counts[name] += length;
    }
  }
  counts['Pages of themes, ours, after those that shops have'] = themePages();
  counts['Languages that shoppers are spoken to in'] = languages();
  return counts;
}

export const corporaTable = async () =>
  table(['What tests are fed', 'How many'], Object.entries(await corpora()));

/** What Shopify advises for all the scripts of an app at first. */
const ADVISED = 10_000;

/** How far the first load is from what a platform advises, by what is measured. */
export function sizeLimit() {
  const { gzip } = JSON.parse(readFileSync('test/sizes.json', 'utf8')).sums['sold out first load'];
  const bytes = (count) => count.toLocaleString('en-US');
  const than = gzip > ADVISED ? 'more than' : 'no more than';
  return `- The first load of a page with something sold out is ${bytes(gzip)} bytes (gzip), ${than} the ${bytes(ADVISED)} that Shopify advises for an app's script. A page with everything in stock loads the first file alone.`;
}
