import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SHOP, inBoth, rowsOf, sentBy, signUp, withShop, work } from '../support/people.mjs';

// Strings that break out of SQL where it is put together by hand.
const SQL = [
  "'",
  "''",
  '"',
  "' or '1'='1",
  "'; drop table sign_ups; --",
  "x'); delete from items; --",
  '1; select pg_sleep(5)',
  "\\'; --",
  '%27',
  "' union select value from secrets --",
  '$1',
  '?1',
  ':name',
  '/* x */',
  '`sign_ups`',
  '[sign_ups]',
  "E'\\x41'",
];

const statusOf = async (asked) => (await asked).status;

inBoth(describe, 'sign-ups', (system) => {
  const test = (title, run, options) => it(title, withShop(system, run, options));
  // What reads no rows in a way of its own is tried with one of the two.
  const once = system === 'sqlite' ? test : () => {};

  test('P09 a sign-up waits for its owner: one mail that asks, and the proof of what was agreed to', async (shop) => {
    const page = 'https://shop.example/products/oak-table?email=jo@shopper.example&s=1#cart';
    const marketing = { agreed: true, wording: 'm-3' };
    const reply = await signUp(
      shop,
      { page, marketing, privacy: 'p-7', quantity: 2 },
      { key: 'intent-0001' },
    );
    assert.equal(reply.status, 202);
    assert.deepEqual(reply.json, { requestId: 'intent-0001', status: 'pending' });
    assert.equal(reply.headers.get('access-control-allow-origin'), SHOP);
    for (let times = 0; times < 3; times += 1) await work(shop);
    const [row, ...more] = await rowsOf(shop, 'sign_ups');
    assert.equal(more.length, 0);
    assert.equal(row.state, 'pending');
    assert.equal(row.marketing_wording, 'm-3');
    assert.equal(row.privacy_wording, 'p-7');
    assert.equal(row.created_at, shop.time.now);
    assert.equal(row.quantity, 2);
    const mails = await sentBy(shop);
    assert.deepEqual(
      mails.map((it) => [it.kind, it.to]),
      [['confirm', 'jo@shopper.example']],
    );
    assert.equal(row.page, '/products/oak-table', 'P22 path only');
  });

  once('P08 without consent to more none is noted, and the sign-up is taken', async (shop) => {
    await signUp(shop, { marketing: { agreed: false, wording: 'm-3' } });
    const [row] = await rowsOf(shop, 'sign_ups');
    assert.equal(row.marketing_wording, null);
  });

  once('P22 pages are kept as paths, however they are written', async (shop) => {
    const pages = [
      '//evil.example/a?b',
      '/p#t=jo@x.example',
      'javascript:alert(1)',
      'https://jo:pw@shop.example/x',
      '',
    ];
    for (const [at, page] of pages.entries()) await signUp(shop, { page, email: `p${at}@shopper.example` });
    const kept = (await rowsOf(shop, 'sign_ups')).map((it) => it.page);
    assert.deepEqual(kept, ['//evil.example/a', '/p', 'javascript:alert(1)', '/x', '']);
  });

  test('names of the page are the item: handle, SKU, and a variant that the shop knows', async (shop) => {
    const other = { product: 'chair', fields: '{}', backorder_limit: 0, shelf_held: 0, shelf_sold: 0 };
    const counts = { beyond_held: 0, beyond_sold: 0, version: 1, updated_at: 1 };
    for (const [variant, sku] of [
      ['', null],
      ['red', 'CH-R'],
    ]) {
      await shop.database.db
        .insertInto('items')
        .values({ ...other, ...counts, variant, sku })
        .execute();
    }
    const asked = [
      [{ product: 'oak-table' }, ['table', '', 1]],
      [{ product: 'CH-R' }, ['chair', 'red', 0]],
      [{ product: 'chair', variant: 'CH-R' }, ['chair', 'red', 0]],
      [{ product: 'chair', variant: 'red', anyVariant: true }, ['chair', '', 1]],
      [{ product: 'unknown', variant: '9' }, ['unknown', '9', 0]],
    ];
    for (const [at, [body]] of asked.entries())
      await signUp(shop, { ...body, email: `n${at}@shopper.example` });
    const rows = await rowsOf(shop, 'sign_ups');
    assert.deepEqual(
      rows.map((row) => [row.product, row.variant, Number(row.any_variant)]),
      asked.map(([, expected]) => expected),
    );
  });

  test('E21 the same person and product many times at once: one row, one mail, equal answers', async (shop) => {
    const replies = await Promise.all(
      Array.from({ length: process.env.BO_LONG ? 1000 : 200 }, (_, at) =>
        signUp(
          shop,
          { email: at % 2 ? 'Jo@Shopper.example' : 'jo@shopper.example' },
          { from: `10.0.${at % 200}.1` },
        ),
      ),
    );
    assert.deepEqual([...new Set(replies.map((it) => `${it.status} ${it.json.status}`))], ['202 pending']);
    await work(shop);
    assert.equal((await rowsOf(shop, 'sign_ups')).length, 1);
    assert.equal((await sentBy(shop)).length, 1);
  });

  test('E22 a key names one intent: the same answer for a day, 422 for another body, none for what failed', async (shop) => {
    assert.equal((await signUp(shop, {}, { key: '' })).json.code, 'bad-idempotency-key');
    const key = 'intent-0002';
    assert.equal((await signUp(shop, { email: 'no address' }, { key })).status, 400);
    const first = await signUp(shop, {}, { key });
    assert.equal(first.status, 202);
    const again = await signUp(shop, {}, { key });
    assert.deepEqual([again.status, again.text], [202, first.text]);
    assert.equal((await signUp(shop, { product: 'chair' }, { key })).json.code, 'key-reused');
    shop.time.now += 25 * 3_600_000;
    assert.equal((await signUp(shop, { product: 'chair' }, { key })).status, 202);
  });

  once(
    'E23 a key that is too long, or not ASCII, is refused; the same key of another shop is another intent',
    async (shop) => {
      for (const key of ['k'.repeat(1_000_000), 'schlüssel-schlüssel', 'short']) {
        const { status, json } = await signUp(shop, {}, { key });
        assert.deepEqual([status, json.field], [400, 'Idempotency-Key']);
      }
      const key = 'intent-of-two';
      assert.equal((await signUp(shop, {}, { key })).status, 202);
      const headers = { origin: 'https://stock.shop.example' };
      assert.equal((await signUp(shop, { product: 'chair' }, { key, headers })).status, 202);
    },
  );

  once('E30 fields that are ours to set are ignored', async (shop) => {
    const body = `{"email":"jo@shopper.example","product":"table","state":"active","status":"active","confirmed_at":1,
      "id":"mine","turn":0,"__proto__":{"quantity":99},"constructor":{"x":1},"quantity":3,"quantity":2,"language":"en"}`;
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'intent-0003' };
    const reply = await shop.ask('POST', '/v1/sign-ups', { as: '', headers, body });
    assert.deepEqual(reply.json, { requestId: 'intent-0003', status: 'pending' });
    const [row] = await rowsOf(shop, 'sign_ups');
    assert.deepEqual([row.state, row.confirmed_at, Number(row.quantity)], ['pending', null, 2]);
    assert.notEqual(row.id, 'mine');
  });

  once('E28 other types of content, and pages of others, are refused; nothing is kept', async (shop) => {
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/jsonp', '']) {
      const headers = { origin: SHOP, 'idempotency-key': 'intent-0004', 'content-type': type };
      const body = '{"email":"jo@shopper.example","product":"table"}';
      assert.equal((await shop.ask('POST', '/v1/sign-ups', { as: '', headers, body })).status, 415, type);
    }
    for (const origin of ['https://evil.example', 'null', 'https://shop.example.evil.example']) {
      assert.equal((await signUp(shop, {}, { headers: { origin } })).json.code, 'foreign-origin');
    }
    assert.equal((await rowsOf(shop, 'sign_ups')).length, 0);
  });

  once('E36 line breaks, U+2028, NUL and halves of characters are refused in every field', async (shop) => {
    for (const odd of ['\r\n', '\n', '\0', '\u2028', '\u2029', '\u0085', '\ud800', '\u001b[31m']) {
      for (const body of [
        { email: `jo@shopper.example${odd}Bcc: all@shopper.example` },
        { email: `jo${odd}@shopper.example` },
        { product: `table${odd}x` },
        { variant: `red${odd}x` },
        { language: `de${odd}` },
        { page: `/a${odd}b` },
        { privacy: `p${odd}1` },
        { marketing: { agreed: true, wording: `m${odd}1` } },
      ]) {
        const { status, text } = await signUp(shop, body);
        assert.equal(status, 400, JSON.stringify(body));
        assert.doesNotMatch(text, /shopper/);
      }
    }
    assert.equal((await rowsOf(shop, 'sign_ups')).length, 0);
  });

  once('addresses are taken as browsers take them, with domains of any script', async (shop) => {
    const good = [
      "o'brien+shop@mail.shopper.example",
      'jo@bücher.example',
      'a.b!#$%&*/=?^_`{|}~-@x.example',
      ' jo@x.example ',
    ];
    for (const email of good) assert.equal((await signUp(shop, { email })).status, 202, email);
    const kept = (await rowsOf(shop, 'sign_ups')).map((it) => it.address);
    assert.deepEqual(kept, [good[0], 'jo@xn--bcher-kva.example', good[2], 'jo@x.example']);
    for (const email of [
      'jo',
      'jo@',
      '@x.example',
      'jo@localhost',
      'jo@x..example',
      'a b@x.example',
      'jo@x.example,al@x.example',
      '<jo@x.example>',
      `${'x'.repeat(65)}@x.example`,
      `jo@${'x.'.repeat(130)}example`,
      'jo@[127.0.0.1]',
      '',
      7,
      null,
      ['jo@x.example'],
    ]) {
      const { status, json } = await signUp(shop, { email });
      assert.deepEqual([status, json.field], [400, 'email'], String(email));
    }
  });

  test('E51 SQL in every field is kept to the letter', async (shop) => {
    for (const [at, text] of SQL.entries()) {
      const body = { product: text, variant: text, language: text, privacy: text };
      const marketing = { agreed: true, wording: text };
      const page = `/${text.replace(/[?#].*/, '')}`;
      const email = `sql${at}@shopper.example`;
      const { status } = await signUp(
        shop,
        { ...body, marketing, page, email },
        { key: `intent-sql-${at}${text.replaceAll(' ', '')}` },
      );
      assert.equal(status, 202, text);
    }
    const rows = await rowsOf(shop, 'sign_ups');
    assert.deepEqual(
      rows.map((row) => [
        row.product,
        row.variant,
        row.language,
        row.privacy_wording,
        row.marketing_wording,
        row.page,
      ]),
      SQL.map((it) => [it, it, it, it, it, `/${it.replace(/[?#].*/, '')}`]),
    );
    await work(shop);
    assert.equal((await sentBy(shop)).length, SQL.length);
  });

  test('P14 known, waiting, told and unwanted addresses are answered as new ones are', async (shop) => {
    await signUp(shop, { email: 'waits@shopper.example' });
    await signUp(shop, { email: 'active@shopper.example' });
    const { db } = shop.database;
    await db
      .updateTable('sign_ups')
      .set({ state: 'active' })
      .where('address', '=', 'active@shopper.example')
      .execute();
    await signUp(shop, { email: 'gone@shopper.example' });
    await shop.ask('POST', '/v1/people/erase', { body: { address: 'gone@shopper.example' } });
    const answers = new Set();
    for (const name of ['waits', 'active', 'gone', 'fresh']) {
      const { status, json, headers } = await signUp(shop, { email: `${name}@shopper.example` });
      answers.add(JSON.stringify([status, json.status, Object.keys(json), [...headers.keys()]]));
    }
    assert.equal(answers.size, 1, [...answers].join('\n'));
  });

  test(
    'P14 nor does the time of the answer tell: the same for known and new addresses',
    async (shop) => {
      const pairs = process.env.BO_LONG ? 1000 : 60;
      const times = { known: [], fresh: [] };
      const timed = async (group, email) => {
        const start = performance.now();
        assert.equal(await statusOf(signUp(shop, { email })), 202);
        const took = performance.now() - start;
        assert.ok(took > 45, `answered after ${took} ms, when the work was done`);
        times[group].push(took);
      };
      for (let at = 0; at < pairs; at += 10) {
        await Promise.all(
          Array.from({ length: 10 }, (_, more) =>
            more % 2
              ? timed('known', 'known@shopper.example').then(() =>
                  timed('fresh', `f${at + more}@shopper.example`),
                )
              : timed('fresh', `f${at + more}@shopper.example`).then(() =>
                  timed('known', 'known@shopper.example'),
                ),
          ),
        );
      }
      const [known, fresh] = Object.values(times).map(statsOf);
      const t = Math.abs(known.mean - fresh.mean) / Math.sqrt((known.variance + fresh.variance) / pairs);
      if (process.env.BO_LONG) console.log(`${system}: ${pairs} pairs, t = ${t.toFixed(2)}`, known, fresh);
      assert.ok(t < 4, `t = ${t}, ${known.mean} ms and ${fresh.mean} ms`);
    },
    { settings: { CONFIRM_MAILS_PER_DAY: '100000', SIGN_UPS_PER_CLIENT: '100000' } },
  );

  test('P15 P16 no address, token, key or query gets into the log or an answer, also when things fail', async (shop) => {
    await signUp(shop, { email: 'canary@shopper.example', page: '/x?canary-query' }, { key: 'canary-key-1' });
    await work(shop);
    const [mail] = await sentBy(shop);
    const token = /token=([\w-]+)/.exec(mail.mail.text)[1];
    await shop.ask('GET', `/v1/sign-ups/confirm?token=${token}`, { as: '' });
    await shop.ask('GET', '/v1/sign-ups/confirm?token=canary-token', { as: '' });
    await shop.ask('POST', '/v1/people/export', { body: { address: 'canary@shopper.example' } });
    await shop.database.db.schema.dropTable('mail_counts').execute();
    const failed = await signUp(shop, { email: 'canary2@shopper.example' });
    assert.equal(failed.status, 500);
    const all = shop.lines.join('') + failed.text + (await shop.ask('GET', '/metrics')).text;
    assert.doesNotMatch(all, /canary|shopper\.example|203\.0\.113/);
    assert.ok(!all.includes(token));
    assert.match(all, /"route":"\/v1\/sign-ups"/);
  });
});

function statsOf(values) {
  const mean = values.reduce((sum, it) => sum + it, 0) / values.length;
  const variance = values.reduce((sum, it) => sum + (it - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance };
}
