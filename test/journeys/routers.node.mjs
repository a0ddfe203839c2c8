// The libraries themselves, in whole pages that they swap without loading them (cases D13, D15, D16, D17): a theme whose product
// and stock stand in the page, or are told by an endpoint. dom-swaps.test.ts has what becomes of copies. Chromium only.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { astroRouter } from '../support/astro-router.mjs';
import { RouterShop } from '../support/router-shop.mjs';
import { pause } from '../support/shop-state.mjs';
import { chromiumArgs, ensureBrowsers, headlessChromium } from '../tools/browsers.mjs';

const src = (path) => `<script src="/node_modules/${path}"></script>`;
const TURBO = src('@hotwired/turbo/dist/turbo.es2017-umd.js');
const HTMX = src('htmx.org/dist/htmx.js');

/** What the libraries say of a request or a transition that they stop because another link is pressed. */
const STOPPED = /AbortError|^htmx:(?:sendAbort|afterRequest)|Cannot destructure property 'html'/;

/** How a theme has each library; `twice`: whether it can be hurried. */
const THEMES = {
  turbo: { id: 'D13', head: TURBO },
  'turbo-late': {
    id: 'D13',
    what: 'our script in the body, run with each page',
    head: TURBO,
    late: 'body',
  },
  'turbo-frame': {
    id: 'D13',
    what: 'in a frame',
    head: TURBO,
    links: 'data-turbo-frame="product" data-turbo-action="advance"',
    main: ['<main><turbo-frame id="product">', '</turbo-frame></main>'],
  },
  htmx: { id: 'D15', what: 'boosted', head: HTMX, body: 'hx-boost="true" hx-sync="body:replace"' },
  'htmx-get': {
    id: 'D15',
    what: 'a part, and another out of band',
    head: HTMX,
    links:
      'hx-get="PAGE.html" hx-target="main" hx-select="main" hx-swap="outerHTML" hx-select-oob="#note" hx-push-url="true"',
    body: 'hx-sync="body:replace"',
    end: '<p id="note">Free delivery</p>',
  },
  swup: {
    id: 'D16',
    what: 'with its animations',
    head: `${src('swup/dist/Swup.umd.js')}<style>html.is-changing .transition-main { transition: opacity 60ms }
      html.is-animating .transition-main { opacity: 0 }</style>`,
    main: ['<main id="swup" class="transition-main">', '</main>'],
    end: '<script>window.swup = new Swup()</script>',
  },
  barba: {
    id: 'D16',
    what: 'both pages there for a moment',
    head: src('@barba/core/dist/barba.umd.js'),
    body: 'data-barba="wrapper"',
    main: ['<main data-barba="container" data-barba-namespace="shop">', '</main>'],
    end: `<script>const wait = () => new Promise((done) => setTimeout(done, 40));
      barba.init({ transitions: [{ sync: true, leave: wait, enter: wait }] })</script>`,
    // It loads the page that is pressed while it swaps another.
    twice: false,
  },
  astro: {
    id: 'D16',
    what: 'its client router',
    head: `<meta name="astro-view-transitions-enabled" content="true">
      <meta name="astro-view-transitions-fallback" content="animate">
      <script type="module" src="/astro-router.js"></script>`,
  },
};

/* global document, window, location, addEventListener, FormData, Turbo */

/** What a shopper has of the page, and whatever of ours is in it. */
function look() {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const form = document.querySelector('main form');
  return {
    pages: all('h1').map((it) => it.textContent),
    label: form?.querySelector('[name=add]').textContent ?? '',
    fields: form ? [...new FormData(form).keys()].filter((it) => it.startsWith('properties')) : [],
    said: all('backorder-badge,eta-notice')
      .filter((it) => it.parentElement.style.display !== 'none')
      .map((it) => it.localName + (it.textContent.trim() ? '' : ' without words')),
    places: all('[data-backorder-place]').filter(({ style }) => style.display !== 'none').length,
    liveRegions: all('[data-backorder-live]').length > 1,
  };
}

const NOTHING = { label: 'Add to cart', fields: [], said: [], places: 0, liveRegions: false };
const BACKORDER = {
  ...NOTHING,
  label: 'Backorder now',
  fields: ['properties[Availability]', 'properties[_backorder]'],
  said: ['backorder-badge', 'eta-notice'],
  places: 1,
};

describe('pages that a library swaps', { timeout: 120_000 }, () => {
  let shop;
  let browser;
  let astro;
  before(async () => {
    [astro] = await Promise.all([astroRouter(), ensureBrowsers(['chromium'])]);
    shop = new RouterShop(THEMES, { '/astro-router.js': astro });
    await shop.start();
    browser = await puppeteer.launch({ executablePath: headlessChromium(), args: chromiumArgs });
  });
  after(async () => {
    await browser?.close();
    await shop?.stop();
  });

  /** A page of a theme; `is` waits for what a shopper is to have. */
  async function open(theme, told, name) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const heard = [];
    page.on('console', (message) => heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(String(error)));
    shop.log.length = 0;
    shop.onHand = { lamp: 7, chair: 0, bench: 0 };
    await page.evaluateOnNewDocument(() =>
      addEventListener('turbo:load', ({ detail }) => (window.loaded = detail.url)),
    );
    await page.goto(`${shop.origin}/${theme}/${told}/${name}.html`);
    await page.evaluate('window.mark = true');
    const devtools = await page.createCDPSession();
    const is = async (product, state = shop.onHand[product] === 0 ? BACKORDER : NOTHING) => {
      const expected = { pages: [product], ...state, ...(product === 'about' && { label: '' }) };
      const end = Date.now() + 8000;
      for (;;) {
        const found = await page.evaluate(look);
        if (JSON.stringify(found) === JSON.stringify(expected)) return;
        if (Date.now() > end) assert.deepEqual(found, expected);
        await pause(20);
      }
    };
    // Turbo's frames tell the history first and visit after drawing: whoever goes back between has that visit stop theirs.
    const visited = () =>
      page.waitForFunction(
        (turbo) => !turbo || window.loaded === location.href,
        {},
        theme.startsWith('turbo'),
      );
    return {
      page,
      is,
      /** Presses links to pages, one directly after the other. */
      async press(...to) {
        // htmx takes new links into its own a little after they are there; a frame of Turbo's that is busy hears no press.
        await page.waitForFunction(
          (htmx) =>
            !document.querySelector('[aria-busy=true]') &&
            (!htmx || document.links[0]['htmx-internal-data']?.listenerInfos),
          {},
          theme === 'htmx',
        );
        await visited();
        await page.evaluate((all) => {
          for (const it of all) document.querySelector(`.to-${it}`).click();
        }, to);
      },
      async back() {
        // Some tell the history a little after the page is there.
        await page.waitForFunction(
          'location.pathname.endsWith(`${document.querySelector("h1").textContent}.html`)',
        );
        await visited();
        await page.evaluate('history.back()');
      },
      async forward() {
        await visited();
        await page.evaluate('history.forward()');
      },
      asked: () => shop.log.filter((it) => it.startsWith('/availability')),
      /** All that would be there for ever. */
      async left() {
        await devtools.send('HeapProfiler.collectGarbage');
        const { JSEventListeners: listeners } = await page.metrics();
        const styles = await page.evaluate(
          'document.querySelectorAll("style").length + document.adoptedStyleSheets.length',
        );
        return { listeners, styles };
      },
      async close() {
        assert.equal(await page.evaluate('window.mark'), true, 'the page was loaded anew');
        assert.deepEqual(
          heard.filter((text) => !STOPPED.test(text)),
          [],
        );
        await context.close();
      },
    };
  }

  for (const [theme, { id, what, twice = true }] of Object.entries(THEMES)) {
    for (const told of ['inline', 'endpoint']) {
      const title = [
        theme.replace(/-.*/, ''),
        what,
        `stock told by ${told === 'inline' ? 'the page' : 'an endpoint'}`,
      ];
      it(`${id} ${title.filter(Boolean).join(', ')}: forth, back, two presses at once, and to a page without products`, async (t) => {
        if (theme === 'astro' && !astro) return t.skip('the registry that has astro cannot be reached');
        const at = await open(theme, told, 'lamp');
        await at.is('lamp');
        await at.press('chair');
        await at.is('chair');
        await at.press('about');
        await at.is('about');
        await at.back();
        await at.is('chair');
        await at.back();
        await at.is('lamp');
        await at.forward();
        await at.is('chair');
        if (twice) await at.press('lamp', 'bench');
        else await at.press('bench');
        await at.is('bench');
        await at.press('chair');
        await at.is('chair');
        await at.press('about');
        await at.is('about');
        const all = ['lamp', 'chair', 'bench'];
        assert.deepEqual(
          at.asked(),
          told === 'inline' ? [] : all.map((it) => `/availability?products=${it}`),
        );
        await at.close();
      });
    }
  }

  it('D13 ten pages later nothing more is there than after two: no node, listener or style of ours', async () => {
    const at = await open('turbo', 'inline', 'lamp');
    const tour = async (times) => {
      for (let it = 0; it < times; it += 1) {
        for (const page of ['chair', 'about']) {
          await at.press(page);
          await at.is(page);
        }
      }
      return at.left();
    };
    const before = await tour(1);
    assert.deepEqual(await tour(4), before);
    await at.close();
  });

  it('D13 Turbo shows its copy until the page comes: each thing once; what has come in stock meanwhile is the theme’s', async () => {
    const at = await open('turbo', 'inline', 'chair');
    await at.is('chair');
    await at.press('lamp');
    await at.is('lamp');
    shop.onHand.chair = 4;
    let release;
    shop.held = new Promise((resolve) => (release = resolve));
    await at.press('chair');
    await at.page.waitForFunction('document.documentElement.hasAttribute("data-turbo-preview")');
    await at.is('chair', BACKORDER);
    release();
    await at.is('chair', NOTHING);
    await at.close();
  });

  it('D17 Turbo morphs the page into what the server says, our words not in it: they are there again, and go with the stock', async () => {
    const at = await open('turbo', 'inline', 'chair');
    await at.is('chair');
    const stream = (product) =>
      at.page.evaluate((html) => {
        window.button = document.querySelector('[name=add]');
        Turbo.renderStreamMessage(
          `<turbo-stream action="replace" targets="main" method="morph"><template><main><h1>chair</h1>${html}</main></template></turbo-stream>`,
        );
      }, product);
    for (const onHand of [0, 5, 0]) {
      shop.onHand.chair = onHand;
      await stream(shop.product('chair'));
      await pause(250);
      await at.is('chair');
      const kept = await at.page.evaluate('window.button === document.querySelector("[name=add]")');
      assert.equal(kept, true, 'the theme’s own button stays the same');
    }
    await at.close();
  });

  it('D17 Turbo morphs away what we have put on tags of the page’s own, attributes and words: all of it recovers', async () => {
    const at = await open('turbo', 'inline', 'chair');
    await at.is('chair');
    const tags = `<div id="own"><backorder-badge product="chair" class="a"></backorder-badge>
      <eta-notice product="chair" data-x="1"></eta-notice></div>`;
    await at.page.evaluate(
      (html) => document.querySelector('main').insertAdjacentHTML('afterend', html),
      tags,
    );
    const seen = () =>
      at.page.evaluate(() =>
        ['backorder-badge', 'eta-notice'].map((tag) => {
          const it = document.querySelector(`#own ${tag}`);
          return [it.outerHTML, it.getAttribute('state'), it.shadowRoot?.querySelectorAll('*').length ?? 0];
        }),
      );
    const shown = () =>
      at.page.waitForFunction(() =>
        [...document.querySelectorAll('#own > *')].every((it) => it.getAttribute('state') === 'backorder'),
      );
    await shown();
    const before = await seen();
    for (let times = 0; times < 2; times += 1) {
      // What is taken out twice in a second may be meant.
      await pause(1050);
      await at.page.evaluate((html) => {
        window.kept = document.querySelector('#own').firstElementChild;
        Turbo.renderStreamMessage(
          `<turbo-stream action="replace" targets="#own" method="morph"><template>${html}</template></turbo-stream>`,
        );
      }, tags);
      await pause(50);
      await shown();
      assert.deepEqual(await seen(), before);
      assert.equal(await at.page.evaluate('kept === document.querySelector("#own").firstElementChild'), true);
    }
    await at.close();
  });

  it('D13 a Turbo stream puts a product into a page without, and takes it out', async () => {
    const at = await open('turbo', 'inline', 'about');
    await at.is('about');
    const stream = (action, html = '') =>
      at.page.evaluate(
        (it, inside) =>
          Turbo.renderStreamMessage(
            `<turbo-stream action="${it}" targets="main"><template>${inside}</template></turbo-stream>`,
          ),
        action,
        html,
      );
    await stream('update', `<h1>bench</h1>${shop.product('bench')}`);
    await at.is('bench');
    await stream('update', '<h1>about</h1>');
    await at.is('about');
    await at.close();
  });
});
