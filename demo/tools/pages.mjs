/**
 * Writes the shop's static pages.
 *
 *   node demo/tools/pages.mjs           write them
 *   node demo/tools/pages.mjs --check   write nothing; fail when one is out of date
 *
 * The shop's own pages come from demo/data/products.json. Pages written by hand are in demo/tools/pages: see
 * written-pages.mjs. Their examples, demo/tools/examples, become pages of their own in demo/examples.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { head } from './slots.mjs';
import { docsPages } from './docs-pages.mjs';
import { cartPage, collectionPage, homePage, productPage } from './theme.mjs';
import { writtenPages } from './written-pages.mjs';

const demo = fileURLToPath(new URL('..', import.meta.url));
const data = JSON.parse(readFileSync(join(demo, 'data/products.json'), 'utf8'));

/** Products that are sold on the demo's own endpoint as well: see endpoint-server.mjs. */
const ON_ENDPOINT = ['lykke-table-lamp', 'skerry-lantern', 'tuva-planter'];

/** The same page with another address in its script tag, and without the mock that answers sign-ups elsewhere. */
const onEndpoint = (product) => {
  const path = `endpoint/${product.handle}.html`;
  const snippet = head().replace('"/v1/availability"', '"/endpoint/v1/availability"');
  return [path, productPage(data, product, { path: `/${path}`, tags: [], snippet })];
};

const pages = new Map([
  ['index.html', homePage(data)],
  ['cart.html', cartPage(data)],
  ...data.categories.map((c) => [`collections/${c.handle}.html`, collectionPage(data, c)]),
  ...data.products.map((p) => [`products/${p.handle}.html`, productPage(data, p)]),
  ...data.products.filter(({ handle }) => ON_ENDPOINT.includes(handle)).map(onEndpoint),
  ...writtenPages(data),
  ...docsPages(data),
]);

const check = process.argv.includes('--check');
const stale = [];
for (const [name, html] of pages) {
  const file = join(demo, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === html) continue;
  stale.push(name);
  if (check) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, html);
}

if (check && stale.length) {
  console.error(`Out of date: ${stale.join(', ')}\nRun: node demo/tools/pages.mjs`);
  process.exit(1);
}
console.log(`${pages.size} pages, ${check ? 'all up to date' : stale.length + ' written'}`);
