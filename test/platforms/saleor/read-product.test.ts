import { expect } from '@open-wc/testing';
import { readSaleorProducts } from '../../../src/platforms/saleor/read-product.js';
import type { VariantReading } from '../../../src/platforms/reading.js';
import { describeWithstanding, stateOf, statesOf } from '../../support/reader-suite.js';

const variant = (sku: string, more: object): object => ({
  id: `gid-${sku}`,
  sku,
  trackInventory: true,
  quantityAvailable: 0,
  quantityLimitPerCustomer: null,
  preorder: null,
  ...more,
});

const product = {
  id: 'UHJvZHVjdDox',
  slug: 'book',
  isAvailableForPurchase: true,
  availableForPurchaseAt: '2025-01-01T00:00:00Z',
  variants: [
    variant('shelf', {
      quantityAvailable: 6,
      attributes: [{ attribute: { slug: 'cover', name: 'Cover' }, values: [{ name: 'Soft' }] }],
    }),
    variant('gone', {}),
    variant('early', {
      preorder: { endDate: '2027-04-02T10:00:00+00:00' },
      quantityAvailable: 3,
      quantityLimitPerCustomer: 3,
    }),
    variant('uncounted', { trackInventory: false, quantityAvailable: 50 }),
    variant('cut', { quantityAvailable: 5, quantityLimitPerCustomer: 5 }),
    variant('unasked', { quantityAvailable: null }),
  ],
};

const one = (more: object): VariantReading | undefined => readSaleorProducts(variant('a', more))[0];

describe('readSaleorProducts', () => {
  it('reads each state', () => {
    const products = readSaleorProducts({ data: { products: { edges: [{ node: product }] } } });
    expect(statesOf(products)).to.deep.equal({
      'gid-shelf': 'in-stock',
      'gid-gone': 'sold-out',
      'gid-early': 'preorder',
      'gid-uncounted': 'in-stock',
      'gid-cut': 'in-stock',
      'gid-unasked': 'unknown',
    });
    expect(products[0]?.handle).to.equal('book');
    expect(products[0]?.variants[0]?.options).to.deep.equal({ cover: 'Soft' });
  });

  it('reads the end of a pre-order as the day it ships, and its limit', () => {
    const preorder = { endDate: '2027-04-02T10:00:00+00:00' };
    const early = one({ preorder, quantityAvailable: 3, quantityLimitPerCustomer: 3 });
    expect(early?.record.release?.window?.start).to.equal('2027-04-02');
    expect(early?.record).to.deep.include({ status: 'preorder', orderable: true });
    expect(early?.record.quantity).to.deep.equal({ max: 3 });
    expect(early?.record.onHand).to.equal(undefined);
    expect(stateOf(one({ preorder: {}, quantityAvailable: null }))).to.equal('preorder');
  });

  it('takes no pre-order beyond its threshold', () => {
    const full = {
      preorder: { endDate: '2027-04-02T10:00:00+00:00', globalThreshold: 9, globalSoldUnits: 9 },
    };
    expect(one({ ...full, quantityAvailable: 0 })?.record).to.deep.include({
      status: 'sold-out',
      orderable: false,
    });
    expect(stateOf(one({ ...full, quantityAvailable: -1 }))).to.equal('sold-out');
    expect(stateOf(one({ ...full, quantityAvailable: null }))).to.equal('preorder');
  });

  it('takes a number that equals the limit for the limit', () => {
    const cut = one({ quantityAvailable: 5, quantityLimitPerCustomer: 5 });
    expect(cut?.record.onHand).to.equal(undefined);
    expect(cut?.record).to.deep.include({ status: 'in-stock' });
    expect(one({ quantityAvailable: 4, quantityLimitPerCustomer: 5 })?.record.onHand).to.equal(4);
  });

  it('drops the number of what is not counted, and of what may not be', () => {
    expect(one({ trackInventory: false, quantityAvailable: 50 })?.record.onHand).to.equal(undefined);
    expect(one({ trackInventory: null, quantityAvailable: 0 })?.record).to.deep.equal({});
  });

  it('refuses a product that is not for sale, or announces its day', () => {
    const closed = { ...product, isAvailableForPurchase: false };
    const [announced] = readSaleorProducts({ ...closed, availableForPurchaseAt: '2027-01-01T00:00:00Z' });
    expect(stateOf(announced)).to.equal('coming-soon');
    expect(announced?.variants.map(stateOf)).to.deep.equal(product.variants.map(() => 'coming-soon'));
    expect(announced?.record.release?.window?.start).to.equal('2027-01-01');
    expect(stateOf(readSaleorProducts({ ...closed, availableForPurchaseAt: null })[0])).to.equal('sold-out');
  });

  describeWithstanding(readSaleorProducts, { data: { product } });
});
