// A shop whose pages a library swaps without loading them, for tests in Node. Its pages: a lamp in stock, a chair and a bench on
// backorder, and one without products. What is asked of it is logged.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { mimeOf, root } from './shop-state.mjs';

const PAGES = ['lamp', 'chair', 'bench', 'about'];

const json = (mark, value) =>
  `<script type="application/json" data-backorder-${mark}>${JSON.stringify(value)}</script>`;

export class RouterShop {
  /** What is asked of it, in order. */
  log = [];
  /** Pieces on the shelf. */
  onHand = { lamp: 7, chair: 0, bench: 0 };
  /** A promise that pages wait for. */
  held = undefined;
  #themes;
  #files;
  #server;

  /**
   * @param themes by their name, which is the first part of a page's address; the second says how the product is told: by the
   * `endpoint`, or `inline`: by settings and a document in the page, with a form that does not name it
   * @param files further files, by their path
   */
  constructor(themes, files = {}) {
    this.#themes = themes;
    this.#files = files;
  }

  async start() {
    this.#server = createServer((request, response) => void this.#answer(request.url, response));
    await new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.origin = `http://127.0.0.1:${this.#server.address().port}`;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(address, response) {
    const { pathname, search, searchParams } = new URL(address, 'http://shop');
    this.log.push(`${pathname}${search}`);
    const [, theme, told, page] = /^\/([\w-]+)\/(\w+)\/(\w+)\.html$/.exec(pathname) ?? [];
    const send = (body, type) => response.writeHead(200, { 'content-type': mimeOf(type) }).end(body);
    if (this.#themes[theme]) {
      await this.held;
      return send(this.#page(page, this.#themes[theme], told), 'a.html');
    }
    if (pathname === '/availability') {
      return send(JSON.stringify(this.#document(...searchParams.get('products').split(','))), 'a.json');
    }
    if (this.#files[pathname]) return send(this.#files[pathname], pathname);
    try {
      return send(readFileSync(new URL(`.${pathname}`, root)), pathname);
    } catch {
      return response.writeHead(404).end();
    }
  }

  #document(...products) {
    return {
      version: 1,
      ttl: 3600,
      policy: { sell: 'backorder', promise: { leadTime: { max: 5 } } },
      products: products.map((id) => ({ id, onHand: this.onHand[id] })),
    };
  }

  /** What a theme writes of its product. */
  product(name, told = 'inline') {
    if (this.onHand[name] === undefined) return '';
    const inline = json('settings', { product: name }) + json('availability', this.#document(name));
    const id = `<input type="hidden" name="id" value="${name}">`;
    return `<form action="/cart/add" method="post">${told === 'inline' ? '' : id}
      <input type="number" name="quantity" value="1"><button type="submit" name="add">Add to cart</button></form>
      ${told === 'inline' ? inline : ''}`;
  }

  #page(name, { head = '', body = '', links = '', main = ['<main>', '</main>'], end = '', late = '' }, told) {
    const endpoint = told === 'endpoint' ? 'data-endpoint="/availability"' : '';
    const script = `<script defer src="/cdn/backorder-elements.js" ${endpoint}></script>`;
    const nav = PAGES.map((it) => {
      const more = links.replaceAll('PAGE', it);
      return `<a class="to-${it}" href="${it}.html" ${more}>${it}</a>`;
    });
    return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">${head}${late ? '' : script}
  </head>
  <body ${body}>
    <nav>${nav.join(' ')}</nav>
    ${main[0]}<h1>${name}</h1>${this.product(name, told)}${main[1]}
    ${late ? script : ''}${end}
  </body>
</html>`;
  }
}
