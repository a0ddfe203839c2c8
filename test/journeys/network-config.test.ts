// The availability document does not come, or not as it should (cases N08 to N13, N18 to N20, N22, N33). Status codes: network-status.test.ts.
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
import { expectNothingOfOurs, expectQuiet, failsOpen } from '../support/oracle.js';

const gone = sells({ id: 'lamp', onHand: 0 });
const LABEL = 'Backorder now';

/** The source's budget for headers and body, and its cap, as documented. */
const BUDGET = 1500;
const CAP = 512 * 1024;

const away = (reply: object): PageOptions => ({
  document: gone,
  endpoint: 'away',
  replies: { availability: reply },
});

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
      const total = 600 * megabyte;
      const flood = { how: 'flood', rate: megabyte / 8, every: 1, total };
      const { page } = await failsOpen({ ...away(flood), theme: parsed });
      const closed = await waitFor(
        async () => (await page.asked('availability'))[0]?.closed,
        'the browser to hang up',
      );
      // What the systems on both ends hold back comes on top of what was read, on a busy machine a lot.
      expect(closed.sent).to.be.within(CAP, total / 2);
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
