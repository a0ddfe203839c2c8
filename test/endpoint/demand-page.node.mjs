import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createKey } from '../../dist/endpoint/entry.js';
import { SYSTEMS, putItem, skipped, startEndpoint } from '../support/endpoint.mjs';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e'\u0000{{7*7}}</style>&amp;`;

/** PostgreSQL takes no NUL in a text; SQLite keeps it. */
const storable = (system) => (system === 'postgres' ? HOSTILE.replace('\u0000', '') : HOSTILE);

for (const system of SYSTEMS) {
  describe(`The demand page from ${system}`, { skip: skipped(system) }, () => {
    const withShop =
      (work, options = {}) =>
      async () => {
        const shop = await startEndpoint({ system, ...options });
        try {
          await work(shop);
        } finally {
          await shop.stop();
        }
      };
    const open = async ({ ask }, body = {}, as = undefined) => {
      const { status, json } = await ask('POST', '/v1/demand/links', { body, ...(as && { as }) });
      assert.equal(status, 201);
      const page = await ask('GET', json.url, { as: '' });
      return { ...json, page };
    };
    const ask5 = ({ database }, product, pieces) =>
      database.db
        .insertInto('demand')
        .values({ product, variant: '', week: '2026-11-16', kind: 'asked', events: 5, pieces })
        .execute();

    it(
      'opens by a link that a key has made, and says what to reorder first',
      withShop(async (shop) => {
        await putItem(shop, 'table', { title: 'Oak table', price: 100_00, currency: 'EUR' });
        await ask5(shop, 'table', 1234);
        const { url, expiresAt, page } = await open(shop);
        assert.match(url, /^https:\/\/stock\.shop\.example\/demand\?link=[\w.-]+$/);
        assert.equal(expiresAt, '2026-11-22T10:00:00.000Z');
        assert.equal(page.status, 200);
        assert.match(page.text, /Order <strong><bdi>Oak table<\/bdi><\/strong> first: 1,234 pieces short/);
        assert.match(page.text, /€123,400/);
        // Bars, and the same in a table.
        assert.match(page.text, /<svg class="chart"[\s\S]*fill="var\(--asked\)"/);
        assert.match(page.text, /<th scope="row">16 Nov<\/th>/);
        const csv = await shop.ask('GET', url.replace('/demand?', '/demand.csv?'), { as: '' });
        assert.match(csv.text, /"Oak table",,0,0,0,0,5,1234/);
      }),
    );

    it(
      'has neither script nor inline style nor anything from elsewhere, and is kept nowhere',
      withShop(async (shop) => {
        await putItem(shop, 'table', { title: storable(system) });
        await ask5(shop, 'table', 9);
        const { page } = await open(shop);
        const policy = page.headers.get('content-security-policy');
        assert.match(
          policy,
          /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:; form-action 'self'/,
        );
        assert.doesNotMatch(policy, /script-src|unsafe/);
        assert.doesNotMatch(page.text, /<script|\sstyle=|\son\w+="|https?:\/\/(?!www\.w3\.org)/);
        assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
        assert.match(page.headers.get('cache-control'), /no-store/);
        assert.match(page.headers.get('x-robots-tag'), /noindex/);
        assert.match(page.text, /<meta name="robots" content="noindex">/);
      }),
    );

    it(
      'shows hostile titles, options and shop names as text',
      withShop(
        async (shop) => {
          const stored = storable(system);
          await putItem(shop, 'table', { title: stored, sku: stored });
          await putItem(shop, 'table', { variant: 'v', title: stored, sku: '<b>' });
          await putItem(shop, 'table', { variant: 'w', title: 'w' });
          await ask5(shop, 'table', 9);
          await shop.database.db
            .insertInto('demand')
            .values({
              product: '<i>gone',
              variant: '</td>',
              week: '2026-11-16',
              kind: 'asked',
              events: 9,
              pieces: 9,
            })
            .execute();
          const { page } = await open(shop);
          assert.doesNotMatch(page.text, /<script|<img|<b>|<i>|<\/td><\/bdi>|alert\(1\)<\/script>/);
          // eslint-disable-next-line no-control-regex
          assert.doesNotMatch(page.text, /\u0000/);
          assert.ok(page.text.includes('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img'));
          assert.equal(page.text.match(/<\/style>/g).length, 1);
        },
        { settings: { SHOP_NAME: '<script>x</script>' } },
      ),
    );

    it(
      'ends with its time, with its key, and for each change of its address',
      withShop(async (shop) => {
        const { id, key } = await createKey(shop.parts, 'report', ['demand:read']);
        const { url, link } = await open(shop, { minutes: 2 }, key);
        const status = async (address) => (await shop.ask('GET', address, { as: '' })).status;
        assert.equal(await status(url), 200);
        for (let at = 0; at < link.length; at += 7) {
          const other = link[at] === 'A' ? 'B' : 'A';
          assert.equal(await status(`/demand?link=${link.slice(0, at)}${other}${link.slice(at + 1)}`), 401);
        }
        // Nobody makes one that tells more, or for longer, out of one that they have.
        assert.equal(await status(`/demand?link=${link.replace(/\.0\.(?=[^.]+$)/, '.1.')}`), 401);
        for (const odd of ['', 'x', '.'.repeat(9), `${link}.`, 'a'.repeat(5000), '%00']) {
          assert.equal(await status(`/demand?link=${odd}`), 401);
          assert.equal(await status(`/demand.csv?link=${odd}`), 401);
        }
        assert.equal(await status('/demand.csv'), 401);
        shop.time.now += 2 * 60_000;
        assert.equal(await status(url), 401);
        shop.time.now -= 60_000;
        assert.equal(await status(url), 200);
        const revoked = { revoked_at: shop.time.now };
        await shop.database.db.updateTable('api_keys').set(revoked).where('id', '=', id).execute();
        assert.equal(await status(url), 401);
      }),
    );

    it(
      'tells counts below five only by a link that was asked for so, by a key that may',
      withShop(async (shop) => {
        await putItem(shop, 'table', { title: 'Oak' });
        const row = {
          product: 'table',
          variant: '',
          week: '2026-11-16',
          kind: 'asked',
          events: 3,
          pieces: 3,
        };
        await shop.database.db.insertInto('demand').values(row).execute();
        const { page } = await open(shop);
        assert.match(page.text, /asked for by fewer than 5 people; none on the shelf/);
        assert.doesNotMatch(page.text, />3</);
        const exact = await open(shop, { exact: true });
        assert.match(exact.page.text, /3 pieces asked for; none on the shelf/);
        const { key } = await createKey(shop.parts, 'report', ['demand:read']);
        const refused = await shop.ask('POST', '/v1/demand/links', { as: key, body: { exact: true } });
        assert.deepEqual([refused.status, refused.json.code], [403, 'missing-scope']);
      }),
    );

    it(
      'keeps its usual period, and says so, where the address asks for one that cannot be',
      withShop(async (shop) => {
        const { url } = await open(shop);
        for (const query of ['from=nonsense', 'from=2026-11-30&to=2026-11-01', 'from=1990-01-01']) {
          const { text } = await shop.ask('GET', `${url}&${query}`, { as: '' });
          assert.match(text, /role="alert"/);
          assert.match(text, /name="from" value="2026-08-31"/);
        }
        const { text } = await shop.ask('GET', `${url}&from=2026-11-03&to=`, { as: '' });
        assert.match(text, /name="from" value="2026-11-02"/);
        assert.match(text, /Nothing is short/);
      }),
    );

    it(
      'asks for a key when it has no link; the key is in no address and no storage',
      withShop(async (shop) => {
        const { status, text, headers } = await shop.ask('GET', '/demand', { as: '' });
        assert.equal(status, 200);
        assert.match(headers.get('content-security-policy'), /script-src 'sha256-[^']+'; connect-src 'self'/);
        assert.match(text, /<input type="password" autocomplete="off"/);
        assert.doesNotMatch(text, /Storage|cookie|<input[^>]* name=/);
      }),
    );
  });
}
