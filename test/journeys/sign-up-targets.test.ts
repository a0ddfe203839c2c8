// A whole page whose document sends sign-ups to other companies or to the shop's own forms, each with a stand-in in the page.
import { expect } from '@open-wc/testing';
import { closePages, openPage, sells, waitFor, type ShopPage } from '../support/journey.js';
import { expectQuiet, pressed } from '../support/oracle.js';
import { openSignUp } from '../support/sign-up-form.js';

const ADDRESS = 'canary-7f3@example.com';

/** Keeps what every channel of the page has carried, and answers for Klaviyo and for the shop's own forms. */
const STAND_IN = `<script>
  window.sent = [];
  window.answers = { klaviyo: 202, page: '<div class="woocommerce-message">Done</div>' };
  window.dataLayer = [];
  window.events = [];
  for (const type of ['backorder-signup-request', 'backorder-signed-up', 'input', 'submit']) {
    document.addEventListener(type, (event) => events.push([type, JSON.stringify(event.request ?? event.product ?? '')]));
  }
  const real = fetch;
  window.fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    const own = init.method === 'POST' && !url.pathname.includes('sign-ups') && url.origin === location.origin;
    if (url.origin !== 'https://a.klaviyo.com' && !own) return real(input, init);
    sent.push({ to: url.origin === location.origin ? url.pathname : url.origin, url: url.href, body: String(init.body) });
    if (answers.never) return new Promise((_, reject) => init.signal.addEventListener('abort', () => reject(init.signal.reason)));
    if (!own) return new Response(answers.errors ?? null, { status: answers.klaviyo, headers: { 'retry-after': '60' } });
    const reply = new Response(answers.page, { status: 200 });
    return Object.defineProperty(reply, 'url', { value: location.origin + '/x?contact_posted=true' });
  };
  const app = { create: (...args) => (sent.push({ to: 'app', body: JSON.stringify(args) }), { then: (ok) => ok(answers.app ?? { status: 'OK' }) }) };
  window.BIS = window.SI = app;
  window.swat = { sendWatchlist: (...args) => { sent.push({ to: 'swym', body: JSON.stringify(args) }); args[answers.swym ?? 3](); } };
</script>`;

interface StandIn {
  readonly sent: readonly { readonly to: string; readonly url?: string; readonly body: string }[];
  readonly answers: Record<string, unknown>;
  readonly dataLayer: unknown;
  readonly events: unknown;
}

const standIn = (page: ShopPage): StandIn => page.window as unknown as StandIn;

const openFor = (signUp: object, more: object = {}): Promise<ShopPage> =>
  openPage({
    theme: STAND_IN,
    attributes: { 'data-sign-up-origins': 'https://a.klaviyo.com' },
    document: {
      ...sells({
        id: 7012,
        handle: 'lamp',
        variants: [{ id: 42, sku: 'lamp', onHand: 0 }],
        policy: { sell: 'none' },
      }),
      signUp: { privacyUrl: '/privacy', ...signUp },
    },
    ...more,
  });

/** Everything of a page that others can read: requests, addresses, storage, events, attributes, console. */
async function told(page: ShopPage): Promise<string> {
  const { localStorage, sessionStorage, performance } = page.window;
  const { dataLayer, events } = standIn(page);
  return JSON.stringify([
    (await page.log()).map(({ path, query, headers }) => [path, query, headers]),
    performance.getEntriesByType('resource').map(({ name }) => name),
    ...[{ ...localStorage }, { ...sessionStorage }, page.document.cookie, page.window.location.href],
    ...[dataLayer, events, page.heard.console, page.heard.errors],
    page.document.documentElement.outerHTML,
  ]);
}

const TARGETS: readonly (readonly [string, object, string])[] = [
  ['klaviyo', { target: 'klaviyo', companyId: 'AbC123' }, 'https://a.klaviyo.com'],
  ['back-in-stock', { target: 'back-in-stock' }, 'app'],
  ['appikon', { target: 'appikon' }, 'app'],
  ['swym', { target: 'swym' }, 'swym'],
  ['woocommerce', { target: 'woocommerce' }, 'plain.html'],
  ['shopify-contact', { target: 'shopify-contact' }, '/contact'],
];

describe('a page that names a target for its sign-ups', () => {
  afterEach(closePages);

  for (const [name, signUp, to] of TARGETS) {
    it(`P02 P03 ${name}: an address that is typed goes nowhere; one that is sent is in the one call and nowhere else`, async () => {
      const page = await openFor(signUp);
      const { input, button, phase } = await openSignUp(page);
      input.value = ADDRESS;
      input.dispatchEvent(new page.window.Event('input', { bubbles: true }));
      expect(await told(page)).not.to.include('canary-7f3');
      expect(standIn(page).sent).to.have.length(0);

      button.click();
      await waitFor(() => phase() === 'done', 'the sign-up to be taken');
      const { sent } = standIn(page);
      expect(sent).to.have.length(1);
      expect(sent[0]?.to.endsWith(to), sent[0]?.to).to.equal(true);
      expect(decodeURIComponent(sent[0]?.body ?? '')).to.include(ADDRESS);
      expect(sent[0]?.url ?? '').not.to.include('canary-7f3');
      expect(await told(page)).not.to.include('canary-7f3');
      // The theme's own control is what it was.
      expect((await pressed(page)).length).to.equal(1);
      expectQuiet(page.heard, 0);
    });
  }

  it('P20 what goes to Klaviyo bears the public key and nothing secret', async () => {
    const page = await openFor(TARGETS[0]?.[1] ?? {});
    const { input, button, phase } = await openSignUp(page);
    input.value = ADDRESS;
    button.click();
    await waitFor(() => phase() === 'done', 'the sign-up to be taken');
    expect(standIn(page).sent[0]?.url).to.match(/\?company_id=AbC123$/);
    const files = page.window.performance.getEntriesByType('resource').map(({ name }) => name);
    const scripts = await Promise.all(
      files.filter((it) => it.includes('cdn/')).map(async (it) => (await fetch(it)).text()),
    );
    expect(scripts.join()).not.to.match(/Klaviyo-API-Key|\bpk_[\da-f]{8}/i);
  });

  const refusals: readonly (readonly [string, object, (answers: Record<string, unknown>) => void, RegExp])[] =
    [
      [
        'Klaviyo is down',
        { target: 'klaviyo', companyId: 'AbC123' },
        (it) => (it['klaviyo'] = 503),
        /That did not go through/,
      ],
      [
        'a proxy says 200 to everything',
        { target: 'klaviyo', companyId: 'AbC123' },
        (it) => (it['klaviyo'] = 200),
        /That did not go through/,
      ],
      [
        'Klaviyo asks to wait',
        { target: 'klaviyo', companyId: 'AbC123' },
        (it) => (it['klaviyo'] = 429),
        /too many tries/,
      ],
      [
        'the app refuses',
        { target: 'back-in-stock' },
        (it) => (it['app'] = { status: 'Error' }),
        /That did not go through/,
      ],
      ['Swym refuses', { target: 'swym' }, (it) => (it['swym'] = 4), /That did not go through/],
      [
        'WooCommerce refuses',
        { target: 'woocommerce' },
        (it) => (it['page'] = '<ul class="woocommerce-error">'),
        /That did not go through/,
      ],
    ];
  for (const [what, signUp, spoil, words] of refusals) {
    it(`${what}: it is told, what was written stays, and the shop goes on selling`, async () => {
      const page = await openFor(signUp);
      const { input, button, phase, element } = await openSignUp(page);
      spoil(standIn(page).answers);
      input.value = ADDRESS;
      button.click();
      await waitFor(() => phase() === 'failed', 'the failure to be told');
      expect(element.shadowRoot?.querySelector('[part=status]')?.textContent).to.match(words);
      expect(input.value).to.equal(ADDRESS);
      expect((await pressed(page)).length).to.equal(1);
      expectQuiet(page.heard, 0);
    });
  }

  it('Klaviyo names the field: it says so there', async () => {
    const page = await openFor({ target: 'klaviyo', companyId: 'AbC123' });
    const { input, button } = await openSignUp(page);
    const pointer = '/data/attributes/profile/data/attributes/email';
    Object.assign(standIn(page).answers, {
      klaviyo: 400,
      errors: JSON.stringify({ errors: [{ source: { pointer } }] }),
    });
    input.value = ADDRESS;
    button.click();
    await waitFor(() => input.ariaInvalid === 'true', 'the error at the field');
    expect(page.find('notify-me-form [data-backorder-form] > p').textContent).to.equal(
      'This was not accepted. Please check it.',
    );
    expect(input.value).to.equal(ADDRESS);
  });

  it('P23 without a privacy notice nothing goes to another company: no form is offered, and one warning says why', async () => {
    const page = await openFor({ target: 'back-in-stock', privacyUrl: undefined });
    await waitFor(() => page.reports.length > 0, 'the warning');
    expect(page.reports.join()).to.match(/no-privacy-notice/);
    expect(page.document.querySelector('notify-me-form')).to.equal(null);
    expect((await pressed(page)).length).to.equal(1);
  });

  it('H27 a target whose origin the page has not named is no target', async () => {
    const page = await openFor({ target: 'klaviyo', companyId: 'AbC123' }, { attributes: {} });
    await waitFor(() => page.reports.length > 0, 'the warning');
    expect(page.reports.join()).to.match(/foreign-sign-up/);
    expect(page.document.querySelector('notify-me-form')).to.equal(null);
  });

  it('offers both ways beside the theme’s own button, which does what it always does', async () => {
    const page = await openPage({
      document: {
        ...sells({ id: 'lamp', onHand: 0, policy: { sell: 'backorder', signUp: 'beside' } }),
        signUp: { url: '{own}/sign-ups', privacyUrl: '/privacy' },
      },
    });
    const ways = (): HTMLInputElement[] => [
      ...(page.document
        .querySelector('notify-me-form')
        ?.shadowRoot?.querySelectorAll<HTMLInputElement>('[part=way] input') ?? []),
    ];
    await waitFor(() => ways().length === 2, 'the two ways');
    expect(page.label).to.equal('Backorder now');
    ways()[1]?.click();
    const input = await waitFor(
      () => page.document.querySelector<HTMLInputElement>('notify-me-form input[type=email]'),
      'the form',
    );
    input.value = 'somebody@example.com';
    page.find<HTMLButtonElement>('notify-me-form form button').click();
    await waitFor(async () => (await page.signUps()).length === 1, 'the sign-up');
    expect((await pressed(page)).length).to.equal(1);
    expectQuiet(page.heard, 0);
  });
});
