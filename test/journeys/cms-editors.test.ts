// What editors paste into a page, as their systems leave it, and what their editors show of it.
import { expect } from '@open-wc/testing';
import {
  closePages,
  openPage,
  pause,
  sells,
  waitFor,
  type PageOptions,
  type ShopPage,
} from '../support/journey.js';
import { expectQuiet } from '../support/oracle.js';
import { shown } from '../support/shown.js';

const LAMP = { id: 'lamp', handle: 'lykke-lamp', onHand: 0 };
const GONE = { id: 'bench', onHand: 0, policy: { sell: 'none' } };
const BADGE = '<div id="written" data-backorder="badge" data-product="lykke-lamp"></div>';

const open = (after: string, options: PageOptions = {}): Promise<ShopPage> =>
  openPage({ page: 'empty', document: sells(LAMP, GONE), slots: { after }, button: 'body', ...options });

const files = async (page: ShopPage): Promise<readonly string[]> =>
  (await page.log())
    .map(({ path }) => /backorder-elements\.([\w-]+)\.js/.exec(path)?.[1] ?? '')
    .filter(Boolean);

describe('plain HTML that stands for our tags', () => {
  afterEach(closePages);

  for (const [name, html] of Object.entries({
    'by attributes': BADGE,
    'by classes': '<div id="written" class="backorder--badge backorder--product--lykke-lamp"></div>',
    'by attributes with curly quotes':
      '<div id="written" data-backorder=”Badge” data-product=”lykke-lamp”></div>',
    'in a paragraph, with a blank inside':
      '<p><span id="written" data-backorder="badge" data-product="lykke-lamp">&nbsp;</span></p>',
  })) {
    it(`${name} becomes the element, in place`, async () => {
      const page = await open(html);
      await waitFor(() => shown(page, '#written > backorder-badge') === 'Backorder');
      expectQuiet(page.heard);
    });
  }

  it('all four elements, with what stood inside until then', async () => {
    const page = await open(
      `${BADGE}<div data-backorder="date" data-product="lamp"></div>
       <div data-backorder="form" data-product="bench" data-compact><a href="ask">Ask us</a></div>
       <div data-backorder="button" data-product="lamp"></div>`,
    );
    await waitFor(() => shown(page, 'backorder-badge') === 'Backorder');
    await waitFor(() => /ship/.test(shown(page, 'eta-notice')));
    await waitFor(() => shown(page, 'notify-me-form').includes('Tell me when it is back'));
    await waitFor(() => shown(page, 'preorder-button').includes('Backorder now'));
  });

  it('what comes later is found as well, with our files there and without them', async () => {
    for (const first of ['<backorder-badge product="lamp"></backorder-badge>', '']) {
      const page = await open(first);
      if (first) await waitFor(() => shown(page, 'backorder-badge') === 'Backorder');
      else await page.loaded();
      page.document.body.insertAdjacentHTML('beforeend', BADGE);
      await waitFor(() => shown(page, '#written > backorder-badge') === 'Backorder');
      // Put back as it was, as editors and morphing scripts do.
      page.find('#written').replaceChildren();
      await waitFor(() => shown(page, '#written > backorder-badge') === 'Backorder');
      page.find('#written').dataset.product = 'bench';
      await waitFor(() => shown(page, '#written > backorder-badge') === 'Sold out');
      page.close();
    }
  });

  it('without its file the page is as it was, and the rest goes on', async () => {
    const page = await open(`${BADGE}<backorder-badge id="tag" product="lamp"></backorder-badge>`, {
      replies: { 'cdn/backorder-elements.written-tags.js': { status: 404 } },
    });
    await waitFor(() => shown(page, '#tag') === 'Backorder');
    expect(page.find('#written').innerHTML).to.equal('');
    expect(page.heard.errors).to.deep.equal([]);
  });

  it('a page without any fetches nothing for it', async () => {
    const page = await open(
      '<backorder-badge product="lamp"></backorder-badge><a class="backorder">Zoom</a>',
    );
    await waitFor(() => shown(page, 'backorder-badge') === 'Backorder');
    const fetched = await files(page);
    expect(fetched).to.include('page');
    expect(fetched).not.to.include('written-tags');
    expect(fetched).not.to.include('sample-state');
  });
});

describe('an editor’s canvas', () => {
  afterEach(closePages);

  const TAGS = `
    <backorder-badge product="none" data-preview="backorder"></backorder-badge>
    <div data-backorder="notice" data-product="none" data-preview="preorder"></div>
    <div data-backorder="button" data-product="none" data-preview="backorder"></div>
    <div class="backorder--form backorder--product--none backorder--preview--sold-out"></div>`;

  it('without network, storage and origin shows labelled samples', async () => {
    const inner = `<!doctype html><title>canvas</title>${TAGS}
      <script defer src="{away}/cdn/backorder-elements.js" data-endpoint="https://192.0.2.1/availability"></script>
      <script>setInterval(() => parent.postMessage(
        [...document.querySelectorAll('[product]')].map((it) => it.localName + ': ' + (it.shadowRoot?.textContent ?? '').replace(/\\s+/g, ' ').trim()), '*'), 100)</script>`;
    const escaped = inner.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const page = await open(`<iframe title="canvas" sandbox="allow-scripts" srcdoc="${escaped}"></iframe>`, {
      script: false,
    });
    let told: readonly string[] = [];
    page.window.addEventListener('message', ({ data }) => (told = data as readonly string[]));
    for (const expected of [
      /^backorder-badge: Backorder ?Preview: backorder$/,
      /^eta-notice: Expected to ship on .*Preview: preorder$/,
      /^preorder-button: Backorder now ?Preview: backorder$/,
      /^notify-me-form: Tell me when it is back.*Preview: sold out$/,
    ]) {
      await waitFor(() => told.some((it) => expected.test(it)), `${String(expected)} in ${told.join(' | ')}`);
    }
  });

  it('with the shop’s data shows the sample that is asked for, and nothing can be bought with it', async () => {
    const page = await open(
      '<form action="cart/add" method="post"><preorder-button id="b" product="lamp" data-preview="preorder"></preorder-button></form>',
    );
    await waitFor(() => /Pre-order now.*Preview: preorder/.test(shown(page, '#b')));
    page.find('#b').shadowRoot?.querySelector('button')?.click();
    await pause(200);
    expect((await page.log()).filter(({ method }) => method === 'POST')).to.deep.equal([]);
  });

  it('leaves what is being edited as it is: it would be saved with our words in it', async () => {
    const page = await open(
      `<div contenteditable>${BADGE}</div><backorder-badge id="tag" product="lamp"></backorder-badge>`,
    );
    await waitFor(() => shown(page, '#tag') === 'Backorder');
    expect(page.find('#written').outerHTML).to.equal(BADGE);
  });
});

it('a shopper’s page shows what is true, though an editor has left a preview in it', async () => {
  // In a window of its own, as shoppers have it: the journeys' pages stand in frames.
  const page = await open('', { script: false });
  const shopper = window.open(page.window.location.href, '_blank', 'width=400,height=400');
  if (!shopper) return;
  try {
    await waitFor(
      () => shopper.document.readyState === 'complete' && shopper.location.href !== 'about:blank',
    );
    shopper.document.body.innerHTML =
      '<backorder-badge product="lamp" data-preview="preorder"></backorder-badge>';
    const script = shopper.document.createElement('script');
    script.src = 'cdn/backorder-elements.js';
    script.dataset.endpoint = 'availability';
    shopper.document.body.append(script);
    const badge = shopper.document.querySelector('backorder-badge');
    await waitFor(() => badge?.textContent === 'Backorder');
    const fetched = await files(page);
    expect(fetched).to.include('page');
    expect(fetched).not.to.include('written-tags');
    expect(fetched).not.to.include('sample-state');
  } finally {
    shopper.close();
    closePages();
  }
});
