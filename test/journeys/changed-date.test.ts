// A date that the merchant moves while a shopper has the page open.
import { expect } from '@open-wc/testing';
import { closePages, day, openPage, sells, waitFor } from '../support/journey.js';
import { shown } from '../support/shown.js';

const at = (restock: string): unknown => sells({ id: 'lamp', onHand: 0, restock });

describe('a date that moves', () => {
  afterEach(closePages);

  it('T12 is said to have changed where our tags are drawn plain, and the order carries the new one', async () => {
    const page = await openPage({ document: { ...(at('2099-12-12') as object), ttl: 0 } });
    await waitFor(() => shown(page, 'eta-notice').includes('December 12, 2099'), 'the first date');
    expect(shown(page, 'eta-notice')).not.to.contain('changed');
    await page.change({ document: at('2099-12-30') });
    page.window.dispatchEvent(new page.window.Event('online'));
    await waitFor(() => shown(page, 'eta-notice').includes('December 30'), 'the new date');
    expect(shown(page, 'eta-notice')).to.contain('This date has changed. Before: on December 12, 2099.');
    expect(shown(page, 'backorder-badge'), 'a badge has room for one word').to.equal('Backorder');
    page.button.click();
    const [add] = await page.carted(1);
    expect(JSON.stringify(add)).to.contain('December 30, 2099').and.not.to.contain('has changed');
  });

  it('T08 that has passed while the device slept is not shown when the shopper is back, also of a document in the page', async () => {
    const inline = { ...sells({ id: 'lamp', onHand: 0, restock: day(2) }), policy: { sell: 'backorder' } };
    const page = await openPage({ inline });
    await waitFor(() => /ship/.test(shown(page, 'eta-notice')), 'a date');
    const { Date: Clock, Event: Sign } = page.window;
    const now = Clock.now.bind(Clock);
    Clock.now = () => now() + 9 * 86_400_000;
    page.document.dispatchEvent(new Sign('visibilitychange'));
    await waitFor(() => shown(page, 'eta-notice').includes('to be confirmed'), 'no date');
  });

  it('T08 of a document that a cache has kept for days is not shown once it has passed: the document is asked for anew', async () => {
    const told = sells({ id: 'lamp', onHand: 0, restock: day(-2) }) as { policy: object };
    const body = JSON.stringify({ ...told, asOf: undefined, policy: { sell: 'backorder' } });
    const headers = { 'content-type': 'application/json' };
    const old = { date: `${new Date(Date.now() - 3 * 86_400_000).toUTCString()}` };
    const page = await openPage({
      replies: {
        availability: [
          { headers: { ...headers, ...old }, body },
          { headers, body },
        ],
      },
    });
    await waitFor(() => shown(page, 'eta-notice').includes('to be confirmed'), 'no date');
    expect((await page.asked('availability')).length).to.equal(2);
  });
});
