import { expect } from '@open-wc/testing';
import { klaviyoTarget } from '../../src/outbox/klaviyo-target.js';
import { NOW } from '../support/arbitraries.js';
import { json, never, stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { quietConsole, takeWarnings } from '../support/quiet.js';
import { byPhone, CANARY, order, outcome } from '../support/sign-up-order.js';
import { Time } from '../support/time.js';

const TOLD = { target: 'klaviyo', companyId: 'AbC123' };
const taken = (): Response => new Response(null, { status: 202 });

describe('klaviyoTarget', () => {
  quietConsole();
  afterEach(unstubFetch);

  it('P03 P20 posts to Klaviyo’s interface for pages: the public key in the address, the shopper in the body alone', async () => {
    const asked = stubFetch(taken);
    expect(await outcome(klaviyoTarget(order(TOLD)))).to.equal('done');
    expect(asked).to.have.length(1);
    const { request, url } = asked[0] as (typeof asked)[0];
    expect(url.href).to.equal('https://a.klaviyo.com/client/back-in-stock-subscriptions?company_id=AbC123');
    expect([request.method, request.credentials, request.redirect]).to.deep.equal(['POST', 'omit', 'error']);
    expect(request.referrerPolicy).to.equal('no-referrer');
    expect(request.headers.get('content-type')).to.equal('application/vnd.api+json');
    expect(request.headers.get('revision')).to.match(/^20\d\d-\d\d-\d\d$/);
    expect(request.headers.get('authorization')).to.equal(null);
    expect(await request.json()).to.deep.equal({
      data: {
        type: 'back-in-stock-subscription',
        attributes: {
          channels: ['EMAIL'],
          profile: { data: { type: 'profile', attributes: { email: CANARY } } },
        },
        relationships: {
          variant: { data: { type: 'catalog-variant', id: '$shopify:::$default:::42' } },
        },
      },
    });
  });

  it('names each channel as Klaviyo does, with number or address', async () => {
    for (const [wish, channel, attributes] of [
      [byPhone, 'SMS', { phone_number: '+4915123456789' }],
      [{ ...byPhone, channel: 'whatsapp' as const }, 'WHATSAPP', { phone_number: '+4915123456789' }],
      [{ channel: 'push' as const }, 'PUSH', { email: CANARY }],
    ] as const) {
      const asked = stubFetch(taken);
      await klaviyoTarget(order(TOLD, wish));
      const { data } = (await asked[0]?.request.json()) as { data: { attributes: Record<string, unknown> } };
      expect(data.attributes).to.deep.equal({
        channels: [channel],
        profile: { data: { type: 'profile', attributes } },
      });
    }
  });

  it('takes global ids, and a catalogue of another shop system', async () => {
    const asked = stubFetch(taken);
    const ids = { product: 'gid://shopify/Product/1', variant: 'gid://shopify/ProductVariant/99' };
    await klaviyoTarget(order(TOLD, { ids }));
    await klaviyoTarget(order({ ...TOLD, catalog: '$custom:::$default:::' }, { ids: { variant: 'LMP-S' } }));
    const bodies = await Promise.all(asked.map(async ({ request }) => request.text()));
    expect(bodies[0]).to.include('"$shopify:::$default:::99"');
    expect(bodies[1]).to.include('"$custom:::$default:::LMP-S"');
  });

  it('sends nothing without the variant’s id, and says so once', async () => {
    const asked = stubFetch(taken);
    for (const variant of [undefined, 'smoked', '']) {
      const said = await outcome(klaviyoTarget(order(TOLD, { ids: { product: '1', variant } })));
      expect(said).to.equal('no: Error: no id');
    }
    expect(asked).to.have.length(0);
    expect(takeWarnings().join()).to.match(/no-variant-id.*availability document/);
  });

  it('P08 puts those who have agreed on the list, with the wording’s version, and nobody else', async () => {
    const told = { ...TOLD, listId: 'Y6nRLr', marketing: { version: '2026-11', text: { en: 'News' } } };
    let asked = stubFetch(taken);
    await klaviyoTarget(order(told));
    expect(asked).to.have.length(1);
    asked = stubFetch(taken);
    await klaviyoTarget(order(told, { marketing: '2026-11' }));
    expect(asked).to.have.length(2);
    expect(asked[1]?.url.pathname).to.equal('/client/subscriptions');
    const body = (await asked[1]?.request.json()) as object;
    expect(JSON.stringify(body)).to.include('"custom_source":"Back in stock, wording 2026-11"');
    expect(JSON.stringify(body)).to.include('"consent":"SUBSCRIBED"');
    expect(body).to.have.nested.property('data.relationships.list.data.id', 'Y6nRLr');
  });

  it('only a 202 is a success', async () => {
    for (const status of [200, 201, 204, 400, 401, 403, 404, 500, 503]) {
      stubFetch(() => new Response(null, { status }));
      expect(await outcome(klaviyoTarget(order(TOLD))), String(status)).to.match(/^no: /);
    }
  });

  it('maps errors to fields by their pointers, hostile ones to none', async () => {
    const at = (pointer: unknown): unknown => ({
      errors: [{ id: '1', code: 'invalid', title: CANARY, detail: CANARY, source: { pointer } }],
    });
    for (const [body, said] of [
      [at('/data/attributes/profile/data/attributes/email'), 'email'],
      [at('/data/attributes/profile/data/attributes/phone_number'), 'phone'],
      [{ errors: [{}, { source: { pointer: '/data/attributes/email' } }] }, 'email'],
      [at('/data/relationships/variant'), ''],
      [at({ email: 1 }), ''],
      [{ errors: 'email' }, ''],
      [{ errors: [null, 5, []] }, ''],
      [null, ''],
      ['<h1>', ''],
    ] as const) {
      stubFetch(() => json(body, {}, 400));
      const found = await outcome(klaviyoTarget(order(TOLD)));
      expect(found, JSON.stringify(body)).to.match(said ? new RegExp(`^no: ${said}$`) : /refused/);
      expect(found).not.to.include('canary');
    }
    stubFetch(() => json({ errors: [] }, { 'retry-after': '12' }, 429));
    expect(await outcome(klaviyoTarget(order(TOLD)))).to.equal('no: 12');
  });

  it('does not hang: after 10 s it is a failure', async () => {
    const time = new Time(NOW);
    try {
      stubFetch(never);
      const sent = outcome(klaviyoTarget(order(TOLD)));
      await time.pass(10_100);
      expect(await sent).to.match(/^no: /);
      expect(time.waits).to.deep.equal([]);
    } finally {
      time.release();
    }
  });
});
