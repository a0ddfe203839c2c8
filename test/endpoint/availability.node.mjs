import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDocument } from '../../dist/availability.js';
import { SYSTEMS, putItem, skipped, startEndpoint } from '../support/endpoint.mjs';

for (const system of SYSTEMS) {
  describe(`GET /v1/availability from ${system}`, { skip: skipped(system) }, () => {
    const withShop =
      (work, options = {}) =>
      async () => {
        const shop = await startEndpoint({ system, ...options });
        try {
          await putItem(shop, 'table', {
            handle: 'oak-table',
            on_hand: 3,
            backorder_limit: 40,
            beyond_held: 2,
          });
          await putItem(shop, 'chair', { sku: 'CH' });
          await putItem(shop, 'chair', {
            variant: 'chair-red',
            sku: 'CH-R',
            on_hand: 0,
            backorder_limit: null,
          });
          await work(shop);
        } finally {
          await shop.stop();
        }
      };

    it(
      'is a document that the widgets read, found by id, handle or SKU',
      withShop(async ({ ask }) => {
        const { status, json } = await ask('GET', '/v1/availability?products=oak-table,CH-R', { as: '' });
        assert.equal(status, 200);
        const read = parseDocument(json);
        assert.deepEqual(read.problems ?? [], []);
        assert.deepEqual(
          json.products.map((it) => [it.id, it.onHand, it.availableForBackorder]),
          [
            ['chair', undefined, undefined],
            ['table', 3, 20],
          ],
        );
        assert.deepEqual(json.products[0].variants[0].availableForBackorder, 'unlimited');
      }),
    );

    it(
      'tells counts above MOST_TOLD only to a key that may read them',
      withShop(async ({ ask, key }) => {
        const exact = await ask('GET', '/v1/availability?products=table&exact=1');
        assert.equal(exact.json.products[0].availableForBackorder, 38);
        assert.match(exact.headers.get('cache-control'), /private/);
        const nobody = await ask('GET', '/v1/availability?products=table&exact=1', { as: '' });
        assert.equal(nobody.status, 401);
        assert.notEqual(key, '');
      }),
    );

    it(
      'E45 keeps its strong ETag until something changes, and answers 304 to it',
      withShop(async ({ ask, time, database }) => {
        const path = '/v1/availability?products=table';
        const first = await ask('GET', path);
        const etag = first.headers.get('etag');
        assert.match(etag, /^"[^"]+"$/);
        assert.match(first.headers.get('cache-control'), /stale-while-revalidate=\d+/);
        time.now += 60_000;
        assert.equal((await ask('GET', path, { headers: { 'if-none-match': etag } })).status, 304);
        await database.db.updateTable('items').set({ on_hand: 2 }).where('product', '=', 'table').execute();
        const later = await ask('GET', path, { headers: { 'if-none-match': etag } });
        assert.equal(later.status, 200);
        assert.notEqual(later.headers.get('etag'), etag);
      }),
    );

    it(
      'leaves out what it does not know, and refuses a question that is none',
      withShop(async ({ ask }) => {
        assert.deepEqual((await ask('GET', '/v1/availability?products=nothing')).json.products, []);
        const { status, json, headers } = await ask('GET', '/v1/availability');
        assert.equal(status, 400);
        assert.equal(json.code, 'invalid-field');
        assert.equal(json.field, 'products');
        assert.match(headers.get('content-type'), /problem\+json/);
      }),
    );
  });
}
