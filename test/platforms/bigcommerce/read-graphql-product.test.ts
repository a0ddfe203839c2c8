import { expect } from '@open-wc/testing';
import { readGraphqlProduct } from '../../../src/platforms/bigcommerce/read-graphql-product.js';
import { expectTotal } from '../../support/hostile-json.js';

const AGGREGATED = {
  availableToSell: 12,
  warningLevel: 5,
  availableOnHand: 12,
  availableForBackorder: 0,
  unlimitedBackorder: false,
};

const PRODUCT = {
  entityId: 610,
  sku: 'TENT',
  path: '/two-person-tent/',
  minPurchaseQuantity: null,
  maxPurchaseQuantity: null,
  availabilityV2: { __typename: 'ProductAvailable', status: 'Available' },
  inventory: { isInStock: true, hasVariantInventory: false, aggregated: AGGREGATED },
};

const read = (fields: object) =>
  readGraphqlProduct({ data: { site: { product: { ...PRODUCT, ...fields } } } })[0];
const stocked = (counts: object | null, more: object = {}) =>
  read({ inventory: { isInStock: true, aggregated: counts && { ...AGGREGATED, ...counts }, ...more } });
const variants = (...nodes: object[]) => ({ variants: { edges: nodes.map((node) => ({ node })) } });
const preorder = (at: unknown) => ({ status: 'Preorder', willBeReleasedAt: { utc: at } });

describe('readGraphqlProduct', () => {
  it('finds products wherever a query has put them, and nothing else that has an id', () => {
    for (const site of [
      { product: PRODUCT },
      { products: { edges: [{ node: PRODUCT }] } },
      { category: { entityId: 4, name: 'Tents', products: { nodes: [PRODUCT] } } },
      {
        settings: { inventory: { stockLevelDisplay: 'SHOW' } },
        brand: { entityId: 610 },
        route: { node: PRODUCT },
      },
    ]) {
      expect(readGraphqlProduct({ data: { site } }).map((it) => it.id)).to.deep.equal(['610']);
    }
    expect(readGraphqlProduct([PRODUCT])[0]).to.include({ handle: 'two-person-tent', sku: 'TENT' });
  });

  it('reads what lies there and what may be sold beyond it', () => {
    expect(read({})?.record).to.deep.equal({
      orderable: true,
      onHand: 12,
      availableToSell: 12,
      availableForBackorder: 0,
    });
    const more = stocked({
      availableToSell: 3,
      availableOnHand: 3,
      availableForBackorder: null,
      unlimitedBackorder: true,
    });
    expect(more?.record).to.deep.equal({ orderable: true, onHand: 3, availableForBackorder: 'unlimited' });
  });

  it('takes what is to sell for what lies there where nothing else is asked for', () => {
    const { record } = read({ inventory: { aggregated: { availableToSell: 20, warningLevel: 5 } } }) ?? {};
    expect(record).to.include({ onHand: 20, availableToSell: 20 });
    expect(
      read({ inventory: { aggregated: { availableToSell: 0, warningLevel: 0 } } })?.record,
    ).to.deep.equal({
      onHand: 0,
      status: 'sold-out',
      orderable: false,
    });
  });

  it('numbers that the shop does not show are unknown and never zero, also while "in stock" is told', () => {
    expect(stocked(null)?.record).to.deep.equal({ orderable: true });
    expect(stocked(null, { isInStock: undefined })?.record).to.deep.equal({});
    expect(stocked(null, { isInStock: false })?.record).to.include({ status: 'sold-out', orderable: false });
  });

  it('an empty shelf with pieces to sell is a backorder, though the shop says "in stock"', () => {
    const some = stocked({ availableToSell: 20, availableOnHand: 0, availableForBackorder: 20 });
    expect(some?.record).to.include({
      onHand: 0,
      status: 'backorder',
      availableForBackorder: 20,
      availableToSell: 20,
    });
    const any = stocked({ availableToSell: 0, availableOnHand: 0, unlimitedBackorder: true });
    expect(any?.record).to.include({ status: 'backorder', availableForBackorder: 'unlimited' });
  });

  it('nothing to sell that is "in stock" all the same decides nothing', () => {
    expect(stocked({ availableToSell: 0, availableOnHand: null })?.record.status).to.equal(undefined);
  });

  it('without a limit, what may be sold is not what lies there', () => {
    const counts = { availableOnHand: null, availableToSell: 9, unlimitedBackorder: true };
    expect(stocked(counts)?.record.onHand).to.equal(undefined);
    const early = { availabilityV2: preorder(null), inventory: { aggregated: { ...AGGREGATED, ...counts } } };
    expect(read(early)?.record.availableToSell).to.equal(undefined);
    const none = { availableToSell: 0, availableOnHand: 0 };
    expect(read({ ...early, inventory: { aggregated: none } })?.record.availableToSell).to.equal(undefined);
  });

  it('what is no longer sold is refused, whatever lies there', () => {
    const gone = read({ availabilityV2: { status: 'Unavailable', message: 'Not made any more' } });
    expect(gone?.record).to.deep.equal({ status: 'sold-out', orderable: false });
    expect(gone?.message).to.equal('Not made any more');
  });

  it('a pre-order is sold though nothing is in stock, with its date', () => {
    const early = read({
      availabilityV2: preorder('2027-03-14T00:00:00Z'),
      inventory: { isInStock: false, aggregated: null },
      maxPurchaseQuantity: 2,
    });
    expect(early?.record).to.deep.include({ status: 'preorder', orderable: true, quantity: { max: 2 } });
    expect(early?.record.release?.window?.start).to.equal('2027-03-14');
    expect(read({ availabilityV2: preorder('14 March') })?.record.release).to.equal(undefined);
    expect(read({ availabilityV2: preorder('2027-03-14') })?.record.availableToSell).to.equal(12);
  });

  it('a shelf at or below its warning level is low', () => {
    expect(stocked({ availableOnHand: 5 })?.low).to.equal(true);
    expect(stocked({ availableOnHand: 6 })?.low).to.equal(undefined);
    expect(stocked({ availableOnHand: 0, availableToSell: 0 })?.low).to.equal(undefined);
  });

  it("a variant has the product's terms, its own stock and its option values by id", () => {
    const options = { edges: [{ node: { entityId: 7, values: { edges: [{ node: { entityId: 71 } }] } } }] };
    const inventory = { aggregated: { ...AGGREGATED, availableToSell: 1, availableOnHand: 1 } };
    const product = read({
      inventory: null,
      maxPurchaseQuantity: 4,
      ...variants({ entityId: 6101, sku: 'T-1', options, inventory }),
    });
    const [variant] = product?.variants ?? [];
    expect(variant).to.deep.include({ id: '6101', sku: 'T-1', options: { '7': '71' }, low: true });
    expect(variant?.record).to.deep.include({ onHand: 1, quantity: { max: 4 } });
    const unsold = read({
      availabilityV2: { status: 'Unavailable' },
      ...variants({ entityId: 1, inventory }),
    });
    expect(unsold?.variants[0]?.record.orderable).to.equal(false);
  });

  it("a variant without inventory of its own has the product's", () => {
    const place = { locationEntityId: 1, backorderMessage: 'Three weeks' };
    const product = read(variants({ entityId: 1, inventory: { byLocation: { edges: [{ node: place }] } } }));
    expect(product?.variants[0]?.record).to.deep.equal(product?.record);
    expect(product?.message).to.equal('Three weeks');
  });

  it('places are summed, without those that the shop has switched off', () => {
    const record = (...places: object[]) =>
      read({ inventory: null, ...variants({ entityId: 1, inventory: { byLocation: { nodes: places } } }) })
        ?.variants[0]?.record;
    const on = { availableToSell: 6, isInStock: true };
    const off = { availableToSell: 5, isInStock: false };
    expect(record(on, on)?.onHand).to.equal(12);
    expect(record(on, off)?.onHand).to.equal(6);
    expect(record(off, off)).to.include({ status: 'sold-out', orderable: false });
    expect(record(on, { isInStock: true })?.onHand, 'one place does not tell').to.equal(undefined);
  });

  it('stays total, frozen and bounded whatever the data is', () => {
    const inventory = { byLocation: { edges: [{ node: { availableToSell: 6, isInStock: true } }] } };
    const options = { nodes: [{ entityId: 7, values: { nodes: [{ entityId: 71 }] } }] };
    expectTotal(readGraphqlProduct, {
      site: { product: { ...PRODUCT, ...variants({ entityId: 1, options, inventory }) } },
    });
    const many = variants(...Array<object>(9000).fill({ entityId: 1, inventory }));
    expect(readGraphqlProduct({ entityId: 1, ...many })[0]?.variants.length).to.equal(2000);
    expect(readGraphqlProduct(Array(2000).fill(PRODUCT)).length).to.equal(250);
  });
});
