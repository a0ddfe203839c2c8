/**
 * The demo's own endpoint, as a plugin of the dev server: the real one of src/endpoint, in this process, with a SQLite file
 * that is thrown away. It is started by the first request to it, or for a page that needs it:
 *
 *   /endpoint/v1/...           its API
 *   /endpoint/key.json         a key for it, made at this start, for the demo's stock room
 *   /v1/sign-ups/..., /demand  the pages that links lead to
 *
 * /v1/availability and POST /v1/sign-ups stay with shop-server.mjs: the rest of the demo is to work without a database.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWED, importedDocument, seededDemand } from './endpoint-seed.mjs';

const OURS = /^\/(?:endpoint\/(?:v1\/|key\.json)|v1\/|demand(?:\.csv)?(?:[?#]|$))/;

/** Pages whose widgets ask it. */
const PAGES = /^\/endpoint\/[\w-]+\.html/;

/** Milliseconds between two looks at what is to be done. A shop's own endpoint takes more time. */
const OFTEN = 500;

/** The pages' origins: whoever opens the demo may write `localhost` or an address. */
function originsOf({ local, network }) {
  const all = [...local, ...network].map((url) => new URL(url).origin);
  return [...new Set([...all, ...all.map((it) => it.replace('//localhost', '//127.0.0.1'))])];
}

async function seed({ database }, ask, origin) {
  const now = Date.now();
  await ask('POST', '/v1/products/import', importedDocument(now, origin));
  await database.db.insertInto('demand').values(seededDemand(now)).execute();
  for (const [variant, beyond_sold] of Object.entries(OWED)) {
    await database.db.updateTable('items').set({ beyond_sold }).where('variant', '=', variant).execute();
  }
}

async function start(server) {
  const load = (file) => server.ssrLoadModule(`/src/endpoint/${file}.ts`);
  const [{ getRequestListener }, ours] = await Promise.all([import('@hono/node-server'), load('entry')]);
  const folder = mkdtempSync(join(tmpdir(), 'backorder-demo-'));
  const [origin] = originsOf(server.resolvedUrls);
  const settings = ours.readSettings({
    DATABASE_URL: join(folder, 'shop.db'),
    PUBLIC_URL: origin,
    SHOP_ORIGINS: originsOf(server.resolvedUrls).join(' '),
    SHOP_NAME: 'Nordlund & Daughters',
    // A stock room that is played with: what was just changed is seen at once, and the same address asks many times.
    MAX_AGE: '0',
    STALE_WHILE_REVALIDATE: '0',
    CONFIRM_MAILS_PER_ADDRESS: '100',
    SIGN_UPS_PER_CLIENT: '1000',
  });
  const database = await ours.connect(settings.DATABASE_URL);
  await ours.migrate(database);
  const log = (level, event, facts) => level === 'error' && console.error(`endpoint: ${event}`, facts);
  const parts = { database, settings, now: ours.steadyClock(), log, metrics: ours.createMetrics(), fetch };
  const endpoint = ours.createEndpoint(parts);
  const { key } = await ours.createKey(parts, 'stock room of the demo', Object.keys(ours.SCOPES));
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  await seed(
    parts,
    async (method, path, body) => {
      const request = new Request(origin + path, { method, headers, body: JSON.stringify(body) });
      const reply = await endpoint.fetch(request);
      if (!reply.ok) throw new Error(`${method} ${path}: ${await reply.text()}`);
    },
    origin,
  );

  let timer;
  let working = Promise.resolve();
  const work = () => {
    working = ours.tick(parts).then(() => {
      timer = setTimeout(work, OFTEN).unref();
    });
  };
  work();
  const forget = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', forget);
  server.httpServer.once('close', async () => {
    endpoint.close();
    await working;
    clearTimeout(timer);
    await database.close();
    process.off('exit', forget);
    forget();
  });
  const listener = getRequestListener((request, env) =>
    endpoint.fetch(request, env.incoming.socket.remoteAddress),
  );
  return { key, listener };
}

export const endpointServer = () => ({
  name: 'endpoint-server',
  configureServer(server) {
    let started;
    server.middlewares.use((request, response, next) => {
      const isPage = PAGES.test(request.url);
      if (!isPage && !OURS.test(request.url)) return next();
      started ??= start(server);
      // The widgets on a page wait for an endpoint for a moment only, and starting takes longer.
      if (isPage) return started.then(() => next(), next);
      started.then(({ key, listener }) => {
        request.url = request.url.replace(/^\/endpoint(?=\/v1\/)/, '');
        if (request.url !== '/endpoint/key.json') return listener(request, response);
        response.setHeader('content-type', 'application/json');
        response.setHeader('cache-control', 'no-store');
        response.end(JSON.stringify({ key }));
      }, next);
    });
  },
});
