import { expect } from '@open-wc/testing';
import type { Offer } from '../../../src/availability/offer.js';
import { STATES } from '../../../src/availability/state.js';
import { preorderButtonView } from '../../../src/elements/preorder-button/preorder-button-view.js';
import { ENGLISH, languageFor } from '../../../src/messages/languages.js';

describe('preorderButtonView', () => {
  it('has a label for each state, and stops where nothing can be ordered', () => {
    const views = STATES.map((state) => preorderButtonView({ state } as Offer, ENGLISH));
    expect(views).to.deep.equal([
      { label: 'Add to cart', stopped: false },
      { label: 'Backorder now', stopped: false },
      { label: 'Pre-order now', stopped: false },
      { label: 'Coming soon', stopped: true },
      { label: 'Sold out', stopped: true },
      // Nobody knows: that is no reason to stop a sale.
      { label: 'Add to cart', stopped: false },
    ]);
  });

  it('speaks the shopper’s language', async () => {
    const german = await languageFor('de');
    expect(preorderButtonView({ state: 'backorder' } as Offer, german).label).to.equal(
      'Mit Lieferzeit bestellen',
    );
  });
});
