import { expect } from '@open-wc/testing';
import { readInteractivity } from '../../../src/platforms/woocommerce/read-interactivity.js';
import { expectTotal } from '../../support/hostile-json.js';

const VARIATIONS = {
  641: { attributes: { attribute_pa_wood: 'oak' }, is_in_stock: true, min: 1, max: 4, step: 1 },
  642: { attributes: { attribute_pa_wood: '' }, is_in_stock: true, max: null },
  643: { attributes: { attribute_pa_wood: 'red' }, is_in_stock: false, max: 9 },
};
const CONFIG = { 640: { type: 'variable', is_in_stock: true, variations: VARIATIONS } };
const config = (products: unknown): object => ({ config: { woocommerce: { products } } });

describe('readInteractivity', () => {
  it('reads which variation is which, and whether it can be bought: not whether it lies there', () => {
    const [product] = readInteractivity(config(CONFIG));
    expect(product?.id).to.equal('640');
    expect(product?.record).to.deep.equal({ orderable: true });
    const [oak, any, red] = product?.variants ?? [];
    expect([oak?.id, oak?.options]).to.deep.equal(['641', { attribute_pa_wood: 'oak' }]);
    expect(oak?.record).to.deep.equal({ orderable: true, availableToSell: 4, quantity: { min: 1, step: 1 } });
    expect(any?.options).to.deep.equal({ attribute_pa_wood: '' });
    expect(any?.record).to.deep.equal({ orderable: true });
    expect(red?.record).to.deep.equal({ status: 'sold-out', orderable: false });
  });

  it('one to a customer is a rule of quantity and no count of the shelf', () => {
    const alone = { 31: { type: 'simple', is_in_stock: true, sold_individually: true, max: 1 } };
    const [product] = readInteractivity(config(alone));
    expect(product?.record).to.deep.equal({ orderable: true, quantity: { max: 1 } });
    expect(product?.variants).to.deep.equal([]);
  });

  it('takes what is printed as the Store API prints it, which tells of backorders, before the configuration', () => {
    const stores = {
      products: {
        640: {
          id: 640,
          is_purchasable: true,
          is_in_stock: true,
          add_to_cart: {},
          variations: [{ id: 641, attributes: [] }],
        },
      },
      productVariations: {
        641: { id: 641, is_purchasable: true, is_in_stock: true, is_on_backorder: true, add_to_cart: {} },
      },
    };
    const told = readInteractivity({ ...config(CONFIG), state: { 'woocommerce/products': stores } });
    expect(told.map(({ id }) => id)).to.deep.equal(['640']);
    expect(told[0]?.variants[0]?.record.status).to.equal('backorder');
    expect(readInteractivity(config({ 99: { is_in_stock: true } }))).to.have.length(1);
  });

  it('is total', () => {
    for (const none of [undefined, null, 'x', [], {}, config([]), config(null), config({ 1: 'x' })])
      expect(readInteractivity(none)).to.deep.equal([]);
    expectTotal(readInteractivity, config(CONFIG));
  });
});
