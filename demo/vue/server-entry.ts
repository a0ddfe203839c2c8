// The shop on a server: one page for one request.
import { speak, stylesHtml } from 'backorder-elements/server';
import type { Readable } from 'node:stream';
import { renderToNodeStream, type SSRContext } from 'vue/server-renderer';
import { productOf } from './goods.js';
import { makeShop } from './shop.js';

/** A page: its stream is written between `head` and `end()`. */
export interface Page {
  readonly status: number;
  readonly title: string;
  readonly styles: string;
  readonly body: Readable;
  /** What is only known once the body has been written: what stands out of the page's own tree. */
  readonly teleported: () => string;
}

/**
 * @param path with its query, below the shop's own address
 * @param document what the availability endpoint would answer for this page
 */
export async function renderPage(path: string, document: unknown, now: number): Promise<Page> {
  const { app, router } = makeShop({ document, now, language: await speak('en') });
  await router.push(path);
  await router.isReady();
  const { params, meta, matched } = router.currentRoute.value;
  const product = productOf(String(params['handle']));
  const missing = 'rest' in params || ('handle' in params && !product) || !matched.length;
  const context: SSRContext = {};
  return {
    status: missing ? 404 : 200,
    title: product?.title ?? (meta['title'] as string | undefined) ?? 'Not here',
    styles: stylesHtml(),
    body: renderToNodeStream(app, context),
    teleported: () => context.teleports?.['#drawer'] ?? '',
  };
}
