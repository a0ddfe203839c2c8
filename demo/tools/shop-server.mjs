/**
 * What the demo shop's server would answer, as a plugin of the dev server:
 *
 *   GET  /v1/availability?products=a,b   the availability of these products, by id, handle or SKU
 *   GET  /data/availability.json         the same document whole, as a static file
 *   POST /cart/add, /v1/sign-ups         plain forms, sent with scripts off
 *
 * Sign-ups that the widgets send are answered in the page, by demo/msw; only Firefox's come here.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../data/availability.json', import.meta.url));

const DAY = 86_400_000;

const isoDay = (instant) => new Date(instant).toISOString().slice(0, 10);

/** `2026-12-01` moved by whole days. Weeks, months and quarters move with their first day. */
function movedDate(text, days) {
  const [, year, month, day, week, quarter] = /^(\d{4})-(?:(\d\d)(?:-(\d\d))?|W(\d\d)|Q(\d))$/.exec(text);
  const start = week
    ? mondayOf(Number(year), Number(week))
    : Date.UTC(Number(year), quarter ? quarter * 3 - 3 : month - 1, Number(day ?? 1));
  const moved = new Date(start + days * DAY);
  if (week) return weekOf(moved);
  if (quarter) return `${moved.getUTCFullYear()}-Q${Math.floor(moved.getUTCMonth() / 3) + 1}`;
  return isoDay(moved).slice(0, day ? 10 : 7);
}

/** The first day of an ISO week: week 1 has 4 January in it. */
function mondayOf(year, week) {
  const fourth = Date.UTC(year, 0, 4);
  return fourth + ((week - 1) * 7 - ((new Date(fourth).getUTCDay() + 6) % 7)) * DAY;
}

function weekOf(date) {
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - mondayOf(year, 1)) / (7 * DAY)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

const ONE = String.raw`\d{4}-(?:\d\d(?:-\d\d)?|W\d\d|Q\d)`;
const DATES = new RegExp(`^${ONE}(?:/${ONE})?$`);
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A document with every date in it moved on by `days`. */
export function movedBy(days, value) {
  if (Array.isArray(value)) return value.map((it) => movedBy(days, it));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, movedBy(days, it)]));
  }
  if (typeof value !== 'string') return value;
  if (INSTANT.test(value)) return new Date(Date.parse(value) + days * DAY).toISOString().replace('.000', '');
  if (!DATES.test(value)) return value;
  return value
    .split('/')
    .map((date) => movedDate(date, days))
    .join('/');
}

/** The kept document as it would be told now: its dates stay as far off as on the day it was written. */
export function documentAt(now, document = JSON.parse(readFileSync(FILE, 'utf8'))) {
  return movedBy(Math.max(0, Math.floor((now - Date.parse(document.asOf)) / DAY)), document);
}

/** As much of a document as was asked for; all of it when nothing was. */
export function only(references, document) {
  if (!references.length) return document;
  const names = ({ id, handle, sku }) => [String(id), handle, sku];
  const asked = (product) =>
    [product, ...(product.variants ?? [])].flatMap(names).some((name) => references.includes(name));
  return { ...document, products: document.products.filter(asked) };
}

function sendDocument(request, response, document) {
  const body = JSON.stringify(document);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
  response.setHeader('etag', tag);
  response.setHeader('cache-control', 'public, max-age=10, stale-while-revalidate=60');
  // Anybody may read it: shops often have it on another host than their pages.
  response.setHeader('access-control-allow-origin', '*');
  if (request.headers['if-none-match'] === tag) {
    response.statusCode = 304;
    response.end();
    return;
  }
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Pages that are served as they are: the dev server would put a script of its own into them. */
const AS_THEY_ARE = /^\/(?:examples\/[\w-]+|no-javascript|thanks)\.html$/;

function sendPage(response, pathname, next) {
  const file = fileURLToPath(new URL(`..${pathname}`, import.meta.url));
  if (!existsSync(file)) return next();
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(readFileSync(file));
}

/** Where a plain form leads, as shops answer a POST: to a page that can be loaded again. */
const AFTER_POST = { '/cart/add': '/cart.html', '/v1/sign-ups': '/thanks.html' };

/** The same as demo/msw answers: Firefox sends what outlives its page past service workers, and so past the mock. */
async function signUp(request, response) {
  const { email } = JSON.parse((await buffer(request)).toString());
  if (email.startsWith('never@')) return;
  const fails = email.startsWith('fails@');
  response.writeHead(fails ? 503 : 201, { 'content-type': 'application/json' });
  response.end(JSON.stringify(fails ? { error: 'down' } : { requestId: request.headers['idempotency-key'] }));
}

export function answer(request, response, next) {
  const [pathname, query] = request.url.split('?');
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (reads && pathname === '/v1/availability') {
    const references = new URLSearchParams(query).get('products')?.split(',') ?? [];
    sendDocument(request, response, only(references, documentAt(Date.now())));
  } else if (reads && pathname === '/data/availability.json') {
    sendDocument(request, response, documentAt(Date.now()));
  } else if (reads && AS_THEY_ARE.test(pathname)) {
    sendPage(response, pathname, next);
  } else if (request.method === 'POST' && Object.hasOwn(AFTER_POST, pathname)) {
    const type = request.headers['content-type'];
    if (type === 'application/json' && pathname === '/v1/sign-ups') {
      return void signUp(request, response).catch(next);
    }
    const plain = type === 'application/x-www-form-urlencoded';
    response.writeHead(plain ? 303 : 415, plain ? { location: AFTER_POST[pathname] } : {});
    response.end();
  } else next();
}

export const shopServer = () => ({
  name: 'shop-server',
  // All that the demo takes from packages. The import in examples/ is for a bundler, or their import map.
  // cdn/ is served as it is, and need not be looked at beforehand.
  config: () => ({
    optimizeDeps: { noDiscovery: true, include: ['msw', 'msw/browser', 'minisearch'] },
    server: { preTransformRequests: false },
  }),
  configureServer: ({ middlewares }) => void middlewares.use(answer),
  configurePreviewServer: ({ middlewares }) => void middlewares.use(answer),
});
