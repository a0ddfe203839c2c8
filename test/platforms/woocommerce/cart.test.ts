import { expect } from '@open-wc/testing';
import { cart } from '../../../src/platforms/woocommerce/cart.js';

const told = { text: 'Backorder', record: '1;backorder' };
const item = (more: object = {}): object => ({
  key: 'abc',
  id: 602,
  quantity: 2,
  item_data: [{ key: 'Availability', value: 'Backorder' }],
  extensions: { 'backorder-elements': told },
  ...more,
});

describe('the cart of WooCommerce', () => {
  it('tells lines with what the plugin keeps', () => {
    expect(JSON.parse(JSON.stringify(cart.lines({ items: [item()] })))).to.deep.equal([
      {
        key: 'abc',
        variant: '602',
        quantity: 2,
        properties: { backorder_text: 'Backorder', backorder_record: '1;backorder' },
      },
    ]);
  });

  it('a shop without the plugin tells nothing, and nothing is made of that', () => {
    for (const extensions of [undefined, null, {}, [], { other: {} }, { 'backorder-elements': [] }]) {
      expect(cart.lines({ items: [item({ extensions })] }), JSON.stringify(extensions)).to.deep.equal([]);
    }
  });

  it('a line that the plugin knows to carry nothing is one', () => {
    const none = { 'backorder-elements': { text: '', record: '' } };
    expect(cart.lines({ items: [item({ extensions: none })] })).to.have.length(1);
  });

  it('reads nothing out of what is no cart', () => {
    const hostile: unknown[] = [
      null,
      1,
      'x',
      [],
      {},
      { items: null },
      { items: 'x' },
      { items: [null, 1, [], {}, item({ key: {} }), item({ id: null }), item({ quantity: '2 pcs' })] },
    ];
    for (const json of hostile) expect(cart.lines(json), JSON.stringify(json)).to.deep.equal([]);
  });

  it('values that are no texts are none', () => {
    const extensions = { 'backorder-elements': { text: {}, record: 1, __proto__: { text: 'x' } } };
    const [line] = cart.lines({ items: [item({ extensions })] });
    expect(Object.keys(line?.properties ?? { x: 1 })).to.deep.equal([]);
  });

  it('knows the addresses of adds', () => {
    for (const path of [
      '/wp-json/wc/store/v1/cart/add-item',
      '/blog/wp-json/wc/store/cart/add-item?_locale=user',
      '/wp-json/wc/store/v1/cart/update-item',
      '/wp-json/wc/store/v1/batch',
      '/?wc-ajax=add_to_cart',
      '/product/chair/?x=1&wc-ajax=add_to_cart',
    ]) {
      expect(cart.adds.test(`https://shop.example${path}`), path).to.equal(true);
    }
    for (const path of [
      '/wp-json/wc/store/v1/cart',
      '/wp-json/wc/store/v1/cart/remove-item',
      '/?wc-ajax=get_refreshed_fragments',
      '/cart/',
    ]) {
      expect(cart.adds.test(`https://shop.example${path}`), path).to.equal(false);
    }
  });
});
