// What whole pages cost with the script tag, beyond what the same pages cost without it:
//   npm run bench:pages -- [--reps 9] [--keep]      --keep: for the table in the README; then `npm run docs`
// Pages with everything in stock, a list of a thousand cards of which a tenth is not, three languages, and a page of each shop
// system, all in one interleaved run at a processor four times slower. The main thread's time is a ratio to the page without us;
// bytes are brotli's.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { startShop } from '../support/shop-server.mjs';
import { chromiumArgs, ensureBrowsers, requireBrowser } from '../tools/browsers.mjs';
import { freshBuild } from '../tools/build.mjs';

const { reps, keep } = parseArgs({
  options: { reps: { type: 'string', default: '9' }, keep: { type: 'boolean', default: false } },
}).values;

/** A list as a theme has it: a form a card. `missing` of a hundred are not in stock. */
function list(count, missing, lang = 'en') {
  const products = Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    onHand: index % 100 < missing ? 0 : 5,
    restock: '2099-12-10',
  }));
  const cards = products.map(
    ({ id }) =>
      `<li><h2>Chair</h2><form action="/cart/add" method="post" data-product-id="${id}"><backorder-badge></backorder-badge><button>Add to cart</button></form></li>`,
  );
  return { lang, products, body: `<ul>${cards.join('')}</ul>` };
}

const product = (onHand, lang) => ({
  lang,
  products: [{ id: 'p', onHand, restock: '2099-12-10' }],
  body: '<form action="/cart/add" method="post" data-product-id="p"><backorder-badge></backorder-badge><button>Add to cart</button><eta-notice></eta-notice></form>',
});

const OWN = {
  'product, in stock': product(5, 'en'),
  '24 cards, in stock': list(24, 0),
  '1000 cards, in stock': list(1000, 0),
  '1000 cards, a tenth is not': list(1000, 10),
  'product, backorder, English': product(0, 'en'),
  'product, backorder, German': product(0, 'de'),
  'product, backorder, Arabic': product(0, 'ar'),
};

/** Pages of shop systems, whose own data tell what is in stock. */
const SYSTEMS = {
  'Shopify, Dawn': 'dawn',
  'Shopify, Horizon': 'horizon-4',
  'BigCommerce, Cornerstone': 'cornerstone',
  'WooCommerce, variable product': 'woo-variable',
  'WooCommerce, blocks': 'woo-block-10',
  'PrestaShop, Classic': 'prestashop',
};

function ownPage({ lang, products, body }, script) {
  const json = JSON.stringify({ version: 1, policy: { sell: 'backorder' }, products });
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Shop</title>${body}
<script type="application/json" data-backorder-availability>${json}</script>
${script ? '<script defer src="/cdn/backorder-elements.js"></script>' : ''}`;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

await freshBuild();
await ensureBrowsers(['chromium']);
const shop = await startShop();
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://shop');
  const file = /^\/cdn\/([\w.-]+)$/.exec(pathname)?.[1];
  const row = OWN[decodeURIComponent(pathname.slice(1))];
  response.setHeader('content-type', file ? 'text/javascript' : 'text/html; charset=utf-8');
  if (!file && !row) response.writeHead(404);
  response.end(file ? readFileSync(`cdn/${file}`) : row && ownPage(row, searchParams.get('script') === '1'));
}).listen(0);
await new Promise((done) => server.once('listening', done));

const addressOf = (name, script) =>
  name in OWN
    ? `http://localhost:${server.address().port}/${encodeURIComponent(name)}?script=${script}`
    : `${shop.origin}/shop/bench/storefronts/${SYSTEMS[name]}.html?script=${script}`;

const browser = await puppeteer.launch({ executablePath: requireBrowser('chromium'), args: chromiumArgs });

/** One cold load: seconds of the main thread, how often it laid out, what came of ours. */
async function load(name, script) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const files = new Set();
  page.on('response', (it) => /backorder-elements/.test(it.url()) && files.add(it.url().split('/').at(-1)));
  await page.emulateCPUThrottling(4);
  await page.goto(addressOf(name, script), { waitUntil: 'load' });
  await page.waitForNetworkIdle({ idleTime: 400 });
  const { TaskDuration, LayoutCount } = await page.metrics();
  const defined = await page.evaluate(
    () =>
      ['product-availability', 'backorder-badge', 'eta-notice', 'preorder-button', 'notify-me-form'].filter(
        (it) => globalThis.customElements.get(it),
      ).length,
  );
  await context.close();
  const bytes = [...files].reduce((sum, it) => sum + brotliCompressSync(readFileSync(`cdn/${it}`)).length, 0);
  return { task: TaskDuration, layouts: LayoutCount, defined, files: files.size, bytes };
}

const runs = new Map([...Object.keys(OWN), ...Object.keys(SYSTEMS)].map((name) => [name, [[], []]]));
for (let rep = 0; rep < Number(reps); rep += 1) {
  for (const [name, both] of runs) {
    for (const script of rep % 2 ? [1, 0] : [0, 1]) both[script].push(await load(name, script));
  }
}
await browser.close();
server.close();
await shop.stop();

const rows = Object.fromEntries(
  [...runs].map(([name, [without, ours]]) => {
    const of = (list, key) => median(list.map((it) => it[key]));
    return [
      name,
      {
        'main thread, with / without': Number((of(ours, 'task') / of(without, 'task')).toFixed(2)),
        'layouts more': of(ours, 'layouts') - of(without, 'layouts'),
        'elements defined': of(ours, 'defined'),
        files: of(ours, 'files'),
        'bytes, brotli': of(ours, 'bytes'),
      },
    ];
  }),
);
console.table(rows);
if (keep) {
  const when = new Date().toISOString();
  const about = { when, reps: Number(reps), cpus: cpus().length, load: Number(loadavg()[0].toFixed(1)) };
  writeFileSync('test/bench/pages.json', `${JSON.stringify({ ...about, rows }, undefined, 2)}\n`);
}
