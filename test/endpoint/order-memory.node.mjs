// What is remembered of orders, and for how long: who was told and has bought, and what came before.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect, migrate, tick } from '../../dist/endpoint/entry.js';
import { confirmed, inBoth, press, rowsOf, stock, withShop, work } from '../support/people.mjs';
import { SETTINGS, fromShopify, fromWooCommerce, shopifyOrder, wooOrder } from '../support/shop-webhooks.mjs';

const DAY = 86_400_000;
const jo = { email: 'Jo.Buyer@shopper.example', quantity: 2 };
const settings = { settings: { ...SETTINGS, KEEP_ORDERS_DAYS: '400' } };

const converted = async (shop) =>
  (await rowsOf(shop, 'demand'))
    .filter((it) => it.kind === 'converted')
    .map((it) => [it.product, it.variant, Number(it.events), Number(it.pieces)]);
const counts = async (shop) => {
  const [row] = await rowsOf(shop, 'items');
  return [row.on_hand, row.shelf_sold, row.beyond_sold];
};
const reserve = async ({ ask }, lines) => {
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const { status, json } = await ask('POST', '/v1/reservations', { body: { lines }, headers });
  assert.equal(status, 201);
  return json;
};

inBoth(describe, 'who was told and orders', (system) => {
  const test = (title, run) => it(title, withShop(system, run, settings));
  /** Somebody is told that three tables are there. */
  const tellJo = async (shop, wish = {}) => {
    await confirmed(shop, { ...jo, ...wish });
    await stock(shop, { received: 3 });
    await work(shop);
    shop.time.now += 60_000;
  };

  for (const [name, send] of [
    [
      'Shopify',
      (shop, email, placed) =>
        fromShopify(shop, 'orders/create', shopifyOrder(1, [['table', 1]], { placed, email })),
    ],
    [
      'WooCommerce',
      (shop, email, placed) =>
        fromWooCommerce(shop, 'order.created', {
          ...wooOrder(1, [['table', 1]], 'processing', { placed }),
          billing: { email },
        }),
    ],
  ]) {
    test(`is counted as converted by an order of ${name} from the same address, once, and the address is kept nowhere`, async (shop) => {
      // By the name that the page used, not the id.
      await tellJo(shop, { product: 'oak-table' });
      for (const nth of [1, 2]) {
        const { json } = await send(shop, 'jo.buyer@SHOPPER.example', shop.time.now);
        assert.equal(json.outcome, nth === 1 ? 'taken' : 'older');
      }
      assert.deepEqual(await converted(shop), [['table', '', 1, 2]]);
      const kept = JSON.stringify([await rowsOf(shop, 'order_lines'), await rowsOf(shop, 'webhook_events')]);
      assert.doesNotMatch(kept + shop.lines.join(''), /shopper\.example/i);
    });
  }

  test('is not counted for somebody else’s order, for one placed before the message, nor for what is no address', async (shop) => {
    await tellJo(shop);
    const { now } = shop.time;
    const order = (id, email, placed = now) =>
      fromShopify(shop, 'orders/create', shopifyOrder(id, [['table', 1]], { placed, email }));
    await order(1, 'ann@shopper.example');
    await order(2, jo.email, now - 120_000);
    for (const [nth, email] of ['', null, 5, { a: 1 }, 'x'.repeat(9000), '%', undefined].entries()) {
      assert.equal((await order(10 + nth, email)).json.outcome, 'taken');
    }
    assert.deepEqual(await converted(shop), []);
    await order(3, jo.email);
    assert.equal((await converted(shop)).length, 1);
  });

  test('is counted by a reservation that is confirmed with the sign-up that led to it', async (shop) => {
    await tellJo(shop);
    const [{ id: signUp }] = await rowsOf(shop, 'sign_ups');
    const { id } = await reserve(shop, [{ product: 'table', quantity: 1 }]);
    const confirm = (body) => shop.ask('POST', `/v1/reservations/${id}/confirm`, { body });
    const { status, json } = await confirm({ signUp: 'x'.repeat(201) });
    assert.deepEqual([status, json.field], [400, 'signUp']);
    for (const body of [{ signUp }, { signUp }]) assert.equal((await confirm(body)).status, 200);
    assert.deepEqual(await converted(shop), [['table', '', 1, 2]]);
    const other = await reserve(shop, [{ product: 'table', quantity: 1 }]);
    const path = `/v1/reservations/${other.id}/confirm`;
    assert.equal((await shop.ask('POST', path, { body: { signUp: 'made-up' } })).json.state, 'confirmed');
    assert.equal((await converted(shop)).length, 1);
  });

  test('P17 who has left the list meanwhile is not counted', async (shop) => {
    await tellJo(shop);
    const { json } = await shop.ask('GET', '/v1/outbox?state=sent&kind=restock');
    const [, link] = /(\/v1\/sign-ups\/leave\?token=[\w-]+)/.exec(json.messages[0].mail.text);
    await press(shop, link);
    const placed = shop.time.now;
    await fromShopify(shop, 'orders/create', shopifyOrder(1, [['table', 1]], { placed, email: jo.email }));
    assert.deepEqual(await converted(shop), []);
  });
});

inBoth(describe, 'orders that are kept no longer', (system) => {
  const test = (title, run) => it(title, withShop(system, run, settings));

  test('P18 E39 are forgotten after KEEP_ORDERS_DAYS; counts stay, and every message about them sent again changes nothing', async (shop) => {
    const placed = shop.time.now + 1000;
    await stock(shop, { onHand: 3, at: shop.time.now });
    shop.time.now += 5000;
    const all = [
      () => fromShopify(shop, 'orders/create', shopifyOrder(1, [['table', 5]], { placed }), { id: 'a' }),
      () =>
        fromShopify(
          shop,
          'orders/updated',
          shopifyOrder(1, [['table', 4]], { placed, changed: placed + 2000 }),
          { id: 'b' },
        ),
      () => fromShopify(shop, 'orders/create', shopifyOrder(2, [['table', 1]], { placed }), { id: 'c' }),
      () => fromShopify(shop, 'orders/delete', { id: 2 }, { id: 'd' }),
      () => fromWooCommerce(shop, 'order.created', wooOrder(3, [['table', 1]], 'processing', { placed })),
      () => fromWooCommerce(shop, 'order.updated', wooOrder(3, [['table', 1]], 'cancelled', { placed })),
    ];
    for (const tell of all) assert.equal((await tell()).status, 200);
    const { id } = await reserve(shop, [{ product: 'table', quantity: 1 }]).catch(() => ({}));
    assert.equal(id, undefined, 'nothing is left');
    const before = await counts(shop);
    assert.equal(before[1] + before[2], 4);
    const lines = async () => (await rowsOf(shop, 'order_lines')).length;
    shop.time.now += 399 * DAY;
    await tick(shop.parts);
    assert.equal(await lines(), 6);
    shop.time.now += 2 * DAY;
    await tick(shop.parts);
    assert.equal(await lines(), 0);
    // Shops' own names of messages are forgotten by now as well.
    assert.equal((await rowsOf(shop, 'webhook_events')).length, 0);
    for (const tell of [...all, ...all.toReversed()]) assert.equal((await tell()).status, 200);
    assert.deepEqual(await counts(shop), before);
    shop.time.now += 401 * DAY;
    await tick(shop.parts);
    assert.equal(await lines(), 0, 'nor do such messages leave anything for good');
  });

  test('a new order is counted as ever beside those that were forgotten, and given back when it is cancelled', async (shop) => {
    await stock(shop, { onHand: 9, at: shop.time.now });
    const order = (id, placed, more) =>
      fromShopify(shop, 'orders/updated', shopifyOrder(id, [['table', 2]], { placed, ...more }));
    shop.time.now += 5000;
    await order(1, shop.time.now);
    shop.time.now += 401 * DAY;
    await tick(shop.parts);
    const placed = shop.time.now;
    assert.equal((await order(2, placed)).json.outcome, 'taken');
    assert.deepEqual(await counts(shop), [9, 4, 0]);
    await order(2, placed, { changed: placed + 1000, cancelled: true });
    assert.deepEqual(await counts(shop), [9, 2, 0]);
    assert.equal((await order(1, placed - 401 * DAY, { changed: placed })).json.outcome, 'older');
    assert.deepEqual(await counts(shop), [9, 2, 0]);
  });

  test('so are closed reservations, and none that is open', async (shop) => {
    await stock(shop, { onHand: 9, at: shop.time.now });
    const all = [];
    for (let nth = 0; nth < 4; nth += 1) all.push(await reserve(shop, [{ product: 'table', quantity: 1 }]));
    const close = (nth, how) => shop.ask('POST', `/v1/reservations/${all[nth].id}/${how}`);
    await close(0, 'confirm');
    await close(1, 'release');
    // One whose time is over and which nobody has freed yet is open still.
    shop.time.now += 401 * DAY;
    const open = await reserve(shop, [{ product: 'table', quantity: 1 }]);
    await tick(shop.parts);
    const kept = await rowsOf(shop, 'reservations');
    const states = new Map(kept.map((it) => [it.id, it.state]));
    assert.deepEqual(
      [...all, open].map(({ id }) => states.get(id)),
      [undefined, undefined, 'expired', 'expired', 'held'],
    );
    assert.equal((await rowsOf(shop, 'reservation_lines')).length, kept.length);
    assert.deepEqual(await counts(shop), [9, 1, 0]);
  });
});

describe('a database of the version before', () => {
  it(
    'E19 gets what is new, and its rows stay',
    withShop('sqlite', async (shop) => {
      const { db } = shop.database;
      await db.schema.dropIndex('order_lines_placed_at').execute();
      await db.schema.alterTable('items').dropColumn('received_at').execute();
      await db.deleteFrom('kysely_migration').where('name', '=', '0002-deliveries-and-order-age').execute();
      const again = await connect(shop.address);
      await migrate(again);
      const row = await again.db.selectFrom('items').selectAll().executeTakeFirstOrThrow();
      await again.close();
      assert.deepEqual([row.product, row.received_at], ['table', null]);
    }),
  );
});
