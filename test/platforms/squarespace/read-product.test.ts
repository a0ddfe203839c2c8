import { expect } from '@open-wc/testing';
import { readSquarespaceProducts } from '../../../src/platforms/squarespace/read-product.js';
import { describeWithstanding, statesOf, variantsOf } from '../../support/reader-suite.js';

const variants = [
  { id: 'shelf', sku: 'SQ1', attributes: { Size: 'M' }, unlimited: false, qtyInStock: 2 },
  { id: 'gone', sku: 'SQ2', attributes: { Size: 'L' }, unlimited: false, qtyInStock: 0 },
  { id: 'uncounted', sku: 'SQ3', attributes: {}, unlimited: true, qtyInStock: 0 },
  { id: 'unasked', sku: 'SQ4', attributes: {}, unlimited: false },
];
const states = { shelf: 'in-stock', gone: 'sold-out', uncounted: 'in-stock', unasked: 'unknown' };

describe('readSquarespaceProducts', () => {
  it('reads the variants of a page as one product', () => {
    const products = readSquarespaceProducts(variants);
    expect(products.length).to.equal(1);
    expect(statesOf(products)).to.deep.equal(states);
    expect(products[0]?.variants[0]).to.deep.equal({
      id: 'shelf',
      sku: 'SQ1',
      options: { Size: 'M' },
      record: { onHand: 2, orderable: true, availableToSell: 2 },
    });
  });

  it('sells nothing beyond the stock, and drops the number of what is not counted', () => {
    const [, gone, uncounted] = variantsOf(readSquarespaceProducts(variants));
    expect(gone?.record).to.deep.equal({ onHand: 0, status: 'sold-out', orderable: false });
    expect(uncounted?.record).to.deep.equal({ tracked: false, status: 'in-stock', orderable: true });
  });

  it("reads the product of a page's context, where the stock is an object", () => {
    const product = {
      id: 'p',
      urlId: 'vase',
      variants: [
        { id: 'a', stock: { unlimited: true } },
        { id: 'b', stock: { quantity: 0, unlimited: false } },
      ],
    };
    const products = readSquarespaceProducts({ item: { fullUrl: '/vase' }, product });
    expect(products[0]).to.deep.include({ id: 'p', handle: 'vase' });
    expect(statesOf(products)).to.deep.equal({ a: 'in-stock', b: 'sold-out' });
  });

  it('reads the answer of the Inventory API', () => {
    const inventory = [
      { variantId: 'a', sku: 'A', quantity: 5, isUnlimited: false },
      { variantId: 'b', sku: 'B', quantity: 0, isUnlimited: true },
    ];
    expect(statesOf(readSquarespaceProducts({ inventory, pagination: {} }))).to.deep.equal({
      a: 'in-stock',
      b: 'in-stock',
    });
  });

  describeWithstanding(readSquarespaceProducts, variants);
  describeWithstanding(readSquarespaceProducts, { product: { id: 'p', variants } });
});
