import { expect } from '@open-wc/testing';
import { decide } from '../../../src/availability/decide.js';
import { NO_POLICY } from '../../../src/availability/policy.js';
import type { AvailabilityRecord } from '../../../src/availability/record.js';
import { readRestProduct } from '../../../src/platforms/woocommerce/read-rest-product.js';
import { NOW } from '../../support/arbitraries.js';
import { expectTotal } from '../../support/hostile-json.js';

const PRODUCT = {
  id: 77,
  slug: 'wool-rug',
  sku: 'RUG',
  purchasable: true,
  manage_stock: true,
  stock_quantity: 15,
  stock_status: 'instock',
  backorders: 'no',
  backorders_allowed: false,
  backordered: false,
  low_stock_amount: 2,
  sold_individually: false,
  variations: [],
};

const read = (fields: object) => readRestProduct({ ...PRODUCT, ...fields })[0];
const recordOf = (fields: object): AvailabilityRecord | undefined => read(fields)?.record;
const ALLOWED = { backorders: 'notify', backorders_allowed: true };

describe('readRestProduct', () => {
  it('reads names, and a counted shelf', () => {
    expect(read({})).to.include({ id: '77', handle: 'wool-rug', sku: 'RUG' });
    expect(recordOf({})).to.deep.equal({ tracked: true, orderable: true, onHand: 15, availableToSell: 15 });
  });

  it('backorders that are allowed are not backorders now', () => {
    expect(recordOf(ALLOWED)).to.deep.equal({
      tracked: true,
      orderable: true,
      onHand: 15,
      availableForBackorder: 'unlimited',
    });
  });

  it('backordered is a backorder, with its number when it is no more than none', () => {
    const backordered = { ...ALLOWED, backordered: true, stock_status: 'onbackorder' };
    expect(recordOf({ ...backordered, stock_quantity: -4 })).to.include({ status: 'backorder', onHand: -4 });
    expect(recordOf({ ...backordered, stock_quantity: 3 })?.onHand).to.equal(undefined);
    expect(recordOf({ ...backordered, stock_quantity: 0 })).to.include({
      onHand: 0,
      orderable: true,
      availableForBackorder: 'unlimited',
    });
    const uncounted = { stock_status: 'onbackorder', manage_stock: false, stock_quantity: null };
    expect(decide(recordOf(uncounted) ?? {}, NO_POLICY, 1, NOW).state).to.equal('backorder');
    expect(recordOf({ ...ALLOWED, stock_quantity: 0, stock_status: undefined })?.status).to.equal(
      'backorder',
    );
  });

  it('an empty shelf without backorders, or what cannot be bought, is refused', () => {
    const empty = { stock_quantity: 0, stock_status: 'outofstock' };
    expect(recordOf(empty)).to.deep.equal({ onHand: 0, status: 'sold-out', orderable: false });
    expect(recordOf({ ...empty, stock_status: undefined })?.orderable).to.equal(false);
    expect(recordOf({ purchasable: false })).to.deep.equal({ status: 'sold-out', orderable: false });
  });

  it('what is bought elsewhere, or as the products of a group, has no shelf of its own', () => {
    for (const type of ['external', 'grouped']) {
      const told = { type, purchasable: false, manage_stock: false, stock_quantity: null };
      expect(recordOf(told)).to.deep.equal({});
    }
  });

  it('reads the setting for backorders where the answer has nothing else of them', () => {
    const bare = (backorders: string) =>
      readRestProduct({ id: 1, manage_stock: true, stock_quantity: 0, backorders })[0]?.record;
    expect(bare('notify')).to.include({ onHand: 0, status: 'backorder', orderable: true });
    expect(bare('yes')?.status).to.equal('backorder');
    expect(bare('no')).to.deep.equal({ onHand: 0, status: 'sold-out', orderable: false });
    expect(bare('odd')).to.deep.equal({ tracked: true });
  });

  it('an empty shelf that the shop calls in stock decides nothing', () => {
    expect(recordOf({ stock_quantity: 0 })).to.deep.equal({ tracked: true, orderable: true });
  });

  it('what is not counted is in stock, whatever the number', () => {
    expect(recordOf({ manage_stock: false, stock_quantity: -3 })).to.deep.equal({
      tracked: false,
      orderable: true,
      status: 'in-stock',
    });
  });

  it('"purchasable" alone tells nothing, for it stays when all is sold', () => {
    const told = { manage_stock: false, stock_quantity: null, stock_status: undefined };
    expect(recordOf(told)).to.deep.equal({ tracked: false });
    const allowed = { ...ALLOWED, stock_status: undefined, stock_quantity: 0 };
    expect(recordOf(allowed)?.orderable, 'backorders are taken').to.equal(true);
  });

  it('a variation counted with its parent is counted', () => {
    expect(recordOf({ manage_stock: 'parent', stock_quantity: 4 })).to.include({ tracked: true, onHand: 4 });
  });

  it("a shelf at or below the shop's own amount is low", () => {
    expect(read({ stock_quantity: 2 })?.low).to.equal(true);
    expect(read({ stock_quantity: 3 })?.low).to.equal(undefined);
    expect(read({ stock_quantity: 2, low_stock_amount: null })?.low).to.equal(undefined);
  });

  it('one for each customer is a rule of the order', () => {
    expect(recordOf({ sold_individually: true })?.quantity).to.deep.equal({ max: 1 });
  });

  it('variations come with what is told of them, which may be the id alone', () => {
    const attributes = [{ id: 1, name: 'Size', option: '2 m' }];
    const product = read({ variations: [78, { ...PRODUCT, id: 79, stock_quantity: 1, attributes }] });
    expect(product?.variants[0]).to.deep.equal({ id: '78', record: {} });
    expect(product?.variants[1]).to.deep.include({ id: '79', options: { Size: '2 m' }, low: true });
  });

  it('stays total, frozen and bounded whatever the data is', () => {
    const attributes = [{ name: 'Size', option: '2 m' }];
    expectTotal(readRestProduct, [{ ...PRODUCT, ...ALLOWED, variations: [{ ...PRODUCT, attributes }, 78] }]);
    expect(readRestProduct(Array(2000).fill(PRODUCT)).length).to.equal(250);
    expect(read({ variations: Array.from({ length: 9000 }, (_, id) => id) })?.variants.length).to.equal(2000);
  });
});
