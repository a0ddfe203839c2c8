// Pages that a server has rendered with Lit, opened in Chromium: the elements are hydrated as they stand, nothing is said on the
// console, nothing moves; and where the browser knows better, it is put right without a fault.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, normalize } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { speak } from 'backorder-elements/server';
import { html } from 'lit';
import 'backorder-elements/define';
import { Chromium } from '../support/chromium-session.mjs';
import { headlessChromium } from '../tools/browsers.mjs';

const GONE = { onHand: 0, restock: '2099-12-12' };
const SELL = { sell: 'backorder' };

// As a bundler would resolve them for a browser, in production.
const modules = (name) => `/node_modules/${name}/`;
const IMPORTS = {
  lit: '/node_modules/lit/index.js',
  'lit-html': '/node_modules/lit-html/lit-html.js',
  '@lit/reactive-element': '/node_modules/@lit/reactive-element/reactive-element.js',
  '@floating-ui/dom': '/node_modules/@floating-ui/dom/dist/floating-ui.dom.browser.mjs',
  '@floating-ui/core': '/node_modules/@floating-ui/core/dist/floating-ui.core.browser.mjs',
  '@floating-ui/utils': '/node_modules/@floating-ui/utils/dist/floating-ui.utils.mjs',
  '@floating-ui/utils/dom': '/node_modules/@floating-ui/utils/dist/floating-ui.utils.dom.mjs',
  ...Object.fromEntries(
    ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit-labs/ssr-client'].map((name) => [
      `${name}/`,
      modules(name),
    ]),
  ),
};

const shape = (record, policy, more) =>
  html`<p>€ 145 <backorder-badge lang=${more.lang} .record=${record} .policy=${policy}></backorder-badge></p>
    <eta-notice lang=${more.lang} .record=${record} .policy=${policy}></eta-notice>
    <preorder-button class="own" lang=${more.lang} .record=${record} .policy=${policy}></preorder-button>
    <preorder-button class="theirs" lang=${more.lang} .record=${record} .policy=${policy}
      ><button>Add to cart</button></preorder-button
    >
    <p class="below">Below</p>`;

/** The page; its script gets what the server had, unless `now` tells otherwise. */
async function page({ lang = 'en', record = GONE, now = record, hydrate = true }) {
  await speak(lang);
  const inside = await collectResult(render(shape(record, SELL, { lang })));
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><link rel="icon" href="data:,">
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<script>
  const heard = [], shifts = [];
  addEventListener('error', ({ message }) => heard.push(message));
  addEventListener('unhandledrejection', ({ reason }) => heard.push(String(reason)));
  for (const level of ['log', 'warn', 'error']) console[level] = (...words) => heard.push(words.join(' '));
  new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
</script>
<body><main>${inside}</main>
<script>
  const nodes = () => [...document.querySelectorAll('main *')].flatMap((it) => [it, ...(it.shadowRoot?.querySelectorAll('*') ?? [])]);
  const words = () => own().map((it) => [...it.shadowRoot.children].filter((n) => n.localName !== 'style').map((n) => n.textContent.replace(/\\s+/g, ' ').trim()).join('|'));
  const own = () => [...document.querySelectorAll('backorder-badge, eta-notice, preorder-button')];
  const served = nodes(), said = words();
</script>
<script type="module">
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  ${hydrate ? "await import('@lit-labs/ssr-client/lit-element-hydrate-support.js');" : ''}
  await import('/dist/define.js');
  for (const it of own()) {
    it.policy = ${JSON.stringify(SELL)};
    it.record = ${JSON.stringify(now)};
  }
  await new Promise((resolve) => setTimeout(resolve));
  while (own().some((it) => it.hasAttribute('data-backorder-as-of')) && performance.now() < 9000)
    await new Promise((resolve) => setTimeout(resolve, 20));
  await Promise.all(own().map((it) => it.updateComplete));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 60))));
  window.done = true;
</script>`;
}

const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript' };

describe('A page that a server has rendered with Lit', () => {
  const pages = new Map();
  let chromium;
  let server;
  before(async () => {
    chromium = new Chromium(headlessChromium());
    server = createServer((request, response) => {
      const path = normalize(decodeURI(request.url));
      const found = pages.get(path);
      response.setHeader('content-type', found ? 'text/html' : (TYPES[extname(path)] ?? 'text/plain'));
      try {
        response.end(found ?? readFileSync(`.${path}`));
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  after(async () => {
    await chromium.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  async function open(options) {
    const path = `/page-${pages.size}`;
    pages.set(path, await page(options));
    const tab = await chromium.newTab();
    await tab.open(`http://127.0.0.1:${server.address().port}${path}`);
    await tab.waitFor('window.done', 15_000);
    return tab;
  }

  const seen = (tab) =>
    tab.evaluate(`(() => {
      const now = nodes();
      return { heard, shift: shifts.reduce((a, b) => a + b, 0), kept: served.filter((it) => it.localName !== 'style' && now.includes(it)).length,
        served: served.filter((it) => it.localName !== 'style').length, added: now.filter((it) => !served.includes(it)).map((it) => it.outerHTML), said, words: words() };
    })()`);

  for (const lang of ['en', 'de', 'ar']) {
    it(`is hydrated as it stands (${lang}): the same nodes, nothing moves, nothing on the console`, async () => {
      const tab = await open({ lang });
      const { heard, shift, kept, served, added, said, words } = await seen(tab);
      assert.deepEqual([heard, shift], [[], 0]);
      // Beside the shop's own button ours was out of sight, and goes; its shadow root is drawn anew.
      assert.deepEqual([added, kept], [['<slot></slot>'], served - 2]);
      assert.deepEqual(words.slice(0, -1), said.slice(0, -1));
      assert.match(
        said.join(),
        lang === 'de' ? /Nachlieferung.*Versand/s : lang === 'ar' ? /\p{Script=Arabic}/u : /Backorder/,
      );
      assert.equal(
        await tab.evaluate(`getComputedStyle(document.querySelector('.theirs button')).display !== 'none'`),
        true,
      );
    });
  }

  it('lives on: a press opens the explanation, and a later record is shown', async () => {
    const tab = await open({});
    await tab.evaluate(
      `document.querySelector('eta-notice').shadowRoot.querySelector('[part=explain]').click()`,
    );
    await tab.waitFor(
      `document.querySelector('eta-notice').shadowRoot.querySelector('[part=explanation]').matches(':popover-open')`,
    );
    await tab.evaluate(`document.querySelector('eta-notice').record = { onHand: 0, restock: '2099-11-02' }`);
    await tab.waitFor(
      `document.querySelector('eta-notice').shadowRoot.textContent.includes('November 2, 2099')`,
    );
    assert.deepEqual(await tab.evaluate('heard'), []);
  });

  it('from a cache, with a date that is another by now: says the new one, in the same element, and nothing moves', async () => {
    const tab = await open({ now: { onHand: 0, restock: '2099-11-02' } });
    const { heard, shift } = await seen(tab);
    assert.deepEqual([heard, shift], [[], 0]);
    assert.match(
      await tab.evaluate(`document.querySelector('eta-notice').shadowRoot.textContent`),
      /November 2, 2099/,
    );
    assert.equal(await tab.evaluate(`served.includes(document.querySelector('eta-notice'))`), true);
  });

  it('of what came in stock since: no word of a backorder is left', async () => {
    const tab = await open({ now: { onHand: 5 } });
    const { heard, words } = await seen(tab);
    assert.deepEqual(heard, []);
    assert.doesNotMatch(words.join(), /Backorder|ship/);
  });

  it('without Lit’s hydration the elements draw it anew: the same words, once', async () => {
    const tab = await open({ hydrate: false });
    const { heard, shift, said, words } = await seen(tab);
    assert.deepEqual([heard, shift], [[], 0]);
    assert.deepEqual(words.slice(0, -1), said.slice(0, -1));
  });
});
