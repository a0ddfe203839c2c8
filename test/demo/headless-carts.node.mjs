// The carts of the headless demo shops, against Shopify's and BigCommerce's own answers as msw gives them.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { HttpResponse, getResponse, http } from 'msw';
import { createServer } from 'vite';
import { bigCommerceShop } from '../../demo/headless/bigcommerce-shop.mjs';
import { shopifyShop } from '../../demo/headless/shopify-shop.mjs';

const GOODS = {
  11: { product: '1', title: 'Table', variantTitle: 'Oak', sellable: 5 },
  12: { product: '1', title: 'Table', variantTitle: 'Ash' },
};
const find = (variant) =>
  GOODS[variant] && { ...GOODS[variant], modifiers: { Availability: 201, _backorder: 202 } };
const PROMISE = { Availability: 'Backorder: ships on 12 December', _backorder: '1;backorder;0+3;;;;;;en' };
const line = (quantity, properties = {}, variant = '11') => ({ product: '1', variant, quantity, properties });
const memory = () => {
  let id;
  return { get: () => id, set: (it) => (id = it) };
};

describe('carts of headless shops', () => {
  let vite;
  const realFetch = globalThis.fetch;
  /** Answers that come before the shops' own. */
  let faults = [];
  let receipt;
  const shops = {
    Shopify: { shop: shopifyShop(find) },
    BigCommerce: { shop: bigCommerceShop(find) },
  };

  before(async () => {
    const handlers = Object.values(shops).flatMap(({ shop }) => shop.handlers);
    globalThis.fetch = async (input, init) => {
      const response = await getResponse([...faults, ...handlers], new Request(input, init));
      if (response?.type === 'error') throw new TypeError('fetch failed');
      return response;
    };
    vite = await createServer({
      configFile: false,
      root: 'demo',
      logLevel: 'error',
      server: { middlewareMode: true, watch: null, hmr: false, ws: false },
      optimizeDeps: { noDiscovery: true },
    });
    const load = (name) => vite.ssrLoadModule(`/headless/${name}.ts`);
    const [{ shopifyCart }, { bigCommerceCart }] = await Promise.all(
      ['shopify-cart', 'bigcommerce-cart'].map(load),
    );
    receipt = await load('receipt');
    shops.Shopify.open = () =>
      shopifyCart({
        url: 'https://shop.example/api/2026-07/graphql.json',
        token: 't',
        memory: memory(),
      });
    shops.BigCommerce.open = (modifiers = { Availability: 201, _backorder: 202 }) =>
      bigCommerceCart({
        url: 'https://store.example/graphql',
        token: 't',
        modifiers: () => modifiers,
        memory: memory(),
      });
  });
  afterEach(() => {
    for (const { shop } of Object.values(shops))
      Object.assign(shop.mood, { throttle: 0, forget: 0, refuse: undefined });
  });
  after(async () => {
    globalThis.fetch = realFetch;
    await vite.close();
  });

  for (const name of ['Shopify', 'BigCommerce']) {
    describe(name, () => {
      const open = (...more) => shops[name].open(...more);
      const { mood } = shops[name].shop;
      const quantities = ({ lines }) => lines.map(({ quantity }) => quantity);

      it('is empty at first, without asking anybody', async () => {
        mood.throttle = 1;
        assert.deepEqual(await open().read(), { id: undefined, lines: [], notices: [] });
        assert.equal(mood.throttle, 1);
      });

      it('takes the part from the shelf and the part that comes later as two lines, the promise on the second', async () => {
        const cart = open();
        await cart.add([line(2), line(3, PROMISE)]);
        const { lines } = await cart.read();
        assert.deepEqual(
          lines.map(({ product, variant, quantity, properties }) => [product, variant, quantity, properties]),
          [
            ['1', '11', 2, {}],
            ['1', '11', 3, PROMISE],
          ],
        );
      });

      it('makes one cart of two adds at the same time', async () => {
        const cart = open();
        const [, second] = await Promise.all([cart.add([line(1)]), cart.add([line(1, {}, '12')])]);
        assert.deepEqual(quantities(second), [1, 1]);
      });

      it('changes pieces and properties of a line, and takes a line out', async () => {
        const cart = open();
        const { lines } = await cart.add([line(1), line(1, {}, '12')]);
        const changed = await cart.update([{ id: lines[0].id, quantity: 2, properties: PROMISE }]);
        assert.equal(changed.lines[0].quantity, 2);
        assert.deepEqual(changed.lines[0].properties, PROMISE);
        assert.deepEqual(quantities(await cart.update([{ id: changed.lines[0].id, quantity: 0 }])), [1]);
        const [rest] = (await cart.read()).lines;
        assert.deepEqual(quantities(await cart.update([{ id: rest.id, quantity: 0 }])), []);
      });

      it('says in the shop’s words why it refuses, and has changed nothing', async () => {
        const cart = open();
        await cart.add([line(1)]);
        mood.refuse = 'This product is sold in store only.';
        await assert.rejects(cart.add([line(1)]), {
          code: 'refused',
          message: 'This product is sold in store only.',
        });
        assert.deepEqual(quantities(await cart.read()), [1]);
        await cart.add([line(1)]);
        assert.deepEqual(quantities(await cart.read()), [2]);
      });

      it('refuses goods that the shop does not have', async () => {
        await assert.rejects(open().add([line(1, {}, '99')]), { code: 'refused' });
      });

      it('waits when the shop is busy, and gives up in the end', async () => {
        mood.throttle = 1;
        const cart = open();
        assert.deepEqual(quantities(await cart.add([line(1)])), [1]);
        mood.throttle = 5;
        await assert.rejects(cart.read(), { code: 'throttled' });
      });

      it('begins anew when the shop has thrown its cart away', async () => {
        const cart = open();
        const { id } = await cart.add([line(1)]);
        shops[name].shop.carts.delete(id);
        const again = await cart.add([line(2)]);
        assert.notEqual(again.id, id);
        assert.deepEqual(quantities(again), [2]);
      });

      it('the receipt check finds all kept', async () => {
        const { receipts, contents } = await receipt.addWithReceipt(open(), [line(2), line(3, PROMISE)]);
        assert.deepEqual(
          receipts.map(({ code }) => code),
          ['kept', 'kept'],
        );
        assert.equal(contents.lines.length, 2);
      });

      it('the receipt check puts a promise that got lost on its line again', async () => {
        mood.forget = 1;
        const cart = open();
        const { receipts } = await receipt.addWithReceipt(cart, [line(3, PROMISE)]);
        assert.deepEqual(
          receipts.map(({ code }) => code),
          ['repaired'],
        );
        assert.deepEqual((await cart.read()).lines[0].properties, PROMISE);
      });

      it('the receipt check never puts a promise on pieces from the shelf that lie on the same line', async () => {
        mood.forget = 1;
        const cart = open();
        const { receipts } = await receipt.addWithReceipt(cart, [line(2), line(3, PROMISE)]);
        assert.deepEqual(
          receipts.map(({ code }) => code),
          ['kept', 'promise-lost'],
        );
        assert.deepEqual(
          (await cart.read()).lines.map(({ properties }) => properties),
          [{}],
        );
      });
    });
  }

  it('Shopify takes fewer pieces than were asked for, and the receipt says how many', async () => {
    const cart = shops.Shopify.open();
    const { receipts, contents } = await receipt.addWithReceipt(cart, [line(2), line(9, PROMISE)]);
    assert.deepEqual(
      receipts.map(({ code, added }) => [code, added]),
      [
        ['kept', 2],
        ['short', 3],
      ],
    );
    assert.deepEqual(
      contents.notices.map(({ code }) => code),
      ['MERCHANDISE_NOT_ENOUGH_STOCK'],
    );
  });

  it('BigCommerce takes none rather than fewer', async () => {
    const cart = shops.BigCommerce.open();
    await assert.rejects(receipt.addWithReceipt(cart, [line(2), line(9, PROMISE)]), /Not enough stock/);
    assert.deepEqual((await cart.read()).lines, []);
  });

  it('BigCommerce without the modifiers: the promise does not go along, and the receipt says so', async () => {
    const { receipts } = await receipt.addWithReceipt(shops.BigCommerce.open({}), [line(3, PROMISE)]);
    assert.deepEqual(
      receipts.map(({ code }) => code),
      ['promise-lost'],
    );
  });

  it('what is no answer of a cart is unreachable, not empty', async () => {
    faults = [http.post('https://shop.example/*', () => new HttpResponse('<html>', { status: 502 }))];
    const cart = shops.Shopify.open();
    await assert.rejects(cart.add([line(1)]), { code: 'unreachable' });
    faults = [http.post('https://shop.example/*', () => HttpResponse.error())];
    await assert.rejects(cart.add([line(1)]), { code: 'unreachable' });
    faults = [];
  });
});
