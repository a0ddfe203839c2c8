// What stands between the endpoint and our elements: blockers, a network that comes back, products that come late (N24, N25).
import { expect } from '@open-wc/testing';
import { closePages, openPage, pause, sells, waitFor, type PageOptions } from '../support/journey.js';
import { expectQuiet, openOracle } from '../support/oracle.js';

const gone = sells({ id: 'lamp', onHand: 0 });
const LABEL = 'Backorder now';

const away = (reply: object): PageOptions => ({
  document: gone,
  endpoint: 'away',
  replies: { availability: reply },
});

describe('N24 a blocker hides our elements', () => {
  afterEach(closePages);

  const hidden = `<style>product-availability, backorder-badge, eta-notice, notify-me-form, [class*=backorder], [id*=backorder],
    [data-backorder-place], [data-backorder-live] { display: none !important }</style>`;

  it('button, promise and sale do not depend on them', async () => {
    const oracle = await openOracle({ document: gone, theme: hidden });
    const { page, without } = oracle;
    await waitFor(() => page.label === LABEL);
    page.button.click();
    const [add] = await page.carted(1);
    const names = add?.fields.map(([name]) => name);
    expect(names).to.include.members(['properties[Availability]', 'properties[_backorder]']);
    const { left, top, height } = page.button.getBoundingClientRect();
    const theirs = without.button.getBoundingClientRect();
    expect([left, top, height]).to.deep.equal([theirs.left, theirs.top, theirs.height]);
    oracle.quiet(0);
  });

  it('a sold-out page stops the sale without them', async () => {
    const soldOut = sells({ id: 'lamp', onHand: 0, policy: { sell: 'backorder', limit: 0 } });
    const page = await openPage({ document: soldOut, theme: hidden });
    await waitFor(() => page.label === 'Sold out');
    expect(page.button.getAttribute('aria-disabled')).to.equal('true');
    expectQuiet(page.heard, 0);
  });

  it('no class or id that we put in a page has a name that blockers look for', async () => {
    const page = await openPage({ document: sells({ id: 'lamp', onHand: 0, policy: { sell: 'none' } }) });
    (
      await waitFor(() => page.document.querySelector<HTMLElement>('notify-me-form button'), 'the line')
    ).click();
    const form = await waitFor(() => page.document.querySelector('notify-me-form form'), 'the form');
    const all = [...page.document.querySelectorAll('[data-backorder-place] *, [data-backorder-place]'), form];
    const names = all.flatMap((it) => [it.id, ...it.classList]).filter(Boolean);
    expect(
      names.filter((it) => /notify|popup|alert|banner|newsletter|modal|overlay/i.test(it)),
    ).to.deep.equal([]);
  });
});

describe('N25 offline while the page loads, online later', () => {
  afterEach(closePages);

  it('fails open, then asks once and decorates, and the focus stays where it is', async () => {
    const oracle = await openOracle(away([{ how: 'reset' }, {}]));
    const { page } = oracle;
    await waitFor(() => page.reports.length > 0);
    await oracle.check('offline');
    const quantity = page.find('input[name=quantity]');
    quantity.focus();
    page.window.dispatchEvent(new page.window.Event('online'));
    await waitFor(() => page.label === LABEL);
    await pause(100);
    expect(page.document.activeElement).to.equal(quantity);
    expect(await page.asked('availability')).to.have.length(2);
    oracle.quiet();
  });

  it('a page that is decorated already asks once more and stays as it is', async () => {
    const page = await openPage(away({}));
    await waitFor(() => page.label === LABEL);
    const quantity = page.find('input[name=quantity]');
    quantity.focus();
    page.window.dispatchEvent(new page.window.Event('online'));
    await waitFor(async () => (await page.asked('availability')).length === 2, 'the second question');
    await pause(100);
    expect(page.label).to.equal(LABEL);
    expect(page.document.activeElement).to.equal(quantity);
    expect(await page.asked('availability')).to.have.length(2);
    expectQuiet(page.heard, 0);
  });
});

describe('products that come while the document is on its way', () => {
  afterEach(closePages);

  const both = sells({ id: 'lamp', onHand: 0 }, { id: 'lantern', onHand: 0 });
  const CARD =
    '<form action="cart/add" method="post" data-product-id="lantern"><button id="late">Add to cart</button></form>';

  it('are asked for and decorated as well', async () => {
    const lampAlone = JSON.stringify(sells({ id: 'lamp', onHand: 0 }));
    const page = await openPage({
      document: both,
      replies: { availability: [{ hold: 'first', body: lampAlone }, { hold: 'second' }, {}] },
    });
    await waitFor(async () => (await page.asked('availability')).length === 1, 'the first question');
    const template = page.document.createElement('template');
    template.innerHTML = CARD;
    page.document.body.append(template.content);
    await waitFor(async () => (await page.asked('availability')).length === 2, 'the second question');
    await page.release('first');
    await waitFor(() => page.label === LABEL);
    await page.release('second');
    await waitFor(() => page.find('#late').textContent === LABEL, 'the late button');
    expectQuiet(page.heard, 0);
  });
});

describe('after recovery', () => {
  afterEach(closePages);

  const inStock = sells({ id: 'lamp', onHand: 5 });

  it('a page that has failed open, and whose product turns out to be in stock, is as without us', async () => {
    const oracle = await openOracle({ document: inStock, replies: { availability: [{ status: 410 }, {}] } });
    const { page } = oracle;
    await waitFor(() => page.reports.length > 0);
    page.window.dispatchEvent(new page.window.Event('online'));
    await waitFor(async () => (await page.asked('availability')).length === 2, 'the second question');
    await pause(200);
    await oracle.check('recovered');
    oracle.quiet();
  });

  for (const [what, product] of [
    ['backordered', { onHand: 0 }],
    ['sold out', { onHand: 0, policy: { sell: 'backorder', limit: 0 } }],
    [
      'pre-ordered, with the buy-now button held',
      { onHand: 0, policy: { sell: 'preorder', express: 'hide' } },
    ],
  ] as const) {
    it(`a page that was ${what} and comes in stock again is as without us, gaps and all`, async () => {
      const oracle = await openOracle({ document: sells({ id: 'lamp', ...product }) });
      const { page } = oracle;
      await waitFor(() => page.label !== 'Add to cart');
      await page.change({ document: inStock });
      page.window.dispatchEvent(new page.window.Event('online'));
      await waitFor(() => page.label === 'Add to cart');
      await oracle.check('in stock again');
      oracle.quiet(0);
    });

    it(`a page that was ${what} goes on when the endpoint fails later`, async () => {
      const page = await openPage({ document: sells({ id: 'lamp', ...product }) });
      await waitFor(() => page.label !== 'Add to cart');
      const { label } = page;
      await page.change({ replies: { availability: { status: 410 } } });
      page.window.dispatchEvent(new page.window.Event('online'));
      await waitFor(() => page.reports.length > 0);
      expect(page.label).to.equal(label);
      expectQuiet(page.heard);
    });
  }
});
