// The Vue shop's server, as a plugin of the demo's: pages as streams, their files, and what its two carts are answered.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { getResponse } from 'msw';
import { bigCommerceShop } from '../headless/bigcommerce-shop.mjs';
import { shopifyShop } from '../headless/shopify-shop.mjs';
import { documentAt, only } from '../tools/shop-server.mjs';
import { buildVueShop } from './build.mjs';

const { products } = JSON.parse(readFileSync(new URL('../data/products.json', import.meta.url), 'utf8'));

/** All that is sold, by variant, in the words of shop systems. */
const goods = new Map(
  products.flatMap(({ id, title, variants }) =>
    variants.map((it) => [
      String(it.id),
      {
        product: String(id),
        title,
        variantTitle: it.title,
        modifiers: { Availability: 201, _backorder: 202 },
      },
    ]),
  ),
);

/** Both shops, with the moods that they can have. `sellable` is how many pieces of a variant a shop lets through. */
export function cartShops() {
  const sellable = new Map();
  const find = (variant) => goods.get(variant) && { ...goods.get(variant), sellable: sellable.get(variant) };
  return { sellable, shopify: shopifyShop(find), bigcommerce: bigCommerceShop(find) };
}

const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

/** JSON that nothing in can end the script it stands in. */
const scriptJson = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');

const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const head = ({ title, styles }, { script, styles: files }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Nordlund &amp; Daughters</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/theme.css">
${files.map((it) => `<link rel="stylesheet" href="/vue/${it}">`).join('\n')}
<script src="/scheme.js"></script>
${styles}
<link rel="modulepreload" href="/vue/${script}">
</head>
<body>
<div id="app">`;

const tail = (page, served, { script }) => `</div>
<div id="drawer">${page.teleported()}</div>
<script type="application/json" id="served">${scriptJson(served)}</script>
<script type="module" src="/vue/${script}"></script>
</body>
</html>
`;

async function sendPage(shop, path, response) {
  const now = Date.now();
  const [, handle] = /^\/products\/([^/?]+)/.exec(path) ?? [];
  const document = only(handle ? [decodeURIComponent(handle)] : [], documentAt(now));
  const page = await shop.renderPage(path, document, now);
  response.writeHead(page.status, { 'content-type': 'text/html; charset=utf-8' });
  response.write(head(page, shop));
  page.body.on('error', (error) => response.destroy(error));
  page.body.on('end', () => response.end(tail(page, { document, now }, shop)));
  page.body.pipe(response, { end: false });
}

function sendFile(folder, pathname, response, next) {
  const file = join(folder, normalize(pathname));
  if (!file.startsWith(folder) || !existsSync(file)) return next();
  response.writeHead(200, {
    'content-type': `${TYPES[extname(file)] ?? 'text/plain'}; charset=utf-8`,
    'cache-control': 'public, max-age=31536000, immutable',
  });
  createReadStream(file).pipe(response);
}

async function sendCart(carts, request, response, next) {
  const asked = new Request(new URL(request.url, 'http://localhost'), {
    method: 'POST',
    headers: Object.entries(request.headers).filter(([, value]) => typeof value === 'string'),
    body: await buffer(request),
  });
  const answer = await getResponse([...carts.shopify.handlers, ...carts.bigcommerce.handlers], asked);
  if (!answer) return next();
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}

/** Answers all that is below `/vue`. Built when it is first asked for. */
export function vueShop({ mode = 'production', carts = cartShops() } = {}) {
  let built;
  const answer = async (request, response, next) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (request.method === 'POST') return sendCart(carts, request, response, next);
    const shop = await (built ??= buildVueShop(mode));
    return pathname.startsWith('/assets/')
      ? sendFile(shop.folder, pathname, response, next)
      : sendPage(shop, request.url, response);
  };
  const use = ({ middlewares }) =>
    void middlewares.use('/vue', (request, response, next) => {
      answer(request, response, next).catch(next);
    });
  return { name: 'vue-shop', configureServer: use, configurePreviewServer: use };
}
