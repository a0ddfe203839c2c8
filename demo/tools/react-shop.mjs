/**
 * The React shop of demo/react, as a plugin of the dev server: built by Vite with the first request for it, then rendered by React on
 * the server as a stream.
 *
 *   /react/shopify/...  /react/bigcommerce/...     the shop, with the cart of that shop system
 *   /react/api/2026-07/graphql.json                Shopify's Storefront API, as far as a cart needs it, answered by msw
 *   /react/graphql                                 BigCommerce's GraphQL Storefront API, likewise
 *   /react/files/...                               what Vite has built for the browser
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { bigCommerceShop } from '../headless/bigcommerce-shop.mjs';
import { shopifyShop } from '../headless/shopify-shop.mjs';
import { root } from '../../test/tools/setup.mjs';
import { documentAt } from './shop-server.mjs';

/** What this shop sells fewer of than the widgets know: carts refuse or cap it. */
const SELLABLE = { 41027: 4 };

/** As vite.config.ts has it: without these Lit's decorated fields hide its accessors. */
const oxc = {
  decorator: { legacy: true },
  assumptions: { setPublicClassFields: true },
  typescript: { removeClassFieldsWithoutInitializer: true },
  jsx: { runtime: 'automatic' },
};

/** In this repository the package is its own sources. */
const alias = [
  { find: 'backorder-elements/react', replacement: join(root, 'src/react/use-offer.ts') },
  { find: 'backorder-elements/define', replacement: join(root, 'src/define.ts') },
];

/** With React's own checks: warnings, and effects that run twice. */
async function buildShop(outDir) {
  const shared = {
    root: join(root, 'demo/react'),
    configFile: false,
    mode: 'development',
    base: '/react/files/',
    logLevel: 'error',
    oxc,
    // Without `development`: React checks itself by NODE_ENV, and Lit need not say that it does.
    resolve: { alias, conditions: ['module', 'browser'] },
    define: { 'process.env.NODE_ENV': '"development"' },
    publicDir: false,
  };
  const output = { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' };
  await build({
    ...shared,
    build: {
      outDir: join(outDir, 'client'),
      minify: false,
      target: 'es2022',
      rolldownOptions: { input: join(root, 'demo/react/entry-client.tsx'), output },
    },
  });
  await build({
    ...shared,
    build: {
      outDir: join(outDir, 'server'),
      ssr: join(root, 'demo/react/entry-server.tsx'),
      rolldownOptions: { output },
    },
  });
  return import(pathToFileURL(join(outDir, 'server/entry-server.js')).href);
}

/** Text-field modifiers and titles as the shops know them. */
const findIn =
  ({ goodsOfVariant, modifiersOf }) =>
  (variant) => {
    const goods = goodsOfVariant(variant);
    const found = goods?.variants.find(({ id }) => String(id) === variant);
    return (
      goods && {
        product: String(goods.id),
        title: goods.title,
        variantTitle: goods.options.length ? found.title : 'Default Title',
        modifiers: modifiersOf(goods.id),
        sellable: SELLABLE[variant],
      }
    );
  };

async function answer(handlers, request, response) {
  const { getResponse } = await import('msw');
  const body = await buffer(request);
  const found = await getResponse(
    handlers,
    new Request(new URL(request.originalUrl, 'http://shop.invalid'), {
      method: request.method,
      headers: Object.entries(request.headers).filter(([, value]) => typeof value === 'string'),
      ...(body.length && { body }),
    }),
  );
  response.statusCode = found?.status ?? 404;
  found?.headers.forEach((value, name) => response.setHeader(name, value));
  response.end(found ? Buffer.from(await found.arrayBuffer()) : undefined);
}

/** `shops` fills with the shop systems behind the carts once the shop is built: their `mood` is for tests. */
export function reactShop(shops = {}) {
  let outDir;
  let ready;
  const start = async () => {
    mkdirSync(join(root, '.cache'), { recursive: true });
    outDir = mkdtempSync(join(root, '.cache/react-shop-'));
    process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
    const shop = await buildShop(outDir);
    Object.assign(shops, { shopify: shopifyShop(findIn(shop)), bigcommerce: bigCommerceShop(findIn(shop)) });
    return shop;
  };

  async function serve(request, response, next) {
    const path = new URL(request.originalUrl, 'http://shop.invalid').pathname;
    const { renderPage } = await (ready ??= start());
    if (request.method === 'POST') {
      return answer([...shops.shopify.handlers, ...shops.bigcommerce.handlers], request, response);
    }
    const [, name] = /^\/react\/files\/([\w.-]+)$/.exec(path) ?? [];
    if (name) {
      response.setHeader('content-type', name.endsWith('.js') ? 'text/javascript' : 'text/css');
      return response.end(readFileSync(join(outDir, 'client', name)));
    }
    if (/^\/react\/?$/.test(path)) {
      response.writeHead(302, { location: '/react/shopify/' });
      return response.end();
    }
    if (!/^\/react\/(shopify|bigcommerce)(\/|$)/.test(path)) return next();
    return renderPage(path, documentAt(Date.now()), '/react/files/entry-client.js', response);
  }

  return {
    name: 'react-shop',
    configureServer(server) {
      server.middlewares.use('/react', (request, response, next) => {
        serve(request, response, next).catch(next);
      });
      server.httpServer?.once('close', () => outDir && rmSync(outDir, { recursive: true, force: true }));
    },
  };
}
