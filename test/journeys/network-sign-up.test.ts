// The network fails while a shopper signs up (cases N21, N26 to N28). N26 with the browser really offline: offline.node.mjs.
import { expect } from '@open-wc/testing';
import {
  closePages,
  openPage,
  sells,
  waitFor,
  type PageOptions,
  type Reply,
  type ShopPage,
} from '../support/journey.js';
import { expectQuiet, pressed } from '../support/oracle.js';
import { openSignUp } from '../support/sign-up-form.js';

const ADDRESS = 'somebody@example.com';
const FAILED = 'That did not go through. Nothing is lost: please try again.';

const soldOut = (url: string): object => ({
  ...sells({ id: 'lamp', onHand: 0, policy: { sell: 'none' } }),
  signUp: { url },
});

/** Sign-ups go to the other origin, which is the endpoint's as well. */
const away = (replies: Record<string, Reply | Reply[]>): PageOptions => ({
  endpoint: 'away',
  document: soldOut('{away}/sign-ups'),
  replies,
});

const posts = async (page: ShopPage): Promise<readonly { key: string | undefined; body: string }[]> =>
  (await page.asked('sign-ups'))
    .filter(({ method }) => method === 'POST')
    .map(({ headers, body }) => ({ key: headers['idempotency-key'], body }));

describe('a sign-up that does not go through', () => {
  afterEach(closePages);

  const status = (page: ShopPage): string =>
    page.find('notify-me-form').shadowRoot?.querySelector('[part=status]')?.textContent ?? '';

  /** The form says what has happened and keeps everything; the next press is the same sign-up again. */
  async function failsAndGoesThrough(
    options: PageOptions,
    mend: (page: ShopPage) => Promise<void>,
  ): Promise<ShopPage> {
    const page = await openPage(options);
    const { input, button, phase } = await openSignUp(page);
    input.value = ADDRESS;
    button.click();
    await waitFor(() => phase() === 'failed', 'the failure to be told');
    expect(status(page)).to.equal(FAILED);
    expect(input.value).to.equal(ADDRESS);
    expect(input.readOnly).to.equal(false);
    // The theme's own control is what it was, all the while.
    expect(page.label).to.equal('Add to cart');
    expect((await pressed(page)).length).to.equal(1);

    await mend(page);
    button.click();
    await waitFor(() => phase() === 'done', 'the sign-up to be taken');
    expect(await page.signUps()).to.have.length(1);
    expectQuiet(page.heard, 0);
    return page;
  }

  it('control: goes through, to the address that the document names', async () => {
    const page = await openPage(away({}));
    const { input, button, phase } = await openSignUp(page);
    input.value = ADDRESS;
    button.click();
    await waitFor(() => phase() === 'done', 'the sign-up to be taken');
    const [row, ...more] = await page.signUps();
    expect(more).to.have.length(0);
    expect(row).to.include({
      email: ADDRESS,
      product: 'lamp',
      language: 'en',
      page: `/shop/${page.id}/plain.html`,
    });
    expectQuiet(page.heard, 0);
  });

  it('N21 the preflight is answered with 404: nothing is sent, and the next try goes through', async () => {
    const options = away({ 'OPTIONS sign-ups': { status: 404, cors: false } });
    const page = await failsAndGoesThrough(options, async (it) => {
      expect(await posts(it)).to.have.length(0);
      await it.change({ replies: {} });
    });
    expect(await posts(page)).to.have.length(1);
  });

  const faults: [string, string, Reply][] = [
    ['N28', 'the reply is lost after the sign-up was kept', { how: 'cut', at: 0 }],
    ['N28', 'the reply breaks off in the middle', { how: 'reset', at: 10 }],
    ['N30', 'somebody else answers for the endpoint', { body: '{"ok":true}' }],
    ['N30', 'somebody repeats an older answer', { body: '{"requestId":"0123456789abcdef0123456789abcdef"}' }],
    ['N26', 'a 503', { status: 503 }],
    ['N26', 'a connection closed without a word', { how: 'hang-up' }],
  ];
  for (const [id, what, reply] of faults) {
    it(`${id} ${what}: it is told, and the second try is the same sign-up`, async () => {
      const page = await failsAndGoesThrough(away({ 'sign-ups': [reply, {}] }), () => Promise.resolve());
      const [first, second, ...more] = await posts(page);
      expect(more).to.have.length(0);
      expect(second).to.deep.equal(first);
      expect(first?.key).to.match(/^[0-9a-f]{32}$/);
    });
  }

  it('another address after a failure is another sign-up', async () => {
    const page = await openPage(away({ 'sign-ups': [{ status: 503 }, {}] }));
    const { input, button, phase } = await openSignUp(page);
    input.value = 'somebdy@example.com';
    button.click();
    await waitFor(() => phase() === 'failed', 'the failure');
    input.value = ADDRESS;
    button.click();
    await waitFor(() => phase() === 'done', 'the sign-up to be taken');
    const [first, second] = await posts(page);
    expect(second?.key).to.not.equal(first?.key);
    expect((await page.signUps()).map(({ email }) => email)).to.deep.equal([ADDRESS]);
  });

  it('N26 offline: one send after the network is back, with the same key and without a press', async () => {
    const theme = `<script>window.connected = false; Object.defineProperty(navigator, 'onLine', { get: () => connected })</script>`;
    const page = await openPage({
      ...away({ 'sign-ups': [{ how: 'hang-up' }, { how: 'hang-up' }, {}] }),
      theme,
    });
    const { input, button, phase } = await openSignUp(page);
    input.value = ADDRESS;
    button.click();
    await waitFor(() => phase() === 'failed', 'the failure');
    // An impatient shopper: still one send afterwards.
    button.click();
    await waitFor(async () => phase() === 'failed' && (await posts(page)).length === 2, 'the second failure');
    expect(input.value).to.equal(ADDRESS);

    (page.window as unknown as { connected: boolean }).connected = true;
    page.window.dispatchEvent(new page.window.Event('online'));
    await waitFor(() => phase() === 'done', 'the sign-up to be taken');
    const sent = await posts(page);
    expect(sent).to.have.length(3);
    expect(new Set(sent.map(({ key }) => key)).size).to.equal(1);
    expect(await page.signUps()).to.have.length(1);
    expectQuiet(page.heard, 0);
  });
});
