// Back and forward in a real browser (cases S04 to S07): the back-forward cache, which page drivers switch off, needs raw
// DevTools. Chromium only.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lamp, ShopJourney } from '../support/shop-journey.mjs';
import { requireBrowser } from '../tools/browsers.mjs';

const ADDRESS = 'somebody@example.com';
const LABEL = 'Backorder now';

/** Each keeps a page out of the cache. */
const OPEN_LOCK = '<script>navigator.locks.request("theirs", () => new Promise(() => {}))</script>';
const UNLOAD = '<script>addEventListener("unload", () => {})</script>';

describe('back and forward', () => {
  const journey = new ShopJourney();
  before(() => journey.start(requireBrowser('chromium')));
  after(() => journey.stop());

  /** The heap is marked, so that a restored page can be told from a new one. */
  async function open(options) {
    const tab = await journey.open(options);
    await tab.evaluate(`window.mark = 'the same heap'; window.shown = [];
      addEventListener('pageshow', ({ persisted }) => shown.push(persisted)); true`);
    return tab;
  }

  const isRestored = async () => (await journey.tab.evaluate('window.mark')) === 'the same heap';
  const isQuiet = async () =>
    assert.deepEqual(await journey.tab.evaluate('[heard.errors, heard.console]'), [[], []]);
  const isAt = (page) =>
    journey.tab.waitFor(`location.pathname.endsWith('${page}.html') && document.readyState === 'complete'`);

  async function comeBack(page = 'plain') {
    await journey.tab.go(-1);
    await isAt(page);
  }

  async function leaveAndComeBack(page) {
    await journey.tab.open(journey.address('empty'));
    await comeBack(page);
  }

  for (const [what, script, document] of [
    ['without our script', false, lamp(0)],
    ['with it, of a product on backorder', true, lamp(0)],
    ['with it, of a product in stock', true, lamp(7)],
    ['with it, of a product that is sold out', true, lamp(0, { sell: 'none' })],
  ]) {
    it(`S06 a page ${what} is restored from the cache`, async () => {
      const tab = await open({ document, script });
      if (script && document.products[0].onHand === 0)
        await tab.waitFor(`document.querySelector('backorder-badge')?.textContent`);
      await leaveAndComeBack();
      assert.equal(await isRestored(), true);
      assert.deepEqual(await tab.evaluate('shown'), [true]);
    });
  }

  it('S06 a page whose sign-up form is open, and filled in, is restored too', async () => {
    const tab = await open({ document: lamp(0, { sell: 'none' }) });
    await journey.fillIn(ADDRESS);
    await leaveAndComeBack();
    assert.equal(await isRestored(), true);
    assert.equal(await tab.evaluate(`document.querySelector('input[type=email]').value`), ADDRESS);
    assert.deepEqual(journey.asked('sign-ups'), []);
  });

  for (const [what, theme] of [
    ['an unload listener', UNLOAD],
    ['a lock that it goes on holding', OPEN_LOCK],
  ]) {
    it(`S06 negative control: a page with ${what} is not`, async () => {
      await open({ document: lamp(0), theme });
      await journey.labelIs(LABEL);
      await leaveAndComeBack();
      assert.equal(await isRestored(), false);
      // It is a new page then, and as right as one.
      await journey.labelIs(LABEL);
    });
  }

  it('S04 back after an add to the cart: stock and label are what they are by now', async () => {
    const tab = await open({ document: lamp(0), cart: 'follow' });
    await journey.labelIs(LABEL);
    const before = journey.asked('availability').length;
    journey.change({ document: lamp(0, { limit: 0 }) });
    await tab.evaluate(`document.querySelector('[name=add]').click()`);
    await isAt('cart');
    await comeBack();
    assert.equal(await isRestored(), true);
    await journey.labelIs('Sold out');
    assert.equal(await tab.evaluate(`document.querySelectorAll('[name^=properties]').length`), 0);
    // Once, though the ttl is an hour: nobody knows how old a restored page is.
    assert.equal(journey.asked('availability').length, before + 1);
    assert.equal(journey.asked('cart/add').length, 1);
    await isQuiet();
  });

  it('S04 back to a product that has come in stock: the page is the theme’s again', async () => {
    const tab = await open({ document: lamp(0) });
    await journey.labelIs(LABEL);
    journey.change({ document: lamp(7) });
    await leaveAndComeBack();
    await journey.labelIs('Add to cart');
    assert.equal(await isRestored(), true);
    assert.equal(await tab.evaluate(`document.querySelectorAll('[name^=properties]').length`), 0);
    await isQuiet();
  });

  it('S04 back to a page that was in stock, and is so no more', async () => {
    await open({ document: lamp(7) });
    journey.change({ document: lamp(0) });
    await leaveAndComeBack();
    await journey.labelIs(LABEL);
    assert.equal(await isRestored(), true);
    await isQuiet();
  });

  it('S04 away and back three times while it sells out and comes in again: read anew each time, in one page', async () => {
    const tab = await open({ document: lamp(7) });
    for (const [onHand, label] of [
      [0, LABEL],
      [7, 'Add to cart'],
      [0, LABEL],
    ]) {
      const before = journey.asked('availability').length;
      journey.change({ document: lamp(onHand) });
      await leaveAndComeBack();
      await journey.labelIs(label);
      assert.equal(journey.asked('availability').length, before + 1);
    }
    assert.equal(await isRestored(), true);
    assert.deepEqual(await tab.evaluate('shown'), [true, true, true]);
    assert.equal(await tab.evaluate(`document.querySelectorAll('[data-backorder-place]').length`), 1);
    await isQuiet();
  });

  it('S04 left while a sign-up was being sent: no "Sending…" stays, and there is one row', async () => {
    const tab = await open({
      document: lamp(0, { sell: 'none' }),
      replies: { 'sign-ups': { hold: 'answer' } },
    });
    await journey.fillIn(ADDRESS);
    await journey.send();
    await journey.until(() => journey.asked('sign-ups').length === 1);
    await tab.open(journey.address('empty'));
    journey.shop.release('answer');
    await journey.until(() => journey.shop.rows.size === 1);
    await comeBack();
    // A request under way may keep a page out of the cache: then it comes back new, and idle as well.
    await tab.waitFor(
      `!document.querySelector('notify-me-form')?.shadowRoot?.querySelector('[data-phase=sending]')`,
    );
    assert.equal(journey.asked('sign-ups').length, 1);
  });

  it('S05 back without the cache: nothing is sent, and an address that was not sent was kept nowhere', async () => {
    const tab = await open({ document: lamp(0, { sell: 'none' }), theme: UNLOAD });
    await journey.fillIn(ADDRESS);
    await leaveAndComeBack();
    assert.equal(await isRestored(), false);
    await tab.waitFor(`document.querySelector('notify-me-form button')`);
    await tab.evaluate(`document.querySelector('notify-me-form button').click()`);
    await tab.waitFor(`document.activeElement?.type === 'email'`);
    // Browsers fill only fields again that stand in the page's own HTML; to keep the address ourselves would be to store it.
    assert.equal(await tab.evaluate(`document.activeElement.value`), '');
    const kept = `JSON.stringify([history.state, { ...localStorage }, { ...sessionStorage }, document.cookie])`;
    assert.equal(await tab.evaluate(kept), '[null,{},{},""]');
    assert.deepEqual(journey.asked('sign-ups'), []);
    await isQuiet();
  });

  it('S05 back without the cache: what the browser fills in again is what the button goes by', async () => {
    const variants = ['oak', 'black', 'red'].map((it) => ({
      id: `chair-${it}`,
      onHand: it === 'black' ? 0 : 5,
    }));
    const document = { ...lamp(0), products: [{ id: 'chair', variants }] };
    const tab = await open({ page: 'variants', document, theme: UNLOAD });
    await tab.evaluate(`document.querySelector('[value=chair-black]').click()`);
    await journey.labelIs(LABEL);
    await leaveAndComeBack('variants');
    assert.equal(await isRestored(), false);
    await tab.waitFor(`document.querySelector('[value=chair-black]').checked`);
    await journey.labelIs(LABEL);
    await isQuiet();
  });

  it('S07 forward to a page that was sent already: nothing is sent again', async () => {
    const tab = await open({ document: lamp(0), cart: 'follow' });
    await journey.labelIs(LABEL);
    await tab.evaluate(`document.querySelector('[name=add]').click()`);
    await isAt('cart');
    await comeBack();
    await journey.labelIs(LABEL);
    await tab.go(1);
    await isAt('cart');
    assert.equal(journey.asked('cart/add').length, 1);
  });
});
