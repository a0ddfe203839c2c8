// Back and forward in a real browser (cases S04 to S07): the back-forward cache, which page drivers switch off, needs raw
// DevTools. Chromium only.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Chromium } from '../support/chromium-session.mjs';
import { startShop } from '../support/shop-server.mjs';

const ADDRESS = 'somebody@example.com';
const LABEL = 'Backorder now';

/** Keeps a page out of the cache. */
const UNLOAD = '<script>addEventListener("unload", () => {})</script>';

const sells = (onHand, policy) => ({
  version: 1,
  ttl: 3600,
  policy: { sell: 'backorder', promise: { leadTime: { max: 5 } }, ...policy },
  signUp: { url: '/shop/journey/sign-ups' },
  products: [{ id: 'lamp', onHand }],
});

const label = `document.querySelector('[name=add]').textContent.trim()`;
const labelIs = (text) => `${label} === ${JSON.stringify(text)}`;

describe('back and forward', () => {
  let shop;
  let chromium;
  let tab;
  let count = 0;
  let id;

  before(async () => {
    shop = await startShop();
    chromium = new Chromium();
  });
  after(async () => {
    await chromium.close();
    await shop.stop();
  });

  /** Opens a page of a shop of its own in a new tab; its heap is marked, so that a restored page can be told from a new one. */
  async function openPage({ page = 'plain', ...options }) {
    id = `journey-${(count += 1)}`;
    const document = JSON.parse(
      JSON.stringify(options.document).replaceAll('/shop/journey/', `/shop/${id}/`),
    );
    Object.assign(shop.at(id).options, { script: true, endpoint: 'availability', ...options, document });
    tab = await chromium.newTab();
    await tab.open(`${shop.origin}/shop/${id}/${page}.html`);
    await tab.evaluate(`window.mark = 'the same heap'; window.shown = [];
      addEventListener('pageshow', ({ persisted }) => shown.push(persisted)); true`);
  }

  const answer = (document) => {
    shop.at(id).options.document = JSON.parse(
      JSON.stringify(document).replaceAll('/shop/journey/', `/shop/${id}/`),
    );
  };
  const asked = (path) => shop.at(id).log.filter((it) => it.path === path);
  const isRestored = async () => (await tab.evaluate('window.mark')) === 'the same heap';

  async function leaveAndComeBack(page = 'plain') {
    await tab.open(`${shop.origin}/shop/${id}/empty.html`);
    await tab.go(-1);
    await tab.waitFor(`location.pathname.endsWith('${page}.html') && document.readyState === 'complete'`);
  }

  for (const [what, script] of [
    ['without our script', false],
    ['with it', true],
  ]) {
    it(`S06 a page ${what} is restored from the cache`, async () => {
      await openPage({ document: sells(0), script });
      if (script) await tab.waitFor(labelIs(LABEL));
      await leaveAndComeBack();
      assert.equal(await isRestored(), true);
      assert.deepEqual(await tab.evaluate('shown'), [true]);
    });
  }

  it('S06 a page whose sign-up form is open, and filled in, is restored too', async () => {
    await openPage({ document: sells(0, { sell: 'none' }) });
    await openForm();
    await leaveAndComeBack();
    assert.equal(await isRestored(), true);
    assert.equal(await tab.evaluate(`document.querySelector('input[type=email]').value`), ADDRESS);
    assert.deepEqual(asked('sign-ups'), []);
  });

  it('negative control: a page with an unload listener is not', async () => {
    await openPage({ document: sells(0), theme: UNLOAD });
    await leaveAndComeBack();
    assert.equal(await isRestored(), false);
  });

  it('S04 back after an add to the cart: stock and label are what they are by now', async () => {
    await openPage({ document: sells(0), cart: 'follow' });
    await tab.waitFor(labelIs(LABEL));
    const before = asked('availability').length;
    answer(sells(0, { limit: 0 }));
    await tab.evaluate(`document.querySelector('[name=add]').click()`);
    await tab.waitFor(`location.pathname.endsWith('cart.html') && document.readyState === 'complete'`);
    await tab.go(-1);
    await tab.waitFor(`location.pathname.endsWith('plain.html')`);
    assert.equal(await isRestored(), true);
    await tab.waitFor(labelIs('Sold out'));
    assert.equal(await tab.evaluate(`document.querySelectorAll('[name^=properties]').length`), 0);
    // Once, though the ttl is an hour: nobody knows how old a restored page is.
    assert.equal(asked('availability').length, before + 1);
    assert.equal(asked('cart/add').length, 1);
    assert.deepEqual(await tab.evaluate('[heard.errors, heard.console]'), [[], []]);
  });

  it('S04 back to a product that has come in stock: the page is the theme’s again', async () => {
    await openPage({ document: sells(0) });
    await tab.waitFor(labelIs(LABEL));
    await tab.open(`${shop.origin}/shop/${id}/empty.html`);
    answer(sells(7));
    await tab.go(-1);
    await tab.waitFor(labelIs('Add to cart'));
    assert.equal(await isRestored(), true);
    assert.equal(await tab.evaluate(`document.querySelectorAll('[name^=properties]').length`), 0);
  });

  it('S04 back to a page that was in stock, and is so no more', async () => {
    await openPage({ document: sells(7) });
    await tab.open(`${shop.origin}/shop/${id}/empty.html`);
    answer(sells(0));
    await tab.go(-1);
    await tab.waitFor(labelIs(LABEL));
    assert.equal(await isRestored(), true);
  });

  it('S04 left while a sign-up was being sent: no "Sending…" stays, and there is one row', async () => {
    await openPage({ document: sells(0, { sell: 'none' }), replies: { 'sign-ups': { hold: 'answer' } } });
    await openForm();
    await tab.evaluate(`document.querySelector('notify-me-form form button').click()`);
    await waitUntil(() => asked('sign-ups').length === 1);
    await tab.open(`${shop.origin}/shop/${id}/empty.html`);
    shop.at(id).release('answer');
    await waitUntil(() => shop.at(id).rows.size === 1);
    await tab.go(-1);
    await tab.waitFor(`location.pathname.endsWith('plain.html') && document.readyState === 'complete'`);
    // A request under way keeps a page out of the cache in some versions: then it comes back new, and idle as well.
    await tab.waitFor(
      `document.querySelector('notify-me-form')?.shadowRoot?.querySelector('[part=status]')?.dataset.phase !== 'sending'`,
    );
    assert.equal(asked('sign-ups').length, 1);
  });

  it('S05 back without the cache: nothing is sent, and an address that was not sent was kept nowhere', async () => {
    await openPage({ document: sells(0, { sell: 'none' }), theme: UNLOAD });
    await openForm();
    await leaveAndComeBack();
    assert.equal(await isRestored(), false);
    await tab.waitFor(`document.querySelector('notify-me-form button')`);
    await tab.evaluate(`document.querySelector('notify-me-form button').click()`);
    await tab.waitFor(`document.activeElement?.type === 'email'`);
    // Browsers fill only fields again that stand in the page's own HTML; to keep the address ourselves would be to store it.
    assert.equal(await tab.evaluate(`document.activeElement.value`), '');
    assert.equal(
      await tab.evaluate(`JSON.stringify([history.state, { ...localStorage }, { ...sessionStorage }])`),
      '[null,{},{}]',
    );
    assert.deepEqual(asked('sign-ups'), []);
    assert.deepEqual(await tab.evaluate('[heard.errors, heard.console]'), [[], []]);
  });

  it('S05 back without the cache: what the browser fills in again is what the button goes by', async () => {
    const products = [
      {
        id: 'chair',
        variants: ['oak', 'black', 'red'].map((it) => ({
          id: `chair-${it}`,
          onHand: it === 'black' ? 0 : 5,
        })),
      },
    ];
    await openPage({ page: 'variants', document: { ...sells(0), products }, theme: UNLOAD });
    await tab.evaluate(`document.querySelector('[value=chair-black]').click()`);
    await tab.waitFor(labelIs(LABEL));
    await leaveAndComeBack('variants');
    assert.equal(await isRestored(), false);
    await tab.waitFor(`document.querySelector('[value=chair-black]').checked`);
    await tab.waitFor(labelIs(LABEL));
  });

  it('S07 forward to a page that was sent already: nothing is sent again', async () => {
    await openPage({ document: sells(0), cart: 'follow' });
    await tab.waitFor(labelIs(LABEL));
    await tab.evaluate(`document.querySelector('[name=add]').click()`);
    await tab.waitFor(`location.pathname.endsWith('cart.html')`);
    await tab.go(-1);
    await tab.waitFor(labelIs(LABEL));
    await tab.go(1);
    await tab.waitFor(`location.pathname.endsWith('cart.html')`);
    assert.equal(asked('cart/add').length, 1);
  });

  /** Opens the sign-up form and types an address into it, without sending it. */
  async function openForm() {
    await tab.waitFor(`document.querySelector('notify-me-form button')`);
    await tab.evaluate(`document.querySelector('notify-me-form button').click()`);
    await tab.waitFor(`document.activeElement?.type === 'email'`);
    await tab.type(ADDRESS);
    await tab.waitFor(`document.activeElement.value === ${JSON.stringify(ADDRESS)}`);
  }

  async function waitUntil(condition) {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
  }
});
