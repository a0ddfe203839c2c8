import { expect } from '@open-wc/testing';
import { endpointTarget } from '../../src/outbox/endpoint-target.js';
import { json, stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { byPhone, CANARY, KEY, order, outcome } from '../support/sign-up-order.js';

const TOLD = {
  target: 'endpoint',
  url: '/v1/sign-ups',
  privacyVersion: '2026-05',
  channels: ['email', 'sms'],
};

describe('endpointTarget', () => {
  afterEach(unstubFetch);

  const sent = async (wish: Parameters<typeof order>[1]): Promise<unknown> => {
    const asked = stubFetch(() => json({ requestId: KEY, status: 'pending' }, {}, 202));
    expect(await outcome(endpointTarget(order(TOLD, wish)))).to.equal('pending');
    expect(asked[0]?.request.headers.get('idempotency-key')).to.equal(KEY);
    return asked[0]?.request.json();
  };

  it('posts what was asked, and the version of the privacy notice', async () => {
    expect(await sent({})).to.deep.equal({
      ...{ product: 'lamp', variant: '42', channel: 'email', email: CANARY, privacy: '2026-05' },
      ...{ language: 'de-CH', locale: 'de-CH', page: '/products/lamp' },
    });
  });

  it('P08 posts number, quantity and the wording that was agreed to, as far as they are there', async () => {
    const body = await sent({ ...byPhone, quantity: 3, anyVariant: true, marketing: '2026-11' });
    expect(body).to.include({ channel: 'sms', phone: '+4915123456789', quantity: 3, anyVariant: true });
    expect(body).to.deep.include({ marketing: { agreed: true, wording: '2026-11' } });
    expect(body).not.to.have.property('email');
    expect(await sent({})).not.to.have.property('marketing');
  });

  it('tells what the endpoint has answered', async () => {
    for (const [status, answer] of [
      ['already', 'already'],
      ['pending', 'pending'],
      ['active', 'done'],
      [undefined, 'done'],
      [{}, 'done'],
    ]) {
      stubFetch(() => json({ requestId: KEY, status }));
      expect(await outcome(endpointTarget(order(TOLD)))).to.equal(answer);
    }
  });

  it('tells which field was refused, by the problem’s own name for it', async () => {
    for (const [field, found] of [
      ['email', 'email'],
      ['phone', 'phone'],
      ['/quantity', 'quantity'],
      ['colour', 'Error: sign-up refused'],
      [undefined, 'Error: sign-up refused'],
      [{ email: 1 }, 'Error: sign-up refused'],
    ] as const) {
      stubFetch(() => json({ code: 'bad', detail: CANARY, field }, {}, 422));
      const said = await outcome(endpointTarget(order(TOLD)));
      expect(said.replace('SignUpRefusal: ', 'Error: ')).to.equal(`no: ${found}`);
      expect(said).not.to.include('canary');
    }
  });

  it('waits as long as a 429 asks for: seconds, a date, or half a minute', async () => {
    const soon = new Date(Date.now() + 90_500).toUTCString();
    for (const [header, least, most] of [
      ['7', 7, 7],
      ['0', 1, 1],
      ['999999', 3600, 3600],
      [soon, 80, 95],
      ['later', 30, 30],
      ['', 30, 30],
    ] as const) {
      stubFetch(() => json({}, header ? { 'retry-after': header } : {}, 429));
      const [, seconds] = (await outcome(endpointTarget(order(TOLD)))).split(': ');
      expect(Number(seconds), header).to.be.within(least, most);
    }
  });
});
