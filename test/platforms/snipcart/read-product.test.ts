import { expect } from '@open-wc/testing';
import { readSnipcartButton, readSnipcartProducts } from '../../../src/platforms/snipcart/read-product.js';
import { describeWithstanding, stateOf } from '../../support/reader-suite.js';

const product = (more: object): object => ({
  id: 'f0e1',
  userDefinedId: 'vinyl',
  inventoryManagementMethod: 'Single',
  stock: 3,
  allowOutOfStockPurchases: false,
  ...more,
});

const answer = {
  items: [
    product({}),
    product({ userDefinedId: 'later', stock: -1, allowOutOfStockPurchases: true }),
    product({ userDefinedId: 'gone', stock: 0 }),
    product({ userDefinedId: 'uncounted', stock: null }),
    product({
      userDefinedId: 'shirt',
      stock: null,
      inventoryManagementMethod: 'Variant',
      variants: [
        { stock: 2, variation: [{ name: 'Size', option: 'S' }], allowOutOfStockPurchases: true },
        { stock: 0, variation: [{ name: 'Size', option: 'M' }] },
      ],
    }),
  ],
};

describe('readSnipcartProducts', () => {
  const products = readSnipcartProducts(answer);

  it('reads each state, by the id of the button', () => {
    expect(products.map((it) => [it.id, stateOf(it)])).to.deep.equal([
      ['vinyl', 'in-stock'],
      ['later', 'backorder'],
      ['gone', 'sold-out'],
      ['uncounted', 'unknown'],
      ['shirt', 'unknown'],
    ]);
    expect(products[0]?.record).to.deep.include({ onHand: 3, availableToSell: 3 });
    expect(products[1]?.record).to.deep.include({ onHand: -1, orderable: true });
    expect(products[3]?.record).to.deep.equal({});
  });

  it('reads variants with their options, which inherit the leave to order', () => {
    const [small, medium] = products[4]?.variants ?? [];
    expect(small?.options).to.deep.equal({ Size: 'S' });
    expect(small?.record).to.deep.include({ onHand: 2, availableForBackorder: 'unlimited' });
    expect(medium?.record).to.deep.include({ onHand: 0, orderable: false });
  });

  it('does not say whether an empty shelf sells when that is not told', () => {
    expect(readSnipcartProducts({ stock: 0 })[0]?.record).to.deep.equal({ onHand: 0, status: 'sold-out' });
  });

  describeWithstanding(readSnipcartProducts, answer);
});

describe('readSnipcartButton', () => {
  it('reads which product and how many, as attributes or as a dataset', () => {
    const read = { id: 'vinyl', record: { quantity: { min: 2, max: 6, step: 2 } } };
    expect(
      readSnipcartButton({
        'data-item-id': 'vinyl',
        'data-item-price': '20',
        'data-item-min-quantity': '2',
        'data-item-max-quantity': '6',
        'data-item-quantity-step': '2',
      }),
    ).to.deep.equal(read);
    expect(
      readSnipcartButton({
        itemId: 'vinyl',
        itemMinQuantity: '2',
        itemMaxQuantity: '6',
        itemQuantityStep: '2',
      }),
    ).to.deep.equal(read);
  });

  it('knows nothing of the stock', () => {
    expect(readSnipcartButton({ 'data-item-id': 'vinyl' })).to.deep.equal({ id: 'vinyl', record: {} });
    expect(readSnipcartButton({ 'data-item-max-quantity': 'many' })).to.deep.equal({ record: {} });
  });

  describeWithstanding((json) => Object.freeze([readSnipcartButton(json)]), {
    'data-item-id': 'a',
    'data-item-max-quantity': '3',
  });
});
