import { expect } from '@open-wc/testing';
import { readMedusaProducts } from '../../../src/platforms/medusa/read-product.js';
import { describeWithstanding, statesOf } from '../../support/reader-suite.js';

const variant = (id: string, manage: unknown, backorder: unknown, quantity?: unknown): object => ({
  id,
  sku: id.toUpperCase(),
  manage_inventory: manage,
  allow_backorder: backorder,
  inventory_quantity: quantity,
  options: [{ option: { title: 'Size' }, value: 'L' }],
});

const answer = {
  product: {
    id: 'prod_9',
    handle: 'sweater',
    variants: [
      variant('shelf', true, false, 4),
      variant('more', true, true, 4),
      variant('later', true, true, -2),
      variant('gone', true, false, 0),
      variant('uncounted', false, false, 0),
      variant('unasked', true, false),
      variant('unasked-later', true, true),
    ],
  },
};

describe('readMedusaProducts', () => {
  const [product] = readMedusaProducts(answer);
  const record = (id: string): unknown => product?.variants.find((it) => it.id === id)?.record;

  it('reads each state', () => {
    expect(statesOf(readMedusaProducts(answer))).to.deep.equal({
      shelf: 'in-stock',
      more: 'in-stock',
      later: 'backorder',
      gone: 'sold-out',
      uncounted: 'in-stock',
      unasked: 'unknown',
      'unasked-later': 'unknown',
    });
    expect(product).to.deep.include({ id: 'prod_9', handle: 'sweater' });
    expect(product?.variants[0]).to.deep.include({ sku: 'SHELF' });
    expect(product?.variants[0]?.options).to.deep.equal({ Size: 'L' });
  });

  it('tells how many may be sold, from the shelf and beyond', () => {
    expect(record('shelf')).to.deep.include({ onHand: 4, availableToSell: 4 });
    expect(record('more')).to.deep.include({ onHand: 4, availableForBackorder: 'unlimited' });
    expect(record('later')).to.deep.include({ onHand: -2, status: 'backorder', orderable: true });
  });

  it('drops the number of what is not counted', () => {
    expect(record('uncounted')).to.deep.equal({ tracked: false, status: 'in-stock', orderable: true });
  });

  it('takes a quantity that was not asked for as unknown, and not as zero', () => {
    expect(record('unasked')).to.deep.equal({ tracked: true });
    expect(record('unasked-later')).to.deep.include({ orderable: true });
  });

  it('says nothing of a zero that may not be counted', () => {
    expect(
      readMedusaProducts({ variants: [{ id: 'a', inventory_quantity: 0 }] })[0]?.variants[0]?.record,
    ).to.deep.equal({});
  });

  it('reads lists of products, and a variant by itself', () => {
    expect(readMedusaProducts({ products: [answer.product, answer.product], count: 2 }).length).to.equal(2);
    expect(readMedusaProducts(variant('shelf', true, false, 4))[0]).to.deep.include({ id: 'shelf' });
  });

  describeWithstanding(readMedusaProducts, answer);
});
