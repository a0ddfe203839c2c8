// Makes demo/pictures/states.png, the picture in README.md: `npm run picture`. It shows the elements in each state, as a page
// without a theme shows them.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, ensureBrowsers, requireBrowser } from './browsers.mjs';
import { freshBuild } from './build.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const OUT = join(root, 'demo/pictures/states.png');

const CARDS = [
  ['In stock', { onHand: 7 }, {}],
  ['Backorder', { onHand: 0, restock: '2099-12-01/2099-12-05' }, { sell: 'backorder' }],
  ['Partly on backorder: 5 wanted, 2 there', { onHand: 2, restock: '2099-12-10' }, { sell: 'backorder' }, 5],
  ['Pre-order', { onHand: 0, release: { date: '2099-03', confidence: 'confirmed' } }, { sell: 'preorder' }],
  ['Coming soon', { onHand: 0, release: '2099-Q3' }, { sell: 'preorder', starts: '2099-06-01T09:00:00Z' }],
  ['Sold out', { onHand: 0 }, { sell: 'backorder', limit: 0 }],
];

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><style>
  body { margin: 0; padding: 28px; font: 16px/1.5 system-ui, 'DejaVu Sans', sans-serif; color: #1d1d1b; background: #f4f1ec;
    display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px; width: 1144px; }
  article { padding: 20px; border-radius: 14px; background: #fff; box-shadow: 0 1px 2px #0001, 0 6px 20px #0000000d;
    display: grid; gap: 12px; align-content: start; min-height: 190px; }
  h2 { margin: 0; font-size: 13px; font-weight: 600; color: #6b665f; }
  backorder-badge { justify-self: start; }
  notify-me-form { margin-block-start: 12px; }
</style>${CARDS.map(([name], index) => `<article><h2>${name}</h2><product-availability id="c${index}"><backorder-badge></backorder-badge><preorder-button style="margin-block:12px"></preorder-button><eta-notice><span slot="in-stock">Ships in 1 to 2 days</span></eta-notice><notify-me-form target="page"></notify-me-form></product-availability></article>`).join('')}
<script type="module">
  import '/cdn/backorder-elements.elements.js';
  const cards = ${JSON.stringify(CARDS)};
  for (const [index, [, record, policy, quantity]] of cards.entries()) {
    Object.assign(document.getElementById('c' + index), { record, policy, quantity });
  }
</script></html>`;

const TYPES = { '.js': 'text/javascript' };
await freshBuild();
await ensureBrowsers(['chromium']);
const server = createServer((request, response) => {
  const file = join(root, request.url ?? '/');
  const served = request.url?.startsWith('/cdn/') && existsSync(file);
  response.setHeader('content-type', served ? (TYPES[extname(file)] ?? 'text/plain') : 'text/html');
  response.end(served ? readFileSync(file) : page);
}).listen(0);
const browser = await puppeteer.launch({ executablePath: requireBrowser('chromium'), args: chromiumArgs });
const tab = await browser.newPage();
await tab.setViewport({ width: 1200, height: 300, deviceScaleFactor: 2 });
await tab.goto(`http://localhost:${server.address().port}/`, { waitUntil: 'networkidle0' });
await tab.waitForSelector('notify-me-form form');
await tab.screenshot({ path: OUT, fullPage: true });
await browser.close();
server.close();
console.log(`Wrote ${OUT}`);
