// Network cases that only a browser's own switches can make: a blocker, being offline, a tab that is closed (N13, N23, N25 to
// N27). Chromium only; the same failures by other means in all engines: network-config.test.ts and network-sign-up.test.ts.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { lamp, ShopJourney } from '../support/shop-journey.mjs';
import { pause } from '../support/shop-state.mjs';

const ADDRESS = 'somebody@example.com';
const LABEL = 'Backorder now';

/** As documented: bytes of a document that are read at most. */
const CAP = 512 * 1024;

const reports = `heard.console.filter((it) => it.startsWith('[backorder-elements]')).length`;
const phase = `document.querySelector('notify-me-form').shadowRoot?.querySelector('[part=status]')?.dataset.phase`;

describe('a browser without a network', () => {
  const journey = new ShopJourney();
  before(() => journey.start());
  after(() => journey.stop());
  afterEach(() => journey.close().catch(() => {}));

  const block = (tab, pattern) =>
    tab.send('Network.enable').then(() => tab.send('Network.setBlockedURLs', { urls: [pattern] }));

  async function offline(is) {
    await journey.tab.send('Network.enable');
    const rates = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await journey.tab.send('Network.emulateNetworkConditions', { offline: is, ...rates });
  }

  /** The add button and what a press of it sends. */
  async function sale() {
    const before = journey.asked('cart/add').length;
    const button = await journey.tab.evaluate(`(() => {
      const button = document.querySelector('[name=add]');
      const { left, top, width, height } = button.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      button.click();
      return [left, top, width, height, button.contains(hit), button.textContent.trim(), button.disabled, button.ariaDisabled];
    })()`);
    await journey.until(() => journey.asked('cart/add').length > before);
    return { button, fields: journey.asked('cart/add').at(-1).fields };
  }

  async function saleWithoutUs() {
    await journey.open({ script: false });
    return sale();
  }

  async function isQuiet(warnings) {
    assert.deepEqual(await journey.tab.evaluate('heard.errors'), []);
    assert.equal(await journey.tab.evaluate(reports), warnings);
  }

  for (const [what, pattern] of [
    ['the question for the document', '*availability*'],
    ['all our files but the first', '*backorder-elements.*.js*'],
  ]) {
    it(`N23 a blocker cancels ${what}: the page sells as without us`, async () => {
      const without = await saleWithoutUs();
      await journey.open({ document: lamp(0) }, (tab) => block(tab, pattern));
      await journey.tab.waitFor(`${reports} > 0`);
      assert.deepEqual(await sale(), without);
      await isQuiet(1);
    });
  }

  it('N25 offline when the document should come, online later: fails open, then decorates, and the focus stays', async () => {
    const without = await saleWithoutUs();
    const tab = await journey.open({
      document: lamp(0),
      replies: { availability: [{ hold: 'never' }, {}] },
    });
    await journey.until(() => journey.asked('availability').length === 1);
    await offline(true);
    await tab.waitFor(`${reports} > 0`);
    assert.equal(await tab.evaluate('navigator.onLine'), false);
    await tab.evaluate(`document.querySelector('[name=quantity]').focus()`);
    await offline(false);
    await journey.labelIs(LABEL);
    assert.equal(await tab.evaluate('document.activeElement.name'), 'quantity');
    assert.equal(journey.asked('availability').length, 2);
    const { fields } = await sale();
    assert.deepEqual(fields.slice(0, -2), without.fields);
    await isQuiet(1);
    journey.shop.release('never');
  });

  it('N26 offline when the sign-up is sent: told, kept, and sent once when the network is back', async () => {
    const tab = await journey.open({ document: lamp(0, { sell: 'none' }) });
    await journey.fillIn(ADDRESS);
    await offline(true);
    for (let press = 0; press < 2; press += 1) {
      await journey.send();
      await tab.waitFor(`${phase} === 'failed'`);
      assert.equal(await tab.evaluate(`document.querySelector('input[type=email]').value`), ADDRESS);
    }
    assert.deepEqual(journey.asked('sign-ups'), []);
    await offline(false);
    await tab.waitFor(`${phase} === 'done'`);
    assert.equal(journey.asked('sign-ups').length, 1);
    const rows = [...journey.shop.rows.values()];
    assert.deepEqual(
      rows.map(({ email }) => email),
      [ADDRESS],
    );
    await isQuiet(0);
  });

  it('N27 the tab is closed while a sign-up is sent: it is kept once or not at all', async () => {
    let kept = 0;
    for (let wait = 0; wait < 40; wait += 4) {
      await journey.open({ document: lamp(0, { sell: 'none' }), replies: { 'sign-ups': { delay: 15 } } });
      await journey.fillIn(ADDRESS);
      void journey.send().catch(() => {});
      await pause(wait);
      await journey.close();
      await pause(100);
      assert.ok(journey.asked('sign-ups').length <= 1, `closed after ${wait} ms`);
      kept += journey.shop.rows.size;
    }
    assert.ok(kept > 0, 'none was sent: the test proves nothing');
  });

  it('N13 a body without end leaves no more memory behind than a few times what is read of it', async () => {
    const heap = async () => {
      await journey.tab.send('HeapProfiler.collectGarbage');
      return (await journey.tab.send('Runtime.getHeapUsage')).usedSize;
    };
    await journey.open({ endpoint: '{away}/nothing' });
    await journey.tab.waitFor(`${reports} > 0`);
    const before = await heap();
    await journey.close();
    const flood = { how: 'flood', rate: CAP / 2, every: 1, total: 100 * CAP };
    await journey.open({ endpoint: '{away}/availability', replies: { availability: flood } });
    await journey.tab.waitFor(`${reports} > 0`);
    assert.ok((await heap()) - before < 3 * CAP);
  });
});
