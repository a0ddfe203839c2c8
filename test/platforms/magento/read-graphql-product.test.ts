import { expect } from '@open-wc/testing';
import { readMagentoProducts } from '../../../src/platforms/magento/read-graphql-product.js';
import { describeWithstanding, stateOf, statesOf } from '../../support/reader-suite.js';

const child = (sku: string, more: object): object => ({
  product: { sku, ...more },
  attributes: [{ label: 'Red', code: 'color' }],
});

const answer = {
  data: {
    products: {
      items: [
        {
          __typename: 'ConfigurableProduct',
          id: 7,
          sku: 'MUG',
          url_key: 'mug',
          stock_status: 'IN_STOCK',
          variants: [
            child('MUG-R', { id: 8, stock_status: 'IN_STOCK' }),
            child('MUG-G', { stock_status: 'OUT_OF_STOCK', quantity: 0 }),
            child('MUG-B', { stock_status: 'IN_STOCK', quantity: -3 }),
            child('MUG-Y', { stock_status: 'IN_STOCK', quantity: 0 }),
            child('MUG-W', {
              stock_status: 'IN_STOCK',
              only_x_left_in_stock: 2.0,
              min_sale_qty: 2,
              max_sale_qty: 8,
            }),
          ],
        },
        { __typename: 'SimpleProduct', id: 9, sku: 'PLATE', stock_status: 'IN_STOCK' },
      ],
    },
  },
};

describe('readMagentoProducts', () => {
  const [mug, plate] = readMagentoProducts(answer);

  it('reads the variants of a whole answer', () => {
    expect(mug?.variants.map(({ sku, record }) => [sku, stateOf({ record })])).to.deep.equal([
      ['MUG-R', 'unknown'],
      ['MUG-G', 'sold-out'],
      ['MUG-B', 'backorder'],
      ['MUG-Y', 'unknown'],
      ['MUG-W', 'in-stock'],
    ]);
    expect(mug?.handle).to.equal('mug');
    expect(mug?.variants[0]).to.deep.equal({
      id: '8',
      sku: 'MUG-R',
      options: { color: 'Red' },
      record: { orderable: true },
    });
  });

  it('takes IN_STOCK for the leave to order and not for a shelf, save where the page itself prints it', () => {
    expect(mug?.record).to.deep.equal({ orderable: true });
    expect(stateOf(plate)).to.equal('in-stock');
  });

  it('never takes a zero beside IN_STOCK for an empty shelf: it may not be counted', () => {
    expect(mug?.variants[3]?.record).to.deep.equal({ orderable: true });
  });

  it('reads what is left as low, and the rules of the order', () => {
    const white = mug?.variants[4];
    expect(white?.low).to.equal(true);
    expect(white?.record.onHand).to.equal(2);
    expect(white?.record.quantity).to.deep.equal({ min: 2, max: 8 });
  });

  it('refuses what is out of stock, whatever the number beside it', () => {
    const [odd] = readMagentoProducts({ sku: 'A', stock_status: 'OUT_OF_STOCK', quantity: 5 });
    expect(odd?.record).to.deep.equal({ status: 'sold-out', orderable: false });
  });

  it('knows nothing of a status that it does not know', () => {
    expect(statesOf(readMagentoProducts({ variants: [child('A', { stock_status: 'SOON' })] }))).to.deep.equal(
      {
        A: 'unknown',
      },
    );
  });

  describeWithstanding(readMagentoProducts, answer);
});
