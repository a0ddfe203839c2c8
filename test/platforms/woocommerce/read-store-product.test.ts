import { expect } from '@open-wc/testing';
import type { AvailabilityRecord } from '../../../src/availability/record.js';
import { readStoreProduct } from '../../../src/platforms/woocommerce/read-store-product.js';
import { expectTotal } from '../../support/hostile-json.js';

const PRODUCT = {
  id: 640,
  name: 'Bench',
  slug: 'oak-bench',
  sku: 'BENCH',
  type: 'simple',
  variations: [],
  is_purchasable: true,
  is_in_stock: true,
  is_on_backorder: false,
  low_stock_remaining: null,
  stock_availability: { text: 'In stock', class: 'in-stock' },
  sold_individually: false,
  add_to_cart: { text: 'Add to cart', minimum: 1, maximum: 9999, multiple_of: 1 },
};

const VARIABLE = {
  ...PRODUCT,
  type: 'variable',
  attributes: [
    { id: 2, name: 'Wood', taxonomy: 'pa_wood' },
    { id: 0, name: 'Leg shape', taxonomy: null },
  ],
  variations: [
    {
      id: 641,
      attributes: [
        { name: 'Wood', value: 'oak' },
        { name: 'Leg shape', value: 'Round' },
      ],
    },
    { id: 642, attributes: [{ name: 'Wood', value: null }] },
  ],
};

const read = (fields: object) => readStoreProduct({ ...PRODUCT, add_to_cart: undefined, ...fields })[0];
const recordOf = (fields: object): AvailabilityRecord | undefined => read(fields)?.record;

describe('readStoreProduct', () => {
  it('reads names, and a shelf with something on it', () => {
    const [product] = readStoreProduct(PRODUCT);
    expect(product).to.include({ id: '640', handle: 'oak-bench', sku: 'BENCH', message: 'In stock' });
    expect(product?.record).to.deep.equal({
      orderable: true,
      status: 'in-stock',
      quantity: { min: 1, step: 1 },
    });
    expect(readStoreProduct([PRODUCT, PRODUCT])).to.have.length(2);
  });

  it('on backorder is a backorder, though "in stock" is told and the words say otherwise', () => {
    const told = { is_on_backorder: true, stock_availability: { text: 'Only 1 left', class: 'in-stock' } };
    expect(recordOf(told)).to.deep.equal({
      orderable: true,
      status: 'backorder',
      availableForBackorder: 'unlimited',
    });
    expect(recordOf({ ...told, low_stock_remaining: -2 })?.onHand).to.equal(-2);
    expect(recordOf({ ...told, low_stock_remaining: 0 })?.onHand).to.equal(0);
    expect(read({ ...told, low_stock_remaining: 0 })?.low).to.equal(undefined);
    expect(recordOf({ ...told, low_stock_remaining: 1 })?.onHand).to.equal(undefined);
  });

  it('a shop too old for that flag may tell a backorder by its class', () => {
    const old = { is_on_backorder: undefined };
    expect(recordOf({ ...old, stock_availability: { class: 'available-on-backorder' } })?.status).to.equal(
      'backorder',
    );
    expect(recordOf({ ...old, stock_availability: undefined })?.status, 'no other word').to.equal('in-stock');
  });

  it('a low shelf has its number', () => {
    const low = read({ low_stock_remaining: 2 });
    expect(low?.low).to.equal(true);
    expect(low?.record).to.deep.equal({ orderable: true, onHand: 2 });
  });

  it('none left, while neither gone nor on backorder, decides nothing', () => {
    for (const low_stock_remaining of [0, -4]) {
      expect(recordOf({ low_stock_remaining })).to.deep.equal({ orderable: true });
      expect(read({ low_stock_remaining })?.low).to.equal(undefined);
    }
    expect(recordOf({ stock_availability: { class: 'out-of-stock' } })).to.deep.equal({ orderable: true });
  });

  it('out of stock or not for sale is refused', () => {
    for (const no of [
      { is_in_stock: false },
      { is_purchasable: false },
      { is_in_stock: false, is_on_backorder: true },
    ]) {
      expect(recordOf(no)).to.deep.equal({ status: 'sold-out', orderable: false });
    }
  });

  it('what is bought elsewhere, or as the products of a group, is not sold out', () => {
    expect(recordOf({ type: 'external', is_purchasable: false })).to.deep.equal({});
    expect(recordOf({ type: 'grouped', is_purchasable: false })).to.deep.equal({});
  });

  it('"purchasable" alone tells nothing, for it stays when all is sold', () => {
    const told = { is_in_stock: undefined, is_on_backorder: undefined, stock_availability: undefined };
    expect(recordOf(told)).to.deep.equal({});
  });

  it('9999 is no limit; other numbers are rules, and so is one for each customer', () => {
    const rule = (more: object) => recordOf(more)?.quantity;
    expect(rule({ add_to_cart: { maximum: 500, minimum: 2, multiple_of: 2 } })).to.deep.equal({
      min: 2,
      max: 500,
      step: 2,
    });
    expect(rule({ add_to_cart: { maximum: 9999 } })).to.equal(undefined);
    expect(rule({ sold_individually: true })).to.deep.equal({ max: 1 });
  });

  it('where nothing is told nothing is known', () => {
    expect(
      readStoreProduct([{}, { is_in_stock: true, is_on_backorder: false }]).map((it) => it.record.status),
    ).to.deep.equal([undefined, 'in-stock']);
  });

  it("lists variations by the names of the form's fields, without stock, for none is told", () => {
    const [product] = readStoreProduct(VARIABLE);
    expect(product?.variants.map((it) => it.record)).to.deep.equal([{}, {}]);
    expect(product?.variants[0]?.options).to.deep.equal({
      attribute_pa_wood: 'oak',
      'attribute_leg-shape': 'Round',
    });
    expect(product?.variants[1]?.options, 'any').to.equal(undefined);
  });

  it("reads the state of block pages, and a variation's stock where the variation is there", () => {
    const variation = { ...PRODUCT, id: 641, type: 'variation', sku: 'BENCH-R', is_in_stock: false };
    const state = { products: { 640: VARIABLE }, productVariations: { 641: variation } };
    for (const json of [
      state,
      { 'woocommerce/products': state },
      { state: { 'woocommerce/products': state } },
    ]) {
      const products = readStoreProduct(json);
      expect(products.map((it) => it.id)).to.deep.equal(['640']);
      expect(products[0]?.variants[0]).to.include({ id: '641', sku: 'BENCH-R' });
      expect(products[0]?.variants[0]?.record.orderable).to.equal(false);
    }
    expect(readStoreProduct({ productVariations: { 641: variation } })[0]?.id).to.equal('641');
    expect(readStoreProduct({ state: {}, config: { 'woocommerce/products': { locale: {} } } })).to.deep.equal(
      [],
    );
  });

  it('stays total, frozen and bounded whatever the data is', () => {
    expectTotal(readStoreProduct, [{ ...VARIABLE, low_stock_remaining: 2 }]);
    expectTotal(readStoreProduct, { products: { 640: VARIABLE }, productVariations: { 641: PRODUCT } });
    expect(readStoreProduct(Array(2000).fill(PRODUCT)).length).to.equal(250);
    const variations = Array.from({ length: 9000 }, (_, id) => ({ id }));
    expect(readStoreProduct({ ...VARIABLE, variations })[0]?.variants.length).to.equal(2000);
  });
});
