// A session of a thousand choices, and browsers that lack what came last: what only DevTools can count, or must take away before a
// page's first script.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { lamp, ShopJourney } from '../support/shop-journey.mjs';

const variants = [
  { id: 'chair-oak', onHand: 5 },
  { id: 'chair-black', onHand: 0 },
  { id: 'chair-red', onHand: 0, restock: '2099-12-01' },
];
const chairs = { ...lamp(0), products: [{ id: 'chair', variants }] };

describe('a page for a long time, and in an old browser', () => {
  const journey = new ShopJourney();
  before(() => journey.start());
  after(() => journey.stop());
  afterEach(() => journey.close().catch(() => {}));

  /** Makes so many choices, each a task of its own, now and then drawn, and ends where it began. */
  const choose = (times) =>
    journey.tab.evaluate(`(async () => {
      const radios = [...document.querySelectorAll('[name=id]')];
      const { port1, port2 } = new MessageChannel();
      for (let at = 1; at <= ${times}; at += 1) {
        radios[at % radios.length].click();
        await new Promise((done) => { port1.onmessage = done; port2.postMessage(0); });
        if (at % 25 === 0) await new Promise(requestAnimationFrame);
      }
    })()`);

  async function counted() {
    const { tab } = journey;
    // Twice: what the first has freed may have held more.
    for (let at = 0; at < 2; at += 1) await tab.send('HeapProfiler.collectGarbage');
    const { usedSize } = await tab.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await tab.send('Memory.getDOMCounters');
    return { usedSize, nodes, jsEventListeners };
  }

  it('S24 a thousand changes of variant leave no node, no listener, no request and no memory behind', async () => {
    const tab = await journey.open({ page: 'variants', document: chairs });
    await tab.waitFor(
      `document.querySelector('[name=id]') && performance.getEntriesByType('resource').some((it) => it.name.includes('elements.page'))`,
    );
    // What comes later has come, and the engine has compiled what it compiles.
    await choose(600);
    await choose(1);
    await journey.labelIs('Backorder now');
    await choose(3);
    await journey.labelIs('Add to cart');
    const first = await counted();
    const asked = journey.shop.log.length;
    const sizes = [first.usedSize];
    // What is left behind is left by each thousand; what the engine compiles, once.
    for (let round = 0; round < 3; round += 1) {
      await choose(999);
      const { usedSize, nodes, jsEventListeners } = await counted();
      assert.equal(journey.shop.log.length, asked);
      assert.ok(nodes <= first.nodes + 5, `${first.nodes} nodes, then ${nodes}`);
      assert.ok(
        jsEventListeners <= first.jsEventListeners,
        `${first.jsEventListeners}, then ${jsEventListeners}`,
      );
      sizes.push(usedSize);
      if (usedSize <= sizes.at(-2) * 1.05) break;
    }
    assert.ok(sizes.at(-1) <= sizes.at(-2) * 1.05, `bytes: ${sizes.join(', ')}`);
    await choose(1);
    await journey.labelIs('Backorder now');
    assert.deepEqual(await tab.evaluate('heard.errors'), []);
  });

  /** What the add button is and what a press of it sends. */
  async function sale() {
    const { tab } = journey;
    const before = journey.asked('cart/add').length;
    const button = await tab.evaluate(`(() => {
      const button = document.querySelector('[name=add]');
      button.click();
      return [button.checkVisibility?.() ?? true, button.disabled, button.ariaDisabled];
    })()`);
    await journey.until(() => journey.asked('cart/add').length > before);
    return { button, fields: journey.asked('cart/add').at(-1).fields };
  }

  // What a browser of before it lacks, by what a page would see of it. Newer syntax is no case: what does not parse does not run.
  const OLD = {
    'constructed style sheets': `delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets;
      CSSStyleSheet.prototype.replaceSync = undefined;`,
    popovers: `for (const it of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) delete HTMLElement.prototype[it];`,
    'AbortSignal.timeout and any': `delete AbortSignal.timeout; delete AbortSignal.any; delete AbortSignal.prototype.throwIfAborted;`,
    'formatRange, Intl.ListFormat and Intl.Segmenter': `delete Intl.DateTimeFormat.prototype.formatRange;
      delete Intl.ListFormat; delete Intl.Segmenter;`,
    'structuredClone, at(), Object.groupBy and findLast': `delete window.structuredClone; delete Array.prototype.at;
      delete Object.groupBy; delete Array.prototype.findLast; delete String.prototype.at;`,
    'requestIdleCallback, scheduler and CustomStateSet': `delete window.requestIdleCallback; delete window.scheduler;
      delete window.CustomStateSet; delete ElementInternals.prototype.states;`,
    'custom elements': `delete window.customElements;`,
    PerformanceObserver: `delete window.PerformanceObserver;`,
  };

  it('S23 without what came to browsers last, the shop sells as without us or better, and nothing is thrown', async () => {
    await journey.open({ script: false });
    const without = await sale();
    await journey.close();
    const told = {};
    for (const [what, source] of Object.entries(OLD)) {
      const tab = await journey.open({ document: lamp(0) }, (it) =>
        it.send('Page.addScriptToEvaluateOnNewDocument', { source }),
      );
      // Sells with the promise, or has said what is missing; both are an end.
      await tab.waitFor(
        `document.querySelector('[name=add]').textContent.trim() === 'Backorder now' ||
          heard.console.some((it) => it.startsWith('[backorder-elements]'))`,
      );
      const { button, fields } = await sale();
      assert.deepEqual(button, without.button, what);
      assert.deepEqual(fields.slice(0, without.fields.length), without.fields, what);
      assert.deepEqual(await tab.evaluate('heard.errors'), [], what);
      told[what] = fields.length - without.fields.length;
      await journey.close();
    }
    // The promise is two fields, wherever the script could do its work.
    assert.deepEqual(
      Object.entries(told).filter(([, more]) => more !== 0 && more !== 2),
      [],
    );
    for (const what of ['popovers', 'AbortSignal.timeout and any']) assert.equal(told[what], 2, what);
  });
});
