import { expect } from '@open-wc/testing';
import { announceOffer } from '../../../src/elements/shared/announce.js';
import { languageFor } from '../../../src/messages/languages.js';
import { Scope } from '../../../src/store/scope.js';
import { shared } from '../../../src/store/shared-store.js';
import { elementPage, sixProducts, tell, until } from '../../support/element-page.js';
import { listenIn } from '../../support/live-region.js';
import { backorder, told } from '../../support/told.js';

const english = await languageFor('en-GB');

describe('announceOffer', () => {
  elementPage();

  const scopeOf = (product: string, quantity = 1): Scope => {
    const scope = new Scope(shared().store);
    scope.set({ product, quantity });
    return scope;
  };

  const table: readonly (readonly [string, string])[] = [
    ['backorder', 'Backorder. Expected to ship on 12 December'],
    ['preorder', 'Pre-order. Expected to ship in Q1 2027'],
    ['coming-soon', 'Coming soon. Available in February 2027'],
    ['sold-out', 'Sold out'],
  ];
  for (const [state, words] of table) {
    it(`A02 says of what is ${state}: "${words}"`, async () => {
      tell(sixProducts());
      const heard = listenIn();
      announceOffer(scopeOf(state), english);
      await until(() => heard().length);
      expect(heard()).to.deep.equal([words]);
      expect(document.querySelector<HTMLElement>('[data-backorder-live]')?.lang).to.equal('en-GB');
    });
  }

  it('says nothing of what is in stock or unknown', async () => {
    tell(sixProducts());
    const heard = listenIn();
    announceOffer(scopeOf('in-stock'), english);
    await new Promise((resolve) => setTimeout(resolve, 450));
    announceOffer(scopeOf('unknown'), english);
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect(heard()).to.deep.equal([]);
  });

  it('S13 says the limit when it is passed', async () => {
    tell(told([backorder('a', { availableForBackorder: 2 })]));
    const heard = listenIn();
    announceOffer(scopeOf('a', 3), english);
    await until(() => heard().length);
    expect(heard()[0]).to.equal('Backorder. Expected to ship on 12 December. You can order up to 2.');
  });
});
