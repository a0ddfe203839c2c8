import type { Writable } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { GOODS, goodsOfVariant, modifiersOf } from './goods.js';
import { isSystem, type PageData } from './page-data.js';
import { ShopDocument } from './shop-document.js';

export { GOODS, goodsOfVariant, modifiersOf };

/** Where a page is written to. */
export interface Reply extends Writable {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
}

/**
 * Writes a page: its frame and what is known as soon as it is there, the rest as it comes. A page that cannot be drawn is a 500, and
 * what fails later is drawn by the browser.
 *
 * @param path of the request, with `/react/SYSTEM` before it
 * @param availability the availability document, as JSON
 */
export function renderPage(path: string, availability: unknown, script: string, reply: Reply): void {
  const system = path.split('/')[2];
  if (!isSystem(system)) throw new TypeError(`expected an address of the shop, got ${path}`);
  const data: PageData = { system, served: { document: availability, now: Date.now() } };
  const { pipe, abort } = renderToPipeableStream(
    <StaticRouter location={path} basename={`/react/${system}`}>
      <ShopDocument data={data} />
    </StaticRouter>,
    {
      bootstrapModules: [script],
      onShellReady() {
        reply.statusCode = 200;
        reply.setHeader('content-type', 'text/html; charset=utf-8');
        pipe(reply);
      },
      onShellError() {
        reply.statusCode = 500;
        reply.end('The shop cannot be shown.');
      },
      onError: (error) => console.error(error),
    },
  );
  reply.on('close', () => abort());
}
