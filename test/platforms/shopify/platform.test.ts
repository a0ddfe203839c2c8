import { expect } from '@open-wc/testing';
import type { Cart, CartLine } from '../../../src/platforms/platform.js';
import { platform } from '../../../src/platforms/shopify/platform.js';

const cart = platform.cart as Cart;
const item = (more: object = {}): object => ({ key: '41:a', id: 41, quantity: 2, properties: {}, ...more });
const lines = (...items: unknown[]): readonly CartLine[] => cart.lines({ items });

describe('Shopify’s cart', () => {
  it('is read as its Ajax API tells it, in its order', () => {
    expect(
      lines(item({ properties: { Availability: 'Backorder' } }), item({ key: '42:b', id: 42 })),
    ).to.deep.equal([
      { key: '41:a', variant: '41', quantity: 2, properties: { Availability: 'Backorder' } },
      { key: '42:b', variant: '42', quantity: 2, properties: {} },
    ]);
  });

  it('a line without properties has none', () => {
    for (const properties of [null, undefined, {}]) {
      expect(lines(item({ properties }))[0]?.properties).to.deep.equal({});
    }
  });

  it('a line’s selling plan is read by the name of its field', () => {
    const under = (plan: unknown): object => item({ selling_plan_allocation: plan });
    expect(lines(under({ selling_plan: { id: 31 } }))[0]?.properties).to.deep.equal({ selling_plan: '31' });
    for (const none of [
      null,
      {},
      { selling_plan: null },
      { selling_plan: { id: null } },
      { selling_plan: { id: {} } },
      5,
    ]) {
      expect(lines(under(none))[0]?.properties, JSON.stringify(none)).to.deep.equal({});
    }
  });

  it('of the properties those are read that are texts', () => {
    const properties = { a: 'x', b: 1, c: null, d: {}, e: ['x'], f: true, '': 'y' };
    expect(lines(item({ properties }))[0]?.properties).to.deep.equal({ a: 'x', '': 'y' });
  });

  const NO_CART: readonly unknown[] = [
    undefined,
    null,
    0,
    '',
    'items',
    true,
    [],
    [item()],
    {},
    { items: null },
    { items: 'items' },
    { items: { length: 1, 0: item() } },
    { item: [item()] },
    Object.create({ items: [item()] }) as unknown,
    () => undefined,
  ];
  for (const [index, json] of NO_CART.entries()) {
    it(`what is no cart has no lines (${index}: ${typeof json})`, () => {
      expect(cart.lines(json)).to.deep.equal([]);
    });
  }

  it('what is no line is left out, and the others are read', () => {
    const none = [
      null,
      1,
      'x',
      [],
      {},
      item({ key: undefined }),
      item({ key: 41 }),
      item({ quantity: '2' }),
      item({ quantity: null }),
      Object.create(item()) as unknown,
    ];
    expect(lines(...none, item()).map(({ key }) => key)).to.deep.equal(['41:a']);
  });

  it('properties that are no object are none', () => {
    for (const properties of ['x'.repeat(1000), 5, true]) {
      expect(lines(item({ properties }))[0]?.properties).to.deep.equal({});
    }
  });

  it('names such as __proto__ are names, and change nothing else', () => {
    const json: unknown = JSON.parse(
      '{"items":[{"key":"1","id":1,"quantity":1,"properties":{"__proto__":"x","constructor":"y"},"__proto__":{"polluted":"z"}}]}',
    );
    const [line] = cart.lines(json);
    expect(Object.entries(line?.properties ?? {})).to.deep.equal([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(({} as { polluted?: string }).polluted).to.equal(undefined);
    const body = cart.mend?.(line as CartLine, {})?.body as { properties: object };
    expect(Object.entries(body.properties)).to.have.length(2);
  });

  it('of a cart without end some hundred lines are read', () => {
    expect(lines(...Array.from({ length: 100_000 }, () => item()))).to.have.length(500);
  });

  it('an id may be anything that JSON has', () => {
    const ids = [41, '41', null, {}, [], 1e400];
    expect(lines(...ids.map((id) => item({ id }))).map(({ variant }) => variant)).to.deep.equal([
      '41',
      '41',
      'null',
      '[object Object]',
      '',
      'Infinity',
    ]);
  });
});

describe('a line of Shopify’s cart is mended', () => {
  const line: CartLine = {
    key: '41:a',
    variant: '41',
    quantity: 2,
    properties: { Gift: 'yes', _backorder: 'old' },
  };

  it('with its quantity, and with what else is on it', () => {
    expect(
      cart.mend?.(line, { 'properties[Availability]': 'Backorder', 'properties[_backorder]': '1;backorder' }),
    ).to.deep.equal({
      url: 'cart/change.js',
      body: {
        id: '41:a',
        quantity: 2,
        properties: { Gift: 'yes', Availability: 'Backorder', _backorder: '1;backorder' },
      },
    });
  });

  it('by whatever names the merchant gave the fields', () => {
    const { body } = cart.mend?.(line, { 'properties[Lieferung [neu]]': 'x', note: 'y' }) ?? {};
    expect((body as { properties: object }).properties).to.include({ 'Lieferung [neu]': 'x', note: 'y' });
  });

  it('the line itself stays as it was read', () => {
    const before = JSON.stringify(line);
    cart.mend?.(line, { 'properties[Gift]': 'no' });
    expect(JSON.stringify(line)).to.equal(before);
  });
});

describe('what counts as an add to a Shopify cart', () => {
  it('is where its themes send it', () => {
    for (const address of [
      'https://shop.example/cart/add',
      'https://shop.example/cart/add.js',
      'https://shop.example/en-gb/cart/add.js?sections=cart-drawer',
      'https://shop.example/cart/add#x',
    ]) {
      expect(cart.adds.test(address), address).to.equal(true);
    }
  });

  it('is not what else there is', () => {
    for (const address of [
      'https://shop.example/cart',
      'https://shop.example/cart.js',
      'https://shop.example/cart/add-ons',
      'https://shop.example/cart/added',
      'https://shop.example/cart/add.json.html',
      'https://shop.example/cart/change.js',
      'https://shop.example/pages/cart/address',
      'https://shop.example/?cart/adds',
    ]) {
      expect(cart.adds.test(address), address).to.equal(false);
    }
  });
});

describe('a line of Shopify’s cart under a selling plan', () => {
  const line = (properties: Readonly<Record<string, string>>): CartLine => ({
    key: '41:a',
    variant: '41',
    quantity: 1,
    properties,
  });
  const body = (on: Readonly<Record<string, string>>, fields: Readonly<Record<string, string>>): unknown =>
    cart.mend?.(line(on), fields).body;

  it('is put under it, which is no property', () => {
    expect(body({}, { 'properties[Availability]': 'Pre-order', selling_plan: '31' })).to.deep.equal({
      id: '41:a',
      quantity: 1,
      properties: { Availability: 'Pre-order' },
      selling_plan: '31',
    });
  });

  it('keeps the plan that it has, where ours are only words', () => {
    expect(
      body({ selling_plan: '32', Gift: 'yes' }, { 'properties[Availability]': 'Pre-order' }),
    ).to.deep.equal({
      id: '41:a',
      quantity: 1,
      properties: { Gift: 'yes', Availability: 'Pre-order' },
      selling_plan: '32',
    });
  });
});

describe('a line is put into Shopify’s cart', () => {
  const line = { variant: '41', quantity: 2, properties: { Availability: 'Pre-order' } };

  it('by the page’s own action', () => {
    expect(cart.put?.payload({ ...line, plan: '31' })).to.deep.equal({
      lines: [
        {
          merchandiseId: '41',
          quantity: 2,
          attributes: [{ key: 'Availability', value: 'Pre-order' }],
          sellingPlanId: '31',
        },
      ],
    });
    expect(JSON.stringify(cart.put?.payload(line))).to.not.include('sellingPlan');
  });

  it('by the Ajax API', () => {
    expect(cart.put?.request({ ...line, plan: '31' })).to.deep.equal({
      url: 'cart/add.js',
      body: { items: [{ id: '41', quantity: 2, properties: line.properties, selling_plan: '31' }] },
    });
    expect(JSON.stringify(cart.put?.request(line))).to.not.include('selling_plan');
  });
});
