// A page that the browser renders before anybody has asked for it (case D42). Chromium only. The browser prerenders nothing for a
// page that is being debugged, so the pages tell the shop themselves what they see, and the shop tells them when to go on.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { lamp, ShopJourney } from '../support/shop-journey.mjs';
import { requireBrowser } from '../tools/browsers.mjs';

const DAY = 86_400_000;

/** In the head of both pages. The clock goes on by `days` when the page is shown. */
const scripts = (days) => `<script>
  const tell = (what, more) => fetch('told', { method: 'POST', body: JSON.stringify({ what, ...more }) });
  const find = (selector) => document.querySelector(selector);
  const state = () => ({
    prerendering: document.prerendering,
    activated: performance.getEntriesByType('navigation')[0].activationStart > 0,
    label: find('[name=add]').textContent,
    record: find('[data-backorder-field=record]')?.value,
    said: find('[data-backorder-live]')?.textContent ?? '',
    spoken: window.spoken,
    notice: find('eta-notice')?.shadowRoot?.textContent ?? find('eta-notice')?.textContent ?? '',
    form: !!find('notify-me-form'),
    heard: [...heard.errors, ...heard.console],
  });
  const when = async (condition, what) => {
    const end = performance.now() + 5000;
    while (!condition() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    await tell(what, state());
  };
  window.spoken = [];
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records)
      for (const it of addedNodes) if (target.closest?.('[data-backorder-live]')) spoken.push(it.textContent);
  }).observe(document, { subtree: true, childList: true });

  if (location.pathname.endsWith('empty.html')) {
    addEventListener('load', async () => {
      const rules = document.createElement('script');
      const url = new URL('plain.html', location.href).href;
      rules.type = 'speculationrules';
      rules.textContent = JSON.stringify({ prerender: [{ source: 'list', urls: [url], eagerness: 'immediate' }] });
      document.head.append(rules);
      await fetch('go');
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
    });
  } else {
    const now = Date.now.bind(Date);
    Date.now = () => now() + (document.hidden ? 0 : ${days * DAY});
    document.addEventListener('prerenderingchange', () => {
      const shown = performance.now();
      void when(() => performance.now() > shown + 1500, 'shown');
    });
    addEventListener('load', () => when(() => performance.now() > 1500, 'before'));
  }
</script>`;

describe('D42 prerender', () => {
  const journey = new ShopJourney();
  before(() => journey.start(requireBrowser('chromium')));
  after(() => journey.stop());

  const told = (what) =>
    journey
      .asked('told')
      .map(({ body }) => JSON.parse(body))
      .find((it) => it.what === what);

  async function prerender(document, days = 0) {
    await journey.openUnwatched({
      page: 'empty',
      document,
      theme: scripts(days),
      replies: { go: { hold: 'go' } },
    });
    await journey.until(() => told('before'));
    return told('before');
  }

  async function show() {
    journey.shop.release('go');
    await journey.until(() => told('shown'));
    return told('shown');
  }

  const paths = () =>
    journey.shop.log.map(({ path }) => path).filter((path) => !/^(?:told|go|cdn)/.test(path));

  it('D42 it is decorated beforehand, asks once, and says and sends nothing', async () => {
    const page = await prerender(lamp(0));
    assert.equal(page.prerendering, true, 'the browser prerenders');
    assert.equal(page.label, 'Backorder now');
    assert.deepEqual([page.said, page.spoken, page.heard], ['', [], []]);
    assert.deepEqual(paths(), ['empty.html', 'plain.html', 'availability']);
    const shown = await show();
    assert.deepEqual([shown.prerendering, shown.activated], [false, true]);
    assert.deepEqual(
      [shown.label, shown.record, shown.said, shown.spoken, shown.heard],
      [page.label, page.record, '', [], []],
    );
    // Nothing is asked again that is known and young.
    assert.deepEqual(paths(), ['empty.html', 'plain.html', 'availability']);
  });

  it('D42 shown a day later: the date is that of the day on which it is shown, and the stock is asked for anew', async () => {
    const page = await prerender(lamp(0), 1);
    const shown = await show();
    const dayOf = ({ record }) => Date.parse(/\d{4}-\d\d-\d\d/.exec(record)[0]);
    assert.equal((dayOf(shown) - dayOf(page)) / DAY, 1);
    assert.equal(paths().filter((it) => it === 'availability').length, 2);
    assert.deepEqual([shown.spoken, shown.heard], [[], []]);
  });

  it('D42 what has come in stock meanwhile is the theme’s when it is shown', async () => {
    const page = await prerender(lamp(0), 1);
    assert.equal(page.label, 'Backorder now');
    journey.change({ document: lamp(9) });
    const shown = await show();
    assert.deepEqual([shown.label, shown.record, shown.heard], ['Add to cart', undefined, []]);
  });

  it('D42 a sign-up form that is there beforehand is sent by nobody, before or after', async () => {
    const page = await prerender(lamp(0, { sell: 'none' }));
    assert.deepEqual([page.prerendering, page.form, page.spoken], [true, true, []]);
    const shown = await show();
    assert.deepEqual([shown.form, shown.spoken, shown.heard], [true, [], []]);
    assert.deepEqual(paths(), ['empty.html', 'plain.html', 'availability']);
  });
});
