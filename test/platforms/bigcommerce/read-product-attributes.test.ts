import { expect } from '@open-wc/testing';
import { decide } from '../../../src/availability/decide.js';
import { NO_POLICY } from '../../../src/availability/policy.js';
import { readProductAttributes } from '../../../src/platforms/bigcommerce/read-product-attributes.js';
import { expectTotal } from '../../support/hostile-json.js';
import { NOW } from '../../support/arbitraries.js';

const PLAIN = {
  sku: 'LAMP-1',
  base: true,
  stock: 9,
  instock: true,
  purchasable: true,
  in_stock_attributes: [],
};

const CHOSEN = {
  sku: 'LAMP-1-BRASS',
  base: false,
  available_variant_values: [811, 812],
  in_stock_attributes: [811],
  selected_attributes: { '70': 811 },
  stock: null,
  available_to_sell: 40,
  available_on_hand: 25,
  available_for_backorder: 15,
  unlimited_backorder: false,
  instock: true,
  purchasable: true,
  variantId: 90,
  v3_variant_id: 900,
};

const recordOf = (fields: object) => readProductAttributes({ data: { ...PLAIN, ...fields } })[0]?.record;
const variantOf = (fields: object) =>
  readProductAttributes({ data: { ...CHOSEN, ...fields } })[0]?.variants[0];

describe('readProductAttributes', () => {
  it("reads the page's BCData, an answer and the attributes by themselves alike", () => {
    const alone = readProductAttributes(PLAIN);
    expect(alone[0]?.record).to.deep.equal({ orderable: true, onHand: 9 });
    expect(alone[0]?.sku).to.equal('LAMP-1');
    expect(readProductAttributes({ csrf_token: 'x', product_attributes: PLAIN })).to.deep.equal(alone);
    expect(readProductAttributes({ data: PLAIN, content: { html: '<p>' } })).to.deep.equal(alone);
    expect(readProductAttributes({ product_attributes: null })).to.deep.equal([]);
  });

  it('a chosen variant comes under its id and its option values', () => {
    const [product] = readProductAttributes({ data: CHOSEN });
    expect(product?.record).to.deep.equal({});
    const [variant] = product?.variants ?? [];
    expect(variant).to.deep.include({ id: '900', sku: 'LAMP-1-BRASS', options: { '70': '811' } });
    expect(variant?.record).to.deep.equal({
      orderable: true,
      onHand: 25,
      availableToSell: 40,
      availableForBackorder: 15,
    });
  });

  it('stock that is not shown is unknown and not zero', () => {
    expect(recordOf({ stock: null })).to.deep.equal({ orderable: true, status: 'in-stock' });
  });

  it('an empty list of chosen values means that nothing is chosen, so nothing is told of stock', () => {
    for (const selected_attributes of [[], undefined]) {
      const [product] = readProductAttributes({ data: { ...CHOSEN, selected_attributes } });
      expect(product?.record).to.deep.equal({ orderable: true });
      expect(product?.variants).to.deep.equal([]);
    }
    const half = readProductAttributes({ data: { ...CHOSEN, variantId: null, v3_variant_id: null } })[0];
    expect(half?.variants, 'half chosen').to.deep.equal([]);
    expect(half?.record.onHand).to.equal(undefined);
  });

  it('nothing chosen, and nothing left of any value, is sold out', () => {
    const gone = { ...CHOSEN, selected_attributes: [], instock: false, in_stock_attributes: [] };
    expect(readProductAttributes(gone)[0]?.record).to.include({ status: 'sold-out', orderable: false });
    const some = { ...gone, in_stock_attributes: [812] };
    expect(readProductAttributes(some)[0]?.record.status).to.equal(undefined);
  });

  it('not in stock and nothing to sell is refused, though selling is enabled', () => {
    expect(recordOf({ stock: 0, instock: false })).to.deep.equal({
      onHand: 0,
      status: 'sold-out',
      orderable: false,
    });
    expect(recordOf({ purchasable: false })?.orderable).to.equal(false);
  });

  it('an empty shelf with pieces to sell is a backorder of so many', () => {
    const empty = {
      available_on_hand: 0,
      available_to_sell: 15,
      available_for_backorder: 15,
      instock: false,
    };
    expect(variantOf(empty)?.record).to.deep.equal({
      orderable: true,
      onHand: 0,
      status: 'backorder',
      availableForBackorder: 15,
      availableToSell: 15,
    });
    expect(variantOf({ ...empty, instock: true })?.record.status).to.equal('backorder');
  });

  it('backorders without a limit have none, whatever number stands beside them', () => {
    const empty = { available_on_hand: 0, available_to_sell: 0, unlimited_backorder: true, instock: false };
    const record = variantOf(empty)?.record;
    expect(record).to.include({ status: 'backorder', availableForBackorder: 'unlimited' });
    expect(record?.availableToSell).to.equal(undefined);
  });

  it('pieces to sell without a count are on the shelf where the shop says so, else beyond it', () => {
    const counts = { available_on_hand: undefined, available_for_backorder: undefined };
    expect(variantOf(counts)?.record).to.deep.equal({
      orderable: true,
      status: 'in-stock',
      availableToSell: 40,
    });
    expect(variantOf({ ...counts, instock: false })?.record).to.include({
      status: 'backorder',
      availableForBackorder: 40,
    });
  });

  it('"purchasable" alone takes no order, for it stays when all is sold', () => {
    expect(readProductAttributes({ purchasable: true })[0]?.record).to.deep.equal({});
  });

  it('what contradicts itself decides nothing', () => {
    const record = variantOf({
      available_on_hand: 0,
      available_to_sell: 0,
      available_for_backorder: 0,
    })?.record;
    expect(decide(record ?? {}, NO_POLICY, 1, NOW).state).to.equal('unknown');
  });

  it("reads the page's own context, in its own spelling", () => {
    const context = {
      availableOnHand: 0,
      availableToSell: 20,
      availableForBackorder: 20,
      unlimitedBackorder: false,
    };
    expect(readProductAttributes(context)[0]?.record).to.include({
      status: 'backorder',
      availableForBackorder: 20,
    });
    const none = { availableOnHand: 0, availableToSell: 0, availableForBackorder: 0 };
    expect(readProductAttributes(none)[0]?.record, 'zeros also of what is not counted').to.deep.equal({});
  });

  it('a pre-order has a date only where a machine told it', () => {
    const told = { pre_order: true, release_date: '2027-03-14', max_purchase_quantity: 2 };
    const record = recordOf(told);
    expect(record).to.include({ status: 'preorder', orderable: true });
    expect(record?.release?.window?.start).to.equal('2027-03-14');
    expect(record?.quantity).to.deep.equal({ max: 2 });
    expect(recordOf({ ...told, release_date: '14th Mar 2027' })?.release).to.equal(undefined);
  });

  it("keeps the shop's words, as words", () => {
    expect(readProductAttributes({ ...PLAIN, stock_message: 'Nearly gone' })[0]?.message).to.equal(
      'Nearly gone',
    );
    const prompt = {
      show_backorder_availability_prompt: true,
      backorder_availability_prompt: 'More on the way',
    };
    expect(variantOf(prompt)?.message).to.equal('More on the way');
  });

  it('stays total, frozen and bounded whatever the data is', () => {
    expectTotal(readProductAttributes, { data: CHOSEN });
    expectTotal(readProductAttributes, { product_attributes: PLAIN });
  });
});
