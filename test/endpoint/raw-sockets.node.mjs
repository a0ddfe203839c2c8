// What can come over a socket that no honest client would send.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import {
  createKey,
  createMetrics,
  jsonLog,
  readSettings,
  serve,
  steadyClock,
} from '../../dist/endpoint/entry.js';
import { newDatabase } from '../support/endpoint.mjs';
import { sendRaw } from '../support/raw-http.mjs';

const CANARY = 'canary-ann@example.com';

describe('over a socket', { concurrency: 1 }, () => {
  let database;
  let serving;
  let key;
  const lines = [];
  const errors = [];
  const note = (error) => errors.push(error);
  const isAlive = async () => (await fetch(`${serving.url}/live`)).status === 200;
  const request = (head, body = '') => sendRaw(serving.url, [`${head.join('\r\n')}\r\n\r\n${body}`]);
  const put = (more, body) =>
    request(['PUT /v1/products/a HTTP/1.1', 'Host: x', `Authorization: Bearer ${key}`, ...more], body);

  before(async () => {
    database = await newDatabase();
    const now = steadyClock();
    const log = jsonLog((line) => lines.push(line), now);
    const settings = readSettings({ DATABASE_URL: database.address, PORT: '0' });
    serving = await serve(settings, { log, now, metrics: createMetrics() });
    ({ key } = await createKey(serving.parts, 'test', ['products:write', 'availability:read']));
    process.on('unhandledRejection', note);
  });
  after(async () => {
    process.off('unhandledRejection', note);
    await serving.close();
    await database.remove();
    assert.deepEqual(errors, []);
  });

  it('E24 bodies that are too long or whose length is a lie are refused, and nothing of them is kept', async () => {
    const json = 'Content-Type: application/json';
    const mega = `{"title":"${'a'.repeat(1_000_000)}"}`;
    assert.equal((await put([json, `Content-Length: ${mega.length}`], mega)).status, 413);
    const chunks = Array.from({ length: 64 }, () => `4000\r\n${'a'.repeat(0x4000)}\r\n`).join('');
    assert.equal((await put([json, 'Transfer-Encoding: chunked'], `${chunks}0\r\n\r\n`)).status, 413);
    for (const length of ['abc', '-1', '1e3', '0x10', '99999999999999999999', '5, 6', '+5']) {
      const { status } = await put([json, `Content-Length: ${length}`], '{}');
      assert.ok([400, 413].includes(status), `${length}: ${status}`);
    }
    const twice = await put([json, 'Content-Length: 2', 'Content-Length: 3'], '{}x');
    assert.equal(twice.status, 400);
    const both = await put([json, 'Content-Length: 2', 'Transfer-Encoding: chunked'], '2\r\n{}\r\n0\r\n\r\n');
    assert.equal(both.status, 400, 'request smuggling');
    const longer = await put([json, 'Content-Length: 2', 'Connection: close'], '{"title":"a"}');
    assert.equal(longer.status, 400);
    const rows = await serving.parts.database.db.selectFrom('items').selectAll().execute();
    assert.deepEqual(rows, []);
    assert.ok(await isAlive());
  });

  it('E25 a refusal comes at once, also when the body does not', async () => {
    for (const [more, status] of [
      [['Content-Type: text/plain', 'Content-Length: 60000'], 415],
      [['Content-Type: application/json', 'Content-Length: 6000000'], 413],
      [['Content-Type: application/json', 'Content-Length: 6000000', 'Expect: 100-continue'], 413],
    ]) {
      const reply = await put(more, '{"a');
      assert.ok(
        reply.status === status || /HTTP\/1\.1 413/.test(reply.text),
        `${more}: ${reply.text.slice(0, 80)}`,
      );
      assert.ok(reply.ms < 3000, `${reply.ms} ms`);
    }
    const big = 'a'.repeat(5_000_000);
    const refused = await fetch(`${serving.url}/v1/products/a`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'text/plain' },
      body: big,
    });
    assert.ok([413, 415].includes(refused.status), 'a client that sends on gets the reply');
  });

  it('E27 odd request targets are answered or refused, and the process lives', async () => {
    const odd = [
      ...[
        '//',
        '///',
        '/%',
        '/%00',
        '/..%2f',
        '/%2e%2e/',
        '/../../etc/passwd',
        '/\\',
        '/%ff',
        '/%c0%af',
        '*',
        'x',
        '',
        '?',
        '/?',
        '/#',
        '/v1//availability',
      ],
      ...[
        'http://[',
        'http://',
        'http://x:99999/',
        'http://evil.example/v1/availability?products=a',
        '//evil.example/live',
        'https:///',
        '/v1/products/%',
        '/v1/products/%E0%A4%A',
      ],
      ...[
        '/v1/products/..',
        '/v1/products/.%00.',
        '/v1/availability?%',
        '/v1/availability?products=%',
        '/v1/availability?products=%ff',
        '/v1/availability?products[]=a',
        '/__proto__',
        '/constructor',
      ],
      ...[
        `/${'a'.repeat(64_000)}`,
        `/v1/availability?products=${'a,'.repeat(30_000)}`,
        '/live;x',
        '/LIVE',
        '/live/',
        '/v1/products/a/variants/',
        '@evil.example/',
        ':80',
        '/ / HTTP/1.1',
      ],
    ];
    const methods = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PATCH'];
    let tried = 0;
    for (const [index, target] of odd.entries()) {
      for (const method of new Set(['GET', methods[index % methods.length]])) {
        const { text, status } = await request([
          `${method} ${target} HTTP/1.1`,
          'Host: shop.example',
          'Connection: close',
        ]);
        tried += 1;
        assert.ok(
          [0, 200, 204, 400, 401, 404, 405, 414, 415, 431].includes(status),
          `${method} ${target.slice(0, 40)}: ${status}`,
        );
        assert.doesNotMatch(text, /TypeError|Invalid URL|\.[jt]s:\d|evil/, target.slice(0, 40));
      }
    }
    for (const host of [
      '',
      '[',
      'a b',
      'x:99999',
      '%',
      'x/y',
      'x@y',
      '\u00e9',
      'a'.repeat(9000),
      '..',
      'x#',
      'x?y',
      '::1',
    ]) {
      const { status, text } = await request(['GET /live HTTP/1.1', `Host: ${host}`, 'Connection: close']);
      tried += 1;
      assert.ok([200, 400, 431].includes(status), `Host ${host.slice(0, 20)}: ${status}`);
      assert.doesNotMatch(text, /TypeError|\.[jt]s:\d/);
    }
    assert.equal(
      (await request(['GET /live HTTP/1.1', 'Connection: close'])).status,
      400,
      'HTTP/1.1 asks for a Host',
    );
    for (const junk of [
      '\x16\x03\x01\x02\x00\x01',
      'HELP\r\n\r\n',
      '\r\n\r\n\r\n',
      'GET\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      '\0\0\0\0\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    ]) {
      await sendRaw(serving.url, [junk], { patience: 500 });
      tried += 1;
    }
    assert.ok(tried > 90);
    assert.ok(await isAlive());
  });

  it('E26 many who say nothing, or say it slowly, keep nobody else waiting', async () => {
    const { port } = new URL(serving.url);
    const count = process.env.BO_LONG ? 5000 : 500;
    const idle = await Promise.all(
      Array.from(
        { length: count },
        (_, index) =>
          new Promise((resolve) => {
            const socket = connect(Number(port), '127.0.0.1', () => resolve(socket));
            socket.on('error', () => resolve(socket));
            const part = index % 2 ? 'GET /live HTTP/1.1\r\nHost: x\r\nX-Slow: ' : '';
            socket.write(part);
          }),
      ),
    );
    const times = [];
    for (let index = 0; index < 20; index += 1) {
      const start = performance.now();
      assert.ok(await isAlive());
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    assert.ok(times[10] < 200, `${times[10]} ms`);
    for (const socket of idle) socket.destroy();
  });

  it('E26 headers and bodies that never end are cut off', { timeout: 60_000 }, async () => {
    const never = (pieces) => sendRaw(serving.url, pieces, { patience: 55_000 });
    const [headers, body] = await Promise.all([
      never(['GET /live HTTP/1.1\r\nHost: x\r\n']),
      process.env.BO_LONG
        ? never([
            `PUT /v1/products/a HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{`,
          ])
        : undefined,
    ]);
    assert.notEqual(headers.how, 'no end');
    assert.ok(headers.status === 408 || headers.how === 'closed', headers.text.slice(0, 60));
    assert.notEqual(body?.how, 'no end');
    assert.ok(await isAlive());
  });

  it('E52 what a client sends forges no line of the log, and makes none long', async () => {
    const before = lines.length;
    await request([
      'GET /v1/%0a%7b%22level%22:%22forged%22%7d%1b[31m HTTP/1.1',
      'Host: x',
      'Connection: close',
    ]);
    await request([
      'GET /live HTTP/1.1',
      'Host: x',
      `User-Agent: forged${'u'.repeat(9000)}`,
      'X-Request-Id: forged',
      'Connection: close',
    ]);
    await sendRaw(serving.url, [
      `GET /live HTTP/1.1\r\nHost: x\r\nUser-Agent: ${'u'.repeat(1_000_000)}\r\n\r\n`,
    ]);
    const said = lines.slice(before);
    assert.ok(said.length >= 2);
    for (const line of said) {
      assert.ok(line.length < 500);
      assert.equal(line.trimEnd().split('\n').length, 1);
      assert.ok(JSON.parse(line).event);
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(line.trimEnd(), /forged|[\u0000-\u001f\u007f-\u009f]/);
    }
  });

  it('P15 nothing that anybody sends stands in the log', async () => {
    const { paths } = await (await fetch(`${serving.url}/openapi.json`)).json();
    const canary = encodeURIComponent(CANARY);
    for (const [path, methods] of Object.entries(paths)) {
      for (const method of Object.keys(methods)) {
        const url = `${serving.url}${path.replace(/\{\w+\}/g, canary)}?products=${canary}&email=${canary}&subject=${canary}`;
        const fields = [
          'id',
          'name',
          'email',
          'address',
          'product',
          'title',
          'sku',
          'reference',
          'language',
          'page',
          'token',
        ];
        const body = JSON.stringify(Object.fromEntries(fields.map((name) => [name, CANARY])));
        for (const authorization of [`Bearer ${key}`, `Bearer ${CANARY}`]) {
          const headers = {
            authorization,
            ...{ 'content-type': 'application/json', 'idempotency-key': CANARY, 'x-forwarded-for': CANARY },
            ...{
              'user-agent': CANARY,
              referer: `https://x.example/?e=${CANARY}`,
              cookie: `e=${CANARY}`,
              'if-match': CANARY,
            },
          };
          const sent = ['get', 'delete'].includes(method) ? {} : { body };
          await (await fetch(url, { method: method.toUpperCase(), headers, ...sent })).arrayBuffer();
        }
      }
    }
    const all = lines.join('');
    assert.doesNotMatch(all, /canary|example\.com|bok_|127\.0\.0\.1(?!:\d+","database)/);
    const metrics = await serving.parts.metrics.registry.metrics();
    assert.doesNotMatch(metrics, /canary|example\.com/);
  });
});
