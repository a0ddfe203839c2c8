import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ClientLimit } from '../../dist/endpoint/sign-ups/client-limit.js';
import { clientPrefix } from '../../dist/endpoint/sign-ups/client-prefix.js';
import { inBoth, linkIn, press, rowsOf, sentBy, signUp, withShop, work } from '../support/people.mjs';

const DAY = 86_400_000;

inBoth(describe, 'limits of sign-ups', (system) => {
  const test = (title, run, options) => it(title, withShop(system, run, options));
  // What reads no rows in a way of its own is tried with one of the two.
  const once = system === 'sqlite' ? test : () => {};
  const bomb = (shop, count) =>
    Promise.all(
      Array.from({ length: count }, (_, at) =>
        signUp(
          shop,
          {
            email: `vic${at % 2 ? '.' : ''}tim+${at}@${at % 3 ? 'gmail.com' : 'GoogleMail.com'}`,
            product: `p${at % 50}`,
          },
          { from: `198.18.${Math.floor(at / 250)}.${at % 250}` },
        ),
      ),
    );

  test('E34 one mailbox gets three confirmation mails a day, whoever asks for whatever in its name', async (shop) => {
    const replies = await bomb(shop, process.env.BO_LONG ? 1000 : 120);
    assert.deepEqual([...new Set(replies.map((it) => it.status))], [202]);
    await work(shop);
    assert.equal((await sentBy(shop)).length, 3);
    // The next day one more, for what was asked since; it leads to a page that confirms all of it.
    shop.time.now += DAY;
    await work(shop);
    const mails = await sentBy(shop);
    assert.equal(mails.length, 4);
    await press(shop, linkIn(mails[3].mail, 'confirm'));
    const left = (await rowsOf(shop, 'sign_ups')).filter((it) => it.state === 'pending');
    assert.equal(left.length, 0, 'no wish is lost by the limit');
  });

  test('E34 other domains: dots and tags count as one mailbox for the limit, but as persons of their own', async (shop) => {
    for (const email of ['a.b@x.example', 'ab@x.example', 'ab+1@x.example', 'AB+2@X.example'])
      await signUp(shop, { email });
    await work(shop);
    assert.equal((await rowsOf(shop, 'sign_ups')).length, 4);
    assert.equal((await sentBy(shop)).length, 3);
  });

  test(
    'E35 masses of made-up addresses: the shop sends so many mails a day, says so in its log, and still says thanks',
    async (shop) => {
      const count = process.env.BO_LONG ? 100_000 : 60;
      const seen = new Set();
      // More at a time than this machine can take would be told to come again: that is another case.
      for (let first = 0; first < count; first += 100) {
        const some = Array.from({ length: Math.min(100, count - first) }, (_, nth) => first + nth);
        const replies = await Promise.all(
          some.map((at) =>
            signUp(
              shop,
              { email: `x${at}@junk${at % 7}.example` },
              { from: `10.${at % 250}.${Math.floor(at / 250)}.9` },
            ),
          ),
        );
        for (const { status, json } of replies) seen.add(`${status} ${json.status}`);
      }
      assert.deepEqual([...seen], ['202 pending']);
      await work(shop);
      assert.equal((await sentBy(shop)).length, 20);
      assert.ok(shop.lines.some((line) => line.includes('mail-budget-spent')));
      shop.time.now += DAY;
      await work(shop);
      assert.equal((await sentBy(shop)).length, 40);
    },
    { settings: { CONFIRM_MAILS_PER_DAY: '20' } },
  );

  once(
    'E33 a client has so many tries; an IPv6 network of 64 bits is one client; the same again costs nothing',
    async (shop) => {
      const from = (at) => `2001:db8:1:2:${at.toString(16)}::${at.toString(16)}`;
      const statuses = [];
      for (let at = 0; at < 8; at += 1) {
        statuses.push((await signUp(shop, { email: `v${at}@shopper.example` }, { from: from(at) })).status);
      }
      assert.deepEqual(statuses, [202, 202, 202, 202, 202, 429, 429, 429]);
      const refused = await signUp(shop, { email: 'v9@shopper.example' }, { from: from(9) });
      assert.ok(Number(refused.headers.get('retry-after')) > 0);
      assert.equal((await signUp(shop, { email: 'v4@shopper.example' }, { from: from(4) })).status, 202);
      assert.equal(
        (await signUp(shop, { email: 'w@shopper.example' }, { from: '2001:db8:1:3::1' })).status,
        202,
      );
      shop.time.now += 10 * 60_000;
      assert.equal((await signUp(shop, { email: 'v9@shopper.example' }, { from: from(9) })).status, 202);
    },
    { settings: { SIGN_UPS_PER_CLIENT: '5' } },
  );

  const asked = [];
  const service = async (url, { body, signal }) => {
    asked.push({ url, body: String(body) });
    const token = body.get('response');
    if (token === 'down') return new Response('', { status: 502 });
    if (token === 'hangs')
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const used = asked.filter((it) => it.body.includes(`response=${token}`)).length > 1;
    return Response.json({ success: token === 'good' && !used });
  };
  const challenge = { CHALLENGE: 'turnstile', CHALLENGE_SECRET: 'secret-of-ours' };

  once(
    'E38 with a challenge: no token, a used, expired, or endless one is refused; a retry with the same key is not asked twice',
    async (shop) => {
      asked.length = 0;
      const codeOf = async (token, options) => {
        const { status, json } = await signUp(shop, token === undefined ? {} : { challenge: token }, options);
        return status === 202 ? 202 : json.code;
      };
      assert.equal(await codeOf(undefined), 'challenge-needed');
      assert.equal(await codeOf('x'.repeat(3_000)), 'challenge-failed');
      assert.equal(asked.length, 0);
      assert.equal(await codeOf('expired'), 'challenge-failed');
      assert.equal(await codeOf('good', { key: 'intent-good' }), 202);
      assert.equal(await codeOf('good', { key: 'intent-good' }), 202);
      assert.equal(asked.length, 2);
      assert.equal(await codeOf('good'), 'challenge-failed');
      assert.equal(await codeOf('down'), 'challenge-down');
      assert.match(asked[0].url, /^https:\/\/challenges\.cloudflare\.com\//);
      assert.doesNotMatch(asked[0].body, /remoteip|shopper/);
      assert.ok(!shop.lines.join('').includes('secret-of-ours'));
    },
    { settings: challenge, fetch: service },
  );

  once(
    'E38 while the challenge cannot be asked, a shop may take sign-ups, fewer from each client',
    async (shop) => {
      const statuses = [];
      for (let at = 0; at < 4; at += 1) {
        statuses.push((await signUp(shop, { email: `d${at}@shopper.example`, challenge: 'down' })).status);
      }
      assert.deepEqual(statuses, [202, 202, 429, 429]);
    },
    { settings: { ...challenge, CHALLENGE_WHEN_DOWN: 'allow', SIGN_UPS_PER_CLIENT: '20' }, fetch: service },
  );

  once(
    'S18 a filled honeypot loses no shopper: it asks for a confirmation where the shop asks for none',
    async (shop) => {
      assert.equal((await signUp(shop, { email: 'plain@shopper.example' })).json.status, 'active');
      const { status, json } = await signUp(shop, { referral: 'https://spam.example' });
      assert.deepEqual([status, json.status], [202, 'pending']);
      await work(shop);
      assert.deepEqual(
        (await sentBy(shop)).map((it) => [it.kind, it.to]),
        [['confirm', 'jo@shopper.example']],
      );
    },
    { settings: { DOUBLE_OPT_IN: 'never' } },
  );

  const form = (shop, fields, headers = {}) =>
    shop.ask('POST', '/v1/sign-ups', {
      as: '',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://shop.example',
        ...headers,
      },
      body: String(new URLSearchParams(fields)),
    });

  once(
    'a plain form without script signs up, sent twice once, and is answered with a page in its language',
    async (shop) => {
      const fields = {
        email: 'jo@shopper.example',
        product: 'table',
        language: 'de',
        page: '/products/oak',
        quantity: '2',
      };
      const more = { 'marketing.agreed': 'on', 'marketing.wording': 'm-1', variant: '' };
      for (let times = 0; times < 2; times += 1) {
        const { status, text, headers } = await form(shop, { ...fields, ...more });
        assert.equal(status, 202);
        assert.match(headers.get('content-type'), /text\/html/);
        assert.match(text, /<html lang="de"/);
        assert.match(text, /href="https:\/\/shop\.example\/products\/oak"/);
        assert.doesNotMatch(text, /jo@/);
      }
      const [row, ...others] = await rowsOf(shop, 'sign_ups');
      assert.equal(others.length, 0);
      assert.deepEqual([Number(row.quantity), row.marketing_wording], [2, 'm-1']);
      const wrong = await form(shop, { ...fields, email: 'jo' }, { 'accept-language': 'fr;q=0.9' });
      assert.equal(wrong.status, 400);
      assert.match(wrong.text, /<html lang="fr"/);
      assert.equal((await form(shop, fields, { origin: 'https://evil.example' })).status, 403);
    },
  );
});

describe('clients', () => {
  it('E33 are told by IPv4 address, or by the first 64 bits of an IPv6 address however it is written', () => {
    const same = [
      '2001:db8:0:1::5',
      '2001:DB8:0:1:ffff::',
      '2001:db8::1:0:0:0:9',
      '2001:0db8:0000:0001:1:2:3:4',
    ];
    assert.deepEqual([...new Set(same.map(clientPrefix))], ['2001:db8:0:1::/64']);
    assert.equal(clientPrefix('::1'), '0:0:0:0::/64');
    assert.equal(clientPrefix('fe80::1%eth0'), 'fe80:0:0:0::/64');
    assert.equal(clientPrefix('203.0.113.7'), '203.0.113.7');
  });

  it('E33 are remembered up to a number, the longest silent forgotten first', () => {
    const limit = new ClientLimit(1, 60_000);
    for (let at = 0; at < 20_000; at += 1)
      limit.take(`2001:db8:${(at >> 8).toString(16)}:${(at & 255).toString(16)}::1`, `${at}`, 0);
    assert.equal(limit.size, 10_000);
    assert.ok(limit.take('2001:db8:4e:1f::2', 'other', 0) > 0);
    assert.equal(limit.take('2001:db8:0:0::2', 'other', 0), undefined);
  });
});
