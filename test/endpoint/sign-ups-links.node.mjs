import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { createKey } from '../../dist/endpoint/entry.js';
import {
  confirmed,
  inBoth,
  linkIn,
  press,
  rowsOf,
  sentBy,
  signUp,
  stock,
  withShop,
  work,
} from '../support/people.mjs';

const HOUR = 3_600_000;

inBoth(describe, 'links of mails', (system) => {
  const test = (title, run, options) => it(title, withShop(system, run, options));
  // What reads no rows in a way of its own is tried with one of the two.
  const once = system === 'sqlite' ? test : () => {};
  const mailTo = async (shop, body) => {
    await signUp(shop, body);
    await work(shop);
    return (await sentBy(shop)).at(-1).mail;
  };
  const statesOf = async (shop) => (await rowsOf(shop, 'sign_ups')).map((it) => it.state);
  const open = (shop, link, options = {}) => shop.ask('GET', link, { as: '', ...options });

  test('P10 programs that open every link change nothing; the button does', async (shop) => {
    const mail = await mailTo(shop);
    for (const [purpose, before, after] of [
      ['confirm', 'pending', 'active'],
      ['leave', 'active', 'left'],
    ]) {
      const link = linkIn(mail, purpose);
      for (const headers of [{}, { purpose: 'prefetch', 'sec-purpose': 'prefetch' }]) {
        assert.equal((await open(shop, link, { headers })).status, 200);
      }
      assert.equal((await shop.ask('HEAD', link, { as: '' })).status, 200);
      assert.deepEqual(await statesOf(shop), [before]);
      assert.equal((await press(shop, link)).status, 200);
      assert.deepEqual(await statesOf(shop), [after]);
    }
    const [row] = await rowsOf(shop, 'sign_ups');
    assert.equal(row.confirmed_at, shop.time.now);
    assert.equal(row.address, null, 'who has left is forgotten');
    const demand = await rowsOf(shop, 'demand');
    assert.deepEqual(demand.map((it) => it.kind).sort(), ['asked', 'left']);
  });

  once('P11 one-click leaving: a POST to the link without cookie or key, again and again', async (shop) => {
    const mail = await mailTo(shop);
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=b']) {
      const body = type.startsWith('m')
        ? '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'
        : 'List-Unsubscribe=One-Click';
      const reply = await shop.ask('POST', linkIn(mail, 'leave'), {
        as: '',
        headers: { 'content-type': type },
        body,
      });
      assert.equal(reply.status, 200);
      assert.equal(reply.headers.get('set-cookie'), null);
      assert.deepEqual(await statesOf(shop), ['left']);
    }
  });

  test('leaving every list: nobody can have this person written to again, and sign-ups are answered as ever', async (shop) => {
    await confirmed(shop, {}, { product: 'chair' });
    const mail = await mailTo(shop, { product: 'lamp' });
    const left = await press(shop, linkIn(mail, 'leave'));
    assert.match(left.text, /name="all"/);
    await press(shop, linkIn(mail, 'leave'), { all: '1' });
    assert.deepEqual(await statesOf(shop), ['left', 'left', 'left']);
    const before = (await sentBy(shop)).length;
    assert.equal((await signUp(shop, { product: 'desk' })).status, 202);
    await stock(shop, { received: 5 });
    await work(shop);
    assert.equal((await sentBy(shop)).length, before);
    const allowed = await shop.ask('POST', '/v1/people/allow', { body: { address: 'jo@shopper.example' } });
    assert.deepEqual(allowed.json, { allowed: true });
    shop.time.now += 24 * HOUR;
    await signUp(shop, { product: 'sofa' });
    await work(shop);
    assert.equal((await sentBy(shop)).length, before + 1);
  });

  test('P12 secrets have 256 bits, stand in no table, do one thing, and end after 48 hours', async (shop) => {
    const mail = await mailTo(shop);
    // Captured mails are the one place where a whole mail is kept.
    await shop.database.db.deleteFrom('outbox').execute();
    const dump = JSON.stringify(
      await Promise.all(
        ['sign_ups', 'links', 'idempotency', 'audit', 'mail_counts'].map((it) => rowsOf(shop, it)),
      ),
    );
    for (const purpose of ['confirm', 'leave']) {
      const token = new URL(linkIn(mail, purpose), 'https://x.example').searchParams.get('token');
      assert.ok(Buffer.from(token, 'base64url').length >= 32);
      assert.ok(!dump.includes(token));
      assert.doesNotMatch(linkIn(mail, purpose), /jo|shopper|%40/);
      const other = purpose === 'confirm' ? 'leave' : 'confirm';
      assert.equal((await press(shop, linkIn(mail, purpose).replace(purpose, other))).status, 404);
    }
    assert.deepEqual(await statesOf(shop), ['pending']);
    shop.time.now += 48 * HOUR;
    assert.equal((await press(shop, linkIn(mail, 'confirm'))).status, 404);
    assert.deepEqual(await statesOf(shop), ['pending']);
  });

  test('P13 wrong, expired, used and malformed secrets are answered alike, and guessing is slowed down', async (shop) => {
    const used = linkIn(await mailTo(shop), 'confirm');
    await press(shop, used);
    const expired = linkIn(await mailTo(shop, { email: 'late@shopper.example' }), 'confirm');
    shop.time.now += 49 * HOUR;
    const base = '/v1/sign-ups/confirm?token=';
    const answers = new Set();
    const from = (at) => `198.51.100.${at}`;
    const wrong = [
      used,
      expired,
      base + randomBytes(32).toString('base64url'),
      base,
      `${base}${'x'.repeat(5000)}`,
      `${base}%00'`,
    ];
    for (const [at, link] of wrong.entries()) {
      for (const { status, text, headers } of [
        await open(shop, link, { from: from(at) }),
        await press(shop, link),
      ]) {
        answers.add(JSON.stringify([status, text, [...headers.keys()]]));
      }
    }
    assert.equal(answers.size, 1);
    assert.equal(JSON.parse([...answers][0])[0], 404);
    const tries = process.env.BO_LONG ? 1_000_000 : 300;
    const count = { 404: 0, 429: 0, 200: 0 };
    for (let at = 0; at < tries; at += 1) {
      const { status } = await open(shop, base + randomBytes(32).toString('base64url'), {
        from: '192.0.2.1',
      });
      count[status] += 1;
    }
    assert.deepEqual(count, { 404: 60, 429: tries - 60, 200: 0 });
    // Who shares the address with a guesser can still use a good link.
    const good = linkIn(await mailTo(shop, { email: 'good@shopper.example' }), 'confirm');
    assert.equal((await open(shop, good, { from: '192.0.2.1' })).status, 200);
  });

  once(
    'P21 pages keep their secret: no referrer, no index, nothing from elsewhere, in the language of the sign-up',
    async (shop) => {
      const { db } = shop.database;
      await db.updateTable('items').set({ title: '<img src=x onerror=alert(1)> "Tisch"' }).execute();
      const mail = await mailTo(shop, { language: 'de-AT' });
      const shown = [
        await open(shop, linkIn(mail, 'confirm')),
        await press(shop, linkIn(mail, 'confirm')),
        await open(shop, linkIn(mail, 'leave')),
      ];
      shown.push(await press(shop, linkIn(mail, 'leave')), await press(shop, linkIn(mail, 'confirm')));
      for (const [at, { headers, text }] of shown.entries()) {
        assert.equal(headers.get('referrer-policy'), 'no-referrer');
        assert.match(headers.get('x-robots-tag'), /noindex/);
        assert.match(headers.get('cache-control'), /no-store/);
        const policy = headers.get('content-security-policy');
        assert.match(policy, /default-src 'none'/);
        assert.match(policy, /frame-ancestors 'none'/);
        assert.match(policy, /form-action 'self'/);
        assert.doesNotMatch(policy, /unsafe|\*|https?:/);
        assert.match(text, /history\.replaceState\(null, '', location\.pathname\)/);
        assert.doesNotMatch(
          text.replace(/href="https:\/\/shop\.example\/[^"]*"/, ''),
          /(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?\/\//,
        );
        assert.match(text, at < 4 ? /<html lang="de" dir="ltr">/ : /<html lang="en"/);
        assert.doesNotMatch(text, /<img/);
      }
      assert.match(shown[0].text, /&lt;img src=x onerror=alert\(1\)&gt; &quot;Tisch&quot;/);
    },
  );

  test('P17 all of a person is handed out, and erased: rows, queues, links; a keyed hash keeps others from writing', async (shop) => {
    await mailTo(shop, { email: 'Jo.Canary@gmail.com', quantity: 2, page: '/a' });
    await signUp(shop, { email: 'other@shopper.example' });
    await confirmed(shop, { email: 'jocanary+2@gmail.com', product: 'chair' });
    const ask = (path, body, options) => shop.ask('POST', `/v1/people/${path}`, { body, ...options });
    const told = await ask('export', { address: 'jocanary@gmail.com' });
    assert.equal(told.status, 200);
    assert.deepEqual(
      told.json.signUps.map((it) => [it.address, it.product]),
      [
        ['Jo.Canary@gmail.com', 'table'],
        ['jocanary+2@gmail.com', 'chair'],
      ],
    );
    for (const path of ['export', 'erase', 'allow']) {
      const { key } = await createKey(shop.parts, 'no', ['demand:read', 'outbox:read', 'products:write']);
      assert.equal((await ask(path, { address: 'jo@x.example' }, { as: '' })).status, 401);
      assert.equal((await ask(path, { address: 'jo@x.example' }, { as: key })).status, 403);
      assert.equal((await shop.ask('GET', `/v1/people/${path}?address=jo@x.example`)).status, 404);
      assert.equal((await ask(path, 'address=jo@x.example')).status, 415);
    }
    const erased = await ask('erase', { address: 'jo.canary@googlemail.com' });
    assert.deepEqual(erased.json, { erased: 2 });
    const tables = [
      'sign_ups',
      'links',
      'outbox',
      'idempotency',
      'mail_counts',
      'suppressions',
      'audit',
      'demand',
    ];
    const dump = JSON.stringify(await Promise.all(tables.map((it) => rowsOf(shop, it))));
    assert.doesNotMatch(dump, /canary/i);
    assert.match(dump, /other@shopper\.example/);
    assert.deepEqual((await ask('export', { address: 'jocanary@gmail.com' })).json.signUps, []);
    assert.equal((await signUp(shop, { email: 'jo.canary@gmail.com' })).status, 202);
    await work(shop);
    assert.equal((await rowsOf(shop, 'sign_ups')).length, 1);
  });

  test('P18 kept for so long and no longer: unconfirmed 7 days, told and left 90, keys a day, waiting as long as set', async (shop) => {
    const days = (count) => {
      shop.time.now += count * 24 * HOUR;
      return work(shop);
    };
    await confirmed(
      shop,
      { email: 'told@shopper.example', product: 'chair' },
      { email: 'waits@shopper.example', product: 'lamp' },
    );
    for (const product of ['table', 'desk'])
      await signUp(shop, { email: 'pending@shopper.example', product });
    const { db } = shop.database;
    await db
      .updateTable('sign_ups')
      .set({ state: 'told', told_at: shop.time.now })
      .where('product', '=', 'chair')
      .execute();
    await work(shop);
    const left = async () => (await rowsOf(shop, 'sign_ups')).map((it) => it.product).sort();
    assert.ok((await rowsOf(shop, 'idempotency')).length > 0);
    await days(1.1);
    assert.equal((await rowsOf(shop, 'idempotency')).length, 0);
    await days(5.8);
    assert.deepEqual(await left(), ['chair', 'desk', 'lamp', 'table']);
    await days(0.2);
    assert.deepEqual(await left(), ['chair', 'lamp']);
    await days(30);
    assert.equal((await rowsOf(shop, 'outbox')).length, 0);
    await days(52);
    assert.deepEqual(await left(), ['chair', 'lamp']);
    await days(2);
    assert.deepEqual(await left(), ['lamp']);
    await days(700);
    assert.deepEqual(await left(), []);
    for (const table of ['links', 'mail_counts']) assert.equal((await rowsOf(shop, table)).length, 0, table);
    assert.equal((await rowsOf(shop, 'audit')).length, 0);
  });
});
