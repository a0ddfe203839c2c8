// Network cases that only a browser's own switches can make: a blocker, being offline, a tab that is closed (N13, N23, N25 to
// N27). Chromium only; the same failures by other means in all engines: network-config.test.ts and network-sign-up.test.ts.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { Chromium } from '../support/chromium-session.mjs';
import { startShop } from '../support/shop-server.mjs';

const ADDRESS = 'somebody@example.com';
const LABEL = 'Backorder now';

describe('a browser without a network', () => {
  let shop;
  let chromium;
  let tab;
  let count = 0;
  let id;

  before(async () => {
    shop = await startShop();
    chromium = new Chromium();
  });
  afterEach(() => chromium.send('Target.closeTarget', { targetId: tab.target }).catch(() => {}));
  after(async () => {
    await chromium.close();
    await shop.stop();
  });

  const sells = (onHand, policy) => ({
    version: 1,
    policy: { sell: 'backorder', promise: { leadTime: { max: 5 } }, ...policy },
    signUp: { url: `/shop/${id}/sign-ups` },
    products: [{ id: 'lamp', onHand }],
  });

  const labelIs = (text) =>
    `document.querySelector('[name=add]').textContent.trim() === ${JSON.stringify(text)}`;
  const asked = (path) => shop.at(id).log.filter((it) => it.path === path);
  const reports = `heard.console.filter((it) => it.startsWith('[backorder-elements]'))`;

  async function openPage(options, prepare = () => {}) {
    id = `network-${(count += 1)}`;
    const { document = sells(0), ...others } = options;
    Object.assign(shop.at(id).options, { script: true, endpoint: 'availability', document, ...others });
    tab = await chromium.newTab();
    await tab.send('Network.enable');
    await prepare(tab);
    await tab.open(`${shop.origin}/shop/${id}/plain.html`);
  }

  const offline = (is) =>
    tab.send('Network.emulateNetworkConditions', {
      offline: is,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });

  /** The add button and what a press of it sends. */
  async function sale() {
    const before = asked('cart/add').length;
    const facts = await tab.evaluate(`(() => {
      const button = document.querySelector('[name=add]');
      const { left, top, width, height } = button.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      button.click();
      return [left, top, width, height, button.contains(hit), button.textContent.trim(), button.disabled, button.ariaDisabled];
    })()`);
    await waitUntil(() => asked('cart/add').length > before);
    return { facts, fields: asked('cart/add').at(-1).fields };
  }

  const waitUntil = async (condition) => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('N23 a blocker cancels the question: the page sells as without us', async () => {
    await openPage({ script: false });
    const without = await sale();
    await openPage({}, (it) => it.send('Network.setBlockedURLs', { urls: ['*availability*'] }));
    await tab.waitFor(`${reports}.length > 0`);
    assert.deepEqual(await sale(), without);
    assert.deepEqual(await tab.evaluate('heard.errors'), []);
    assert.equal((await tab.evaluate(reports)).length, 1);
    assert.deepEqual(asked('availability'), []);
  });

  it('N23 a blocker cancels all our files but the first', async () => {
    await openPage({ script: false });
    const without = await sale();
    await openPage({}, (it) => it.send('Network.setBlockedURLs', { urls: ['*backorder-elements.page*'] }));
    await tab.waitFor(`${reports}.length > 0`);
    assert.deepEqual(await sale(), without);
    assert.deepEqual(await tab.evaluate('heard.errors'), []);
    assert.equal((await tab.evaluate(reports)).length, 1);
  });

  it('N25 offline when the document should come, online later: fails open, then decorates, and the focus stays', async () => {
    await openPage({ script: false });
    const without = await sale();
    await openPage({ replies: { availability: [{ hold: 'never' }, {}] } });
    await waitUntil(() => asked('availability').length === 1);
    await offline(true);
    await tab.waitFor(`${reports}.length > 0`);
    assert.equal(await tab.evaluate('navigator.onLine'), false);
    await tab.evaluate(`document.querySelector('[name=quantity]').focus()`);
    await offline(false);
    await tab.waitFor(labelIs(LABEL));
    assert.equal(await tab.evaluate('document.activeElement.name'), 'quantity');
    assert.equal(asked('availability').length, 2);
    assert.deepEqual(await tab.evaluate('heard.errors'), []);
    // And sells again, with the promise.
    const { fields } = await sale();
    assert.deepEqual(fields.slice(0, without.fields.length), without.fields);
    assert.equal(fields.length, without.fields.length + 2);
    shop.at(id).release('never');
  });

  /** Opens the sign-up form and fills it in. */
  async function fillIn() {
    await tab.waitFor(`document.querySelector('notify-me-form button')`);
    await tab.evaluate(`document.querySelector('notify-me-form button').click()`);
    await tab.waitFor(`document.activeElement?.type === 'email'`);
    await tab.type(ADDRESS);
  }
  const send = () => tab.evaluate(`document.querySelector('notify-me-form form button').click()`);
  const phase = `document.querySelector('notify-me-form').shadowRoot?.querySelector('[part=status]')?.dataset.phase`;

  it('N26 offline when the sign-up is sent: it is told, the address stays, and it goes out once when the network is back', async () => {
    await openPage({});
    shop.at(id).options.document = sells(0, { sell: 'none' });
    await tab.open(`${shop.origin}/shop/${id}/plain.html?again`);
    await fillIn();
    await offline(true);
    await send();
    await tab.waitFor(`${phase} === 'failed'`);
    assert.equal(await tab.evaluate(`document.querySelector('input[type=email]').value`), ADDRESS);
    await send();
    await tab.waitFor(`${phase} === 'failed'`);
    assert.deepEqual(asked('sign-ups'), []);
    await offline(false);
    await tab.waitFor(`${phase} === 'done'`);
    assert.equal(asked('sign-ups').length, 1);
    assert.deepEqual(
      [...shop.at(id).rows.values()].map(({ email }) => email),
      [ADDRESS],
    );
    assert.deepEqual(await tab.evaluate('heard.errors'), []);
  });

  it('N27 the tab is closed while the sign-up is sent: it is kept once or not at all', async () => {
    for (let delay = 0; delay < 40; delay += 4) {
      await openPage({});
      shop.at(id).options.document = sells(0, { sell: 'none' });
      shop.at(id).options.replies = { 'sign-ups': { delay: 15 } };
      await tab.open(`${shop.origin}/shop/${id}/plain.html?again`);
      await fillIn();
      void send().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, delay));
      await chromium.send('Target.closeTarget', { targetId: tab.target });
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.ok(asked('sign-ups').length <= 1, `${asked('sign-ups').length} sent, closed after ${delay} ms`);
      assert.ok(shop.at(id).rows.size <= 1);
    }
  });

  it('N13 a body without end takes no more memory than a few times what is read of it', async () => {
    const flood = { how: 'flood', rate: 256 * 1024, every: 1, total: 50 * 1024 * 1024 };
    id = 'network-flood';
    await openPage({
      endpoint: `${shop.away}/network-${count + 1}/availability`,
      replies: { availability: flood },
    });
    await tab.waitFor(`${reports}.length > 0`);
    await tab.send('HeapProfiler.collectGarbage');
    const { usedSize } = await tab.send('Runtime.getHeapUsage');
    await tab.evaluate('document.documentElement.remove()');
    assert.ok(usedSize < 3 * 512 * 1024 + 2 * 1024 * 1024, `${usedSize} bytes`);
  });
});
