// The test shop: fixture pages, the script-tag files, an availability endpoint, a cart and sign-ups, all under
// /shop/ID/, so that each page has a shop to itself. Plugin of the test server, and a server of its own for Node tests.
import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import { buffer } from 'node:stream/consumers';
import { startFaultServer } from './fault-server.mjs';
import { answerOthers } from './other-shops.mjs';
import { heard, renderPage } from './shop-pages.mjs';
import { mimeOf, readFields, Shops } from './shop-state.mjs';
import { answerShopify } from './shopify-shop.mjs';

const PATH = /^\/shop\/([\w-]+)\/([^?]*)(?:\?(.*))?$/;

const send = (response, status, headers = {}, body = '') => {
  response.writeHead(status, { 'cache-control': 'no-cache', ...headers });
  response.end(body);
};

const sendJson = (response, value) =>
  send(response, 200, { 'content-type': mimeOf('a.json') }, JSON.stringify(value));

/** What the test itself asks of the shop; none of it is logged. */
async function control(shops, id, what, request, response, origins) {
  const shop = shops.at(id);
  if (what === 'heard.js')
    return send(response, 200, { 'content-type': mimeOf(what) }, heard(shop.options.sink));
  const text = (await buffer(request)).toString() || '{}';
  const given = JSON.parse(
    text.replaceAll('{away}', `${origins.away}/${id}`).replaceAll('{own}', `/shop/${id}`),
  );
  if (what === 'setup') {
    shop.options = { ...shop.options, ...given };
    return sendJson(response, origins);
  }
  if (what === 'release') shop.release(given.name);
  if (what === 'forget') shops.forget(id);
  if (what === 'added') await shop.added(given.count, given.ms);
  return sendJson(response, { requests: shop.log, rows: [...shop.rows.values()] });
}

async function answer(shop, path, query, entry, response) {
  const { options } = shop;
  const reply = shop.replyTo(path);
  await shop.wait(reply);
  if (path.endsWith('.html')) {
    const html = renderPage(path, options, new URLSearchParams(query));
    return send(response, 200, { 'content-type': mimeOf(path), ...options.headers }, html);
  }
  if (path === 'sign-ups' && reply?.body === undefined) {
    const status = reply?.status ?? 200;
    const key = entry.headers['idempotency-key'];
    const taken = status < 300 ? shop.signUp(key, JSON.parse(entry.body)) : { error: 'not-taken' };
    return send(
      response,
      status,
      { 'content-type': mimeOf('a.json'), ...reply?.headers },
      JSON.stringify(taken),
    );
  }
  const theirs =
    reply?.status || reply?.body
      ? undefined
      : (answerShopify(shop, path, entry) ?? answerOthers(shop, path, entry));
  if (theirs)
    return send(response, theirs.status, { 'content-type': theirs.type, ...theirs.headers }, theirs.body);
  // 204 leaves the shopper on the page, where the test can look on; `follow` is what most shops do.
  if (path.startsWith('cart') && !reply) {
    return options.cart === 'follow'
      ? send(response, 303, { location: '../cart.html' })
      : send(response, 204);
  }
  const content =
    reply?.body === undefined ? shop.content(path) : { body: reply.body, type: mimeOf('a.json') };
  const type = content ? { 'content-type': content.type } : {};
  return send(
    response,
    reply?.status ?? (!content ? 404 : content.body === undefined ? 204 : 200),
    { ...type, ...reply?.headers },
    content?.body,
  );
}

/** Answers a request if it is for a shop; else says no. */
async function handle(shops, request, response, origins) {
  const [, id, path, query] = PATH.exec(request.url) ?? [];
  if (id === undefined) return false;
  if (path.startsWith('-/')) {
    await control(shops, id, path.slice(2), request, response, origins());
    return true;
  }
  const shop = shops.at(id);
  const { method, headers } = request;
  const entry = { server: 'own', method, path, query, headers, at: performance.now(), body: '', fields: [] };
  shop.log.push(entry);
  const body = await buffer(request);
  entry.body = body.toString();
  entry.fields = await readFields(headers['content-type'], body);
  shop.note(entry);
  await answer(shop, path, query, entry, response);
  return true;
}

/** The shop as a middleware and plugin of Web Test Runner. The middleware goes first: nothing may be done to shop pages. */
export function shopServer() {
  const shops = new Shops();
  let faults;
  const origins = () => ({ away: faults.origin, refused: faults.refused });
  return {
    async middleware(context, next) {
      if (!PATH.test(context.req.url)) return next();
      context.respond = false;
      return handle(shops, context.req, context.res, origins);
    },
    plugin: {
      name: 'test-shop',
      async serverStart() {
        faults = await startFaultServer(shops);
      },
      serverStop: () => faults?.stop(),
    },
  };
}

/** The shop on a port of its own, for tests in Node. */
export async function startShop() {
  const shops = new Shops();
  const faults = await startFaultServer(shops);
  const server = createServer((request, response) => {
    void handle(shops, request, response, () => ({ away: faults.origin, refused: faults.refused })).then(
      (done) => {
        if (!done) send(response, 404);
      },
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    away: faults.origin,
    refused: faults.refused,
    at: (id) => shops.at(id),
    async stop() {
      await faults.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
