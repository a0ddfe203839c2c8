import { expect } from '@open-wc/testing';
import { readWixInventory } from '../../../src/platforms/wix/read-inventory.js';
import { describeWithstanding, stateOf, statesOf } from '../../support/reader-suite.js';

const preorderInfo = { enabled: true, message: 'Ships in spring', limit: 10, counter: 4 };
const item = (more: object): object => ({
  id: 'i',
  productId: 'p',
  trackQuantity: true,
  variants: [
    { variantId: 'shelf', inStock: true, quantity: 3 },
    { variantId: 'gone', inStock: false, quantity: 0 },
  ],
  ...more,
});

describe('readWixInventory', () => {
  it('sells no more than there is', () => {
    const products = readWixInventory({ inventoryItem: item({}) });
    expect(statesOf(products)).to.deep.equal({ shelf: 'in-stock', gone: 'sold-out' });
    expect(products[0]?.id).to.equal('p');
    expect(products[0]?.variants.map(({ record }) => record)).to.deep.equal([
      { onHand: 3, orderable: true, availableToSell: 3 },
      { onHand: 0, status: 'sold-out', orderable: false },
    ]);
  });

  it('takes pre-orders once the stock is gone, as many as are left', () => {
    const [product] = readWixInventory({ inventoryItems: [item({ preorderInfo })] });
    expect(product?.variants.map(stateOf)).to.deep.equal(['in-stock', 'preorder']);
    expect(product?.variants[1]?.record.availableForBackorder).to.equal(6);
    expect(product?.variants.map(({ message }) => message)).to.deep.equal([undefined, 'Ships in spring']);
  });

  it('refuses when the pre-orders are used up, and takes them without a limit where none is told', () => {
    const [full] = readWixInventory(item({ preorderInfo: { ...preorderInfo, counter: 10 } }));
    expect(full?.variants[1]?.record).to.deep.include({ status: 'sold-out', orderable: false });
    const [open] = readWixInventory(item({ preorderInfo: { enabled: true } }));
    expect(open?.variants[1]?.record.availableForBackorder).to.equal('unlimited');
    const [off] = readWixInventory(item({ preorderInfo: { ...preorderInfo, enabled: false } }));
    expect(off?.variants[1]?.record.orderable).to.equal(false);
  });

  it('takes no pre-order of a variant that the older catalog has none left of', () => {
    const told = (availableForPreorder: boolean, more: object = {}) =>
      readWixInventory(
        item({
          preorderInfo: { enabled: true, limit: 5 },
          variants: [{ variantId: 'a', inStock: false, quantity: 0, availableForPreorder, ...more }],
        }),
      )[0]?.variants[0];
    expect(told(false)?.record).to.deep.equal({ onHand: 0, status: 'sold-out', orderable: false });
    expect(stateOf(told(true))).to.equal('preorder');
    expect(stateOf(told(false, { inStock: true, quantity: 3 }))).to.equal('in-stock');
  });

  it('drops the number of what is not counted', () => {
    const variants = [
      { variantId: 'a', inStock: true, quantity: 0 },
      { variantId: 'b', inStock: false },
    ];
    const [product] = readWixInventory(item({ trackQuantity: false, variants }));
    expect(product?.variants.map(({ record }) => record)).to.deep.equal([
      { tracked: false, status: 'in-stock', orderable: true },
      { status: 'sold-out', orderable: false },
    ]);
  });

  it('gathers the items of catalog V3 by product, and knows a variant in several places only roughly', () => {
    const at = (locationId: string, variantId: string, quantity: number): object => ({
      locationId,
      variantId,
      productId: 'p',
      trackQuantity: true,
      quantity,
      availabilityStatus: quantity ? 'IN_STOCK' : 'OUT_OF_STOCK',
    });
    const inventoryItems = [at('here', 'a', 0), at('there', 'a', 5), at('here', 'b', 0), at('there', 'b', 0)];
    const [product, ...more] = readWixInventory({ inventoryItems });
    expect(more).to.deep.equal([]);
    expect(product?.variants.map(({ id, record }) => [id, record])).to.deep.equal([
      ['a', { status: 'in-stock' }],
      ['b', { status: 'sold-out', orderable: false }],
    ]);
    expect(statesOf(readWixInventory({ inventoryItems }, 'here'))).to.deep.equal({
      a: 'sold-out',
      b: 'sold-out',
    });
    expect(readWixInventory({ inventoryItems }, 'there')[0]?.variants[0]?.record.onHand).to.equal(5);
  });

  describeWithstanding(readWixInventory, { inventoryItems: [item({ preorderInfo })] });
});
