import { expect } from '@open-wc/testing';
import { readVendureProducts } from '../../../src/platforms/vendure/read-product.js';
import { describeWithstanding, statesOf } from '../../support/reader-suite.js';

const variant = (id: string, stockLevel: unknown): object => ({
  id,
  sku: `V-${id}`,
  stockLevel,
  options: [{ name: 'Black', group: { name: 'Color' } }],
});

const answer = {
  data: {
    product: {
      id: '12',
      slug: 'desk',
      variants: ['IN_STOCK', 'LOW_STOCK', 'OUT_OF_STOCK', '4', '0', '-3', 'a few', 8].map((level, index) =>
        variant(String(index), level),
      ),
    },
  },
};

describe('readVendureProducts', () => {
  const [product] = readVendureProducts(answer);

  it('reads the words of the default strategy and numbers, and nothing else', () => {
    expect(statesOf(readVendureProducts(answer))).to.deep.equal({
      0: 'in-stock',
      1: 'in-stock',
      2: 'sold-out',
      3: 'in-stock',
      4: 'sold-out',
      5: 'sold-out',
      6: 'unknown',
      7: 'in-stock',
    });
    expect(product).to.deep.include({ id: '12', handle: 'desk' });
    expect(product?.variants[0]?.options).to.deep.equal({ Color: 'Black' });
  });

  it('calls low what Vendure calls low', () => {
    expect(product?.variants.map(({ low }) => low)).to.deep.equal([undefined, true, ...Array<undefined>(6)]);
  });

  it('sells no more than the number, and refuses what is out of stock', () => {
    expect(product?.variants[3]?.record).to.deep.include({ onHand: 4, availableToSell: 4 });
    expect(product?.variants[2]?.record).to.deep.equal({ status: 'sold-out', orderable: false });
    expect(product?.variants[5]?.record).to.deep.include({ onHand: -3, orderable: false });
  });

  it('reads search results, where "in stock" is the leave to order', () => {
    const items = [
      { productId: '1', productVariantId: '5', sku: 'A', inStock: true },
      { productId: '2', productVariantId: '6', sku: 'B', inStock: false },
    ];
    const found = readVendureProducts({ data: { search: { items } } });
    expect(found.map(({ id }) => id)).to.deep.equal(['1', '2']);
    expect(statesOf(found)).to.deep.equal({ 5: 'unknown', 6: 'sold-out' });
    expect(found[0]?.variants[0]?.record).to.deep.equal({ orderable: true });
  });

  describeWithstanding(readVendureProducts, answer);
});
