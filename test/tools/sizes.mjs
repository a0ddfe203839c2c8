// Exact sizes of the script-tag files, kept in test/sizes.json so that every change of them is seen in a review.
//   no flag    print        --update   write test/sizes.json        --check   compare, and hold to the limits
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import ts from 'typescript';
import { freshBuild } from './build.mjs';
import { formatted, keep } from './generated.mjs';
import { isMain } from './run.mjs';

const KEPT = 'test/sizes.json';
const LOADER = 'backorder-elements.js';
// With what they import at their top. A test asserts that a page with a sold-out product fetches just these.
const FIRST = [LOADER, 'backorder-elements.page.js'];

// What a page loads besides where the document tells how the merchant ships, with what these import at their top. What fewer
// merchants tell (carriers, shipments, samples) comes in files of its own; a test asserts that those are not fetched.
const CALENDAR = ['backorder-elements.plan-delivery.js', 'backorder-elements.aside-words.js'];

// Until badge, date and button are right. The document comes with the page or from the endpoint: that code is the loader's own.
const SHOPIFY = [
  ...FIRST,
  ...['shopify', 'kit', 'read-product-json'].map((name) => `backorder-elements.${name}.js`),
];

/** Most bytes of gzip. What comes after the first words (kit-more) is not among them, but where an adapter needs it at once. */
const GZIP_LIMITS = {
  'first load, document in the page or from the endpoint': 21_360,
  'first load, Shopify': 30_760,
};

/**
 * Most bytes of brotli. The second: what a page with a sold-out product loads before anybody touches it, 17,000 and what the
 * promise has added to it (dates that move, come near or are reckoned, cart lines, structured data). The third: what those pages
 * load besides whose document tells how the merchant ships.
 */
const LIMITS = { loader: 3500, 'sold out first load': 19_350, 'promise calendar': 4850 };

// Other versions of Node bring other versions of the compressors.
const TOLERANCE = 0.01;

const measure = (code) => ({
  min: code.length,
  gzip: gzipSync(code, { level: 9 }).length,
  brotli: brotliCompressSync(code, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: code.length },
  }).length,
});

/** The files that this one imports at its top, which a browser therefore fetches with it. */
const importsOf = (file) =>
  ts
    .createSourceFile(file, readFileSync(`cdn/${file}`, 'utf8'), ts.ScriptTarget.Latest)
    .statements.flatMap(({ moduleSpecifier }) =>
      moduleSpecifier ? [moduleSpecifier.text.replace('./', '')] : [],
    );

function withImports(files) {
  const all = new Set(files);
  for (const file of all) for (const imported of importsOf(file)) all.add(imported);
  return [...all];
}

const sum = (sizes) =>
  sizes.reduce((a, b) => ({ min: a.min + b.min, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli }), {
    min: 0,
    gzip: 0,
    brotli: 0,
  });

export function measureAll() {
  const names = readdirSync('cdn')
    .filter((name) => name.endsWith('.js'))
    .sort();
  const missing = [...SHOPIFY, ...CALENDAR].filter((name) => !names.includes(name));
  if (missing.length) throw new Error(`cdn/ lacks ${missing.join(', ')}, of which sizes are reckoned.`);
  const files = Object.fromEntries(names.map((name) => [name, measure(readFileSync(`cdn/${name}`))]));
  const sums = {
    loader: sum([files[LOADER]]),
    'sold out first load': sum(withImports(FIRST).map((name) => files[name])),
    'first load, document in the page or from the endpoint': sum(
      withImports(FIRST).map((name) => files[name]),
    ),
    'first load, Shopify': sum(withImports(SHOPIFY).map((name) => files[name])),
    'promise calendar': sum(
      withImports(CALENDAR).flatMap((name) => (FIRST.includes(name) ? [] : files[name])),
    ),
    'everything opened': sum(Object.values(files)),
  };
  return { sums, files };
}

const print = ({ sums, files }) => {
  for (const [name, { min, gzip, brotli }] of Object.entries({ ...files, ...sums })) {
    const limit = LIMITS[name] ? `  of at most ${LIMITS[name]}` : '';
    console.log(`${name.padEnd(36)} min ${min}  gzip ${gzip}  brotli ${brotli}${limit}`);
  }
};

function overLimits({ sums }) {
  const over = Object.entries(LIMITS).filter(([name, limit]) => sums[name].brotli > limit);
  for (const [name, limit] of over) {
    console.error(`${name}: ${sums[name].brotli} bytes of brotli, over its limit of ${limit}.`);
  }
  const heavy = Object.entries(GZIP_LIMITS).filter(([name, limit]) => sums[name].gzip > limit);
  for (const [name, limit] of heavy) {
    console.error(`${name}: ${sums[name].gzip} bytes of gzip, over its limit of ${limit}.`);
  }
  return over.length || heavy.length ? 1 : 0;
}

const rows = ({ sums, files }) => Object.entries({ ...files, ...sums });

/** The same files with the same bytes, compressed alike within the tolerance. */
function isSame(now, kept) {
  const old = Object.fromEntries(rows(kept));
  const close = (a, b) => Math.abs(a - b) <= Math.max(4, b * TOLERANCE);
  return (
    rows(now).length === rows(kept).length &&
    rows(now).every(
      ([name, { min, gzip, brotli }]) =>
        min === old[name]?.min && close(gzip, old[name].gzip) && close(brotli, old[name].brotli),
    )
  );
}

export async function sizes({ update = false, check = false } = {}) {
  const now = measureAll();
  print(now);
  if (!update && !check) return 0;
  const kept = existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : { sums: {}, files: {} };
  const code = isSame(now, kept)
    ? 0
    : keep(KEPT, await formatted(KEPT, JSON.stringify(now)), {
        update,
        command: 'npm run sizes -- --update',
      });
  return code || overLimits(now);
}

if (isMain(import.meta.url)) {
  const has = (flag) => process.argv.includes(flag);
  process.exitCode =
    (await freshBuild()) || (await sizes({ update: has('--update'), check: has('--check') }));
}
