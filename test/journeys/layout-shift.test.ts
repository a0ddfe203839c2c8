// Nothing moves under the shopper's finger when the answer comes late (case S27). What has moved is asked of the browser where it
// tells (layout-shift entries, Chromium), and read from the boxes everywhere.
import { expect } from '@open-wc/testing';
import {
  closePages,
  day,
  openPage,
  pause,
  sells,
  waitFor,
  type PageOptions,
  type ShopPage,
} from '../support/journey.js';
import { boxesOf, expectQuiet } from '../support/oracle.js';

const LABEL = 'Backorder now';
const gone = { id: 'lamp', onHand: 0 };
const late = { availability: { hold: 'answer' } };

/** Lets the page be painted, so that what comes now comes late. */
const painted = ({ window }: ShopPage): Promise<unknown> =>
  new Promise((resolve) =>
    window.requestAnimationFrame(() => window.requestAnimationFrame(() => setTimeout(resolve, 50))),
  );

const boxOf = (element: Element): number[] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left, top, width, height];
};

/**
 * Other words in the middle of a button begin at another place in it, which Chromium counts as a shift of those words, of less
 * than a thousandth. Nothing else may have moved, except what stands `below` a place that was not kept free.
 */
function expectOnlyWordsMoved({ heard }: ShopPage, below = ''): void {
  const others = heard.shifts
    .flatMap(({ moved }) => moved)
    .filter((it) => it !== 'button #text' && it !== below);
  expect(others).to.deep.equal([]);
  if (!below) expect(heard.shifts.reduce((sum, { value }) => sum + value, 0)).to.be.below(0.001);
}

async function openLate(options: PageOptions): Promise<ShopPage> {
  const page = await (await openPage({ replies: late, ...options })).loaded();
  await painted(page);
  return page;
}

describe('S27 the answer comes after the page was painted', () => {
  afterEach(closePages);

  for (const [what, product] of [
    ['backordered', gone],
    ['sold out', { ...gone, policy: { sell: 'backorder', limit: 0 } }],
    ['announced', { ...gone, policy: { sell: 'preorder', starts: `${day(9)}T09:00:00Z` } }],
  ] as const) {
    it(`${what}: elements come in after the form, and the form does not move`, async () => {
      const page = await openLate({ document: sells(product) });
      const before = [boxOf(page.button), boxOf(page.find('h1')), boxOf(page.find('form'))];
      await page.release('answer');
      await waitFor(
        () => page.document.querySelector('[data-backorder-place] [data-backorder-plain]'),
        'our elements',
      );
      await waitFor(() => page.label !== 'Add to cart', 'the label');
      await painted(page);
      const after = [boxOf(page.button), boxOf(page.find('h1')), boxOf(page.find('form'))];
      // Other words are wider or narrower; the button begins where it began, and is as high.
      const without = ([left, top, , height]: number[]): unknown => [left, top, height];
      expect(after.map(without)).to.deep.equal(before.map(without));
      expectQuiet(page.heard, 0);
    });
  }

  it('where the button is as wide as its place, nothing in the form moves at all', async () => {
    const theme = '<style>.buttons { display: grid !important; grid-template-columns: 1fr 1fr }</style>';
    const page = await openLate({ document: sells(gone), theme });
    const before = boxOf(page.button);
    await page.release('answer');
    await waitFor(() => page.label === LABEL);
    await painted(page);
    expect(boxOf(page.button)).to.deep.equal(before);
    expectOnlyWordsMoved(page, 'main p');
  });
});

describe('the places of the documentation keep free what is put into them', () => {
  let places = '';

  before(async () => {
    const readme = await (await fetch('/demo/docs/theme.md')).text();
    const found = /<!-- example: places -->\s*```html\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    places = found.replace(/<script.*/s, '');
    expect(places).to.include('<eta-notice>').and.to.include('<style>');
  });

  afterEach(closePages);

  const theme =
    '<style>body { margin: 20px; font: 16px/1.5 sans-serif } button { display: block; width: 100%; font: inherit }</style>';
  const about = '<p class="below">A side table.</p>';

  const cases: [string, object, string?][] = [
    ['in stock', { onHand: 3 }],
    ['backordered with a date', { onHand: 0, restock: day(40) }],
    ['backordered without a date', { onHand: 0, policy: { sell: 'backorder' } }],
    ['pre-ordered', { onHand: 0, release: day(60), policy: { sell: 'preorder' } }],
    ['sold out, with a sign-up', { onHand: 0, policy: { sell: 'backorder', limit: 0 } }],
    // A date and a sign-up together are more than the two lines that the documentation keeps free.
    [
      'announced with a date, and a sign-up, 6em kept free',
      { onHand: 0, release: day(60), policy: { sell: 'preorder', starts: `${day(20)}T09:00:00Z` } },
      '<style>.availability { min-height: 6em !important }</style>',
    ],
  ];
  for (const [what, record, more = ''] of cases) {
    for (const width of [780, 375]) {
      it(`${what}, ${width} px wide: nothing moves`, async () => {
        const page = await openLate({
          page: 'empty',
          button: 'form button',
          width,
          theme: theme + more,
          slots: { after: places + about },
          document: sells({ id: '7012', ...record }),
        });
        const theirs = (): readonly string[] => boxesOf(page).filter((it) => it !== 'input 0 0 0 0');
        const before = theirs();
        await page.release('answer');
        if (what === 'in stock') await pause(300);
        else await waitFor(() => page.find('backorder-badge').hasAttribute('state'), 'the badge');
        await painted(page);
        expect(theirs()).to.deep.equal(before);
        expectOnlyWordsMoved(page);
        expectQuiet(page.heard, 0);
      });
    }
  }
});
