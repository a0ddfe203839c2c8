// A date that the merchant moves while a shopper has the page open.
import { expect } from '@open-wc/testing';
import { closePages, openPage, sells, waitFor } from '../support/journey.js';
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
});
