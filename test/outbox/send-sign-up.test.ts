import { expect } from '@open-wc/testing';
import { sendSignUp, type SignUpBody } from '../../src/outbox/send-sign-up.js';
import { NOW } from '../support/arbitraries.js';
import { json, never, stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { Time } from '../support/time.js';

const URL_ASKED = '/sign-ups';
const KEY = '0123456789abcdef';
const BODY: SignUpBody = { email: 'canary@example.com', product: 'table', language: 'en', page: '/p' };

/** What became of a sign-up: `taken`, or the reason why not. */
const outcome = (sent: Promise<unknown>): Promise<string> =>
  sent.then(
    () => 'taken',
    (reason: unknown) => String(reason),
  );

describe('sendSignUp', () => {
  afterEach(unstubFetch);

  it('posts JSON with the key, without cookies or referrer, and follows no redirect', async () => {
    const asked = stubFetch(() => json({ requestId: KEY }));
    await sendSignUp(URL_ASKED, BODY, KEY);
    const { request, url } = asked[0] ?? {};
    expect(asked).to.have.length(1);
    expect(request?.method).to.equal('POST');
    expect(request?.credentials).to.equal('omit');
    expect(request?.redirect).to.equal('error');
    expect(request?.referrerPolicy).to.equal('no-referrer');
    expect(request?.headers.get('idempotency-key')).to.equal(KEY);
    expect(request?.headers.get('content-type')).to.equal('application/json');
    expect(await request?.json()).to.deep.equal(BODY);
    // P03 the address stands in the body and nowhere else.
    expect(url?.href).not.to.include('canary');
    expect(JSON.stringify([...(request?.headers ?? [])])).not.to.include('canary');
  });

  for (const status of [200, 201, 202]) {
    it(`is taken when a reply with status ${status} repeats the key`, async () => {
      stubFetch(() => json({ requestId: KEY, more: 1 }, {}, status));
      expect(await outcome(sendSignUp(URL_ASKED, BODY, KEY))).to.equal('taken');
    });
  }

  it('N30 a reply without the key, or with another, is no success', async () => {
    for (const reply of [
      {},
      { requestId: 'x' },
      { requestId: null },
      [KEY],
      KEY,
      null,
      1,
      { requestId: [KEY] },
    ]) {
      stubFetch(() => json(reply));
      expect(await outcome(sendSignUp(URL_ASKED, BODY, KEY)), JSON.stringify(reply)).not.to.equal('taken');
    }
  });

  it('an error status is no success, though it repeats the key', async () => {
    for (const status of [400, 404, 409, 422, 429, 500, 503]) {
      stubFetch(() => json({ requestId: KEY }, {}, status));
      expect(await outcome(sendSignUp(URL_ASKED, BODY, KEY))).not.to.equal('taken');
    }
  });

  it('H33 a reply that is no JSON is no success', async () => {
    for (const body of ['', '<h1>Thanks</h1>', 'OK']) {
      stubFetch(() => new Response(body));
      expect(await outcome(sendSignUp(URL_ASKED, BODY, KEY))).not.to.equal('taken');
    }
    stubFetch(() => new Response(null, { status: 204 }));
    expect(await outcome(sendSignUp(URL_ASKED, BODY, KEY))).not.to.equal('taken');
  });

  it('P03 no reason for a failure names the address', async () => {
    for (const answer of [
      () => json({}, {}, 500),
      () => new Response('x'),
      () => Promise.reject(new TypeError('no')),
    ]) {
      stubFetch(answer);
      expect(await outcome(sendSignUp(URL_ASKED, BODY, KEY))).not.to.include('canary');
    }
  });

  it('does not hang: after 10 s it is a failure', async () => {
    const time = new Time(NOW);
    try {
      const asked = stubFetch(never);
      const sent = outcome(sendSignUp(URL_ASKED, BODY, KEY));
      await time.pass(9900);
      expect(asked[0]?.signal?.aborted).to.equal(false);
      await time.pass(200);
      expect(await sent).not.to.equal('taken');
      expect(asked[0]?.signal?.aborted).to.equal(true);
      expect(time.waits).to.deep.equal([]);
    } finally {
      time.release();
    }
  });

  it('ends with its caller’s signal, also one that was given up before', async () => {
    const asked = stubFetch(never);
    const abort = new AbortController();
    const sent = outcome(sendSignUp(URL_ASKED, BODY, KEY, abort.signal));
    abort.abort();
    expect(await sent).not.to.equal('taken');
    expect(asked[0]?.signal?.aborted).to.equal(true);
    expect(await outcome(sendSignUp(URL_ASKED, BODY, KEY, AbortSignal.abort()))).not.to.equal('taken');
    expect(asked[1]?.signal?.aborted).to.equal(true);
  });
});
