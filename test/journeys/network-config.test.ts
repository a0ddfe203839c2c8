// The availability document does not come, or not as it should (cases N08 to N15, N18 to N20, N22 to N25, N33).
import { expect } from '@open-wc/testing';
import {
  closePages,
  openPage,
  pause,
  sells,
  waitFor,
  type PageOptions,
  type ShopPage,
} from '../support/journey.js';
import { expectQuiet, failsOpen, openOracle } from '../support/oracle.js';

const gone = sells({ id: 'lamp', onHand: 0 });
const LABEL = 'Backorder now';

/** The source's budget for headers and body, and its cap, as documented. */
const BUDGET = 1500;
const CAP = 512 * 1024;

/** Makes our own back-off as short as chance could make it. */
const noWait = '<script>Math.random = () => 0</script>';

const away = (reply: object): PageOptions => ({
  document: gone,
  endpoint: 'away',
  replies: { availability: reply },
});

/** Nothing of ours in the page: no spinner, no empty place. */
function expectNothingOfOurs({ document }: ShopPage): void {
  const ours = [...document.body.querySelectorAll('*')].filter(
    (it) => it.localName.includes('-') || it.getAttributeNames().some((name) => name.includes('backorder')),
  );
  expect(ours.map((it) => it.outerHTML)).to.deep.equal([]);
}

describe('the availability document does not come', () => {
  afterEach(closePages);

  it('control: with the document the button says and sends the backorder', async () => {
    const page = await openPage(away({}));
    await waitFor(() => page.label === LABEL);
    page.button.click();
    const [add] = await page.carted(1);
    expect(add?.path).to.equal('cart/add');
    expect(add?.fields.map(([name]) => name)).to.deep.equal([
      'id',
      'quantity',
      'add',
      'properties[Availability]',
      'properties[_backorder]',
    ]);
    expectQuiet(page.heard, 0);
  });

  const unreachable: [string, string, PageOptions][] = [
    ['N08', 'a name that does not resolve', { endpoint: 'http://shop.invalid/availability' }],
    ['N09', 'a refused connection', { endpoint: 'refused' }],
    ['N09', 'a connection closed without a word', away({ how: 'hang-up' })],
    ['N10', 'a connection reset after the headers', away({ how: 'reset', at: 0 })],
    ['N10', 'a connection reset in the middle of the body', away({ how: 'reset', at: 40 })],
    ['N10', 'a half-closed connection in the middle of the body', away({ how: 'half-close', at: 40 })],
    ['N20', 'no CORS header', away({ cors: false })],
    ['N20', 'a CORS header for null', away({ cors: 'null' })],
    ['N20', 'a CORS header for somebody else', away({ cors: 'https://elsewhere.example' })],
    [
      'N33',
      'a Content-Length that is too long',
      away({ how: 'cut', at: 100, headers: { 'content-length': '9999' } }),
    ],
    ['N33', 'a Content-Length that is too short', away({ headers: { 'content-length': '40' } })],
    [
      'N33',
      'a Content-Encoding that is a lie',
      away({ body: '\\u001f\\u008b{}', headers: { 'content-encoding': 'gzip' } }),
    ],
    ['N33', 'an empty body', away({ body: '' })],
  ];
  for (const [id, what, options] of unreachable) {
    it(`${id} ${what}: the page sells as without the script`, async () => {
      const { page } = await failsOpen(options);
      expectNothingOfOurs(page);
    });
  }

  it('N11 a body that drips for ever is given up at the budget, and the connection closed', async () => {
    const { page } = await failsOpen(away({ how: 'drip', rate: 1, every: 100 }));
    const closed = await waitFor(
      async () => (await page.asked('availability'))[0]?.closed,
      'the browser to hang up',
    );
    expect(closed.after).to.be.within(BUDGET - 300, BUDGET + 1500);
    expectNothingOfOurs(page);
  });

  it('N12 a server that never answers is given up at the budget, and the connection closed', async () => {
    const { page } = await failsOpen(away({ how: 'silent' }));
    const closed = await waitFor(
      async () => (await page.asked('availability'))[0]?.closed,
      'the browser to hang up',
    );
    expect(closed.after).to.be.within(BUDGET - 300, BUDGET + 1500);
    expectNothingOfOurs(page);
  });

  describe('N13 a body without end', () => {
    // Tells what JSON.parse is given; the page is otherwise as it is.
    const parsed = `<script>{ const { parse } = JSON; window.parsed = 0; JSON.parse = (text, ...more) => {
      window.parsed = Math.max(window.parsed, text.length); return parse(text, ...more); } }</script>`;
    const parsedBy = (page: ShopPage): number => (page.window as unknown as { parsed: number }).parsed;

    it('that comes fast is stopped at the cap and not parsed', async () => {
      const megabyte = 1024 * 1024;
      const flood = { how: 'flood', rate: megabyte / 4, every: 1, total: 50 * megabyte };
      const { page } = await failsOpen({ ...away(flood), theme: parsed });
      const closed = await waitFor(
        async () => (await page.asked('availability'))[0]?.closed,
        'the browser to hang up',
      );
      // What the systems on both ends hold back comes on top of what was read.
      expect(closed.sent).to.be.within(CAP, 20 * megabyte);
      expect(parsedBy(page)).to.be.below(CAP);
    });

    it('that comes slowly is stopped at the budget', async () => {
      const flood = { how: 'flood', rate: 10_240, every: 100, total: 50 * 1024 * 1024 };
      const { page } = await failsOpen({ ...away(flood), theme: parsed });
      const closed = await waitFor(
        async () => (await page.asked('availability'))[0]?.closed,
        'the browser to hang up',
      );
      expect(closed.after).to.be.within(BUDGET - 300, BUDGET + 1500);
      expect(closed.sent).to.be.below(CAP);
      expect(parsedBy(page)).to.be.below(CAP);
    });

    it('that says beforehand how long it is is not read', async () => {
      const { page } = await failsOpen({
        ...away({ headers: { 'content-length': String(CAP + 1) }, how: 'flood', rate: 1024, every: 100 }),
        theme: parsed,
      });
      const closed = await waitFor(
        async () => (await page.asked('availability'))[0]?.closed,
        'the browser to hang up',
      );
      expect(closed.after).to.be.below(BUDGET);
      expect(parsedBy(page)).to.be.below(CAP);
    });
  });

  const WORTH_A_RETRY = [408, 429, 500, 502, 503, 504, 520];
  for (const status of [400, 401, 403, 404, 408, 410, 413, 429, 451, 500, 502, 503, 504, 520]) {
    const times = WORTH_A_RETRY.includes(status) ? 2 : 1;
    it(`N14 status ${status}: asked ${times === 2 ? 'once more' : 'once'}, and the page sells as without the script`, async () => {
      const { page } = await failsOpen({ ...away({ status }), theme: noWait });
      expect(await page.asked('availability')).to.have.length(times);
      expectNothingOfOurs(page);
    });
  }

  it('N14 what comes with the second try is used', async () => {
    const page = await openPage({ ...away([{ status: 503 }, {}]), theme: noWait });
    await waitFor(() => page.label === LABEL);
    expectQuiet(page.heard, 0);
  });

  describe('N15 status 429 with Retry-After: 120', () => {
    // Long timers are kept for the test to fire; the steady clock can be put forward.
    const clock = `<script>{ const { setTimeout } = window; window.timers = [];
      window.setTimeout = (act, wait, ...more) => wait < 5000 || wait === undefined ? setTimeout(act, wait, ...more) : timers.push({ act, wait });
      const now = performance.now.bind(performance); window.ahead = 0; performance.now = () => now() + ahead; }</script>`;
    type Clocked = { timers: { act: () => void; wait: number }[]; ahead: number };

    it('is not asked again before, whatever happens, and once after', async () => {
      const oracle = await openOracle({
        ...away([
          { status: 429, headers: { 'retry-after': '120' } },
          { status: 429, headers: { 'retry-after': '120' } },
        ]),
        theme: clock,
      });
      const { page } = oracle;
      const clocked = page.window as unknown as Clocked;
      await waitFor(() => clocked.timers.length > 0, 'a retry to be put off');
      await oracle.check('waiting');
      expect(clocked.timers.map(({ wait }) => wait)).to.deep.equal([120_000]);

      clocked.ahead = 100_000;
      page.document.dispatchEvent(new page.window.Event('visibilitychange'));
      page.document.body.append(page.document.createElement('hr'));
      const card = page.document.createElement('form');
      card.action = 'cart/add';
      card.dataset['productId'] = 'lantern';
      page.document.body.append(card);
      await pause(400);
      expect(await page.asked('availability')).to.have.length(1);
      card.remove();
      page.find('hr').remove();

      clocked.ahead = 120_000;
      clocked.timers[0]?.act();
      await waitFor(() => page.reports.length > 0);
      await oracle.check('after the second 429');
      expect(await page.asked('availability')).to.have.length(2);
      expect(clocked.timers).to.have.length(1);
      oracle.quiet();
    });
  });

  it('N18 a log-in page with status 200', async () => {
    const html = '<!doctype html><title>Log in</title>';
    const { page } = await failsOpen(away({ body: html, headers: { 'content-type': 'text/html' } }));
    expectNothingOfOurs(page);
  });

  it('N18 a log-in page after a redirect on the same site', async () => {
    const { page } = await failsOpen({
      replies: { availability: { status: 302, headers: { location: '{own}/empty.html' } } },
    });
    expect(await page.asked('empty.html')).to.have.length(0);
  });

  it('N19 a redirect to another origin is refused, and nothing is sent there', async () => {
    const { page } = await failsOpen({
      replies: { availability: { status: 302, headers: { location: '{away}/elsewhere' } }, elsewhere: {} },
      document: gone,
    });
    await pause(100);
    expect((await page.log()).filter(({ server }) => server === 'away')).to.deep.equal([]);
    expectNothingOfOurs(page);
  });

  it('N22 a content security policy forbids it: one violation at most', async () => {
    const { page } = await failsOpen({
      document: gone,
      headers: { 'content-security-policy': "connect-src 'none'" },
    });
    expect(page.heard.violations.length).to.be.at.most(1);
    expect(await page.asked('availability')).to.have.length(0);
    expectNothingOfOurs(page);
  });
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
