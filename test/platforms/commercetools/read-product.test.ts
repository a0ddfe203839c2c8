import { expect } from '@open-wc/testing';
import { readCommercetoolsProducts } from '../../../src/platforms/commercetools/read-product.js';
import { describeWithstanding, stateOf, statesOf } from '../../support/reader-suite.js';

const north = { isOnStock: true, availableQuantity: 6 };
const south = { isOnStock: false, availableQuantity: -2, restockableInDays: 9 };

const projection = {
  id: 'p-1',
  masterVariant: { id: 1, sku: 'A', availability: { isOnStock: true, availableQuantity: 30 } },
  variants: [
    { id: 2, sku: 'B', availability: { channels: { north, south } } },
    { id: 3, sku: 'C', availability: { channels: { south } } },
    { id: 4, sku: 'D' },
  ],
};

describe('readCommercetoolsProducts', () => {
  it('reads the variants of a projection, the master among them', () => {
    const products = readCommercetoolsProducts({ results: [projection] });
    expect(statesOf(products)).to.deep.equal({ 1: 'in-stock', 2: 'in-stock', 3: 'sold-out', 4: 'unknown' });
    expect(products[0]?.id).to.equal('p-1');
    expect(products[0]?.variants[0]?.record).to.deep.equal({ onHand: 30 });
  });

  it('gives no number where several channels have the goods and none is named', () => {
    expect(readCommercetoolsProducts(projection)[0]?.variants[1]?.record).to.deep.equal({
      status: 'in-stock',
    });
  });

  it('reads the channel that is named, and no other', () => {
    const [product] = readCommercetoolsProducts(projection, 'south');
    expect(product?.variants.map(stateOf)).to.deep.equal(['unknown', 'sold-out', 'sold-out', 'unknown']);
    expect(readCommercetoolsProducts(projection, 'north')[0]?.variants[1]?.record).to.deep.equal({
      onHand: 6,
    });
  });

  it('does not say whether goods that are not there may be ordered, but when they come', () => {
    expect(readCommercetoolsProducts(projection)[0]?.variants[2]?.record).to.deep.equal({
      onHand: -2,
      status: 'sold-out',
      restock: { leadTime: { min: 9, max: 9, unit: 'day' }, basis: 'ship', confidence: 'estimated' },
    });
  });

  it('takes days beyond all reason for none', () => {
    for (const restockableInDays of [5000, -1, 1.5, 'soon']) {
      const [one] = readCommercetoolsProducts({ availability: { isOnStock: false, restockableInDays } });
      expect(one?.record).to.deep.equal({ status: 'sold-out' });
    }
  });

  it('is sold out only when every channel is', () => {
    const [one] = readCommercetoolsProducts({ availability: { channels: { a: south, b: south } } });
    expect(one?.record).to.deep.equal({ status: 'sold-out' });
  });

  it('reads GraphQL, and the current data of a product', () => {
    const allVariants = [
      { id: 1, sku: 'A', availability: { noChannel: north } },
      {
        id: 2,
        sku: 'B',
        availability: {
          noChannel: null,
          channels: { results: [{ channelRef: { id: 's' }, availability: south }] },
        },
      },
    ];
    const answer = {
      data: { product: { id: 'p', masterData: { current: { masterVariant: allVariants[0], allVariants } } } },
    };
    expect(statesOf(readCommercetoolsProducts(answer))).to.deep.equal({ 1: 'in-stock', 2: 'sold-out' });
    expect(readCommercetoolsProducts(answer)[0]?.variants.length).to.equal(2);
    expect(statesOf(readCommercetoolsProducts(answer, 's'))).to.deep.equal({ 1: 'unknown', 2: 'sold-out' });
  });

  it('says nothing where flag and number contradict each other', () => {
    for (const availability of [
      { isOnStock: true, availableQuantity: 0 },
      { isOnStock: false, availableQuantity: 4 },
    ]) {
      expect(readCommercetoolsProducts({ availability })[0]?.record).to.deep.equal({});
    }
  });

  describeWithstanding(readCommercetoolsProducts, projection);
  describeWithstanding((json) => readCommercetoolsProducts(json, 'north'), projection);
});
