import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tick } from '../../dist/endpoint/entry.js';
import { SYSTEMS, putItem, skipped, startEndpoint } from '../support/endpoint.mjs';
import {
  SETTINGS,
  fromShopify,
  fromWooCommerce,
  shopifyOrder,
  shopifyProduct,
  wooOrder,
  wooProduct,
} from '../support/shop-webhooks.mjs';

const MINUTE = 60_000;

/** The counts of an item: on hand, shelf held and sold, beyond held and sold. */
const counts = async ({ database }, product = 'table', variant = '') => {
  const items = database.db.selectFrom('items').selectAll().where('product', '=', product);
  const row = await items.where('variant', '=', variant).executeTakeFirst();
  return [row.on_hand, row.shelf_held, row.shelf_sold, row.beyond_held, row.beyond_sold];
};

const outcome = async (reply) => {
  const { status, json } = await reply;
  return status === 200 ? json.outcome : status;
};

const permutations = (all) =>
  all.length < 2
    ? [all]
    : all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));

const LONG = Boolean(process.env.BO_LONG);

for (const system of SYSTEMS) {
  /** All orders in SQLite; in PostgreSQL, where each question takes longer, some. */
  const orders = (all) => permutations(all).filter((_, nth) => LONG || system === 'sqlite' || nth % 5 === 0);

  describe(`webhooks into ${system}`, { skip: skipped(system) }, () => {
    const inOne = (title, work, settings = SETTINGS) =>
      it(title, async () => {
        const shop = await startEndpoint({ system, settings });
        try {
          await putItem(shop, 'table', { on_hand: 3, backorder_limit: 10, sku: 'TAB' });
          await work(shop, shop.time.now);
        } finally {
          await shop.stop();
        }
      });

    inOne('E39 are taken only when they are signed with the secret', async (shop, placed) => {
      const order = shopifyOrder(1, [['table', 2]], { placed });
      for (const signature of ['', 'AAAA', 'x'.repeat(44)]) {
        assert.equal(await outcome(fromShopify(shop, 'orders/create', order, { signature })), 401);
        assert.equal(await outcome(fromWooCommerce(shop, 'order.created', order, { signature })), 401);
      }
      assert.deepEqual(await counts(shop), [3, 0, 0, 0, 0]);
      assert.equal(await outcome(fromShopify(shop, 'orders/create', '{"id":')), 400);
      assert.equal(await outcome(fromShopify(shop, 'orders/create', order)), 'taken');
      assert.deepEqual(await counts(shop), [3, 0, 2, 0, 0]);
    });

    inOne(
      'have no route on a platform without a secret',
      async (shop) => {
        for (const name of ['shopify', 'bigcommerce', 'woocommerce']) {
          const { status } = await shop.ask('POST', `/v1/webhooks/${name}`, { body: '{}', as: '' });
          assert.equal(status, 404);
        }
      },
      {},
    );

    inOne('that are of no use are answered with 200 and ignored', async (shop, placed) => {
      const hostile = [
        [],
        'text',
        null,
        5,
        { id: {} },
        { id: 1, line_items: 'x' },
        { id: 1, variants: [{}] },
      ];
      for (const topic of ['orders/create', 'products/update', 'orders/delete', 'app/uninstalled', '']) {
        for (const body of hostile) {
          if (topic === 'orders/delete' && body?.id === 1) continue;
          assert.equal(await outcome(fromShopify(shop, topic, JSON.stringify(body))), 'ignored');
        }
      }
      const strangers = shopifyOrder(2, [['nobody-knows', 2]], { placed });
      assert.equal(await outcome(fromShopify(shop, 'orders/create', strangers)), 'taken');
      assert.equal(
        await outcome(fromShopify(shop, 'products/update', shopifyProduct(9, { 90: 4 }, placed))),
        'ignored',
      );
      assert.deepEqual(await counts(shop), [3, 0, 0, 0, 0]);
      assert.ok(!shop.lines.join('').includes('nobody-knows'));
    });

    inOne('count an order by its lines, as it grows, shrinks and is cancelled', async (shop, placed) => {
      const tell = (lines, minutes, more) =>
        outcome(
          fromShopify(
            shop,
            'orders/updated',
            shopifyOrder(1, lines, { placed, changed: placed + minutes * MINUTE, ...more }),
          ),
        );
      await tell([['table', 5]], 0);
      assert.deepEqual(await counts(shop), [3, 0, 3, 0, 2]);
      await tell([['table', 6]], 1);
      assert.deepEqual(await counts(shop), [3, 0, 3, 0, 3]);
      await tell(
        [
          ['table', 1],
          ['table', 1],
        ],
        2,
      );
      assert.deepEqual(await counts(shop), [3, 0, 2, 0, 0]);
      assert.equal(await tell([['table', 9]], 1), 'older');
      await tell([['table', 1]], 3, { cancelled: true });
      assert.deepEqual(await counts(shop), [3, 0, 0, 0, 0]);
      const demand = await shop.database.db.selectFrom('demand').selectAll().orderBy('kind').execute();
      assert.deepEqual(
        demand.map((it) => [it.kind, it.events, it.pieces]),
        [
          ['backordered', 2, 3],
          ['released', 1, 3],
        ],
      );
    });

    inOne(
      'E39 of one order end in the same counts in whatever order they come, and twice',
      async (shop, at) => {
        const tale = (product, id) => [
          ['orders/create', shopifyOrder(id, [[product, 5]], { placed: at })],
          ['orders/updated', shopifyOrder(id, [[product, 7]], { placed: at, changed: at + MINUTE })],
          ['orders/edited-too', shopifyOrder(id, [[product, 4]], { placed: at, changed: at + 2 * MINUTE })],
          [
            'orders/cancelled',
            shopifyOrder(id, [[product, 4]], { placed: at, changed: at + 3 * MINUTE, cancelled: true }),
          ],
        ];
        let id = 100;
        for (const [last, wanted] of [
          [1, [3, 0, 3, 0, 2]],
          [2, [3, 0, 3, 0, 4]],
          [3, [3, 0, 3, 0, 1]],
          [4, [3, 0, 0, 0, 0]],
        ]) {
          for (const order of orders([0, 1, 2, 3].slice(0, last))) {
            id += 1;
            await putItem(shop, `p${id}`, { on_hand: 3, backorder_limit: 10 });
            const all = tale(`p${id}`, id);
            for (const nth of [...order, order[0]]) await fromShopify(shop, ...all[nth]);
            assert.deepEqual(await counts(shop, `p${id}`), wanted, `in the order ${order}`);
          }
        }
      },
    );

    inOne('E39 within one second still end the same, and a cancelled order stays so', async (shop, at) => {
      const seconds = [0, 400, 800];
      const tale = (id) => [
        [shopifyOrder(id, [[`q${id}`, 2]], { placed: at }), seconds[0]],
        [shopifyOrder(id, [[`q${id}`, 1]], { placed: at }), seconds[1]],
        [shopifyOrder(id, [[`q${id}`, 1]], { placed: at, cancelled: true }), seconds[2]],
      ];
      let id = 500;
      for (const hasHeader of [true, false]) {
        for (const order of orders([0, 1, 2])) {
          id += 1;
          await putItem(shop, `q${id}`, { on_hand: 3 });
          for (const nth of order) {
            const [body, ms] = tale(id)[nth];
            await fromShopify(shop, 'orders/updated', body, hasHeader ? { triggeredAt: at + ms } : {});
          }
          assert.deepEqual(await counts(shop, `q${id}`), [3, 0, 0, 0, 0], `in the order ${order}`);
        }
      }
    });

    inOne('E39 of orders and of counts end the same in whatever order they come', async (shop, at) => {
      // On the shelf are 8; 5 are ordered, then 2 more; the shop counts after the first order, and once before.
      const product = (id) => `r${id}`;
      const tale = (id) => [
        ['products/update', shopifyProduct(product(id), { [product(id)]: 8 }, at - MINUTE)],
        ['orders/create', shopifyOrder(id, [[product(id), 5]], { placed: at })],
        ['products/update', shopifyProduct(product(id), { [product(id)]: 3 }, at + MINUTE)],
        ['orders/create', shopifyOrder(id + 1000, [[product(id), 2]], { placed: at + 2 * MINUTE })],
      ];
      shop.time.now += 10 * MINUTE;
      let id = 2000;
      for (const order of orders([0, 1, 2, 3])) {
        id += 1;
        await putItem(shop, product(id), { backorder_limit: 10 });
        for (const nth of [...order, order[1]]) await fromShopify(shop, ...tale(id)[nth]);
        assert.deepEqual(await counts(shop, product(id)), [3, 0, 2, 0, 0], `in the order ${order}`);
      }
      // The same where the shop counts below zero.
      for (const order of orders([0, 1, 2])) {
        id += 1;
        await putItem(shop, product(id), { backorder_limit: 10 });
        const all = tale(id).with(2, [
          'products/update',
          shopifyProduct(product(id), { [product(id)]: -4 }, at + MINUTE),
        ]);
        all[0] = ['products/update', shopifyProduct(product(id), { [product(id)]: 1 }, at - MINUTE)];
        for (const nth of order) await fromShopify(shop, ...all[nth]);
        assert.deepEqual(await counts(shop, product(id)), [-4, 0, 0, 0, 4], `in the order ${order}`);
      }
    });

    inOne(
      'E39 that are sent again by somebody else change nothing, under any id and time',
      async (shop, at) => {
        const created = shopifyOrder(1, [['table', 5]], { placed: at });
        const cancelled = shopifyOrder(1, [['table', 5]], {
          placed: at,
          changed: at + MINUTE,
          cancelled: true,
        });
        assert.equal(await outcome(fromShopify(shop, 'orders/create', created, { id: 'a' })), 'taken');
        assert.equal(await outcome(fromShopify(shop, 'orders/create', created, { id: 'a' })), 'repeated');
        // Sent again by the shop, hours later: what it told the first time never arrived.
        shop.time.now += 4 * 60 * MINUTE;
        assert.equal(await outcome(fromShopify(shop, 'orders/cancelled', cancelled, { id: 'b' })), 'taken');
        assert.deepEqual(await counts(shop), [3, 0, 0, 0, 0]);
        const filled = shopifyProduct('table', { table: 9 }, at + 2 * MINUTE);
        const empty = shopifyProduct('table', { table: 0 }, at + 3 * MINUTE);
        assert.equal(await outcome(fromShopify(shop, 'products/update', filled)), 'taken');
        assert.equal(await outcome(fromShopify(shop, 'products/update', empty)), 'taken');
        for (const days of [0, 1, 30]) {
          shop.time.now += days * 24 * 60 * MINUTE;
          await tick(shop.parts);
          const triggeredAt = shop.time.now;
          for (const [topic, body] of [
            ['orders/create', created],
            ['orders/cancelled', cancelled],
            ['orders/create', cancelled],
            ['products/update', filled],
          ]) {
            assert.equal((await fromShopify(shop, topic, body, { triggeredAt })).status, 200);
            assert.deepEqual(await counts(shop), [0, 0, 0, 0, 0]);
          }
        }
        assert.deepEqual(await counts(shop), [0, 0, 0, 0, 0]);
      },
    );

    inOne('E39 in a storm leave the latest count, and note one return for each', async (shop, at) => {
      await putItem(shop, 'lamp', { on_hand: 0 });
      shop.time.now += MINUTE;
      const told = [0, 5, 0, 5].map((count, nth) => ({
        body: shopifyProduct('lamp', { lamp: count }, at),
        triggeredAt: at + nth * 250,
        id: `storm-${nth}`,
      }));
      for (const nth of [0, 1, 1, 0, 2, 3, 1, 2, 3]) {
        const { body, ...more } = told[nth];
        await fromShopify(shop, 'products/update', body, more);
      }
      assert.deepEqual((await counts(shop, 'lamp'))[0], 5);
      const returns = () => shop.database.db.selectFrom('restocks').selectAll().execute();
      assert.equal((await returns()).length, 2);
      // Out of turn: the newest came first.
      await putItem(shop, 'rug', { on_hand: 0 });
      for (const nth of [3, 0, 2, 1]) {
        const { triggeredAt } = told[nth];
        const body = shopifyProduct('rug', { rug: [0, 5, 0, 5][nth] }, at);
        await fromShopify(shop, 'products/update', body, { triggeredAt });
      }
      assert.equal((await counts(shop, 'rug'))[0], 5);
      assert.equal((await returns()).length, 3);
    });

    inOne('confirm what was reserved for an order, and count it once', async (shop, placed) => {
      let keys = 0;
      const reserve = async (pieces, orderReference) => {
        const body = { lines: [{ product: 'table', quantity: pieces }], orderReference };
        const headers = { 'idempotency-key': `reserve-${(keys += 1)}` };
        return (await shop.ask('POST', '/v1/reservations', { body, headers })).json;
      };
      const act = (id, what, body) => shop.ask('POST', `/v1/reservations/${id}/${what}`, { body });
      const order = (id, pieces, more) => shopifyOrder(id, [['table', pieces]], { placed, ...more });

      const held = await reserve(4, '#1');
      await fromShopify(shop, 'orders/create', order(1, 4));
      assert.deepEqual(await counts(shop), [3, 0, 3, 0, 1]);
      assert.deepEqual((await act(held.id, 'confirm')).json.state, 'confirmed');
      assert.equal((await act(held.id, 'release')).status, 409);
      assert.deepEqual(await counts(shop), [3, 0, 3, 0, 1]);

      const confirmed = await reserve(2, 'cart-token');
      await act(confirmed.id, 'confirm');
      assert.deepEqual(await counts(shop), [3, 0, 3, 0, 3]);
      await fromShopify(shop, 'orders/create', order(2, 1, { cart_token: 'cart-token' }));
      assert.deepEqual(await counts(shop), [3, 0, 3, 0, 2]);

      const late = await reserve(2);
      await fromShopify(shop, 'orders/create', order(3, 2));
      assert.equal((await act(late.id, 'confirm', { orderReference: '3' })).status, 200);
      assert.deepEqual(await counts(shop), [3, 0, 3, 0, 4]);

      for (const id of [1, 2, 3]) {
        const changed = placed + MINUTE;
        await fromShopify(shop, 'orders/cancelled', order(id, 1, { changed, cancelled: true }));
      }
      assert.deepEqual(await counts(shop), [3, 0, 0, 0, 0]);
      const stopped = await reserve(2, '4');
      await fromShopify(shop, 'orders/cancelled', order(4, 2, { cancelled: true }));
      assert.equal((await act(stopped.id, 'confirm')).json.code, 'released');
      assert.deepEqual(await counts(shop), [3, 0, 0, 0, 0]);
    });

    inOne('do not give back twice what a newer count has settled', async (shop, placed) => {
      await fromShopify(shop, 'orders/create', shopifyOrder(1, [['table', 5]], { placed }));
      shop.time.now += MINUTE;
      // A delivery came: what was owed is sent, and 6 are on the shelf.
      await fromShopify(shop, 'products/update', shopifyProduct('table', { table: 6 }, placed + 30_000));
      assert.deepEqual(await counts(shop), [6, 0, 0, 0, 0]);
      await fromShopify(shop, 'orders/create', shopifyOrder(2, [['table', 8]], { placed: placed + MINUTE }));
      assert.deepEqual(await counts(shop), [6, 0, 6, 0, 2]);
      const changed = placed + 2 * MINUTE;
      const cancel = (id) =>
        fromShopify(
          shop,
          'orders/cancelled',
          shopifyOrder(id, [['table', 8]], { placed, changed, cancelled: true }),
        );
      await cancel(1);
      assert.deepEqual(await counts(shop), [6, 0, 6, 0, 2]);
      await cancel(2);
      assert.deepEqual(await counts(shop), [6, 0, 0, 0, 0]);
    });

    inOne('E43 of many orders at once count each, beside reservations', async (shop, placed) => {
      await putItem(shop, 'stool', { on_hand: 5, backorder_limit: null });
      await putItem(shop, 'bench', { on_hand: 5, backorder_limit: null });
      const replies = await Promise.all(
        Array.from({ length: 24 }, (_, nth) => {
          const both = [
            ['stool', 1],
            ['bench', 2],
          ];
          const lines = nth % 2 ? both : both.toReversed();
          if (nth % 3) return fromShopify(shop, 'orders/create', shopifyOrder(nth, lines, { placed }));
          const body = { lines: lines.map(([product, quantity]) => ({ product, quantity })) };
          const headers = { 'idempotency-key': `beside-${nth}` };
          return shop.ask('POST', '/v1/reservations', { body, headers });
        }),
      );
      assert.ok(replies.every((it) => it.status < 300));
      for (const [product, pieces] of [
        ['stool', 1],
        ['bench', 2],
      ]) {
        const [, shelfHeld, shelfSold, beyondHeld, beyondSold] = await counts(shop, product);
        assert.deepEqual(
          [shelfHeld + beyondHeld, shelfSold + beyondSold, shelfHeld + shelfSold],
          [8 * pieces, 16 * pieces, 5],
        );
      }
    });

    inOne(
      'of WooCommerce count orders by their state, and stock of products and variations',
      async (shop, at) => {
        await putItem(shop, '70', { on_hand: 3, backorder_limit: 10 });
        await putItem(shop, '70', { variant: '71', on_hand: 0, backorder_limit: 4 });
        const order = (status, minutes) =>
          outcome(
            fromWooCommerce(
              shop,
              'order.updated',
              wooOrder(5, [['70', 2, '71']], status, { placed: at, changed: at + minutes * MINUTE }),
            ),
          );
        assert.equal(await order('pending', 0), 'taken');
        assert.deepEqual(await counts(shop, '70', '71'), [0, 0, 0, 0, 2]);
        assert.equal(await order('cancelled', 2), 'taken');
        assert.equal(await order('processing', 1), 'older');
        assert.deepEqual(await counts(shop, '70', '71'), [0, 0, 0, 0, 0]);
        await order('completed', 3);
        assert.equal(await outcome(fromWooCommerce(shop, 'order.deleted', { id: 5 })), 'taken');
        assert.equal(await outcome(fromWooCommerce(shop, 'order.deleted', { id: 5 })), 'repeated');
        assert.deepEqual(await counts(shop, '70', '71'), [0, 0, 0, 0, 0]);
        shop.time.now += 10 * MINUTE;
        const variation = wooProduct(71, 6, at + 5 * MINUTE, { type: 'variation', parent_id: 70 });
        assert.equal(await outcome(fromWooCommerce(shop, 'product.updated', variation)), 'taken');
        assert.equal((await counts(shop, '70', '71'))[0], 6);
        const uncounted = wooProduct(71, 9, at + 6 * MINUTE, { ...variation, manage_stock: false });
        assert.equal(await outcome(fromWooCommerce(shop, 'product.updated', uncounted)), 'ignored');
        const bySku = wooProduct(72, 11, at + 5 * MINUTE, { sku: 'TAB' });
        assert.equal(await outcome(fromWooCommerce(shop, 'product.updated', bySku)), 'taken');
        assert.equal((await counts(shop))[0], 11);
        const ping = {
          body: 'webhook_id=12',
          as: '',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        };
        assert.equal((await shop.ask('POST', '/v1/webhooks/woocommerce', ping)).status, 200);
      },
    );

    inOne('E51 take any text as it is', async (shop, placed) => {
      for (const text of ["'; drop table order_lines; --", '" or 1=1', '%_\\', '\u{1F984}', '$1', '{{x}}']) {
        await putItem(shop, text, { on_hand: 1 });
        const order = shopifyOrder(text, [[text, 1]], { placed });
        assert.equal(await outcome(fromShopify(shop, 'orders/create', order, { id: 'x' })), 'taken');
        assert.deepEqual(await counts(shop, text), [1, 0, 1, 0, 0]);
      }
    });
  });
}
