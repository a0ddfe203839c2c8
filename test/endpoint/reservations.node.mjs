import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { describe, it } from 'node:test';
import { createEndpoint, createKey, steadyClock, tick } from '../../dist/endpoint/entry.js';
import { SYSTEMS, putItem, skipped, startEndpoint } from '../support/endpoint.mjs';

let keys = 0;
const newKey = () => `test-key-${(keys += 1)}`;

/** Asks for pieces; `lines` as `[product, quantity, variant]`. */
const reserve = ({ ask }, lines, { key = newKey(), ...more } = {}) =>
  ask('POST', '/v1/reservations', {
    headers: { 'idempotency-key': key },
    body: { lines: lines.map(([product, quantity, variant]) => ({ product, quantity, variant })), ...more },
  });

const act = ({ ask }, { json }, what, body) => ask('POST', `/v1/reservations/${json.id}/${what}`, { body });

/** The counts of an item: shelf held and sold, beyond held and sold. */
const counts = async ({ database }, product = 'table', variant = '') => {
  const row = await database.db
    .selectFrom('items')
    .selectAll()
    .where('product', '=', product)
    .where('variant', '=', variant)
    .executeTakeFirst();
  return [row.shelf_held, row.shelf_sold, row.beyond_held, row.beyond_sold];
};

const demand = async ({ database }) =>
  (await database.db.selectFrom('demand').selectAll().execute()).map((it) => [it.kind, it.events, it.pieces]);

for (const system of SYSTEMS) {
  describe(`reservations in ${system}`, { skip: skipped(system) }, () => {
    const withShop =
      (work, fields = { on_hand: 3, backorder_limit: 10 }) =>
      async () => {
        const shop = await startEndpoint({ system });
        try {
          await putItem(shop, 'table', fields);
          await work(shop);
        } finally {
          await shop.stop();
        }
      };
    const inOne = (title, work, fields) => it(title, withShop(work, fields));

    inOne('are held from the shelf first and beyond it then, and are told as they are', async (shop) => {
      const { status, json } = await reserve(shop, [['table', 5]], { holdSeconds: 60 });
      assert.equal(status, 201);
      const { id, ...told } = json;
      assert.deepEqual(told, {
        state: 'held',
        expiresAt: '2026-11-22T09:01:00.000Z',
        lines: [{ product: 'table', variant: '', quantity: 5, now: 3, later: 2 }],
      });
      assert.deepEqual(await counts(shop), [3, 0, 2, 0]);
      assert.deepEqual((await shop.ask('GET', `/v1/reservations/${id}`)).json, json);
      const shown = await shop.ask('GET', '/v1/availability?products=table');
      assert.deepEqual([shown.json.products[0].onHand, shown.json.products[0].availableForBackorder], [0, 8]);
    });

    inOne('become sold when confirmed, free when released, each the same when done twice', async (shop) => {
      const [one, two] = [await reserve(shop, [['table', 5]]), await reserve(shop, [['table', 4]])];
      assert.deepEqual(await counts(shop), [3, 0, 6, 0]);
      for (let times = 0; times < 2; times += 1) {
        const { status, json } = await act(shop, one, 'confirm', { orderReference: '1001' });
        assert.deepEqual([status, json.state], [200, 'confirmed']);
        assert.equal((await act(shop, two, 'release')).json.state, 'released');
      }
      assert.deepEqual(await counts(shop), [0, 3, 0, 2]);
      assert.deepEqual(await demand(shop), [['backordered', 1, 2]]);
    });

    inOne(
      'E06 never bring what is sold below zero, whatever is done to them in which order',
      async (shop) => {
        let seed = 7;
        const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
        const all = [];
        for (let round = 0; round < 60; round += 1) {
          if (random(3) === 0 || !all.length) {
            const reply = await reserve(shop, [['table', 1 + random(4)]], { holdSeconds: 30 });
            if (reply.status === 201) all.push(reply);
          } else await act(shop, all[random(all.length)], ['confirm', 'release'][random(2)]);
          if (random(5) === 0) shop.time.now += 20_000;
          const [shelfHeld, shelfSold, beyondHeld, beyondSold] = await counts(shop);
          for (const count of [shelfHeld, shelfSold, beyondHeld, beyondSold]) assert.ok(count >= 0);
          assert.ok(shelfHeld + shelfSold <= 3 && beyondHeld + beyondSold <= 10);
        }
        const states = await Promise.all(
          all.map(({ json }) => shop.ask('GET', `/v1/reservations/${json.id}`)),
        );
        const sum = (state) =>
          states
            .filter(({ json }) => json.state === state)
            .reduce((pieces, { json }) => pieces + json.lines[0].quantity, 0);
        const [shelfHeld, shelfSold, beyondHeld, beyondSold] = await counts(shop);
        assert.deepEqual([shelfHeld + beyondHeld, shelfSold + beyondSold], [sum('held'), sum('confirmed')]);
        const sold = all[states.findIndex(({ json }) => json.state === 'confirmed')];
        const late = await act(shop, sold, 'release');
        assert.deepEqual([late.status, late.json.code], [409, 'confirmed']);
      },
    );

    inOne('E05 expire at an instant: confirmed before it, never after it, and not both', async (shop) => {
      const [one, two] = [
        await reserve(shop, [['table', 2]], { holdSeconds: 60 }),
        await reserve(shop, [['table', 4]], { holdSeconds: 60 }),
      ];
      shop.time.now += 59_999;
      assert.equal((await act(shop, one, 'confirm')).status, 200);
      shop.time.now += 1;
      const late = await act(shop, two, 'confirm');
      assert.deepEqual([late.status, late.json.code], [409, 'expired']);
      assert.equal((await act(shop, two, 'release')).json.state, 'expired');
      assert.equal((await act(shop, one, 'confirm')).json.state, 'confirmed');
      assert.deepEqual(await counts(shop), [0, 2, 0, 0]);
    });

    inOne('expire by themselves, and nobody is refused because of those that did', async (shop) => {
      const first = await reserve(shop, [['table', 13]], { holdSeconds: 60 });
      assert.equal((await reserve(shop, [['table', 1]])).status, 409);
      shop.time.now += 60_000;
      assert.equal((await reserve(shop, [['table', 13]], { holdSeconds: 60 })).status, 201);
      shop.time.now += 60_000;
      await tick(shop.parts);
      assert.deepEqual(await counts(shop), [0, 0, 0, 0]);
      assert.equal((await shop.ask('GET', `/v1/reservations/${first.json.id}`)).json.state, 'expired');
      assert.deepEqual(await demand(shop), []);
    });

    inOne('E48 stay expired when the clock of the server steps back', async (shop) => {
      const parts = { ...shop.parts, now: steadyClock(() => shop.time.now) };
      const endpoint = createEndpoint(parts);
      const { json } = await reserve(shop, [['table', 2]], { holdSeconds: 60 });
      const confirm = (by) =>
        by.fetch(
          new Request(`https://stock.shop.example/v1/reservations/${json.id}/confirm`, {
            method: 'POST',
            headers: { authorization: `Bearer ${shop.key}` },
          }),
        );
      shop.time.now += 61_000;
      await endpoint.fetch(new Request('https://stock.shop.example/v1/health'));
      assert.equal(parts.now(), shop.time.now);
      shop.time.now -= 3_600_000;
      assert.equal((await confirm(endpoint)).status, 409);
      // It was written down: so it is for every other process, whose clock may be behind.
      assert.equal((await confirm(shop.endpoint)).status, 409);
      assert.deepEqual(await counts(shop), [0, 0, 0, 0]);
      assert.notEqual((await reserve(shop, [['table', 1]])).json.id, json.id);
    });

    inOne('E03 are made once for one key, though it comes many times at once', async (shop) => {
      const replies = await Promise.all(
        Array.from({ length: 8 }, () => reserve(shop, [['table', 4]], { key: 'same-key-1' })),
      );
      assert.deepEqual(new Set(replies.map((it) => it.status)), new Set([201]));
      assert.equal(new Set(replies.map((it) => it.text)).size, 1);
      assert.deepEqual(await counts(shop), [3, 0, 1, 0]);
      const other = await reserve(shop, [['table', 5]], { key: 'same-key-1' });
      assert.deepEqual([other.status, other.json.code], [422, 'key-reused']);
      const missing = await shop.ask('POST', '/v1/reservations', {
        body: { lines: [{ product: 'table', quantity: 1 }] },
      });
      assert.deepEqual([missing.status, missing.json.field], [400, 'Idempotency-Key']);
      const { key } = await createKey(shop.parts, 'other', ['reservations:write']);
      const stranger = await shop.ask('POST', '/v1/reservations', {
        ...{ as: key, headers: { 'idempotency-key': 'same-key-1' } },
        body: { lines: [{ product: 'table', quantity: 4 }] },
      });
      assert.notEqual(stranger.json.id, replies[0].json.id);
    });

    inOne('E04 are made once though the process dies between the grant and the reply', async (shop) => {
      const body = JSON.stringify({ lines: [{ product: 'table', quantity: 4 }] });
      const script = `
        import { connect, createEndpoint, createMetrics, readSettings } from '${new URL('../../dist/endpoint/entry.js', import.meta.url)}';
        const database = await connect(process.env.ADDRESS);
        const endpoint = createEndpoint({ database, settings: readSettings({}), now: () => ${shop.time.now},
          log: () => {}, metrics: createMetrics(), fetch });
        await endpoint.fetch(new Request('https://stock.shop.example/v1/reservations', { method: 'POST',
          headers: { authorization: 'Bearer ' + process.env.KEY, 'content-type': 'application/json',
            'idempotency-key': 'crash-key' }, body: process.env.BODY }));
        process.kill(process.pid, 'SIGKILL');`;
      const env = { ...process.env, ADDRESS: shop.address, KEY: shop.key, BODY: body };
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env, stdio: 'ignore' });
      const signal = await new Promise((resolve) => child.once('exit', (_, name) => resolve(name)));
      assert.equal(signal, 'SIGKILL');
      assert.deepEqual(await counts(shop), [3, 0, 1, 0]);
      const again = await reserve(shop, [['table', 4]], { key: 'crash-key' });
      assert.equal(again.status, 201);
      assert.deepEqual(await counts(shop), [3, 0, 1, 0]);
      assert.equal((await act(shop, again, 'confirm')).status, 200);
    });

    inOne(
      'E07 that were granted stand when the limit is lowered below them; no new ones are',
      async (shop) => {
        const first = await reserve(shop, [['table', 8]]);
        await shop.database.db.updateTable('items').set({ backorder_limit: 2 }).execute();
        assert.equal((await reserve(shop, [['table', 1]])).status, 409);
        assert.equal((await act(shop, first, 'confirm')).status, 200);
        assert.deepEqual(await counts(shop), [0, 3, 0, 5]);
        assert.equal((await reserve(shop, [['table', 1]])).status, 409);
      },
    );

    inOne(
      'E08 are unlimited beyond the shelf with no limit, and none with a limit of 0 or none told',
      async (shop) => {
        await putItem(shop, 'none', { on_hand: 0, backorder_limit: 0 });
        await putItem(shop, 'missing', {});
        await putItem(shop, 'limit-only', { backorder_limit: 2 });
        assert.equal((await reserve(shop, [['table', 900_000]])).json.lines[0].later, 900_000);
        for (const product of ['none', 'missing']) {
          const { status, json } = await reserve(shop, [[product, 1]]);
          assert.deepEqual([status, json.code, json.field], [409, 'not-enough', 'lines[0].quantity']);
        }
        const { json } = await reserve(shop, [['limit-only', 2]]);
        assert.deepEqual([json.lines[0].now, json.lines[0].later], [0, 2]);
      },
      { on_hand: 0, backorder_limit: null },
    );

    inOne('E09 are made for all lines or for none', async (shop) => {
      await putItem(shop, 'chair', { on_hand: 1 });
      const refused = await reserve(shop, [
        ['table', 2],
        ['chair', 2],
      ]);
      assert.deepEqual(
        [refused.status, refused.json.code, refused.json.field],
        [409, 'not-enough', 'lines[1].quantity'],
      );
      assert.deepEqual(await counts(shop), [0, 0, 0, 0]);
      const kept = await shop.database.db.selectFrom('reservations').selectAll().execute();
      assert.deepEqual(kept, []);
      const unknown = await reserve(shop, [
        ['table', 1],
        ['nothing', 1],
      ]);
      assert.deepEqual([unknown.status, unknown.json.field], [422, 'lines[1].product']);
      // Two lines of one item are one wish.
      const both = await reserve(shop, [
        ['table', 7],
        ['table', 7],
      ]);
      assert.deepEqual([both.status, both.json.field], [409, 'lines[1].quantity']);
      const fits = await reserve(shop, [
        ['table', 2],
        ['chair', 1],
        ['table', 4],
      ]);
      assert.deepEqual(
        fits.json.lines.map((it) => [it.product, it.now, it.later]),
        [
          ['table', 2, 0],
          ['chair', 1, 0],
          ['table', 1, 3],
        ],
      );
    });

    inOne('keep to the rules that the page goes by', async (shop) => {
      const put = (product, fields, counted = {}) =>
        putItem(shop, product, {
          on_hand: 2,
          backorder_limit: 9,
          fields: JSON.stringify(fields),
          ...counted,
        });
      const at = (hours) => new Date(shop.time.now + hours * 3_600_000).toISOString();
      await put('most', { policy: { sell: 'backorder', maxPerOrder: 4 } });
      await put('unsold', { policy: { sell: 'none' } });
      await put('soon', { policy: { sell: 'preorder', starts: at(1) } });
      await put('over', { policy: { sell: 'preorder', ends: at(-1) } });
      await put('packs', { quantity: { min: 4, step: 2, max: 8 } });
      await put('spare', { policy: { sell: 'backorder', threshold: 2, partial: 'together' } });
      await put('pre', { policy: { sell: 'preorder', trigger: 'always' } });
      const told = async (product, pieces) => {
        const { status, json } = await reserve(shop, [[product, pieces]]);
        return status === 201 ? [json.lines[0].now, json.lines[0].later] : json.code;
      };
      assert.equal(await told('most', 5), 'not-enough');
      assert.deepEqual(await told('most', 4), [2, 2]);
      for (const product of ['unsold', 'soon', 'over']) {
        assert.equal(await told(product, 3), 'not-enough');
        assert.deepEqual(await told(product, 2), [2, 0]);
      }
      for (const pieces of [2, 5, 10]) assert.equal(await told('packs', pieces), 'quantity-rule');
      assert.deepEqual(await told('packs', 4), [2, 2]);
      assert.deepEqual(await told('spare', 1), [0, 1]);
      assert.deepEqual(await told('pre', 2), [0, 2]);
      assert.deepEqual(await counts(shop, 'pre'), [0, 0, 2, 0]);
    });

    inOne('share the limit of a product among its variants', async (shop) => {
      await putItem(shop, 'chair', { backorder_limit: 5, handle: 'oak-chair' });
      for (const variant of ['red', 'blue'])
        await putItem(shop, 'chair', { variant, sku: `CH-${variant}`, on_hand: 0, backorder_limit: null });
      assert.equal((await reserve(shop, [['oak-chair', 4, 'red']])).status, 201);
      const two = await reserve(shop, [['chair', 2, 'CH-blue']]);
      assert.deepEqual([two.status, two.json.code], [409, 'not-enough']);
      assert.equal((await reserve(shop, [['CH-blue', 1]])).json.lines[0].variant, 'blue');
      const shown = (await shop.ask('GET', '/v1/availability?products=chair')).json.products[0];
      assert.equal(shown.availableForBackorder, 0);
      const third = await reserve(shop, [['chair', 1, 'red']]);
      assert.deepEqual([third.status, third.json.code], [409, 'not-enough']);
      const either = await reserve(shop, [['chair', 1]]);
      assert.deepEqual([either.status, either.json.field], [422, 'lines[0].variant']);
    });

    inOne('need a key of their scope, and tell nothing of what is not there', async (shop) => {
      const { key } = await createKey(shop.parts, 'reader', ['availability:read']);
      const ask = (as) => shop.ask('GET', '/v1/reservations/nothing', { as });
      assert.deepEqual(
        [(await ask('')).status, (await ask(key)).status, (await ask()).status],
        [401, 403, 404],
      );
      const odd = { ...(await reserve(shop, [['table', 1]])) };
      const named = await act(shop, odd, 'confirm', { orderReference: 'x'.repeat(300) });
      assert.deepEqual([named.status, named.json.field], [400, 'orderReference']);
      assert.equal((await act(shop, odd, 'confirm', '{"order')).status, 400);
      const bad = await reserve(shop, [['table', 0]]);
      assert.deepEqual([bad.status, bad.json.field], [400, 'lines[0].quantity']);
    });

    inOne('E51 take any text as it is', async (shop) => {
      const texts = [
        "'; drop table items; --",
        '" or 1=1',
        '%_\\',
        '\u{1F984}',
        '$1',
        '?',
        '{{x}}',
        "Robert'); --",
      ];
      for (const text of texts) {
        await putItem(shop, text, { on_hand: 1 });
        const { status, json } = await reserve(shop, [[text, 1]], { orderReference: text });
        assert.deepEqual([status, json.lines[0].product], [201, text]);
        assert.equal((await act(shop, { json }, 'confirm', { orderReference: text })).status, 200);
      }
      const rows = await shop.database.db.selectFrom('reservations').select('order_reference').execute();
      assert.deepEqual(rows.map((it) => it.order_reference).sort(), [...texts].sort());
    });
  });
}
