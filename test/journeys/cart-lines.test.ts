// A cart page has no product form: the script starts for marked lines, and for nothing else.
import { expect } from '@open-wc/testing';
import { closePages, openPage, waitFor, type Logged, type ShopPage } from '../support/journey.js';
import { expectQuiet } from '../support/oracle.js';

const RECORD = '1;backorder;2+3;2031-05-17/2031-05-17;day;ship;estimated;2026-11-22T09:00Z;en';
const PLAIN = '<li><a href="/bench">Bench</a></li>';
const line = (more = ''): string =>
  `<li><a href="/chair">Chair</a> <span data-backorder-line="${RECORD}" ${more}></span></li>`;

const notes = (page: ShopPage): readonly string[] =>
  [...page.document.querySelectorAll('[data-backorder-said]')].map((it) => it.textContent ?? '');
const files = (log: readonly Logged[]): readonly string[] => log.map(({ path }) => path);

const open = (lines: string, more: object = {}): Promise<ShopPage> =>
  openPage({ page: 'cart-lines', script: true, slots: { lines }, ...more });

describe('a cart page', () => {
  afterEach(closePages);

  it('S12 a marked line says the split and the date, and no shop is asked for it', async () => {
    const page = await open(PLAIN + line(), { endpoint: 'own', document: { version: 1, products: [] } });
    await waitFor(() => notes(page).length, 'words');
    expect(notes(page)).to.deep.equal(['Backorder: 2 now, 3 on 17 May 2031']);
    expect(
      files(await page.log()).filter((it) => /^(?:availability|cart(?!-lines\.html)|api|wp-json)/.test(it)),
    ).to.deep.equal([]);
    expectQuiet(page.heard);
  });

  it('N34 lines that name their products ask the endpoint once for all of them, and tell a later date', async () => {
    const of = (id: number): string =>
      line(`data-backorder-line-product="chair-${id}" data-backorder-line-quantity="5"`);
    const ids = Array.from({ length: 20 }, (_, index) => index);
    const page = await open(ids.map(of).join(''), {
      endpoint: 'own',
      document: {
        version: 1,
        policy: { sell: 'backorder' },
        products: ids.map((id) => ({
          id: `chair-${id}`,
          onHand: 2,
          availableForBackorder: 'unlimited',
          restock: '2031-06-01',
        })),
      },
    });
    await waitFor(
      () => notes(page).join().split('Before: on 17 May 2031.').length === 21,
      'the changed date',
    );
    expect(new Set(notes(page)).size).to.equal(1);
    expect(await page.asked('availability')).to.have.length(1);
    expectQuiet(page.heard);
  });

  it('without marked lines nothing is loaded and nothing asked', async () => {
    const page = await open(PLAIN, { endpoint: 'own', document: { version: 1, products: [] } });
    await page.loaded();
    expect(
      files(await page.log()).filter((it) => !/\.html$|-\/|^cdn\/backorder-elements\.js$/.test(it)),
    ).to.deep.equal([]);
    expect(notes(page)).to.deep.equal([]);
  });

  it('a line that comes later is found', async () => {
    const page = await open(PLAIN);
    await page.loaded();
    page.find('ul').insertAdjacentHTML('beforeend', line());
    await waitFor(() => notes(page).length, 'words');
  });

  it('a hidden mark without a record starts the script and is not drawn in', async () => {
    const page = await open(`${PLAIN}<li hidden data-backorder-line></li>`);
    await waitFor(
      async () => files(await page.log()).some((it) => it.endsWith('page.js')),
      'the page’s file',
    );
    expect(notes(page)).to.deep.equal([]);
    expectQuiet(page.heard);
  });

  it('files that do not come leave the cart as it is, and are not asked for without end', async () => {
    const page = await open(line(), { replies: { 'cdn/backorder-elements.page.js': { status: 500 } } });
    const gone = async (): Promise<boolean> =>
      (await page.log()).filter(({ path }) => path.endsWith('page.js')).length >= 2;
    await waitFor(gone, 'both tries');
    const before = files(await page.log()).filter((it) => it.endsWith('page.js')).length;
    for (let turn = 0; turn < 5; turn += 1) {
      page.find('ul').insertAdjacentHTML('beforeend', PLAIN);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(files(await page.log()).filter((it) => it.endsWith('page.js')).length).to.equal(before);
    expect(notes(page)).to.deep.equal([]);
  });
});
