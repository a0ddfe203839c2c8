import { expect } from '@open-wc/testing';
import { readCatalogProduct } from '../../../src/platforms/bigcommerce/read-catalog-product.js';
import { expectTotal } from '../../support/hostile-json.js';

const PRODUCT = {
  id: 31,
  sku: 'KETTLE',
  custom_url: { url: '/whistling-kettle/' },
  inventory_level: 8,
  inventory_warning_level: 3,
  inventory_tracking: 'product',
  availability: 'available',
  availability_description: '',
  order_quantity_minimum: 0,
  order_quantity_maximum: 0,
  preorder_release_date: null,
};

const read = (fields: object) => readCatalogProduct({ data: { ...PRODUCT, ...fields }, meta: {} })[0];

describe('readCatalogProduct', () => {
  it('reads names and a counted shelf; a quantity of zero is no rule', () => {
    const product = read({});
    expect(product).to.include({ id: '31', sku: 'KETTLE', handle: 'whistling-kettle' });
    expect(product?.record).to.deep.equal({ tracked: true, onHand: 8 });
    expect(read({ order_quantity_minimum: 2, order_quantity_maximum: 6 })?.record.quantity).to.deep.equal({
      min: 2,
      max: 6,
    });
  });

  it('a level of what is not counted means nothing', () => {
    expect(read({ inventory_tracking: 'none', inventory_level: 0 })?.record).to.deep.equal({
      tracked: false,
      status: 'in-stock',
      orderable: true,
    });
    expect(read({ inventory_tracking: undefined, inventory_level: 0 })?.record).to.deep.equal({});
  });

  it('an empty shelf is empty and not refused, for the catalog knows no backorders', () => {
    const { record } = read({ inventory_level: 0 }) ?? {};
    expect(record).to.deep.equal({ tracked: true, onHand: 0, status: 'sold-out' });
  });

  it('what is disabled is refused', () => {
    expect(read({ availability: 'disabled' })?.record).to.deep.equal({
      status: 'sold-out',
      orderable: false,
    });
  });

  it('a release date makes no pre-order of what is merely available', () => {
    const date = { preorder_release_date: '2018-09-05T20:42:07+00:00' };
    expect(read(date)?.record).to.deep.equal(read({})?.record);
    const early = read({ ...date, availability: 'preorder' });
    expect(early?.record).to.include({ status: 'preorder', orderable: true });
    expect(early?.record.release?.window?.start).to.equal('2018-09-05');
  });

  it('a shelf at or below its warning level is low', () => {
    expect(read({ inventory_level: 3 })?.low).to.equal(true);
    expect(read({ inventory_level: 4 })?.low).to.equal(undefined);
    expect(read({ inventory_level: 0 })?.low).to.equal(undefined);
  });

  it('variants have their own shelf where the shop counts so, else that of the product', () => {
    const option_values = [{ id: 55, label: 'Red', option_id: 5, option_display_name: 'Colour' }];
    const variants = [{ id: 311, sku: 'K-R', inventory_level: 2, inventory_warning_level: 5, option_values }];
    const [own] = read({ inventory_tracking: 'variant', variants })?.variants ?? [];
    expect(own).to.deep.include({ id: '311', sku: 'K-R', options: { '5': '55' }, low: true });
    expect(own?.record.onHand).to.equal(2);
    expect(read({ variants })?.variants[0]?.record.onHand).to.equal(8);
    const [off] =
      read({ variants: [{ ...variants[0], purchasing_disabled: true, purchasing_disabled_message: 'Soon' }] })
        ?.variants ?? [];
    expect(off?.record).to.deep.equal({ status: 'sold-out', orderable: false });
    expect(off?.message).to.equal('Soon');
  });

  it('words on a pre-order are those of a pre-order and of nothing else', () => {
    expect(read({ availability: 'available', preorder_message: '0' })?.message).to.equal(undefined);
    expect(read({ availability: 'preorder', preorder_message: 'In May' })?.message).to.equal('In May');
  });

  it("a listing's availability is free text, and a level that is null is not told", () => {
    const card = { id: 9, sku: 'X', has_options: true, stock_level: null, low_stock_level: null };
    for (const availability of ['Ships in two days', 'preorder', 'disabled', 'available']) {
      expect(readCatalogProduct({ ...card, availability })[0]?.record, availability).to.deep.equal({});
    }
    expect(readCatalogProduct({ ...card, stock_level: 4, low_stock_level: 4 })[0]).to.deep.include({
      low: true,
    });
    expect(readCatalogProduct({ ...card, out_of_stock: true })[0]?.record.orderable).to.equal(false);
    expect(readCatalogProduct({ ...card, can_purchase: false })[0]?.record.orderable).to.equal(false);
    expect(readCatalogProduct({ ...card, pre_order: true })[0]?.record.status).to.equal('preorder');
  });

  it('stays total, frozen and bounded whatever the data is', () => {
    const variants = [{ id: 1, inventory_level: 2, option_values: [{ id: 55, option_id: 5 }] }];
    expectTotal(readCatalogProduct, { data: [{ ...PRODUCT, inventory_tracking: 'variant', variants }] });
    expect(readCatalogProduct(Array(2000).fill(PRODUCT)).length).to.equal(250);
    expect(read({ variants: Array(9000).fill(variants[0]) })?.variants.length).to.equal(2000);
  });
});
