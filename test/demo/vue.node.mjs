// The Vue shop of the demo: written by a server, taken over by the browser, routed with pages kept alive, its cart in a teleported drawer
// and kept by either of two shop systems. Vue's development build says on the console whatever it finds wrong.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach, before, describe, it } from 'node:test';
import { cartShops } from '../../demo/vue/server.mjs';
import { openDemo, until } from '../support/demo-browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Before the page's own scripts: keeps the server's nodes, and what moves. */
function keep() {
  globalThis.litIssuedWarnings = new Set(['dev-mode']);
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) globalThis.shifts.push(value);
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('readystatechange', () => {
    globalThis.theServers ??= [...document.querySelectorAll('#app *, #drawer *')];
  });
}

describe('D34 the shop written with Vue', () => {
  const carts = cartShops();
  let demo;
  let tab;
  before(async () => {
    demo = await openDemo({ vue: { mode: 'development', carts } });
  });
  after(() => demo.close());
  afterEach(async () => {
    for (const { mood } of [carts.shopify, carts.bigcommerce])
      Object.assign(mood, { throttle: 0, forget: 0, refuse: undefined });
    carts.sellable.clear();
    // Chromium itself tells of every answer that is an error, also where it is tried again.
    const said = (tab?.said ?? []).filter((it) => !/429/.test(it));
    await tab?.close();
    tab = undefined;
    assert.deepEqual(said, []);
  });

  /** Opens a page, and waits until the browser has taken it over. */
  async function open(path, options) {
    const asked = [];
    tab = await demo.visit(undefined, { first: keep, ...options });
    const { page } = tab;
    page.on('request', (it) => asked.push(new URL(it.url())));
    await page.goto(new URL(`/vue${path}`, demo.base).href);
    await until(page, 'hydrated', () => document.querySelector('#app')?.__vue_app__);
    const see = (selector) => page.$eval(selector, (it) => it.innerText.replace(/\s+/g, ' ').trim());
    return {
      page,
      see,
      shows: (selector, text) =>
        until(
          page,
          `${selector} shows ${text}`,
          (at, it) => document.querySelector(at)?.innerText.includes(it),
          selector,
          text,
        ),
      /** Requests for availability so far. */
      asked: () =>
        asked.filter(({ pathname }) => pathname === '/v1/availability').map(({ search }) => search),
      go: async (path) => {
        await page.click(`a[href="/vue${path}"]`);
        await until(
          page,
          path,
          (it) =>
            location.pathname === `/vue${it}` && document.querySelector('h1') === document.activeElement,
          path,
        );
      },
      followed: () =>
        page.evaluate(() => [...globalThis[Symbol.for('backorder-elements.store.1')].store.followed].sort()),
    };
  }

  const fetchPage = (path) => fetch(new URL(`/vue${path}`, demo.base));

  it('a server writes the words of the offer: badge, date, our own button’s label, and the drawer’s place', async () => {
    const response = await fetchPage('/products/lund-dining-table');
    const html = await response.text();
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('transfer-encoding'), 'chunked');
    assert.match(html, /<backorder-badge state="backorder"[^>]*><span lang="en">Backorder<\/span>/);
    assert.match(html, /<eta-notice state="backorder"[^>]*><span lang="en">Expected to ship/);
    assert.match(html, /<button class="button button--full"[^>]*>Backorder now<\/button>/);
    assert.match(html, /<div id="drawer"><!--teleport start anchor--><dialog/);
    assert.match(html, /<title>Lund dining table · /);
    assert.equal((await fetchPage('/products/no-such-thing')).status, 404);
    assert.equal((await fetchPage('/nowhere')).status, 404);
  });

  it('pages for several visitors at a time have nothing of each other', async () => {
    const handles = ['lund-dining-table', 'mere-mug', 'fjell-wool-blanket', 'alma-lounge-chair'];
    const pages = await Promise.all(
      handles
        .flatMap((it) => [it, it])
        .map(async (it) => [it, await (await fetchPage(`/products/${it}`)).text()]),
    );
    for (const [handle, html] of pages)
      for (const other of handles.filter((it) => it !== handle))
        assert.ok(!html.includes(other), `${other} in ${handle}`);
  });

  for (const path of ['/products/lund-dining-table', '/']) {
    it(`is taken over as it stands (${path}): the same nodes, nothing moves, nothing is asked, nothing on the console`, async () => {
      const { page, asked } = await open(path);
      await until(
        page,
        'the element speaks',
        () => document.querySelector('backorder-badge[state=backorder]')?.shadowRoot,
      );
      await page.waitForNetworkIdle({ idleTime: 300 });
      const { gone, shift, served } = await page.evaluate(() => ({
        served: globalThis.theServers.length,
        // What stood inside our tags is theirs to draw anew.
        gone: globalThis.theServers
          .filter((it) => !it.isConnected && !it.matches('span[lang], i[lang], b[lang], button[lang]'))
          .map((it) => it.outerHTML),
        shift: globalThis.shifts.reduce((sum, it) => sum + it, 0),
      }));
      assert.ok(served > 40);
      assert.deepEqual([gone, shift, asked()], [[], 0, []]);
    });
  }

  it('variant and quantity: our own button, its lines and the elements say the same', async () => {
    const { page, see, shows } = await open('/products/mere-mug');
    assert.equal(await see('.button--full'), 'Add to cart');
    assert.equal(await see('.availability > p'), 'In stock, ships in 1 to 2 working days');
    for (let times = 0; times < 4; times += 1) await page.click('[aria-label="One more"]');
    await shows('.button--full', 'Backorder now');
    await until(page, 'the notice', () =>
      document.querySelector('eta-notice')?.shadowRoot?.textContent.includes('2 now, 3'),
    );
    await page.click('.choice:has([value=Moss])');
    await until(
      page,
      'the badge',
      () =>
        document.querySelector('.product__line backorder-badge').getAttribute('state') ===
        document.querySelector('.product').dataset.state,
    );
    await page.click('.choice:has([value=Slate])');
    await shows('.button--full', 'Backorder now');
  });

  it('keep-alive: there and back again it is as it was left, asks once for each product, and follows only what is shown', async () => {
    const { page, asked, go, followed, shows, see } = await open('/products/mere-mug');
    await page.click('[aria-label="One more"]');
    await page.click('.choice:has([value=Plum])');
    await page.evaluate(() => (globalThis.left = document.querySelector('.product')));
    await go('/');
    await page.waitForNetworkIdle({ idleTime: 200 });
    const [all] = asked();
    assert.match(all, /lund-dining-table/);
    assert.doesNotMatch(all, /mere-mug/, 'what the server has told is not asked for');
    await go('/products/lund-dining-table');
    await shows('.button--full', 'Backorder now');
    assert.deepEqual(await followed(), ['lund-dining-table']);
    for (let times = 0; times < 3; times += 1) {
      await page.goBack();
      await page.goBack();
      await until(page, 'back', () => document.querySelector('h1')?.textContent === 'Mere mug');
      assert.deepEqual(await followed(), ['mere-mug']);
      await page.goForward();
      await page.goForward();
      await until(page, 'forward', () => document.querySelector('h1')?.textContent === 'Lund dining table');
    }
    await page.goBack();
    await page.goBack();
    await until(page, 'back', () => document.querySelector('h1')?.textContent === 'Mere mug');
    assert.equal(
      await page.evaluate(() => document.querySelector('.product') === globalThis.left),
      true,
      'the same page',
    );
    assert.equal(await page.$eval('[name=quantity]', (it) => it.value), '2');
    assert.equal(await page.$eval('[value=Plum]', (it) => it.checked), true);
    await until(
      page,
      'the elements are awake',
      () =>
        document.querySelector('.product__line backorder-badge').getAttribute('state') ===
        document.querySelector('.product').dataset.state,
    );
    assert.equal(asked().length, 1);
    assert.ok(await see('.button--full'));
  });

  for (const [system, shop, refusal] of [
    ['shopify', carts.shopify, 'The specified quantity is not for sale.'],
    ['bigcommerce', carts.bigcommerce, 'Product not purchasable.'],
  ]) {
    describe(`with a cart kept by ${system}`, () => {
      const lines = (page) =>
        page.$$eval('#drawer .line', (all) => all.map((it) => it.innerText.replace(/\s+/g, ' ')));
      const said = (page, text) =>
        until(
          page,
          text,
          (it) =>
            [...document.querySelectorAll('#drawer .note')].some(({ textContent }) =>
              textContent.includes(it),
            ),
          text,
        );
      async function fill(path, pieces = 1) {
        const it = await open(path);
        await it.page.click('.header__cart');
        await it.page.select('#system', system);
        await it.page.keyboard.press('Escape');
        for (let times = 1; times < pieces; times += 1) await it.page.click('[aria-label="One more"]');
        return { ...it, add: () => it.page.click('.product .button--full') };
      }

      it('split: what is on the shelf is one line, what comes later is another that carries the promise', async () => {
        const { page, add, see } = await fill('/products/mere-mug', 5);
        await add();
        await said(page, 'In your cart: 3 × Mere mug. Backorder');
        const [now, later] = await lines(page);
        assert.match(now, /2 × Slate/);
        assert.doesNotMatch(now, /Availability/);
        assert.match(later, /3 × Slate Availability Backorder: /);
        assert.equal(await see('.header__count'), '5');
        assert.equal(await page.$eval('#drawer dialog', (it) => it.matches(':modal')), true);
        await until(page, 'our tag in the drawer', () =>
          document.querySelector('#drawer backorder-badge')?.shadowRoot?.textContent.includes('Backorder'),
        );
        await page.click('#drawer .line:last-child .line__remove');
        await until(page, 'one line', () => document.querySelectorAll('#drawer .line').length === 1);
        await page.keyboard.press('Escape');
        await until(page, 'closed', () => !document.querySelector('#drawer dialog').open);
      });

      it('receipt: a promise that the shop has dropped is put back on its line', async () => {
        shop.mood.forget = 1;
        const { page, add } = await fill('/products/lund-dining-table');
        await add();
        await said(page, 'In your cart: 1 × Lund dining table. Backorder');
        assert.match((await lines(page)).join(), /Availability Backorder: /);
      });

      it('receipt: a promise that cannot be kept on the line is told to the shopper', async () => {
        shop.mood.forget = 9;
        const { page, add, shows } = await fill('/products/mere-mug', 5);
        await add();
        await said(page, 'without the date that you were shown: 3 × Mere mug');
        await shows('.header__count', '5');
      });

      it('throttled: asked again until it is answered; refused: says why, and the cart is as the shop has it', async () => {
        shop.mood.throttle = 1;
        const { page, add, see } = await fill('/products/lund-dining-table');
        await add();
        await said(page, 'In your cart: 1 × Lund dining table');
        await page.click('.drawer__head button');
        shop.mood.refuse = refusal;
        await add();
        await said(page, `That did not work. ${refusal}`);
        assert.equal(await see('.header__count'), '1');
      });

      it('fewer than wanted: the shopper is told what is in the cart, and nothing else is', async () => {
        carts.sellable.set('41008', 2);
        const { page, add, see } = await fill('/products/lund-dining-table', 3);
        await add();
        await said(page, system === 'shopify' ? 'Only 2 of 3 × Lund dining table' : 'Not enough stock');
        assert.equal(await see('.header__count'), system === 'shopify' ? '2' : '0');
      });
    });
  }

  it('what cannot be ordered is not: the button says so and puts nothing in, and the form asks to be told', async () => {
    const { page, see } = await open('/products/alma-lounge-chair');
    await page.click('.choice:has([value=Rust])');
    await until(page, 'sold out', () => document.querySelector('.product').dataset.state === 'sold-out');
    await page.click('.product .button--full');
    assert.equal(
      await page.$eval('.product .button--full', (it) => it.getAttribute('aria-disabled')),
      'true',
    );
    await until(page, 'the form', () =>
      document.querySelector('notify-me-form')?.shadowRoot?.textContent.includes('Tell me when it is back'),
    );
    assert.equal(await see('.header__count'), '0');
  });

  it('passes the audit on a phone and with the drawer open, and nothing is wider than the screen', async () => {
    const { page, shows } = await open('/products/lund-dining-table', { width: 390, height: 844 });
    const audit = () =>
      page.evaluate(async () =>
        (await globalThis.axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
      );
    await page.evaluate(axe);
    assert.deepEqual(await audit(), []);
    await page.click('.product .button--full');
    await shows('#drawer .note', 'In your cart');
    assert.deepEqual(await audit(), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    await page.keyboard.press('Escape');
  });
});
