import { expect } from '@open-wc/testing';
import { closePages, openPage, sells, waitFor } from '../support/journey.js';
import { failsOpen } from '../support/oracle.js';

describe('the availability document does not come', () => {
  afterEach(closePages);

  it('control: with the document the button says and sends the backorder', async () => {
    const page = await openPage({ document: sells({ id: 'lamp', onHand: 0 }) });
    await waitFor(() => page.label === 'Backorder now');
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
  });

  it('N09 refused connection: the page sells as without the script', async () => {
    await failsOpen({ endpoint: 'refused' });
  });
});
