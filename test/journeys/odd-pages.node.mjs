// Pages in odd surroundings, files and documents of other versions, and the switch that takes everything back (cases D44, D45, K15,
// K16, K19, K22-K24). Chromium only.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { mimeOf, pause, root } from '../support/shop-state.mjs';
import { chromiumArgs, ensureBrowsers, headlessChromium } from '../tools/browsers.mjs';

/* global document, window, Event, FormData, EventTarget, MutationObserver */

const LOADER = '/cdn/backorder-elements.js';
const TAG = `<script defer="" src="${LOADER}"></script>`;

const told = (more = {}, onHand = 0) => ({
  version: 1,
  policy: { sell: 'backorder', promise: { leadTime: { max: 5 } } },
  products: [{ id: 'lamp', onHand }],
  ...more,
});
const inline = (document) =>
  `<script type="application/json" data-backorder-availability="">${JSON.stringify(document)}</script>`;

const FORM = `<form action="/cart/add" method="post"><input type="hidden" name="id" value="lamp" />
  <input name="quantity" value="1" /><button type="submit" name="add">Add to cart</button></form>`;

const html = ({ head = '', script = TAG, document = told(), doctype = '<!doctype html>', body = FORM }) =>
  `${doctype}<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Lamp</title><link rel="icon" href="data:," />
  ${head}${document ? inline(document) : ''}${script}</head><body><main>${body}</main></body></html>`;

/** What a shopper has of the page. */
function look() {
  const form = document.querySelector('form');
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    label: form.querySelector('button').textContent,
    fields: [...new FormData(form).keys()].filter((it) => it.startsWith('properties')),
    said: all('backorder-badge,eta-notice').filter(
      (it) => it.textContent.trim() && it.getClientRects().length,
    ).length,
  };
}

const THEIRS = { label: 'Add to cart', fields: [], said: 0 };
const OURS = {
  label: 'Backorder now',
  fields: ['properties[Availability]', 'properties[_backorder]'],
  said: 2,
};

describe('odd pages', { timeout: 120_000 }, () => {
  let server;
  let browser;
  /** What each path answers: a text, or all of `{ body, type, status, headers }`, or a list of such, one a request. */
  let answers = {};
  let log = [];
  const origin = (host = '127.0.0.1') => `http://${host}:${server.address().port}`;

  before(async () => {
    await ensureBrowsers(['chromium']);
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url, 'http://shop');
      log.push(request.url);
      const found = answers[pathname];
      const answer = Array.isArray(found) ? (found.length > 1 ? found.shift() : found[0]) : found;
      const {
        status = 200,
        headers = {},
        type = pathname.includes('.') ? pathname : 'a.html',
        body,
      } = typeof answer === 'string' ? { body: answer } : (answer ?? {});
      try {
        const text = body ?? (status === 200 ? readFileSync(new URL(`.${pathname}`, root)) : '');
        response.writeHead(status, {
          'content-type': /^[a-z]+\/[a-z]/.test(type) ? type : mimeOf(type),
          ...headers,
        });
        response.end(text);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise((resolve) => server.listen(0, resolve));
    browser = await puppeteer.launch({ executablePath: headlessChromium(), args: chromiumArgs });
  });
  after(async () => {
    await browser?.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Opens a page; `is` waits for what a shopper is to have of it, or of a frame in it. */
  async function open(path, { host, prepare } = {}) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const heard = [];
    page.on('console', (message) => heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(String(error)));
    if (prepare) await page.evaluateOnNewDocument(prepare);
    log = [];
    await page.goto(`${origin(host)}${path}`);
    return {
      page,
      heard,
      /** What we said, by its code. */
      said: () => heard.flatMap((it) => /^\[backorder-elements\] ([\w-]+)/.exec(it)?.[1] ?? []),
      async is(expected, frame = page) {
        const end = Date.now() + 8000;
        for (;;) {
          const found = await frame.evaluate(look);
          if (JSON.stringify(found) === JSON.stringify(expected)) return;
          if (Date.now() > end) assert.deepEqual(found, expected);
          await pause(20);
        }
      },
      /** Waits until we have said something. */
      async until(code) {
        const end = Date.now() + 8000;
        while (!heard.some((it) => it.includes(code))) {
          if (Date.now() > end) assert.fail(`waited in vain for ${code}: ${heard.join('; ')}`);
          await pause(20);
        }
      },
      close: () => context.close(),
    };
  }

  for (const [what, sandbox] of [
    ['of another origin', undefined],
    ['without an origin (sandbox without allow-same-origin)', 'allow-scripts allow-forms'],
    ['without an origin that may send no forms either', 'allow-scripts'],
  ]) {
    it(`D44 in a frame ${what} it works, without storage`, async () => {
      const attribute = sandbox ? `sandbox="${sandbox}"` : '';
      const frame = `${origin('localhost')}/shop`;
      // A page without an origin gets modules from servers that allow it, as file networks do.
      const files = Object.fromEntries(
        ['', '.page', '.en', '.kit'].map((it) => {
          const path = `/cdn/backorder-elements${it}.js`;
          return [path, { headers: { 'access-control-allow-origin': '*' } }];
        }),
      );
      answers = {
        ...files,
        '/shop': html({}),
        '/builder': `<!doctype html><link rel="icon" href="data:,"><iframe ${attribute} src="${frame}"></iframe>`,
      };
      const at = await open('/builder');
      const inside = await at.page.waitForFrame((it) => it.url() === frame);
      await at.is(OURS, inside);
      assert.deepEqual(at.heard, []);
      await at.close();
    });
  }

  it('D44 in a frame without an origin whose files may not be had: one line, and the shop’s own button', async () => {
    answers = {
      '/shop': html({}),
      '/builder': `<!doctype html><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="/shop"></iframe>`,
    };
    const at = await open('/builder');
    await at.until('files-missing');
    const inside = await at.page.waitForFrame((it) => it.url().endsWith('/shop'));
    await at.is(THEIRS, inside);
    assert.deepEqual(at.said(), ['files-missing']);
    await at.close();
  });

  it('D45 served as XHTML it works', async () => {
    answers = { '/shop': { body: html({ doctype: '' }), type: 'application/xhtml+xml' } };
    const at = await open('/shop');
    assert.equal(await at.page.evaluate(() => document.contentType), 'application/xhtml+xml');
    await at.is(OURS);
    assert.deepEqual(at.heard, []);
    await at.close();
  });

  it('D45 in quirks mode it works', async () => {
    answers = { '/shop': html({ doctype: '' }) };
    const at = await open('/shop');
    assert.equal(await at.page.evaluate(() => document.compatMode), 'BackCompat');
    await at.is(OURS);
    assert.deepEqual(at.heard, []);
    await at.close();
  });

  it('D45 where the page has set its document.domain it works', async () => {
    const head = '<script>document.domain = "localhost"</script>';
    answers = { '/shop': { body: html({ head }), headers: { 'origin-agent-cluster': '?0' } } };
    const at = await open('/shop', { host: 'localhost' });
    await at.is(OURS);
    assert.deepEqual(at.said(), []);
    await at.close();
  });

  const newer = {
    ...told({ future: { deep: [1] }, policy: { ...told().policy, futureRule: 'x' } }),
    products: [{ id: 'lamp', onHand: 0, futureField: [{}], variants: [] }],
  };
  for (const [what, document, expected, lines] of [
    ['this version', told(), OURS, []],
    ['this version with fields that a newer endpoint knows', newer, OURS, []],
    ['the next version', told({ version: 2 }), THEIRS, ['bad-version']],
    ['the version before the first', told({ version: 0 }), THEIRS, ['bad-version']],
    ['no version', told({ version: undefined }), THEIRS, ['bad-version']],
    ['a version in words', told({ version: '1' }), THEIRS, ['bad-version']],
    ['a version far ahead, of another shape', { version: 9, items: {} }, THEIRS, ['bad-document']],
  ]) {
    for (const from of ['the page', 'the endpoint']) {
      it(`K15 ${what}, from ${from}: ${lines.length ? 'the shop’s own button, and one line' : 'works'}`, async () => {
        const script = TAG.replace('defer', 'data-endpoint="/a.json" defer');
        answers = {
          '/a.json': JSON.stringify(document),
          '/shop': from === 'the page' ? html({ document }) : html({ document: null, script: script }),
        };
        const at = await open('/shop');
        if (lines.length) await at.until(lines[0]);
        await at.is(expected);
        assert.deepEqual(at.said(), lines);
        await at.close();
      });
    }
  }

  it('K16 attributes and settings that only a newer version knows are ignored, in silence', async () => {
    const settings = { future: true, futureList: [1, { a: 2 }], product: 'lamp' };
    const head = `<script type="application/json" data-backorder-settings="">${JSON.stringify(settings)}</script>`;
    const script = TAG.replace('defer', 'data-future="x" data-future-two defer');
    answers = { '/shop': html({ head, script, body: `${FORM}<eta-notice future="1"></eta-notice>` }) };
    const at = await open('/shop');
    await at.is(OURS);
    assert.deepEqual(at.heard, []);
    await at.close();
  });

  const PAGE = '/cdn/backorder-elements.page.js';
  const gone = { status: 404, body: 'Not found', type: 'text/html' };
  for (const [what, files, expected, lines] of [
    ['is gone (404)', { [PAGE]: gone }, THEIRS, ['files-missing']],
    ['is gone for a moment, while a file network is purged', { [PAGE]: [gone, {}] }, OURS, []],
    [
      'is the page that says so, with status 200',
      { [PAGE]: { body: '<p>Gone', type: 'text/html' } },
      THEIRS,
      ['files-missing'],
    ],
    ['is of a build that has other exports', { [PAGE]: 'export const begin = 1' }, THEIRS, ['own-fault']],
    [
      'is of a build that throws at what it is handed',
      { [PAGE]: 'export const start = () => { null.x }' },
      THEIRS,
      ['own-fault'],
    ],
    ['is cut in the middle', { [PAGE]: 'export const start = () => {' }, THEIRS, ['files-missing']],
    ['is there, the words of the language are not', { '/cdn/backorder-elements.de.js': gone }, OURS, []],
  ]) {
    it(`K19 page.js ${what}: ${expected === OURS ? 'works' : 'the shop’s own button, and one line'}`, async () => {
      answers = {
        ...files,
        '/shop': html({}).replace('lang="en"', what.includes('words') ? 'lang="de"' : 'lang="en"'),
      };
      const at = await open('/shop');
      if (lines.length) await at.until(lines[0]);
      await at.is(expected);
      assert.deepEqual(at.said(), lines);
      await at.page.evaluate(() => document.querySelector('h1, main').append(document.createElement('p')));
      await at.is(expected);
      await at.close();
    });
  }

  it('K19 two deploys within a minute: the loaders of both on one page are one', async () => {
    const old = readFileSync(new URL(`.${LOADER}`, root), 'utf8');
    answers = {
      '/old/backorder-elements.js': old,
      '/shop': html({
        script: `${TAG}<script defer="" data-base="/cdn/" src="/old/backorder-elements.js"></script>`,
      }),
    };
    const at = await open('/shop');
    await at.is(OURS);
    assert.deepEqual(at.heard, []);
    assert.equal(log.filter((it) => it.includes('.page.js')).length, 1);
    await at.close();
  });

  it('K22 data-backorder-off: nothing is asked or touched; taken away it works; put on again all is given back', async () => {
    answers = { '/shop': html({ script: TAG.replace('defer', 'data-backorder-off="" defer') }) };
    const at = await open('/shop');
    await pause(300);
    await at.is(THEIRS);
    assert.deepEqual(log, ['/shop', LOADER]);
    const form = () => at.page.evaluate(() => document.querySelector('main').innerHTML);
    const before = await form();
    const off = (on) =>
      at.page.evaluate((it) => document.querySelector('[src]').toggleAttribute('data-backorder-off', it), on);
    await off(false);
    await at.is(OURS);
    await off(true);
    await at.is(THEIRS);
    assert.equal(await form(), before);
    assert.deepEqual(at.heard, []);
    await at.close();
  });

  it('K22 "disabled": true in the document: withdrawn from a page that is open, and on the next load', async () => {
    const script = TAG.replace('defer', 'data-endpoint="/a.json" defer');
    answers = { '/a.json': JSON.stringify(told()), '/shop': html({ document: null, script }) };
    const at = await open('/shop');
    await at.is(OURS);
    answers['/a.json'] = JSON.stringify(told({ disabled: true }));
    await at.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await at.is(THEIRS);
    await at.page.reload();
    await pause(300);
    await at.is(THEIRS);
    assert.deepEqual(at.heard, []);
    await at.close();
  });

  // There is no queue, for there is no function to call: properties, events and JSON in the page are all there is, and wait by themselves.
  it('K23 what a page does before the script has come counts once, in order; no global is there whose calls could be lost', async () => {
    const early = `<backorder-badge></backorder-badge><eta-notice></eta-notice><script>
      window.before = Object.keys(window).concat(Object.getOwnPropertyNames(window));
      window.heard = [];
      for (const name of ['first', 'second']) {
        document.addEventListener('backorder-add-request', ({ request }) => {
          window.heard.push(name + ' ' + request.product + ' ' + request.quantity);
        });
      }
      const badge = document.querySelector('backorder-badge');
      for (const status of [undefined, 'preorder', 'coming-soon']) badge.record = { onHand: 0, status };
      const notice = document.querySelector('eta-notice');
      notice.policy = { sell: 'none' };
      notice.policy = { sell: 'backorder', promise: { leadTime: { max: 9 } } };
      notice.record = { onHand: 0 };
      customElements.whenDefined('eta-notice').then(() => notice.open());
      for (const product of ['chair', 'lamp']) {
        const json = document.createElement('script');
        json.type = 'application/json';
        json.dataset.backorderSettings = '';
        json.textContent = JSON.stringify({ product });
        document.head.append(json);
      }
      document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
    </script>`;
    answers = { '/shop': html({ script: '', body: `${FORM}${early}` }) };
    const at = await open('/shop');
    // By a script: nothing is changed on a button that is pointed at.
    const press = () => at.page.$eval('[name=add]', (it) => it.click());
    // A press before is the shop's own, and is not made up for later.
    await press();
    await at.page.evaluate((src) => {
      for (let times = 0; times < 2; times += 1) {
        document.head.append(Object.assign(document.createElement('script'), { src, defer: true }));
      }
    }, LOADER);
    await at.page.waitForFunction(() => document.querySelector('[name=add]').textContent === 'Backorder now');
    const says = (tag, text) =>
      at.page.waitForFunction(
        (name, words) => {
          const it = document.querySelector(name);
          return (it.textContent + (it.shadowRoot?.textContent ?? '')).includes(words);
        },
        {},
        tag,
        text,
      );
    await says('backorder-badge', 'Coming soon');
    await says('eta-notice', '9 days');
    assert.deepEqual(await at.page.evaluate('heard'), []);
    await press();
    assert.deepEqual(await at.page.evaluate('heard'), ['first lamp 1', 'second lamp 1']);
    // Methods of a tag wait as those of any tag: until it is defined.
    await at.page.waitForFunction(() =>
      document.querySelector('eta-notice').shadowRoot.querySelector('[part=explanation]:popover-open'),
    );
    const added = await at.page.evaluate(() =>
      Object.getOwnPropertyNames(window).filter((it) => !window.before.includes(it)),
    );
    assert.deepEqual(
      added.filter((it) => /backorder/i.test(it)),
      [],
    );
    assert.deepEqual(at.heard, []);
    await at.close();
  });

  it('K24 a page with no product: no request, no timer that goes on, and a handful of listeners', async () => {
    const script = TAG.replace('defer', 'data-endpoint="/a.json" defer');
    answers = {
      '/about': html({
        document: null,
        script,
        body: '<h1>About us</h1><form action="/search"></form>',
      }),
    };
    const at = await open('/about', {
      prepare: () => {
        window.counted = { listeners: 0, observers: 0, intervals: 0 };
        const { addEventListener: add } = EventTarget.prototype;
        EventTarget.prototype.addEventListener = function (...given) {
          if (!given[2]?.once && given[0] !== 'DOMContentLoaded') window.counted.listeners += 1;
          return add.apply(this ?? window, given);
        };
        const { observe } = MutationObserver.prototype;
        MutationObserver.prototype.observe = function (...given) {
          window.counted.observers += 1;
          return observe.apply(this, given);
        };
        window.setInterval = () => (window.counted.intervals += 1);
      },
    });
    await pause(300);
    assert.deepEqual(log, ['/about', LOADER]);
    const { listeners, ...others } = await at.page.evaluate('counted');
    assert.deepEqual(others, { observers: 1, intervals: 0 });
    // Three that hear a choice, three that hear the shopper come back.
    assert.ok(listeners <= 6, `${listeners} listeners`);
    assert.deepEqual(at.heard, []);
    await at.close();
  });
});
