/* global HTMLInputElement, Event, innerWidth */
// The React shop of the demo: written by the server as a stream, taken over by the browser, with the carts of two shop systems.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { openDemo, goTo, until } from '../support/demo-browser.mjs';

/** Before anything of the page runs: keeps the server's nodes, and counts what moves. */
function watch() {
  window.served = {};
  window.moved = 0;
  window.asked = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const parts = [
    '.product-form__submit',
    '.availability__promise',
    '.product__line backorder-badge',
    '.card',
  ];
  const look = () => {
    for (const part of parts) window.served[part] ??= document.querySelector(part) ?? undefined;
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

const words = (page, part) =>
  page.$eval(part, (it) => (it.shadowRoot ?? it).textContent.replace(/\s+/g, ' ').trim());

/** All but React’s word on its tools. */
const wrong = (said) => said.filter((it) => !it.includes('Download the React DevTools'));

describe('the React shop', () => {
  const shops = {};
  let demo;
  let open = [];

  /** A product's page in the shop with that system's cart, hydrated: the badge is drawn by its element. */
  async function visit(path, options = {}) {
    const visit = await demo.visit(undefined, options);
    open.push(visit);
    const requests = [];
    visit.page.on('request', (it) => requests.push(it.url()));
    await visit.page.evaluateOnNewDocument(watch);
    await goTo(visit.page, new URL(`react/${path}`, demo.base).href);
    return { ...visit, requests };
  }

  const setQuantity = (page, pieces) =>
    page.$eval(
      '#quantity',
      (input, value) => {
        // As a shopper types: React looks at the property that it has put on the field.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, value);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
      String(pieces),
    );

  const choose = (page, value) => page.click(`.choice:has([value="${value}"]) .choice__face`);

  const buy = async (page, says) => {
    await page.click('.product-form__submit');
    await until(page, says, (text) => document.querySelector('.cart-says')?.textContent.includes(text), says);
  };

  const linesOf = (system) => {
    const [cart] = [...shops[system].carts.values()].slice(-1);
    const lines = cart?.lines ?? cart?.items ?? [];
    return lines.map(({ variant, quantity, attributes, textFields }) => [
      variant,
      quantity,
      (attributes ?? textFields).map(({ value, text }) => value ?? text).find((it) => it.startsWith('1;')),
    ]);
  };

  before(async () => {
    demo = await openDemo({ reactShops: shops });
  });
  afterEach(async () => {
    for (const { mood } of Object.values(shops))
      Object.assign(mood, { throttle: 0, forget: 0, refuse: undefined });
    for (const { close } of open.splice(0)) await close();
  });
  after(() => demo.close());

  it('is where the demo’s pages lead to', async () => {
    const reply = await fetch(new URL('react/', demo.base));
    assert.equal(reply.status, 200);
    assert.equal(new URL(reply.url).pathname, '/react/shopify/');
  });

  it('D33 is streamed with the words in it, and what takes longer comes after the rest', async () => {
    const reply = await fetch(new URL('react/shopify/products/lykke-table-lamp', demo.base));
    const pieces = [];
    for await (const piece of reply.body) pieces.push(Buffer.from(piece).toString());
    const [first] = pieces;
    assert.match(first, /availability__promise">Ships /);
    assert.match(first, />Backorder now<\/button>/);
    assert.doesNotMatch(first, /Fyr floor lamp/);
    assert.match(pieces.slice(1).join(''), /Fyr floor lamp/);
  });

  it('D33 is hydrated without a warning, nothing moves, and the server’s nodes stay', async () => {
    const { page, said, requests } = await visit('shopify/products/lykke-table-lamp');
    await until(page, 'the element’s badge', () =>
      document.querySelector('.product__line backorder-badge')?.shadowRoot?.textContent.includes('Backorder'),
    );
    const kept = await page.evaluate(() =>
      Object.entries(window.served).map(([part, node]) => [part, node === document.querySelector(part)]),
    );
    assert.deepEqual(kept, [
      ['.product-form__submit', true],
      ['.availability__promise', true],
      ['.product__line backorder-badge', true],
      ['.card', true],
    ]);
    assert.equal(await page.evaluate(() => window.moved), 0);
    assert.deepEqual(wrong(said), []);
    // StrictMode runs every effect twice: still one request, for the hook and all elements together.
    assert.equal(requests.filter((it) => it.includes('/v1/availability')).length, 1);
  });

  it('the list is hydrated likewise, and its badges need one request', async () => {
    const { page, said, requests } = await visit('shopify/', { width: 390, height: 800 });
    const shown = await page.$$eval(
      '.card backorder-badge',
      (all) => all.filter((it) => it.shadowRoot?.textContent.trim()).length,
    );
    assert.ok(shown >= 8, `${shown} badges`);
    assert.equal(await page.evaluate(() => window.moved), 0);
    assert.equal(requests.filter((it) => it.includes('/v1/availability')).length, 1);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert.ok(wide, 'no sideways scrolling on a phone');
    assert.deepEqual(wrong(said), []);
  });

  it('follows the variant and the quantity, and goes from product to product without loading a page', async () => {
    const { page, said, requests } = await visit('shopify/products/mere-mug');
    assert.equal(await words(page, '.product-form__submit'), 'Add to cart');
    await setQuantity(page, 5);
    await until(page, 'the split', () =>
      /^2 .* 3 /.test(document.querySelector('.availability__promise')?.textContent ?? ''),
    );
    assert.equal(await words(page, '.product__line backorder-badge'), 'Backorder');
    await choose(page, 'Moss');
    await until(page, 'in stock', () => !document.querySelector('.availability__promise'));
    const before = requests.length;
    await page.$$eval('.card__link', (all) => all.find((it) => /kettle/.test(it.textContent)).click());
    await until(page, 'the kettle', () => document.querySelector('h1')?.textContent === 'Brygga kettle');
    await until(page, 'its promise', () => document.querySelector('.availability__promise'));
    assert.equal(await words(page, '.product-form__submit'), 'Backorder now');
    await page.goBack();
    await until(page, 'the mug', () => document.querySelector('h1')?.textContent === 'Mere mug');
    await until(
      page,
      'its label',
      () => document.querySelector('.product-form__submit').textContent === 'Add to cart',
    );
    assert.deepEqual(
      requests.slice(before).filter((it) => !/\.svg$/.test(it)),
      [],
    );
    assert.deepEqual(wrong(said), []);
  });

  for (const system of ['shopify', 'bigcommerce']) {
    it(`${system}: puts the part from the shelf and the part that comes later into the cart, and shows it`, async () => {
      const { page, said } = await visit(`${system}/products/mere-mug`);
      await setQuantity(page, 5);
      await until(page, 'the split', () => document.querySelector('.availability__promise'));
      await buy(page, 'In your cart.');
      const [shelf, later] = linesOf(system);
      assert.deepEqual(shelf, ['41018', 2, undefined]);
      assert.equal(later[1], 3);
      assert.match(later[2], /^1;backorder;0\+3;/);
      await page.click('.header__cart');
      await until(page, 'two lines', () => document.querySelectorAll('.line').length === 2);
      assert.match(await words(page, '.lines'), /Availability ?Backorder: Expected to ship in the week of/);
      assert.doesNotMatch(await words(page, '.lines'), /_backorder/);
      await page.click('.line__remove');
      await until(page, 'one line', () => document.querySelectorAll('.line').length === 1);
      await page.reload();
      await until(page, 'the line that is left', () => document.querySelectorAll('.line').length === 1);
      assert.deepEqual(wrong(said), []);
    });

    it(`${system}: refuses in its own words, is asked again when it is busy, and gets back a promise that it lost`, async () => {
      const { page, said } = await visit(`${system}/products/brygga-kettle`);
      const { mood } = shops[system];
      mood.refuse = 'This product is sold in store only.';
      await buy(page, 'sold in store only');
      Object.assign(mood, { throttle: 1, forget: 1 });
      await buy(page, 'In your cart.');
      assert.match(linesOf(system)[0][2], /^1;backorder;0\+1;/);
      // That is how BigCommerce says that it is busy.
      assert.deepEqual(
        wrong(said).filter((it) => !it.includes('429')),
        [],
      );
    });
  }

  it('shopify: fewer than were asked for are told; bigcommerce: none', async () => {
    for (const [system, says] of [
      ['shopify', 'only 4 of 6'],
      ['bigcommerce', 'Not enough stock'],
    ]) {
      const { page } = await visit(`${system}/products/lykke-table-lamp`);
      await setQuantity(page, 6);
      await until(page, 'six', () => document.querySelector('#quantity').value === '6');
      await buy(page, says);
    }
  });

  it('what is sold out offers a sign-up in place of the sale', async () => {
    const { page, said } = await visit('shopify/products/ember-fire-bowl');
    assert.equal(await page.$eval('.product-form__submit', (it) => it.getAttribute('aria-disabled')), 'true');
    assert.ok(await page.$('notify-me-form'));
    const carts = shops.shopify.carts.size;
    await page.click('.product-form__submit');
    assert.equal(shops.shopify.carts.size, carts);
    assert.deepEqual(wrong(said), []);
  });
});
