import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tick } from '../../dist/endpoint/entry.js';
import { SYSTEMS, putItem, skipped, startEndpoint } from '../support/endpoint.mjs';
import { SECRET, fromBigCommerce } from '../support/shop-webhooks.mjs';

const MINUTE = 60_000;
const API = {
  BIGCOMMERCE_WEBHOOK_SECRET: SECRET,
  BIGCOMMERCE_STORE_HASH: 'abc123',
  BIGCOMMERCE_ACCESS_TOKEN: 'token-of-the-api',
};

/** BigCommerce's API with these answers by path; a number is a status, a function is called. */
function api(answers, asked) {
  return async (url, { headers, signal }) => {
    const path = String(url).replace('https://api.bigcommerce.com/stores/abc123/', '');
    asked.push([path, headers['x-auth-token'], signal instanceof AbortSignal]);
    const answer = answers[path.split('?')[0]];
    if (typeof answer === 'function') return answer();
    if (typeof answer === 'number') return new Response(null, { status: answer });
    return answer ? Response.json(answer) : new Response(null, { status: 404 });
  };
}

const order = (status_id, changed) => ({
  ...{ id: 7, cart_id: 'cart-7', status_id, is_deleted: false },
  date_created: 'Sun, 22 Nov 2026 09:00:00 +0000',
  date_modified: new Date(changed).toUTCString(),
});
const product = (level, tracking = 'variant') => ({
  data: {
    ...{ id: 113, sku: '', inventory_tracking: tracking, inventory_level: level },
    variants: [{ id: 127, sku: 'T', inventory_level: level }],
  },
});
const line = (quantity) => [{ id: 1, product_id: 113, variant_id: 127, sku: 'T', quantity }];

for (const system of SYSTEMS) {
  describe(`webhooks of BigCommerce into ${system}`, { skip: skipped(system) }, () => {
    const inOne = (title, work, settings = API) =>
      it(title, async () => {
        const answers = {};
        const asked = [];
        const shop = await startEndpoint({ system, settings, fetch: api(answers, asked) });
        try {
          await putItem(shop, '113', {});
          await putItem(shop, '113', { variant: '127', on_hand: 3, backorder_limit: 10 });
          const counts = async () => {
            const items = shop.database.db.selectFrom('items').selectAll().where('variant', '=', '127');
            const row = await items.executeTakeFirst();
            return [row.on_hand, row.shelf_sold, row.beyond_sold];
          };
          await work(shop, { answers, asked, counts, at: shop.time.now });
        } finally {
          await shop.stop();
        }
      });
    const send = async (...all) => {
      const { status, json } = await fromBigCommerce(...all);
      return status === 200 ? json.outcome : status;
    };

    inOne('E39 are signed, and not more than five minutes ago', async (shop, { asked, counts, at }) => {
      const data = { type: 'order', id: 7 };
      const sent = (more) => send(shop, 'store/order/created', data, more);
      assert.equal(await sent({ secret: 'another-secret' }), 401);
      assert.equal(await sent({ at: at - 5 * MINUTE - 1000 }), 401);
      assert.equal(await sent({ at: at + 5 * MINUTE + 1000 }), 401);
      assert.deepEqual(asked, []);
      assert.equal(await sent({ at: at - 5 * MINUTE, id: 'm1' }), 'taken');
      assert.equal(await sent({ at, producer: 'stores/other' }), 'ignored');
      assert.equal(await send(shop, 'store/customer/created', data), 'ignored');
      const times = asked.length;
      assert.equal(await send(shop, 'store/order/created', { type: 'order', id: '../hooks' }), 'ignored');
      assert.equal(asked.length, times);
      assert.deepEqual(await counts(), [3, 0, 0]);
    });

    inOne('of orders have the order read, as it is now', async (shop, { answers, asked, counts, at }) => {
      const tell = (scope, more) => send(shop, scope, { type: 'order', id: 7 }, more);
      answers['v2/orders/7'] = order(11, at);
      answers['v2/orders/7/products'] = line(5);
      assert.equal(await tell('store/order/created', { id: 'm1' }), 'taken');
      assert.deepEqual(await counts(), [3, 3, 2]);
      assert.deepEqual(asked.at(-1), ['v2/orders/7/products?limit=250&page=1', 'token-of-the-api', true]);
      const times = asked.length;
      assert.equal(await tell('store/order/created', { id: 'm1' }), 'repeated');
      assert.equal(asked.length, times);
      answers['v2/orders/7'] = order(5, at + MINUTE);
      assert.equal(await tell('store/order/statusUpdated', { id: 'm2' }), 'taken');
      assert.deepEqual(await counts(), [3, 0, 0]);
      // Gone altogether.
      answers['v2/orders/7'] = order(11, at + 2 * MINUTE);
      await tell('store/order/updated', { id: 'm3' });
      assert.deepEqual(await counts(), [3, 3, 2]);
      answers['v2/orders/7'] = 404;
      assert.equal(await tell('store/order/archived', { id: 'm4' }), 'taken');
      assert.deepEqual(await counts(), [3, 0, 0]);
    });

    inOne('of stock have the product read', async (shop, { answers, counts }) => {
      const path = 'v3/catalog/products/113';
      for (const [scope, data, level] of [
        ['store/product/updated', { type: 'product', id: 113 }, 8],
        [
          'store/sku/inventory/updated',
          {
            type: 'sku',
            id: 461,
            inventory: { product_id: 113, method: 'absolute', value: 1, variant_id: 127 },
          },
          0,
        ],
        [
          'store/channel/1/inventory/product/stock_changed',
          { product_id: 113, variant_id: 127, location_id: 2 },
          4,
        ],
      ]) {
        shop.time.now += 1000;
        answers[path] = product(level);
        assert.equal(await send(shop, scope, data), 'taken');
        assert.equal((await counts())[0], level);
      }
      answers[path] = product(99, 'none');
      assert.equal(await send(shop, 'store/product/updated', { type: 'product', id: 113 }), 'ignored');
      assert.equal((await counts())[0], 4);
      const returns = await shop.database.db.selectFrom('restocks').selectAll().execute();
      assert.deepEqual(
        returns.map((it) => it.units),
        [4],
      );
    });

    for (const [what, answer] of [
      ['has an error', 500],
      ['says that it is too much', 429],
      ['does not know the token', 401],
      ['answers in another form', { id: 7 }],
      ['answers with a page', () => new Response('<html>')],
      ['cannot be reached', () => Promise.reject(new TypeError('no network'))],
      ['is too slow', () => Promise.reject(Object.assign(new Error('too slow'), { name: 'TimeoutError' }))],
    ]) {
      inOne(
        `E41 when the shop’s API ${what} three times, the message is taken and the shop is asked again until it answers`,
        async (shop, { answers, asked, counts, at }) => {
          const tell = (id) =>
            send(shop, 'store/order/created', { type: 'order', id: 7 }, { id, at: shop.time.now });
          answers['v2/orders/7'] = answer;
          assert.equal(await tell('m1'), 'later');
          assert.equal(await tell('m1'), 'repeated');
          assert.equal(await tell('m2'), 'later', 'read once for all that wait');
          await tick(shop.parts);
          const before = asked.length;
          assert.deepEqual([before, await counts()], [2, [3, 0, 0]], 'not at once');
          for (const wait of [31_000, 2 * MINUTE]) {
            shop.time.now += wait;
            await tick(shop.parts);
          }
          assert.equal(asked.length, before + 2);
          answers['v2/orders/7'] = order(11, at);
          answers['v2/orders/7/products'] = line(1);
          shop.time.now += 5 * MINUTE;
          await tick(shop.parts);
          assert.deepEqual(await counts(), [3, 1, 0]);
          shop.time.now += 60 * MINUTE;
          await tick(shop.parts);
          assert.deepEqual([await counts(), asked.length], [[3, 1, 0], before + 4]);
          assert.ok(!shop.lines.join('').includes('token-of-the-api'));
        },
      );
    }

    inOne(
      'a shop that is never read is given up after twelve tries, and asked again by hand',
      async (shop, { answers, asked, counts }) => {
        const tell = send(shop, 'store/product/updated', { type: 'product', id: 113 });
        answers['v3/catalog/products/113'] = 500;
        assert.equal(await tell, 'later');
        for (let hours = 0; hours < 120; hours += 12) {
          for (let nth = 0; nth < 3; nth += 1) {
            shop.time.now += 4 * 60 * MINUTE;
            await tick(shop.parts);
          }
        }
        assert.equal(asked.length, 13);
        const { json } = await shop.ask('GET', '/v1/outbox?state=dead&kind=read');
        assert.deepEqual(
          json.messages.map(({ target, problem, attempts }) => [target, problem, attempts]),
          [['bigcommerce', 'shop-not-read', 12]],
        );
        assert.ok(shop.lines.some((it) => it.includes('message-dead')));
        answers['v3/catalog/products/113'] = product(8);
        assert.equal((await shop.ask('POST', `/v1/outbox/${json.messages[0].id}/again`)).status, 200);
        await tick(shop.parts);
        assert.deepEqual(await counts(), [8, 0, 0]);
      },
    );

    inOne(
      'may be told by a header of your own, and carry counts themselves where no API is set up',
      async (shop, { asked, counts, at }) => {
        const inventory = { product_id: 113, method: 'absolute', value: 6, variant_id: 127 };
        const data = { type: 'sku', id: 461, inventory };
        const scope = 'store/sku/inventory/updated';
        assert.equal(await send(shop, scope, data, { secret: 'any-other' }), 401);
        assert.equal(await send(shop, scope, data, { token: 'token-of-mine', at: at - 1000 }), 'taken');
        assert.deepEqual(await counts(), [6, 0, 0]);
        const late = { ...data, inventory: { ...inventory, value: 9 } };
        assert.equal(await send(shop, scope, late, { token: 'token-of-mine', at: at - 5000 }), 'older');
        assert.equal(
          await send(shop, 'store/order/created', { type: 'order', id: 7 }, { token: 'token-of-mine' }),
          'ignored',
        );
        assert.deepEqual([await counts(), asked], [[6, 0, 0], []]);
      },
      { BIGCOMMERCE_WEBHOOK_TOKEN: 'token-of-mine' },
    );
  });
}
