import { expect, waitUntil } from '@open-wc/testing';
import { BUDGET, BYTE_CAP, fetchJson } from '../../src/sources/fetch-json.js';
import { json, never, stubFetch, unstubFetch } from '../support/fetch-stub.js';

const URL_ASKED = '/availability?products=a';

/** Milliseconds to wait that a reply with these headers asks for. */
async function waitAskedBy(headers: Record<string, string>, status = 503): Promise<number | undefined> {
  stubFetch(() => json({}, headers, status));
  const answer = await fetchJson(URL_ASKED);
  if (answer.ok) throw new Error('not a failure');
  return answer.retryIn;
}

/** A reply whose body comes piece by piece; `gone` tells whether the reader has let go of it. */
function streamed(pieces: Iterable<Uint8Array>, headers: Record<string, string> = {}) {
  const seen = { pulled: 0, gone: false };
  const iterator = pieces[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const { done, value } = iterator.next() as IteratorResult<Uint8Array, undefined>;
        if (done) controller.close();
        else {
          seen.pulled += value.byteLength;
          controller.enqueue(value);
        }
      },
      cancel() {
        seen.gone = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, reply: new Response(body, { headers: { 'content-type': 'application/json', ...headers } }) };
}

describe('fetchJson', () => {
  afterEach(unstubFetch);

  it('gives the JSON, and keeps nothing of the text it came in', async () => {
    stubFetch(() => json({ version: 1 }));
    expect(await fetchJson(URL_ASKED)).to.deep.equal({
      ok: true,
      json: { version: 1 },
      serverTime: NaN,
    });
  });

  it('asks without cookies, follows no redirect, and sends no header that would cost a preflight', async () => {
    const asked = stubFetch(() => json({}));
    await fetchJson(URL_ASKED);
    const { request } = asked[0] ?? {};
    expect(request?.method).to.equal('GET');
    expect(request?.credentials).to.equal('omit');
    expect(request?.redirect).to.equal('error');
    expect(request?.cache).to.equal('default');
    expect([...(request?.headers.keys() ?? [])]).to.deep.equal(['accept']);
  });

  it('revalidates when it asks again', async () => {
    const asked = stubFetch(() => json({}));
    await fetchJson(URL_ASKED, 'no-cache');
    expect(asked[0]?.request.cache).to.equal('no-cache');
  });

  it('T05 gives the server’s clock where the reply shows it', async () => {
    stubFetch(() => json({}, { date: 'Wed, 25 Nov 2026 12:00:00 GMT' }));
    expect(await fetchJson(URL_ASKED)).to.include({ serverTime: Date.UTC(2026, 10, 25, 12) });
    for (const headers of [{}, { date: '' }, { date: 'yesterday' }, { date: '25 o-clock' }]) {
      stubFetch(() => json({}, headers));
      expect(await fetchJson(URL_ASKED)).to.deep.equal({ ok: true, json: {}, serverTime: NaN });
    }
  });

  it('T05 adds the time for which a cache on the way has kept the reply', async () => {
    for (const [age, hours] of [
      ['10800', 3],
      ['0', 0],
    ] as const) {
      stubFetch(() => json({}, { date: 'Wed, 25 Nov 2026 12:00:00 GMT', age }));
      expect(await fetchJson(URL_ASKED)).to.include({ serverTime: Date.UTC(2026, 10, 25, 12 + hours) });
    }
  });

  describe('N14 status', () => {
    for (const status of [400, 401, 403, 404, 410, 413, 451]) {
      it(`${status} fails for good`, async () => {
        stubFetch(() => json({ version: 1 }, {}, status));
        expect(await fetchJson(URL_ASKED)).to.deep.equal({ ok: false });
      });
    }

    for (const status of [408, 429, 500, 502, 503, 504, 520]) {
      it(`${status} may be tried once more, at a time of our own within 8 s`, async () => {
        const wait = await waitAskedBy({}, status);
        expect(wait).to.be.within(0, 8000);
      });
    }

    for (const status of [201, 206]) {
      it(`${status} is no document`, async () => {
        stubFetch(() => json({ version: 1 }, {}, status));
        expect(await fetchJson(URL_ASKED)).to.deep.equal({ ok: false });
      });
    }

    it('204 is no document', async () => {
      stubFetch(() => new Response(null, { status: 204 }));
      expect(await fetchJson(URL_ASKED)).to.deep.equal({ ok: false });
    });

    it('lets go of the body of a failure', async () => {
      const { seen, reply } = streamed([new Uint8Array(10)]);
      const failure = new Response(reply.body, { status: 404 });
      const asked = stubFetch(() => failure);
      await fetchJson(URL_ASKED);
      expect(asked[0]?.signal?.aborted).to.equal(true);
      expect(seen.pulled).to.equal(0);
    });
  });

  describe('N15 N16 Retry-After', () => {
    it('in seconds is kept to', async () => {
      expect(await waitAskedBy({ 'retry-after': '120' }, 429)).to.equal(120_000);
      expect(await waitAskedBy({ 'retry-after': '0' })).to.equal(0);
    });

    it('as a date is kept to', async () => {
      const date = new Date(Date.now() + 60_000).toUTCString();
      expect(await waitAskedBy({ 'retry-after': date })).to.be.within(57_000, 60_000);
    });

    it('far off is cut to five minutes', async () => {
      for (const far of ['86400', '99999999999999999999', 'Wed, 01 Jan 2098 00:00:00 GMT']) {
        expect(await waitAskedBy({ 'retry-after': far }), far).to.equal(300_000);
      }
    });

    it('that makes no sense gives a wait of our own', async () => {
      const past = 'Wed, 01 Jan 2020 00:00:00 GMT';
      for (const odd of ['soon', '-5', '-1', '1.5', '', ' ', 'NaN', 'Infinity', '1e3', '0x10', past]) {
        expect(await waitAskedBy({ 'retry-after': odd }), odd).to.be.within(0, 8000);
      }
    });

    it('N17 the waits of our own are spread', async () => {
      const waits = new Set<number | undefined>();
      for (let index = 0; index < 20; index += 1) waits.add(await waitAskedBy({}));
      expect(waits.size).to.be.greaterThan(15);
    });
  });

  describe('content type', () => {
    for (const type of [
      'application/json',
      'application/json; charset=utf-8',
      'application/problem+json',
      'TEXT/JSON',
    ]) {
      it(`${type} is read`, async () => {
        stubFetch(() => json({ a: 1 }, { 'content-type': type }));
        expect(await fetchJson(URL_ASKED)).to.include({ ok: true });
      });
    }

    for (const type of [
      'text/html',
      'text/plain',
      'application/jsonp',
      'application/javascript',
      'image/png',
    ]) {
      it(`N18 ${type} is not read`, async () => {
        const asked = stubFetch(() => json({ a: 1 }, { 'content-type': type }));
        expect(await fetchJson(URL_ASKED)).to.deep.equal({ ok: false });
        expect(asked[0]?.signal?.aborted).to.equal(true);
      });
    }

    it('none at all is not read', async () => {
      stubFetch(() => new Response(new Uint8Array([123, 125])));
      expect(await fetchJson(URL_ASKED)).to.deep.equal({ ok: false });
    });
  });

  describe('body', () => {
    for (const body of ['', '{', '<!doctype html>', '{"a":1}}', 'undefined', '\0']) {
      it(`${JSON.stringify(body)} is no JSON`, async () => {
        stubFetch(() => new Response(body, { headers: { 'content-type': 'application/json' } }));
        expect(await fetchJson(URL_ASKED)).to.deep.equal({ ok: false });
      });
    }

    it('with a byte-order mark, or with characters cut between two pieces, is read', async () => {
      const bytes = new TextEncoder().encode('\ufeff{"name":"Tisch „Öl“ 🪑"}');
      const { reply } = streamed([...bytes].map((byte) => new Uint8Array([byte])));
      stubFetch(() => reply);
      expect(await fetchJson(URL_ASKED)).to.deep.include({ ok: true, json: { name: 'Tisch „Öl“ 🪑' } });
    });

    it('N13 is cut off at the byte cap, and no more is taken from the wire', async () => {
      const piece = new Uint8Array(64 * 1024).fill(32);
      const { seen, reply } = streamed(
        (function* endless() {
          for (;;) yield piece;
        })(),
      );
      const asked = stubFetch(() => reply);
      expect(await fetchJson(URL_ASKED)).to.deep.equal({ ok: false });
      expect(asked[0]?.signal?.aborted).to.equal(true);
      expect(seen.pulled).to.be.within(BYTE_CAP, BYTE_CAP + 2 * piece.length);
    });

    it('H34 that says itself that it is too long is not begun', async () => {
      const { seen, reply } = streamed([new Uint8Array(10)], { 'content-length': String(BYTE_CAP + 1) });
      stubFetch(() => reply);
      expect(await fetchJson(URL_ASKED)).to.deep.equal({ ok: false });
      expect(seen.pulled).to.equal(0);
    });

    it('just under the cap is read, whatever Content-Length says', async () => {
      const text = `"${'x'.repeat(BYTE_CAP - 2)}"`;
      for (const length of ['5', 'abc', '-1']) {
        stubFetch(
          () =>
            new Response(text, { headers: { 'content-type': 'application/json', 'content-length': length } }),
        );
        expect((await fetchJson(URL_ASKED)).ok, length).to.equal(true);
      }
    });

    it('N10 that breaks off is a failure', async () => {
      const body = new ReadableStream({
        pull: (controller) => controller.error(new TypeError('connection reset')),
      });
      stubFetch(() => new Response(body, { headers: { 'content-type': 'application/json' } }));
      expect(await fetchJson(URL_ASKED)).to.deep.equal({ ok: false });
    });
  });

  it('a failure of the network, of any kind, is the same failure', async () => {
    stubFetch(() => {
      throw new TypeError('Failed to fetch');
    });
    expect(await fetchJson(URL_ASKED)).to.deep.equal({ ok: false });
    unstubFetch();
    for (const url of ['http://localhost:1/', 'https://', 'no-scheme://x', '//:0']) {
      expect(await fetchJson(url), url).to.deep.equal({ ok: false });
    }
  });

  it('N12 gives up when the time is over, and ends the request', async () => {
    const asked = stubFetch(never);
    const began = performance.now();
    expect(await fetchJson(URL_ASKED)).to.deep.equal({ ok: false });
    expect(performance.now() - began).to.be.within(BUDGET - 100, BUDGET + 1000);
    expect(asked[0]?.signal?.aborted).to.equal(true);
  });

  it('ends at once when its caller gives up', async () => {
    const asked = stubFetch(never);
    const abort = new AbortController();
    const began = performance.now();
    const answer = fetchJson(URL_ASKED, 'default', abort);
    await waitUntil(() => asked.length === 1);
    abort.abort();
    expect(await answer).to.deep.equal({ ok: false });
    expect(performance.now() - began).to.be.below(BUDGET / 2);
  });

  it('does not begin when its caller has given up already', async () => {
    const asked = stubFetch(() => json({}));
    const abort = new AbortController();
    abort.abort();
    expect(await fetchJson(URL_ASKED, 'default', abort)).to.deep.equal({ ok: false });
    expect(asked.filter(({ signal }) => !signal?.aborted)).to.deep.equal([]);
  });
});
