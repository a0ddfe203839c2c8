import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { transaction } from '../../dist/endpoint/database/transaction.js';
import { createKey } from '../../dist/endpoint/entry.js';
import { enqueue } from '../../dist/endpoint/restock/enqueue.js';
import { markConverted } from '../../dist/endpoint/restock/mark-converted.js';
import { OUTBOX_JOB } from '../../dist/endpoint/restock/outbox-job.js';
import { WAVES_JOB } from '../../dist/endpoint/restock/waves-job.js';
import { findPerson } from '../../dist/endpoint/sign-ups/person.js';
import { isPrivateAddress } from '../../dist/endpoint/restock/private-address.js';
import { guardedPost } from '../../dist/endpoint/restock/guarded-post.js';
import {
  confirmed,
  inBoth,
  receiver,
  rowsOf,
  sentBy,
  signUp,
  smtpServer,
  stock,
  withShop,
  work,
} from '../support/people.mjs';

const MINUTE = 60_000;
const person = (at) => ({ email: `p${String(at).padStart(3, '0')}@shopper.example` });
const people = (count) => Array.from({ length: count }, (_, at) => person(at));
const names = (messages) => messages.map((it) => /p\d+/.exec(it.to ?? it.to?.[0] ?? JSON.stringify(it))[0]);
const SECRET = `whsec_${randomBytes(24).toString('base64')}`;

inBoth(describe, 'stock that returns', (system) => {
  const test = (title, run, options) => it(title, withShop(system, run, options));
  // What reads no rows in a way of its own is tried with one of the two.
  const once = system === 'sqlite' ? test : () => {};
  const outbox = async (shop, state) =>
    (await rowsOf(shop, 'outbox')).filter((it) => !state || it.state === state);

  test('those who asked are told in turn, in waves of twice what there is, each once', async (shop) => {
    await confirmed(shop, ...people(9));
    await stock(shop, { received: 2 });
    await work(shop);
    assert.deepEqual(names(await sentBy(shop)), ['p000', 'p001', 'p002', 'p003']);
    await work(shop);
    assert.equal((await sentBy(shop)).length, 4, 'the next wave has its time');
    shop.time.now += 30 * MINUTE;
    await work(shop);
    assert.deepEqual(names(await sentBy(shop)).slice(4), ['p004', 'p005', 'p006', 'p007']);
    shop.time.now += 30 * MINUTE;
    await work(shop);
    // Who confirms late is told as long as there is some.
    await confirmed(shop, person(20));
    shop.time.now += 30 * MINUTE;
    await work(shop);
    const told = names(await sentBy(shop));
    assert.equal(new Set(told).size, 10);
    assert.equal(told.length, 10);
    assert.deepEqual([...new Set((await rowsOf(shop, 'sign_ups')).map((it) => it.state))], ['told']);
    const [row] = (await rowsOf(shop, 'demand')).filter((it) => it.kind === 'told');
    assert.equal(Number(row.events), 10);
  });

  test(
    'E40 many wait for five pieces: waves of the size that is set, and nobody is written to once the pieces are gone',
    async (shop) => {
      const count = process.env.BO_LONG ? 10_000 : 300;
      const template = {
        product: 'table',
        variant: '',
        any_variant: 1,
        channel: 'email',
        quantity: 1,
        language: 'en',
      };
      for (let at = 0; at < count; at += 100) {
        const rows = Array.from({ length: 100 }, (_, more) => {
          const address = `w${String(at + more).padStart(5, '0')}@shopper.example`;
          return {
            ...template,
            id: address,
            address,
            address_hash: address,
            state: 'active',
            created_at: shop.time.now,
          };
        });
        await shop.database.db.insertInto('sign_ups').values(rows).execute();
      }
      await stock(shop, { received: 5 });
      await work(shop);
      assert.equal((await sentBy(shop)).length, 20);
      shop.time.now += 10 * MINUTE;
      await stock(shop, { onHand: 0, at: shop.time.now });
      await work(shop);
      assert.equal((await outbox(shop)).length, 20);
      assert.equal((await rowsOf(shop, 'restocks'))[0].state, 'done');
      assert.equal((await rowsOf(shop, 'sign_ups')).filter((it) => it.state === 'active').length, count - 20);
    },
    { settings: { WAVE_SIZE: '20', WAVE_MINUTES: '10' } },
  );

  test('E40 pieces that go between the wave and the sending: the mail is dropped, the person waits on and is told later', async (shop) => {
    await confirmed(shop, person(1), person(2));
    await stock(shop, { received: 5 });
    await WAVES_JOB.run(shop.parts);
    assert.equal((await outbox(shop, 'queued')).length, 2);
    shop.time.now += 1000;
    await stock(shop, { onHand: 0, at: shop.time.now });
    await work(shop);
    assert.deepEqual(
      (await outbox(shop)).map((it) => [it.state, it.last_problem]),
      [
        ['dropped', 'stock-gone'],
        ['dropped', 'stock-gone'],
      ],
    );
    shop.time.now += 1000;
    await stock(shop, { onHand: 3, at: shop.time.now });
    await work(shop);
    assert.deepEqual(names(await sentBy(shop)), ['p001', 'p002']);
  });

  test('E40 pieces that are held and given back while nobody has told of stock: who was not written to is told then', async (shop) => {
    await confirmed(shop, person(1));
    await stock(shop, { received: 5 });
    await WAVES_JOB.run(shop.parts);
    const hold = (shelf_held) => shop.database.db.updateTable('items').set({ shelf_held }).execute();
    await hold(5);
    await OUTBOX_JOB.run(shop.parts);
    assert.deepEqual(
      (await outbox(shop)).map((it) => it.state),
      ['dropped'],
    );
    await hold(4);
    shop.time.now += 30 * MINUTE;
    await work(shop);
    assert.deepEqual(names(await sentBy(shop)), ['p001']);
  });

  test('a mail that is no longer called for is not sent: confirmed or told by another way, or left', async (shop) => {
    for (const at of [1, 2, 3]) await signUp(shop, person(at));
    const { db } = shop.database;
    const rows = await rowsOf(shop, 'sign_ups');
    for (const [at, state] of ['active', 'told', 'left'].entries()) {
      const address = state === 'left' ? null : rows[at].address;
      await db
        .updateTable('sign_ups')
        .set({ state, address, told_at: 1 })
        .where('id', '=', rows[at].id)
        .execute();
    }
    await OUTBOX_JOB.run(shop.parts);
    assert.deepEqual(
      (await outbox(shop)).map((it) => [it.state, it.last_problem]),
      [
        ['dropped', 'is-active'],
        ['dropped', 'is-told'],
        ['dropped', 'left'],
      ],
    );
  });

  test('E39 0, 5, 0, 5 within a second, told twice and out of order: each person gets one mail', async (shop) => {
    await confirmed(shop, ...people(6));
    const start = shop.time.now;
    for (const [onHand, ms] of [
      [5, 0],
      [5, 0],
      [0, 300],
      [5, 100],
      [5, 600],
      [0, 300],
      [5, 900],
    ]) {
      shop.time.now = start + 1000;
      await stock(shop, { onHand, at: start + ms });
    }
    await Promise.all([work(shop), work(shop), work(shop)]);
    for (let times = 0; times < 3; times += 1) {
      shop.time.now += 30 * MINUTE;
      await work(shop);
    }
    assert.deepEqual(
      names(await sentBy(shop)).sort(),
      people(6).map(({ email }) => email.slice(0, 4)),
    );
  });

  test('a variant that returns is news for those who want it, or any of its product, and for nobody else', async (shop) => {
    const counts = {
      shelf_held: 0,
      shelf_sold: 0,
      beyond_held: 0,
      beyond_sold: 0,
      version: 1,
      updated_at: 1,
    };
    for (const variant of ['', 'red', 'blue']) {
      const row = {
        product: 'chair',
        variant,
        title: variant || 'Chair',
        fields: '{}',
        on_hand: 0,
        backorder_limit: 0,
      };
      await shop.database.db
        .insertInto('items')
        .values({ ...row, ...counts })
        .execute();
    }
    const chair = { product: 'chair' };
    await confirmed(
      shop,
      { ...person(1), ...chair, variant: 'red' },
      { ...person(2), ...chair, variant: 'blue' },
      { ...person(3), ...chair },
      { ...person(4), ...chair, variant: 'blue', anyVariant: true },
    );
    await stock(shop, { received: 9 }, { product: 'chair', variant: 'red' });
    await work(shop);
    const sent = await sentBy(shop);
    assert.deepEqual(names(sent), ['p001', 'p003', 'p004']);
    assert.equal(sent[1].mail.subject, 'Available again: Chair – red');
  });

  test('what somebody hears of two products comes in order, also when the first has to be tried again', async (shop) => {
    const server = await smtpServer((command, line, count) =>
      command === 'RCPT' && shop.failing && count === 0 ? '451 later' : undefined,
    );
    Object.defineProperty(shop.parts, 'settings', {
      value: {
        ...shop.parts.settings,
        SMTP_URL: server.url,
        MAIL_FROM: { name: '', address: 'a@shop.example' },
      },
    });
    try {
      await confirmed(shop, person(1), { ...person(1), product: 'lamp' });
      await shop.database.db.updateTable('items').set({ on_hand: 4 }).execute();
      const rows = await rowsOf(shop, 'sign_ups');
      await transaction(shop.database, async (tx) => {
        for (const { id, address_hash: lane } of rows) {
          const payload = { product: 'table', variant: '' };
          const message = { kind: 'restock', target: 'smtp', signUp: id, lane, dedupe: id, payload };
          assert.equal(await enqueue(tx, shop.time.now, message), true);
          assert.equal(await enqueue(tx, shop.time.now, message), false, 'the same again is not heard');
        }
      });
      shop.failing = true;
      await work(shop);
      assert.equal(server.mails.length, 0);
      assert.deepEqual(
        (await outbox(shop)).map((it) => [it.state, Number(it.attempts)]),
        [
          ['queued', 1],
          ['queued', 0],
        ],
      );
      shop.failing = false;
      shop.time.now += 2 * MINUTE;
      await work(shop);
      assert.equal(server.mails.length, 2);
      assert.deepEqual(
        (await outbox(shop)).map((it) => it.state),
        ['sent', 'sent'],
      );
      assert.ok((await outbox(shop))[0].sent_at <= (await outbox(shop))[1].sent_at);
    } finally {
      await server.close();
    }
  });

  const private_ = { RESTOCK_WEBHOOK_SECRET: SECRET, RESTOCK_WEBHOOK_PRIVATE: 'allow' };
  const withWebhook = (title, answer, run, settings = {}) =>
    it(title, async () => {
      const server = await receiver((count, body) => answer(count, body));
      const RESTOCK_WEBHOOK_URL = `${server.url}/hook?x=1`;
      try {
        await withShop(system, (shop) => run(shop, server), {
          settings: { ...private_, RESTOCK_WEBHOOK_URL, ...settings },
        })();
      } finally {
        await server.close();
      }
    });

  withWebhook(
    'E41 webhooks are signed; 429 waits as long as it says, errors and lost answers are tried again under the same id',
    (count) =>
      [
        { status: 429, headers: { 'retry-after': '600' } },
        { status: 500 },
        { hangUp: true },
        { status: 302, headers: { location: '/other' } },
      ][count - 1] ?? { status: 204 },
    async (shop, { requests }) => {
      await confirmed(shop, { ...person(1), quantity: 2, language: 'fr' });
      await stock(shop, { received: 5 });
      await work(shop);
      assert.equal(requests.length, 1);
      const [queued] = await outbox(shop);
      assert.equal(queued.last_problem, 'status-429');
      assert.ok(queued.next_at >= shop.time.now + 600_000);
      for (let times = 0; times < 6; times += 1) {
        shop.time.now += 60 * MINUTE;
        await work(shop);
      }
      assert.equal(requests.length, 5);
      assert.equal(new Set(requests.map((it) => it.headers['webhook-id'])).size, 1);
      const last = requests.at(-1);
      const age = Math.floor(Date.now() / 1000) - Number(last.headers['webhook-timestamp']);
      const verifier = new Webhook(SECRET);
      const signed = verifier.sign(
        last.headers['webhook-id'],
        new Date(Number(last.headers['webhook-timestamp']) * 1000),
        last.body,
      );
      assert.equal(last.headers['webhook-signature'], signed);
      if (Math.abs(age) < 200) verifier.verify(last.body, last.headers);
      const { type, data } = JSON.parse(last.body);
      assert.equal(type, 'restock.available');
      assert.equal(data.email, 'p001@shopper.example');
      assert.deepEqual(
        [data.product, data.quantity, data.language, data.price, data.currency],
        ['table', 2, 'fr', 12_900, 'EUR'],
      );
      assert.match(data.leaveUrl, /^https:\/\/stock\.shop\.example\/v1\/sign-ups\/leave\?token=/);
      assert.deepEqual(
        (await rowsOf(shop, 'sign_ups')).map((it) => it.state),
        ['told'],
      );
    },
  );

  withWebhook(
    'E41 what can never be delivered is put aside where a person sees it, and can be tried again',
    (_, body) => (body.includes('p001') ? { status: 400 } : { status: 503 }),
    async (shop, { requests }) => {
      await confirmed(shop, person(1), person(2));
      await stock(shop, { received: 5 });
      for (let times = 0; times < 30; times += 1) {
        await work(shop);
        shop.time.now += 10 * 60 * MINUTE;
      }
      const dead = await shop.ask('GET', '/v1/outbox?state=dead');
      assert.deepEqual(
        dead.json.messages.map((it) => [it.attempts, it.problem]),
        [
          [12, 'status-503'],
          [1, 'status-400'],
        ],
      );
      assert.equal(requests.length, 13);
      assert.match((await shop.ask('GET', '/metrics')).text, /backorder_outbox\{state="dead"\} 2/);
      assert.ok(shop.lines.some((line) => line.includes('message-dead')));
      const { id } = dead.json.messages[1];
      assert.equal((await shop.ask('POST', `/v1/outbox/${id}/again`)).status, 200);
      assert.equal((await shop.ask('POST', `/v1/outbox/${id}/again`)).status, 404);
      await work(shop);
      assert.equal(requests.length, 14);
    },
  );

  withWebhook(
    'E54 a webhook address in a private network is refused unless that is allowed; nothing is sent',
    () => ({ status: 200 }),
    async (shop, { requests }) => {
      await confirmed(shop, person(1));
      await stock(shop, { received: 5 });
      await work(shop);
      assert.equal(requests.length, 0);
      assert.deepEqual(
        (await outbox(shop)).map((it) => [it.state, it.last_problem]),
        [['dead', 'webhook-private-address']],
      );
    },
    { RESTOCK_WEBHOOK_PRIVATE: 'refuse' },
  );

  it('E41 Klaviyo gets events by the private key, each with an id of its own that stays', async () => {
    const server = await receiver((count) =>
      count === 1 ? { status: 429, headers: { 'retry-after': '5' } } : { status: 202 },
    );
    const settings = { KLAVIYO_PRIVATE_KEY: 'pk_test_canary', KLAVIYO_URL: server.url };
    try {
      await withShop(
        system,
        async (shop) => {
          await confirmed(shop, person(1), { channel: 'sms', phone: '+49 30 1234567', email: undefined });
          await stock(shop, { received: 5 });
          for (let times = 0; times < 3; times += 1) {
            await work(shop);
            shop.time.now += 5 * MINUTE;
          }
          const events = server.requests.map(({ body }) => JSON.parse(body).data.attributes);
          assert.equal(events.length, 3);
          assert.equal(new Set(events.map((it) => it.unique_id)).size, 2);
          const [first] = server.requests;
          assert.equal(first.url, '/api/events');
          assert.equal(first.headers.authorization, 'Klaviyo-API-Key pk_test_canary');
          assert.match(first.headers.revision, /^\d{4}-\d\d-\d\d$/);
          const profiles = events.map((it) => JSON.stringify(it.profile.data.attributes));
          assert.deepEqual(
            new Set(profiles),
            new Set(['{"email":"p001@shopper.example"}', '{"phone_number":"+49301234567"}']),
          );
          assert.equal(events[0].metric.data.attributes.name, 'Backorder item available');
          assert.equal(events[0].properties.url, 'https://shop.example/products/oak-table');
          assert.ok(!shop.lines.join('').includes('canary'));
        },
        { settings, fetch: (...args) => fetch(...args) },
      )();
    } finally {
      await server.close();
    }
  });

  test('an order of somebody who was told counts once as led there by it', async (shop) => {
    await confirmed(shop, { ...person(1), quantity: 2 }, person(2));
    await stock(shop, { received: 5 });
    await work(shop);
    const { hash } = await findPerson(shop.parts, person(1).email);
    const order = () =>
      transaction(shop.database, (tx) =>
        markConverted(
          tx,
          shop.time.now,
          { product: 'table', variant: '' },
          { buyer: hash, placedAt: shop.time.now },
        ),
      );
    assert.deepEqual([await order(), await order()], [1, 0]);
    assert.deepEqual(
      (await rowsOf(shop, 'sign_ups')).map((it) => it.state),
      ['converted', 'told'],
    );
    const [row] = (await rowsOf(shop, 'demand')).filter((it) => it.kind === 'converted');
    assert.deepEqual([Number(row.events), Number(row.pieces)], [1, 2]);
  });

  once('GET /v1/outbox tells addresses, and secrets of links, only to who may see persons', async (shop) => {
    await confirmed(shop, person(1));
    await stock(shop, { received: 5 });
    await work(shop);
    const { key } = await createKey(shop.parts, 'look', ['outbox:read']);
    const seen = await shop.ask('GET', '/v1/outbox', { as: key });
    assert.equal(seen.json.messages.length, 1);
    assert.match(seen.json.messages[0].mail.text, /Oak table/);
    assert.doesNotMatch(seen.text, /p001|token=[\w-]/);
    assert.equal((await shop.ask('POST', '/v1/outbox/x/again', { as: key })).status, 403);
    assert.equal((await shop.ask('GET', '/v1/outbox', { as: '' })).status, 401);
  });
});

describe('addresses of private networks', () => {
  it('E54 are known in every way to write them', () => {
    for (const address of [
      '127.0.0.1',
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
      '::1',
      '::',
      'fe80::1',
      'fc00::1',
      'fd12::1',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001:db8::1',
      'ff02::1',
      'localhost',
      '',
    ]) {
      assert.equal(isPrivateAddress(address), true, address);
    }
    for (const address of ['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:2800:220:1::1', '2a00:1450::1']) {
      assert.equal(isPrivateAddress(address), false, address);
    }
  });

  it('E54 are refused as numbers, as names that lead there, and without TLS', async () => {
    const server = await receiver();
    const port = new URL(server.url).port;
    try {
      for (const address of [
        `https://127.0.0.1:${port}/`,
        `https://2130706433:${port}/`,
        `https://0x7f.1:${port}/`,
        `https://[::ffff:127.0.0.1]:${port}/`,
        `https://localhost:${port}/`,
        `http://93.184.216.34/`,
      ]) {
        await assert.rejects(guardedPost(address, {}, '{}', false), { name: 'PrivateAddressError' }, address);
      }
      assert.equal(server.requests.length, 0);
      assert.equal((await guardedPost(server.url, {}, '{}', true)).status, 202);
    } finally {
      await server.close();
    }
  });
});
