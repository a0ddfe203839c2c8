import { expect } from '@open-wc/testing';
import { readShopwareProducts } from '../../../src/platforms/shopware/read-product.js';
import type { ProductReading } from '../../../src/platforms/reading.js';
import { describeWithstanding, stateOf, statesOf } from '../../support/reader-suite.js';

const product = (more: object): object => ({
  id: 'a1',
  productNumber: 'SW1',
  childCount: 0,
  active: true,
  available: true,
  availableStock: 12,
  stock: 20,
  isCloseout: false,
  restockTime: 5,
  deliveryTime: { min: 2, max: 4, unit: 'day' },
  minPurchase: 1,
  maxPurchase: null,
  calculatedMaxPurchase: 100,
  purchaseSteps: 1,
  releaseDate: null,
  ...more,
});

const read = (more: object, now?: number): ProductReading | undefined =>
  readShopwareProducts({ product: product(more), configurator: [] }, now)[0];

describe('readShopwareProducts', () => {
  it('counts the stock that is not ordered yet, and lets more be ordered', () => {
    expect(read({})?.record).to.deep.include({
      onHand: 12,
      orderable: true,
      availableForBackorder: 'unlimited',
    });
    expect(read({})?.record.quantity).to.deep.equal({ min: 1, max: 100, step: 1 });
    expect(stateOf(read({}))).to.equal('in-stock');
  });

  it('sells past an empty shelf, with the days to restock and those of the delivery', () => {
    const { record } = read({ availableStock: -6 }) as ProductReading;
    expect(record).to.deep.include({ onHand: -6, status: 'backorder', orderable: true });
    expect(record.restock).to.deep.equal({
      leadTime: { min: 7, max: 9, unit: 'day' },
      basis: 'deliver',
      confidence: 'estimated',
    });
  });

  it('reads weeks of delivery, and leaves out what is no whole number of days', () => {
    const weeks = read({ deliveryTime: { min: 1, max: 2, unit: 'week' } });
    expect(weeks?.record.restock?.leadTime).to.deep.equal({ min: 12, max: 19, unit: 'day' });
    const months = read({ deliveryTime: { min: 1, max: 2, unit: 'month' } });
    expect(months?.record.restock).to.deep.include({ basis: 'ship' });
    expect(months?.record.restock?.leadTime).to.deep.equal({ min: 5, max: 5, unit: 'day' });
    expect(read({ restockTime: null })?.record.restock).to.equal(undefined);
  });

  it('ends with the shelf in a closeout', () => {
    const { record } = read({ isCloseout: true, availableStock: 3 }) as ProductReading;
    expect(record).to.deep.include({ onHand: 3, availableToSell: 3 });
    expect(record.restock).to.equal(undefined);
    expect(read({ isCloseout: true, availableStock: 0, available: false })?.record.orderable).to.equal(false);
  });

  it('refuses what is not available or not active, whatever lies there', () => {
    expect(stateOf(read({ available: false }))).to.equal('sold-out');
    expect(stateOf(read({ active: false }))).to.equal('sold-out');
  });

  it('calls it a backorder when one order has to take more than there is', () => {
    expect(read({ availableStock: 3, minPurchase: 6 })?.record).to.deep.include({
      onHand: 3,
      status: 'backorder',
    });
    const closeout = { availableStock: 3, minPurchase: 6, isCloseout: true, available: undefined };
    expect(stateOf(read(closeout))).to.equal('sold-out');
  });

  it('keeps a release date, which makes a pre-order only when it is ahead of a clock that was given', () => {
    const dated = { availableStock: 0, releaseDate: '2027-02-01T00:00:00.000+00:00' };
    expect(read(dated)?.record.release?.window?.start).to.equal('2027-02-01');
    expect(stateOf(read(dated))).to.equal('backorder');
    expect(stateOf(read(dated, Date.parse('2026-12-01')))).to.equal('preorder');
    expect(stateOf(read(dated, Date.parse('2027-03-01')))).to.equal('backorder');
  });

  it('knows nothing of a parent, and reads its children with their options', () => {
    const options = [{ name: 'Red', group: { name: 'Color' } }];
    const [parent] = readShopwareProducts({
      elements: [
        product({
          childCount: 2,
          children: [product({ id: 'c1', options }), product({ id: 'c2', availableStock: 0 })],
        }),
      ],
    });
    expect(parent?.record).to.deep.equal({});
    expect(statesOf([parent as ProductReading])).to.deep.equal({ c1: 'in-stock', c2: 'backorder' });
    expect(parent?.variants[0]?.options).to.deep.equal({ Color: 'Red' });
  });

  it('does not know whether an empty shelf sells when nothing else is told', () => {
    const [bare] = readShopwareProducts({ productNumber: 'A', availableStock: 0 });
    expect(bare?.record).to.deep.equal({ onHand: 0, status: 'sold-out' });
    expect(readShopwareProducts({ productNumber: 'A' })[0]?.record).to.deep.equal({});
  });

  describeWithstanding(readShopwareProducts, { elements: [product({ children: [product({ id: 'c1' })] })] });
});
