import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SYSTEMS, skipped, startEndpoint } from '../support/endpoint.mjs';

for (const system of SYSTEMS) {
  describe(`keys in ${system}`, { skip: skipped(system) }, () => {
    const withShop = (work) => async () => {
      const shop = await startEndpoint({ system });
      try {
        await work(shop);
      } finally {
        await shop.stop();
      }
    };

    it(
      'E44 a key is shown once, opens what it may, and nothing once it is revoked',
      withShop(async ({ ask, database, lines }) => {
        const made = await ask('POST', '/v1/keys', { body: { name: 'ERP', scopes: ['products:write'] } });
        assert.equal(made.status, 201);
        const { id, key } = made.json;
        assert.match(key, /^bok_[\w-]{43}$/);
        assert.equal((await ask('PUT', '/v1/products/a', { body: {}, as: key })).status, 201);
        assert.equal((await ask('GET', '/v1/products/a', { as: key })).json.code, 'missing-scope');
        const { text, json } = await ask('GET', '/v1/keys');
        assert.deepEqual(json.keys.find((it) => it.id === id).scopes, ['products:write']);
        const stored = JSON.stringify(await database.db.selectFrom('api_keys').selectAll().execute());
        const audit = await ask('GET', '/v1/audit');
        for (const place of [text, stored, audit.text, ...lines]) assert.ok(!place.includes(key.slice(4)));
        assert.equal((await ask('DELETE', `/v1/keys/${id}`)).status, 204);
        assert.equal((await ask('PUT', '/v1/products/a', { body: {}, as: key })).status, 401);
        assert.equal((await ask('DELETE', `/v1/keys/${id}`)).status, 404);
      }),
    );

    it(
      'E44 whatever is wrong with a key, the answer is the same; only the header is looked at',
      withShop(async ({ ask, key }) => {
        const wrong = [
          '',
          'Bearer',
          `Bearer ${key}x`,
          `Bearer ${key.slice(0, -1)}`,
          `Basic ${key}`,
          `bearer  ${key}`,
        ];
        wrong.push(`Bearer bok_${'a'.repeat(43)}`, 'Bearer undefined', key, `Bearer ${'x'.repeat(10_000)}`);
        const answers = new Set();
        for (const authorization of wrong) {
          const { status, text, headers } = await ask('GET', '/v1/keys', {
            as: '',
            headers: { authorization },
          });
          answers.add(JSON.stringify([status, text, headers.get('www-authenticate')]));
        }
        for (const path of [`/v1/keys?key=${key}`, `/v1/keys?access_token=${key}`]) {
          const { status, text, headers } = await ask('GET', path, {
            as: '',
            headers: { cookie: `key=${key}`, 'x-api-key': key },
          });
          answers.add(JSON.stringify([status, text, headers.get('www-authenticate')]));
        }
        assert.equal(answers.size, 1);
        assert.match([...answers][0], /^\[401,/);
      }),
    );

    it(
      'E44 there is no key that nobody has made',
      withShop(async ({ database, ask, key }) => {
        const rows = await database.db.selectFrom('api_keys').selectAll().execute();
        assert.deepEqual(
          rows.map((it) => it.name),
          ['test'],
        );
        await database.db.deleteFrom('api_keys').execute();
        for (const as of [key, 'bok_admin', 'admin', 'secret', 'changeme']) {
          assert.equal((await ask('GET', '/v1/keys', { as })).status, 401);
        }
      }),
    );

    it(
      'E44 a key gives no scope that it lacks',
      withShop(async ({ ask }) => {
        const admin = await ask('POST', '/v1/keys', { body: { name: 'admin', scopes: ['keys:admin'] } });
        const body = { name: 'more', scopes: ['keys:admin', 'people:admin'] };
        const { status, json } = await ask('POST', '/v1/keys', { body, as: admin.json.key });
        assert.deepEqual([status, json.field], [403, 'scopes']);
        assert.equal((await ask('POST', '/v1/keys', { body: { name: 'x', scopes: ['all'] } })).status, 400);
        assert.equal((await ask('POST', '/v1/keys', { body: { name: 'x', scopes: [] } })).status, 400);
      }),
    );

    it(
      'E44 each write of configuration is in the audit trail, with who, before and after',
      withShop(async ({ ask, time }) => {
        const body = { name: 'ERP', scopes: ['products:write', 'availability:read'] };
        const { id, key } = (await ask('POST', '/v1/keys', { body })).json;
        const as = key;
        const steps = [
          ['PUT', '/v1/products/a', { body: { limit: 3 }, as }],
          ['PATCH', '/v1/products/a', { body: { limit: 5 }, as }],
          ['PUT', '/v1/shop', { body: { ttl: 9 }, as }],
          ['POST', '/v1/products/import', { body: { version: 1, products: [{ id: 'b' }] }, as }],
          ['DELETE', '/v1/products/a', { as }],
          ['PUT', '/v1/products/a', { body: { limit: -3 }, as }],
          ['GET', '/v1/products/b', { as }],
        ];
        for (const step of steps) {
          time.now += 1;
          await ask(...step);
        }
        const { json } = await ask('GET', '/v1/audit?limit=3');
        const older = await ask('GET', `/v1/audit?limit=9&before=${json.next}`);
        const entries = [...json.entries, ...older.json.entries].reverse();
        assert.deepEqual(
          entries.map((it) => [it.action, it.subject, it.actor === id]),
          [
            ['key.create', id, false],
            ['product.put', 'a', true],
            ['product.patch', 'a', true],
            ['shop.put', 'shop', true],
            ['product.import', 'b', true],
            ['product.delete', 'a', true],
          ],
        );
        const patched = entries[2];
        assert.deepEqual([patched.before.limit, patched.after.limit], [3, 5]);
        assert.equal((await ask('GET', '/v1/audit?subject=b')).json.entries.length, 1);
        assert.equal((await ask('GET', '/v1/audit', { as })).status, 403);
      }),
    );
  });
}
