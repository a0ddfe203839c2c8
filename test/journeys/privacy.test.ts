// What the script keeps, sets and asks for (cases P01, P04, P06, P07): nothing, nothing, and what the page needs.
import { expect } from '@open-wc/testing';
import { closePages, openPage, sells, waitFor, type ShopPage } from '../support/journey.js';
import { expectQuiet } from '../support/oracle.js';
import { openSignUp } from '../support/sign-up-form.js';

const onBackorder = { document: sells({ id: 'lamp', onHand: 0 }) };
const soldOut = { document: sells({ id: 'lamp', onHand: 0, policy: { sell: 'none' } }) };

/** A page's script that runs first: whoever touches what may hold an identifier is written down, and then refused. */
const GUARDED = `<script>
  globalThis.touched = [];
  const refuse = (what) => () => { touched.push(what); throw new DOMException('refused', 'SecurityError'); };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
    Object.defineProperty(window, name, { configurable: true, get: refuse(name) });
  Object.defineProperty(Document.prototype, 'cookie', { configurable: true, get: refuse('cookie'), set: refuse('cookie') });
  Object.defineProperty(Navigator.prototype, 'sendBeacon', { configurable: true, value: refuse('sendBeacon') });
  Object.defineProperty(Navigator.prototype, 'serviceWorker', { configurable: true, get: refuse('serviceWorker') });
</script>`;

const touched = (page: ShopPage): readonly string[] =>
  (page.window as unknown as { touched: readonly string[] }).touched;

const isSold = (page: ShopPage): Promise<unknown> =>
  waitFor(() => page.label === 'Backorder now', 'the button to say what it sells');

/** What was asked of the shop, besides the page and what its theme asks for: method and path. */
const requests = async (page: ShopPage): Promise<readonly string[]> =>
  (await page.log())
    .map(({ method, path }) => `${method} ${path}`)
    .filter((it) => !/\.(html|css|png|svg)$/.test(it));

describe('privacy', () => {
  afterEach(closePages);

  it('P01 a page on backorder asks for its document, once, and for nothing else', async () => {
    const page = await openPage(onBackorder);
    await isSold(page);
    expect((await requests(page)).filter((it) => !it.includes('cdn/'))).to.deep.equal(['GET availability']);
    const [asked] = await page.asked('availability');
    expect(asked?.query ?? '').to.match(/^\??products=lamp$/);
    expect(asked?.headers).not.to.have.property('cookie');
  });

  it('P24 every request of a page, up to a sign-up, is a line of the list in the documentation', async () => {
    const list = await (await fetch('/demo/docs/privacy.md')).text();
    const lines = [...list.matchAll(/^\| `(\w+ [^`]+)`/gm)].map(([, it]) => it!);
    expect(lines).to.have.length.greaterThan(3);
    const page = await openPage(soldOut);
    const { input, button, phase } = await openSignUp(page);
    input.value = 'somebody@example.com';
    button.click();
    await waitFor(() => phase() === 'done', 'the sign-up to be taken');
    const kinds = (await requests(page)).map((it) =>
      it.replace(/cdn\/backorder-elements\S*/, 'backorder-elements*.js'),
    );
    for (const kind of new Set(kinds)) expect(lines, kind).to.include(kind);
  });

  it('control: the guard of the next cases sees and refuses what a script does', async () => {
    const page = await openPage({ ...onBackorder, theme: GUARDED });
    expect(() => page.window.localStorage).to.throw();
    expect(touched(page)).to.deep.equal(['localStorage']);
  });

  it('P06 where every store throws it sells all the same, and has touched none', async () => {
    const page = await openPage({ ...onBackorder, theme: GUARDED });
    await isSold(page);
    expect(touched(page)).to.deep.equal([]);
    expectQuiet(page.heard, 0);
  });

  it('P04 a sign-up that fails is kept in its form only: there is no queue', async () => {
    const page = await openPage({ ...soldOut, theme: GUARDED, replies: { 'sign-ups': { status: 503 } } });
    const { input, button, phase } = await openSignUp(page);
    input.value = 'somebody@example.com';
    button.click();
    await waitFor(() => phase() === 'failed', 'the failure to be told');
    expect(touched(page)).to.deep.equal([]);
    // Opened again, the page knows nothing of it.
    await page.load();
    const again = await openSignUp(page);
    expect(again.input.value).to.equal('');
    expect((await page.asked('sign-ups')).filter(({ method }) => method === 'POST')).to.have.length(1);
  });

  it('P07 a page without any consent sells and takes sign-ups: nothing here needs one', async () => {
    const denied = `<script>
      window.dataLayer = [['consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied' }]];
      Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });
    </script>`;
    const page = await openPage({ ...soldOut, theme: denied + GUARDED });
    const { input, button, phase } = await openSignUp(page);
    input.value = 'somebody@example.com';
    button.click();
    await waitFor(() => phase() === 'done', 'the sign-up to be taken');
    expect(await page.signUps()).to.have.length(1);
    const { dataLayer } = page.window as unknown as { dataLayer: readonly unknown[] };
    expect(dataLayer).to.have.length(1);
    expect(touched(page)).to.deep.equal([]);
  });
});
