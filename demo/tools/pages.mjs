/**
 * Writes the shop's static pages from demo/data/products.json.
 *
 *   node demo/tools/pages.mjs           write them
 *   node demo/tools/pages.mjs --check   write nothing; fail when one is out of date
 *
 * Pages written by hand: a file demo/tools/pages/NAME.html holds the inside of
 * <main> and, as its first line, `<!-- title: The title -->`. It becomes
 * demo/NAME.html with the shop's header and footer round it, and gets copy.js
 * for its code blocks.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cartPage, collectionPage, homePage, layout, productPage } from './theme.mjs';

const tools = dirname(fileURLToPath(import.meta.url));
const demo = join(tools, '..');
const data = JSON.parse(readFileSync(join(demo, 'data/products.json'), 'utf8'));

const pages = new Map([
  ['index.html', homePage(data)],
  ['cart.html', cartPage(data)],
  ...data.categories.map((c) => [`collections/${c.handle}.html`, collectionPage(data, c)]),
  ...data.products.map((p) => [`products/${p.handle}.html`, productPage(data, p)]),
]);

const handWritten = join(tools, 'pages');
for (const name of existsSync(handWritten) ? readdirSync(handWritten) : []) {
  if (!name.endsWith('.html')) continue;
  const [, title, body] = readFileSync(join(handWritten, name), 'utf8').match(/^<!-- title: (.*?) -->\n([\s\S]*)$/);
  pages.set(name, layout(data, { path: '/' + name, title, body, scripts: ['/copy.js'], mainClass: 'page page--developer' }));
}

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
