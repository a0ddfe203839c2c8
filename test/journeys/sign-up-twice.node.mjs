// A sign-up in a page that is loaded anew meanwhile, and in two tabs at once (cases S08 and S09). Chromium only.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lamp, ShopJourney } from '../support/shop-journey.mjs';
import { pause } from '../support/shop-state.mjs';

const ADDRESS = 'somebody@example.com';
const SOLD_OUT = lamp(0, { sell: 'none' });

const phase = `document.querySelector('notify-me-form')?.shadowRoot?.querySelector('[part=status]')?.dataset.phase`;

describe('a sign-up more than once', () => {
  const journey = new ShopJourney();
  before(() => journey.start());
  after(() => journey.stop());

  it('S08 the page is loaded anew while a sign-up is sent: it is kept once or not at all', async () => {
    let kept = 0;
    for (let wait = 0; wait < 25; wait += 1) {
      const tab = await journey.open({ document: SOLD_OUT, replies: { 'sign-ups': { delay: 12 } } });
      await journey.fillIn(ADDRESS);
      await tab.evaluate(`window.mark = true`);
      void journey.send().catch(() => {});
      await pause(wait);
      await tab.send('Page.reload');
      await tab.waitFor(`!window.mark && document.readyState === 'complete'`);
      await tab.waitFor(`document.querySelector('notify-me-form button')`);
      assert.ok(journey.asked('sign-ups').length <= 1, `sent again, loaded anew after ${wait} ms`);
      assert.notEqual(await tab.evaluate(phase), 'sending');
      assert.ok(journey.shop.rows.size <= 1);
      kept += journey.shop.rows.size;
      await journey.close();
    }
    assert.ok(kept > 0, 'none was sent: the test proves nothing');
  });

  it('S08 loaded anew before the answer, and signed up again: for the shop it is one person and one product', async () => {
    const tab = await journey.open({ document: SOLD_OUT, replies: { 'sign-ups': [{ hold: 'answer' }, {}] } });
    await journey.fillIn(ADDRESS);
    await journey.send();
    await journey.until(() => journey.asked('sign-ups').length === 1);
    await tab.send('Page.reload');
    journey.shop.release('answer');
    await tab.waitFor(`document.readyState === 'complete'`);
    await journey.fillIn(ADDRESS);
    await journey.send();
    await tab.waitFor(`${phase} === 'done'`);
    assert.equal(subscriptions(journey).size, 1);
    assert.deepEqual(await tab.evaluate('heard.errors'), []);
  });

  it('S09 two tabs, one product, one address: both are told that it was taken, and it is one subscription', async () => {
    const first = await journey.open({ document: SOLD_OUT, replies: { 'sign-ups': { delay: 50 } } });
    await journey.fillIn(ADDRESS);
    const second = await journey.openAgain();
    await journey.fillIn(ADDRESS);
    const send = `document.querySelector('notify-me-form form button').click()`;
    await Promise.all([first.evaluate(send), second.evaluate(send)]);
    for (const tab of [first, second]) {
      await tab.waitFor(`${phase} === 'done'`);
      assert.deepEqual(await tab.evaluate('[heard.errors, heard.console]'), [[], []]);
    }
    const asked = journey.asked('sign-ups');
    assert.equal(asked.length, 2);
    // Two intents: each tab's own lost answer may be asked for again without the other's being taken for it.
    assert.equal(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size, 2);
    assert.equal(subscriptions(journey).size, 1);
  });
});

/** What an endpoint keeps by: who wants to know of what. The key is for one try and its repeats alone. */
const subscriptions = ({ shop }) =>
  new Set(
    [...shop.rows.values()].map(({ email, product, variant }) => JSON.stringify([email, product, variant])),
  );
