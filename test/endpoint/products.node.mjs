import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDocument } from '../../dist/availability.js';
import { SYSTEMS, skipped, startEndpoint } from '../support/endpoint.mjs';

// Not fixed: every one has something that a careless query, shell or template would take for its own.
const SQL = [
  "'",
  "''",
  "' or '1'='1",
  "'; drop table items; --",
  '" or ""="',
  '`items`',
  '1; select pg_sleep(5)',
  "admin'/*",
  "' union select hash from api_keys --",
  '\\',
  "\\'; delete from items; --",
  '%',
  '_%_',
  '$1',
  ':name',
  '?',
  "E'\\x27'",
];

for (const system of SYSTEMS) {
  describe(`products in ${system}`, { skip: skipped(system) }, () => {
    const withShop = (work) => async () => {
      const shop = await startEndpoint({ system });
      const { db } = shop.database;
      const row = (product, variant = '') =>
        db
          .selectFrom('items')
          .selectAll()
          .where('product', '=', product)
          .where('variant', '=', variant)
          .executeTakeFirst();
      const put = (body, options) => shop.ask('PUT', '/v1/products/table', { body, ...options });
      const patch = (body, options) => shop.ask('PATCH', '/v1/products/table', { body, ...options });
      try {
        await work({ ...shop, row, put, patch });
      } finally {
        await shop.stop();
      }
    };

    it(
      'a product that is put can be read by the widgets, and exactly by a key that may',
      withShop(async ({ ask, put }) => {
        const body = {
          handle: 'oak-table',
          title: 'Oak table',
          url: 'https://shop.example/products/oak-table',
          price: 129900,
          currency: 'EUR',
          restock: { date: '2026-W49', confidence: 'confirmed' },
          policy: { sell: 'backorder', maxPerOrder: 2 },
          variants: [
            { id: 42, sku: 'OAK-160', options: { Size: '160' }, onHand: 300, limit: null },
            { id: 'small', onHand: 0, limit: 5 },
          ],
        };
        const made = await put(body);
        assert.equal(made.status, 201);
        const { json } = await ask('GET', '/v1/availability?products=OAK-160', { as: '' });
        const read = parseDocument(json);
        assert.deepEqual(read.problems, []);
        assert.equal(read.value.products[0].variants[1].record.availableForBackorder, 5);
        assert.equal(JSON.stringify(json).includes('129900'), false, 'the price is for reports only');
        const exact = await ask('GET', '/v1/products/table');
        assert.equal(exact.json.variants[0].onHand, 300);
        assert.equal(exact.json.price, 129900);
        assert.equal((await ask('GET', '/v1/products/table', { as: '' })).status, 401);
        const again = await put(exact.json);
        assert.equal(again.status, 200);
        assert.deepEqual(again.json, exact.json, 'what is read can be put again');
      }),
    );

    it(
      'E08 a limit of null is none, of 0 and of nothing is 0',
      withShop(async ({ put, row, ask }) => {
        const limits = [];
        for (const body of [
          { limit: null },
          { limit: 0 },
          {},
          { policy: { limit: 'unlimited' } },
          { limit: 7 },
        ]) {
          await put(body);
          limits.push((await row('table')).backorder_limit);
        }
        assert.deepEqual(limits, [null, 0, 0, null, 7]);
        await ask('PUT', '/v1/shop', { body: { policy: { sell: 'backorder', limit: 12 } } });
        await put({});
        assert.equal((await row('table')).backorder_limit, 12, 'the shop’s own for those that say nothing');
        await put({ limit: 0 });
        const { json } = await ask('GET', '/v1/availability?products=table');
        assert.equal(json.products[0].availableForBackorder, 0);
        assert.equal(json.policy.limit, undefined);
      }),
    );

    it(
      'E07 a limit below what is sold lets nothing more be sold, and takes nothing back',
      withShop(async ({ put, patch, row, ask, database }) => {
        await put({ onHand: 0, limit: 10 });
        await database.db.updateTable('items').set({ beyond_sold: 6, beyond_held: 1 }).execute();
        assert.equal((await patch({ limit: 4 })).status, 200);
        const after = await row('table');
        assert.deepEqual([after.backorder_limit, after.beyond_sold, after.beyond_held], [4, 6, 1]);
        const { json } = await ask('GET', '/v1/availability?products=table');
        assert.equal(json.products[0].availableForBackorder, 0);
        await patch({ availableForBackorder: 2 });
        assert.equal((await row('table')).backorder_limit, 9, 'two more than those that are sold and held');
      }),
    );

    it(
      'stock is told as a count or as a delivery, and a return is noted',
      withShop(async ({ put, patch, row, time, database }) => {
        await put({ onHand: 0, limit: 9 });
        await database.db.updateTable('items').set({ beyond_sold: 2 }).execute();
        time.now += 1000;
        assert.equal((await patch({ received: 5 })).json.onHand, 3);
        assert.equal((await database.db.selectFrom('restocks').selectAll().execute()).length, 1);
        const older = await patch({ onHand: 9, asOf: new Date(time.now - 5).toISOString() });
        assert.deepEqual([older.status, older.json.code, older.json.field], [409, 'older-count', 'asOf']);
        assert.equal((await patch({ onHand: 4, received: 1 })).json.field, 'received');
        assert.equal((await patch({ asOf: '2026-11-22T09:00:00Z' })).json.field, 'asOf');
        assert.equal((await patch({ onHand: null })).json.onHand, undefined);
        assert.equal((await row('table')).on_hand, null);
      }),
    );

    it(
      'parts are merged, and null takes away',
      withShop(async ({ ask, put, patch }) => {
        const variants = [{ id: 'red', onHand: 2, policy: { sell: 'preorder' } }];
        await put({
          title: 'Table',
          policy: { sell: 'backorder', maxPerOrder: 2 },
          restock: '2026-12',
          variants,
        });
        const { json } = await patch({ policy: { maxPerOrder: null, atLimit: 'theme' }, restock: null });
        assert.deepEqual(json.policy, { sell: 'backorder', atLimit: 'theme' });
        assert.deepEqual([json.restock, json.title], [undefined, 'Table']);
        const path = '/v1/products/table/variants/red';
        const variant = await ask('PATCH', path, { body: { onHand: 8, release: '2026-12-01' } });
        assert.equal(variant.json.variants[0].onHand, 8);
        assert.equal(variant.json.variants[0].policy.sell, 'preorder');
        assert.equal((await ask('PATCH', `${path}2`, { body: { onHand: 8 } })).status, 404);
      }),
    );

    it(
      'refuses what the widgets could not read, by its field, without repeating it',
      withShop(async ({ put, row }) => {
        for (const [body, field] of [
          [{ restock: 'soon' }, 'restock'],
          [{ policy: { sell: 'maybe' } }, 'policy.sell'],
          [{ policy: { starts: '2026-11-22T09:00:00' } }, 'policy.starts'],
          [{ variants: [{ id: 'a' }, { id: 'b', onHand: 1.5 }] }, 'variants[1].onHand'],
          [{ shipments: [{ quantity: 3, date: '2026-13-01' }] }, 'shipments[0].date'],
          [{ title: 'A\r\nBcc: everyone@example.com' }, 'title'],
          [{ url: 'javascript:alert(1)' }, 'url'],
          [{ limit: -1 }, 'limit'],
          [{ price: 12.5 }, 'price'],
        ]) {
          const { status, json, text } = await put(body);
          assert.deepEqual([status, json.field], [400, field]);
          for (const value of ['soon', 'maybe', 'everyone', 'javascript']) assert.ok(!text.includes(value));
        }
        assert.equal(await row('table'), undefined, 'nothing was kept');
      }),
    );

    it(
      'E30 fields that nobody asked for are not kept',
      withShop(async ({ ask, put, row }) => {
        const body =
          '{"onHand":1,"onHand":2,"beyond_sold":99,"shelfHeld":5,"version":7,"secret":"x","__proto__":{"limit":9},"constructor":1,"policy":{"sell":"backorder","evil":1},"counts":{"owed":4}}';
        assert.equal((await put(body, { headers: { 'content-type': 'application/json' } })).status, 201);
        const kept = await row('table');
        assert.deepEqual(
          [kept.on_hand, kept.beyond_sold, kept.shelf_held, kept.backorder_limit],
          [2, 0, 0, 0],
        );
        assert.equal(kept.fields, '{"policy":{"sell":"backorder"}}');
        const { text } = await ask('GET', '/v1/products/table');
        assert.doesNotMatch(text, /secret|evil/);
        assert.equal({}.limit, undefined);
      }),
    );

    it(
      'E51 SQL in every field is kept as it is',
      withShop(async ({ ask }) => {
        for (const text of SQL) {
          const path = `/v1/products/${encodeURIComponent(text)}`;
          const variants = [{ id: text, sku: text, options: { [text]: text } }];
          const body = { handle: text, sku: text, title: text, shippingClass: text, variants };
          const { status } = await ask('PUT', path, { body });
          assert.equal(status, 201, text);
          const { json } = await ask('GET', path);
          assert.deepEqual([json.product, json.title, json.sku, json.handle], [text, text, text, text]);
          assert.deepEqual(json.variants[0].options, { [text]: text });
          assert.equal(json.variants[0].id, text);
        }
        const page = await ask('GET', '/v1/products?limit=200');
        assert.deepEqual(page.json.products.map((it) => it.product).sort(), [...SQL].sort());
        for (const path of ['/v1/products/a%00b', '/v1/availability?products=a%00b']) {
          assert.equal((await ask('GET', path)).status, 400, 'PostgreSQL has no NUL');
        }
      }),
    );

    it(
      'a product that was changed meanwhile is not overwritten',
      withShop(async ({ ask, put, patch, time }) => {
        const first = await put({ title: 'One' }, { headers: { 'if-none-match': '*' } });
        const etag = first.headers.get('etag');
        assert.equal((await put({ title: 'Two' }, { headers: { 'if-none-match': '*' } })).status, 412);
        time.now += 1;
        const second = await put({ title: 'Two' }, { headers: { 'if-match': etag } });
        assert.equal(second.status, 200);
        const late = await patch({ title: 'Three' }, { headers: { 'if-match': etag } });
        assert.deepEqual([late.status, late.json.code], [412, 'changed-meanwhile']);
        assert.equal(
          (await ask('DELETE', '/v1/products/table', { headers: { 'if-match': etag } })).status,
          412,
        );
        const now = second.headers.get('etag');
        assert.equal(
          (await ask('DELETE', '/v1/products/table', { headers: { 'if-match': now } })).status,
          204,
        );
        assert.equal((await ask('GET', '/v1/products/table')).status, 404);
      }),
    );

    it(
      'two who put the same new product at once both succeed, one after the other',
      withShop(async ({ put, row }) => {
        const replies = await Promise.all(['A', 'B', 'C', 'D'].map((title) => put({ title, onHand: 1 })));
        assert.deepEqual(replies.map((it) => it.status).sort(), [200, 200, 200, 201]);
        assert.equal((await row('table')).on_hand, 1);
      }),
    );

    it(
      'what is held is not deleted, and what it holds stays when it is put anew',
      withShop(async ({ ask, put, row, database }) => {
        await put({ onHand: 5, limit: 5, variants: [{ id: 'red', onHand: 3, limit: 2 }] });
        await database.db.updateTable('items').set({ shelf_held: 2 }).where('variant', '=', 'red').execute();
        assert.equal((await ask('DELETE', '/v1/products/table')).json.code, 'pieces-held');
        const without = await put({ onHand: 5 });
        assert.deepEqual([without.status, without.json.field], [409, 'variants']);
        await put({ variants: [{ id: 'red', onHand: 9 }] });
        assert.equal((await row('table', 'red')).shelf_held, 2);
      }),
    );

    it(
      'pages hold every product once',
      withShop(async ({ ask }) => {
        for (let index = 0; index < 7; index += 1) {
          await ask('PUT', `/v1/products/p${index}`, { body: { variants: [{ id: 'a' }, { id: 'b' }] } });
        }
        const seen = [];
        let next = '';
        do {
          const { json } = await ask('GET', `/v1/products?limit=3${next && `&after=${next}`}`);
          seen.push(...json.products.map((it) => it.product));
          next = json.next ?? '';
        } while (next);
        assert.deepEqual(seen, ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
      }),
    );

    it(
      'what holds for the whole shop is judged by the widgets’ own parser',
      withShop(async ({ ask }) => {
        const good = {
          policy: { sell: 'backorder' },
          delivery: { timeZone: 'Europe/Berlin', handlingTime: { max: 2 }, transitTime: [{ max: 3 }] },
          messages: { de: { backorder: 'Nachlieferung' } },
          signUp: { url: 'https://stock.shop.example/v1/sign-ups' },
        };
        assert.equal(
          (await ask('PUT', '/v1/shop', { body: { ...good, products: [], evil: 1 } })).status,
          200,
        );
        assert.deepEqual((await ask('GET', '/v1/shop')).json, good);
        const { json } = await ask('GET', '/v1/availability?products=none', { as: '' });
        assert.deepEqual(json, { ...good, version: 1, products: [] });
        for (const [body, field] of [
          [{ delivery: { timeZone: 'Mars/Olympus' } }, 'delivery.timeZone'],
          [{ signUp: { url: 'javascript:alert(1)' } }, 'signUp.url'],
          [{ policy: { promise: 'soon' } }, 'policy.promise'],
        ]) {
          const refused = await ask('PUT', '/v1/shop', { body });
          assert.deepEqual([refused.status, refused.json.field], [400, field]);
        }
        assert.deepEqual((await ask('GET', '/v1/shop')).json, good);
      }),
    );
  });
}
