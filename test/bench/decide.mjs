// What a page of a thousand products costs: deciding them all, and deciding them all again when nothing has changed.
//   npm run bench
// Every number is a ratio to reading the same document with JSON.parse in the same run, so that a slower machine says the same.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const PRODUCTS = 1000;
const ROUNDS = 41;
const NOW = Date.parse('2026-11-23T09:00:00Z');

// Without a way to collect at will, what one measurement leaves behind is counted in the next.
if (!globalThis.gc) {
  const { status } = spawnSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}

/** A tenth of the products are not in stock; the merchant tells how they ship. */
const text = JSON.stringify({
  version: 1,
  policy: { sell: 'backorder' },
  delivery: {
    timeZone: 'Europe/Berlin',
    cutoffTime: '14:00',
    holidays: ['2026-12-24/2027-01-01'],
    handlingTime: { min: 1, max: 2 },
    leadTime: { min: 10, max: 20 },
    transitTime: [{ addressCountry: 'DE', min: 1, max: 3 }],
    destination: { addressCountry: 'DE' },
  },
  products: Array.from({ length: PRODUCTS }, (_, index) => ({
    id: `p${index}`,
    sku: `SKU-${index}`,
    onHand: index % 10 ? 5 : 0,
  })),
});

const folder = mkdtempSync(join(tmpdir(), 'decide-'));
const root = fileURLToPath(new URL('../..', import.meta.url));
await build({
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: folder,
    minify: false,
    target: 'es2022',
    lib: { entry: join(root, 'test/bench/rules.ts'), formats: ['es'], fileName: 'rules' },
  },
});
const { AvailabilityStore, Scope, deliveryPlan, parseDocument } = await import(
  pathToFileURL(join(folder, 'rules.js')).href
);
rmSync(folder, { recursive: true });

/** A page that shows all of them, at a clock that stands still. */
function page() {
  const json = JSON.parse(text);
  const [document, plan] = [parseDocument(json), deliveryPlan(json)];
  if (!document.ok || !plan.ok) throw new Error('The document of the benchmark cannot be read.');
  const store = new AvailabilityStore();
  store.clock.now = () => NOW;
  store.put(document.value);
  store.reckonFor = (product, variant) => plan.value.reckonFor(product, variant);
  const scopes = document.value.products.map(({ id }) => {
    const scope = new Scope(store);
    scope.set({ product: id });
    return scope;
  });
  return { store, scopes };
}

/** Milliseconds, and bytes that it put on the heap. Rounds in which the collector ran are not counted. */
function measure(work) {
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const kept = work();
  const time = performance.now() - start;
  const bytes = process.memoryUsage().heapUsed - before;
  return { time, bytes, kept };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const found = { parse: [], first: [], again: [] };
for (let round = 0; round < ROUNDS; round++) {
  const { store, scopes } = page();
  const parse = measure(() => JSON.parse(text));
  const first = measure(() => {
    for (const scope of scopes) scope.subscribe(() => undefined);
    return scopes.map((scope) => scope.offer);
  });
  const again = measure(() => store.refreshAll());
  // The first rounds are for the compiler.
  if (round < 10) continue;
  for (const [name, { time, bytes }] of Object.entries({ parse, first, again })) {
    found[name].push({ time, bytes });
  }
}

const of = (name, what) => median(found[name].map((it) => it[what]));
const ratio = (name, what) => Number((of(name, what) / of('parse', what)).toFixed(3));
const offer = JSON.stringify(page().scopes[1].offer).length;
const result = {
  products: PRODUCTS,
  first: { time: ratio('first', 'time'), heap: ratio('first', 'bytes') },
  again: { time: ratio('again', 'time'), heap: ratio('again', 'bytes') },
};
console.log(JSON.stringify(result));
if (process.argv.includes('--bytes')) {
  console.log({ again: of('again', 'bytes') / PRODUCTS, first: of('first', 'bytes') / PRODUCTS, offer });
}
// The page's own timer would keep this process.
process.exit(0);
