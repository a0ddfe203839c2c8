import { expect } from '@open-wc/testing';
import { cart } from '../../../src/platforms/bigcommerce/cart.js';

const item = (more: object = {}): object => ({
  id: 'line-1',
  productId: 77,
  variantId: 502,
  quantity: 2,
  options: [
    { name: 'Colour', nameId: 9, value: 'Black', valueId: 102 },
    { name: 'Availability', nameId: 11, value: 'Backorder: on 12 December', valueId: null },
  ],
  ...more,
});
const lines = (...items: unknown[]): ReturnType<typeof cart.lines> =>
  cart.lines([{ id: 'cart', lineItems: { physicalItems: items, digitalItems: [] } }]);

describe('the cart of BigCommerce', () => {
  it('tells lines with their modifiers, by the modifiers’ ids', () => {
    expect(JSON.parse(JSON.stringify(lines(item())))).to.deep.equal([
      {
        key: 'line-1',
        variant: '502',
        product: '77',
        quantity: 2,
        properties: { 9: 'Black', 11: 'Backorder: on 12 December' },
      },
    ]);
  });

  it('asks for the options, without which no promise could be seen', () => {
    expect(cart.url).to.match(/^api\/storefront\/carts\?include=.*physicalItems\.options/);
    expect(lines(item({ options: undefined }))).to.deep.equal([]);
    expect(lines(item({ options: [] }))).to.have.length(1);
  });

  it('reads nothing out of what is no cart', () => {
    const hostile: unknown[] = [
      null,
      1,
      'x',
      [],
      {},
      [null],
      [[]],
      [{ lineItems: null }],
      [{ lineItems: { physicalItems: 1 } }],
      [{ lineItems: { physicalItems: [null, 1, {}, [], item({ id: {} }), item({ quantity: '2 pcs' })] } }],
      { lineItems: { physicalItems: [item({ productId: null })] } },
    ];
    for (const json of hostile) expect(cart.lines(json), JSON.stringify(json)).to.deep.equal([]);
  });

  it('takes options that are none for none', () => {
    const options = [null, 1, { nameId: '__proto__', value: 'x' }, { nameId: 11, value: {} }, { value: 'x' }];
    const [line] = lines(item({ options }));
    expect(Object.entries(line?.properties ?? {}).filter(([name]) => name !== '__proto__')).to.deep.equal([]);
    expect(({} as { x?: string }).x).to.equal(undefined);
  });

  it('knows the addresses of adds', () => {
    for (const path of ['/remote/v1/cart/add', '/cart.php?action=add&product_id=77']) {
      expect(cart.adds.test(`https://shop.example${path}`), path).to.equal(true);
    }
    for (const path of [
      '/cart.php',
      '/cart.php?suggest=1',
      '/remote/v1/cart/update',
      '/api/storefront/carts',
    ]) {
      expect(cart.adds.test(`https://shop.example${path}`), path).to.equal(false);
    }
  });
});
