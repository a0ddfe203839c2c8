// What may stand in a body, and what must not: E28 to E30 of the cases, and what a parser can be fed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startEndpoint } from '../support/endpoint.mjs';
import { MALFORMED, NOT_UTF8 } from '../support/malformed-json.mjs';

describe('a body', () => {
  let shop;
  const put = (body, type = 'application/json') =>
    shop.ask('PUT', '/v1/products/a', { body, headers: { 'content-type': type } });
  const bytes = async (body, type = 'application/json') => {
    const headers = { authorization: `Bearer ${shop.key}`, 'content-type': type };
    const request = new Request('https://stock.shop.example/v1/products/a', { method: 'PUT', headers, body });
    const reply = await shop.endpoint.fetch(request, '203.0.113.7');
    return { status: reply.status, json: await reply.json() };
  };
  const nothingKept = async () =>
    assert.deepEqual(await shop.database.db.selectFrom('items').selectAll().execute(), []);

  before(async () => {
    shop = await startEndpoint();
  });
  after(() => shop.stop());

  it('E29 that is no JSON is refused with one code, whatever is wrong with it', async () => {
    assert.ok(MALFORMED.length >= 188, `${MALFORMED.length} forms`);
    for (const text of MALFORMED) {
      assert.throws(() => JSON.parse(text), SyntaxError, `this is JSON: ${text}`);
      const {
        status,
        json,
        text: said,
      } = await bytes(text).then((it) => ({ ...it, text: JSON.stringify(it.json) }));
      assert.deepEqual([status, json.code], [400, 'malformed-body'], JSON.stringify(text));
      assert.doesNotMatch(said, /at .*\.[jt]s|Unexpected|position/);
    }
    await nothingKept();
  });

  it('E29 that is no UTF-8 is refused, and not put right', async () => {
    for (const body of NOT_UTF8) assert.equal((await bytes(body)).json.code, 'malformed-body');
    const utf16 = Buffer.from('\uFEFF{"title":"a"}', 'utf16le');
    assert.equal((await bytes(utf16)).json.code, 'malformed-body');
    await nothingKept();
  });

  it('E29 that is JSON but no object is refused by its schema', async () => {
    for (const text of ['1', '"a"', 'null', 'true', '[]', '[{}]']) {
      assert.equal((await bytes(text)).json.code, 'invalid-field', text);
    }
  });

  it('that is nested without end is refused before anything walks it', async () => {
    for (const bomb of [
      '['.repeat(30_000),
      '['.repeat(30_000) + ']'.repeat(30_000),
      '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000),
      `{"policy":${'{"a":'.repeat(5000)}1${'}'.repeat(5001)}`,
    ]) {
      assert.equal((await bytes(bomb)).json.code, 'malformed-body');
    }
    const quoted = JSON.stringify({ title: '[[[['.repeat(100) + '"{{\\' });
    assert.equal((await bytes(quoted)).status, 201, 'brackets in a text are a text');
    await shop.ask('DELETE', '/v1/products/a');
  });

  it('E28 with a byte order mark is read, and only of the types that the route lists', async () => {
    assert.equal((await put('\uFEFF{}')).status, 201);
    for (const type of [
      'application/json; charset=utf-8',
      'application/json;charset="UTF-8"',
      'Application/JSON',
    ]) {
      assert.equal((await put('{}', type)).status, 200, type);
    }
    await shop.ask('DELETE', '/v1/products/a');
    for (const type of [
      'text/plain',
      'text/plain; application/json',
      'text/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      'application/json; charset=iso-8859-1',
      'application/jsonp',
      'application/json, text/plain',
      'application/xml',
      '',
      'json',
    ]) {
      const { status, json } = await put('{}', type);
      assert.deepEqual([status, json.code], [415, 'unsupported-type'], type);
    }
    await nothingKept();
  });

  it('E28 a form of another site changes nothing, also where a key is known', async () => {
    for (const path of ['/v1/products/import', '/v1/keys']) {
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
      ]) {
        const headers = { 'content-type': type, origin: 'https://evil.example' };
        const body = '{"version":1,"products":[{"id":"a"}],"name":"x","scopes":["keys:admin"]}';
        assert.equal((await shop.ask('POST', path, { body, headers })).status, 415);
      }
    }
    await nothingKept();
  });
});

describe('E31 pages of other origins', () => {
  let shop;
  const path = '/v1/availability?products=a';
  const ask = (origin, method = 'GET', headers = {}) =>
    shop.ask(method, path, { as: '', headers: { ...(origin && { origin }), ...headers } });

  before(async () => {
    shop = await startEndpoint({
      settings: { SHOP_ORIGINS: 'https://shop.example https://www.shop.example:8443' },
    });
  });
  after(() => shop.stop());

  it('may read when they are named, and only then', async () => {
    for (const origin of ['https://shop.example', 'https://www.shop.example:8443']) {
      const { headers } = await ask(origin);
      assert.equal(headers.get('access-control-allow-origin'), origin);
    }
    for (const origin of [
      ...[
        'null',
        'http://shop.example',
        'https://shop.example.evil.example',
        'https://evilshop.example',
        'https://www.shop.example',
      ],
      ...[
        'https://shop.example:444',
        'https://SHOP.example',
        'https://shop.example/',
        'https://shop.example, https://evil.example',
        '*',
      ],
    ]) {
      const { headers } = await ask(origin);
      assert.equal(headers.get('access-control-allow-origin'), null, origin);
    }
  });

  it('are told apart by caches, and get no credentials', async () => {
    for (const origin of ['https://shop.example', 'https://evil.example', '']) {
      const { headers } = await ask(origin);
      assert.match(headers.get('vary') ?? '', /\bOrigin\b/i, `vary, asked by ${origin || 'nobody'}`);
      assert.equal(headers.get('access-control-allow-credentials'), null);
    }
  });

  it('ask beforehand once a day, and may not send keys', async () => {
    const asked = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    const { status, headers } = await ask('https://shop.example', 'OPTIONS', asked);
    assert.equal(status, 204);
    assert.equal(headers.get('access-control-max-age'), '86400');
    assert.doesNotMatch(headers.get('access-control-allow-headers'), /authorization/i);
    assert.doesNotMatch(headers.get('access-control-allow-methods'), /PUT|DELETE|PATCH/);
    const other = await ask('https://evil.example', 'OPTIONS', asked);
    assert.equal(other.headers.get('access-control-allow-origin'), null);
  });

  it('E46 cannot put anything into what is cached for others', async () => {
    const plain = await ask('');
    for (const headers of [
      { 'x-forwarded-host': 'evil.example' },
      { 'x-forwarded-proto': 'gopher', 'x-original-url': '/evil', 'x-rewrite-url': '/evil' },
      { host: 'evil.example' },
      { 'accept-language': '<script>', cookie: 'a=evil', 'x-http-method-override': 'DELETE' },
    ]) {
      const { text, status } = await ask('', 'GET', headers);
      assert.deepEqual([status, text], [200, plain.text]);
    }
    for (const query of [
      '&utm_source=evil',
      '&products=evil',
      '&callback=evil',
      '&_method=DELETE',
      '#evil',
      '&PRODUCTS=evil',
    ]) {
      const { text, headers } = await shop.ask('GET', `${path}${query}`, { as: '' });
      assert.doesNotMatch(text + JSON.stringify([...headers]), /evil/, query);
    }
    const exact = await shop.ask('GET', `${path}&exact=1`);
    assert.match(exact.headers.get('cache-control'), /no-store/);
    const wrong = await shop.ask('GET', '/v1/availability?products=%00', { as: '' });
    assert.match(wrong.headers.get('cache-control'), /no-store/, 'a refusal is not kept');
  });
});
