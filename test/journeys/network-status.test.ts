// The endpoint answers with an error: whether it is asked again, and when (cases N14, N15). Retry-After: back-off.test.ts.
import { expect } from '@open-wc/testing';
import { closePages, openPage, pause, sells, waitFor, type PageOptions } from '../support/journey.js';
import { expectNothingOfOurs, expectQuiet, failsOpen, openOracle } from '../support/oracle.js';

const gone = sells({ id: 'lamp', onHand: 0 });
const LABEL = 'Backorder now';

/** Makes our own back-off as short as chance could make it. */
const noWait = '<script>Math.random = () => 0</script>';

const away = (reply: object): PageOptions => ({
  document: gone,
  endpoint: 'away',
  replies: { availability: reply },
});

describe('the endpoint answers with an error', () => {
  afterEach(closePages);

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
});
