// A page whose products are all simply in stock costs the shopper two small requests and nothing else.
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
import { expectQuiet, openOracle } from '../support/oracle.js';

const TAGS = ['product-availability', 'backorder-badge', 'eta-notice', 'preorder-button', 'notify-me-form'];
const elements =
  '<backorder-badge></backorder-badge><eta-notice></eta-notice><notify-me-form></notify-me-form>';
const stock = sells(
  { id: 'lamp', onHand: 12 },
  { id: 'lantern', onHand: 3 },
  { id: 'torch', tracked: false },
  {
    id: 'chair',
    variants: [
      { id: 'chair-oak', onHand: 2 },
      { id: 'chair-black', onHand: 1 },
      { id: 'chair-red', onHand: 9 },
    ],
  },
);

describe('everything is in stock', () => {
  afterEach(closePages);

  const pages: [string, PageOptions][] = [
    ['a product', {}],
    ['a product with variants', { page: 'variants' }],
    ['a list of products', { page: 'list' }],
    ['a product with our elements in the page', { slots: { before: elements } }],
  ];
  for (const [what, options] of pages) {
    it(`${what}: the loader and the document are fetched and nothing else, and the page is as without us`, async () => {
      const oracle = await openOracle({ ...options, document: stock });
      const { page } = oracle;
      await waitFor(async () => (await page.asked('availability')).length > 0, 'the document');
      await page.loaded();
      await pause(300);
      const asked = (await page.log()).map(({ path }) => path).filter((path) => !path.endsWith('.html'));
      expect(asked).to.deep.equal(['cdn/backorder-elements.js', 'availability']);
      expect(TAGS.filter((tag) => page.window.customElements.get(tag))).to.deep.equal([]);
      await oracle.check('in stock');
      oracle.quiet(0);
      expect(page.heard.shifts).to.deep.equal([]);
    });
  }

  it('a list of products is one question', async () => {
    const page = await openPage({ page: 'list', document: stock });
    const [asked] = await waitFor(async () => {
      const found = await page.asked('availability');
      return found.length > 0 && found;
    }, 'the document');
    expect(decodeURIComponent(asked?.query ?? '')).to.equal('products=lamp,lantern,torch');
  });

  it('with the document in the page, the loader alone', async () => {
    const page = await openPage({ inline: stock });
    await page.loaded();
    await pause(300);
    const asked = (await page.log()).map(({ path }) => path).filter((path) => !path.endsWith('.html'));
    expect(asked).to.deep.equal(['cdn/backorder-elements.js']);
    expectQuiet(page.heard, 0);
  });

  it('more than there are: the rest comes, and says so', async () => {
    const page = await openPage({ page: 'variants', document: stock });
    await waitFor(async () => (await page.asked('availability')).length > 0, 'the document');
    const quantity = page.find<HTMLInputElement>('input[name=quantity]');
    quantity.value = '5';
    quantity.dispatchEvent(new page.window.Event('input', { bubbles: true }));
    await waitFor(() => page.label === 'Backorder now');
    expectQuiet(page.heard, 0);
  });

  it('more than there are by a stepper that writes without a sign: the same', async () => {
    const theme = `<script>addEventListener('DOMContentLoaded', () => {
      const field = document.querySelector('input[name=quantity]');
      const more = document.createElement('button');
      more.type = 'button';
      more.id = 'more';
      more.textContent = '+';
      field.after(more);
      more.addEventListener('click', () => (field.value = Number(field.value) + 4));
    })</script>`;
    const page = await openPage({ page: 'variants', document: stock, theme });
    await waitFor(async () => (await page.asked('availability')).length > 0, 'the document');
    page.find<HTMLElement>('#more').click();
    await waitFor(() => page.label === 'Backorder now');
    expectQuiet(page.heard, 0);
  });

  const flat = sells({ id: 'oak', onHand: 4 }, { id: 'black', onHand: 0 });
  const choices: Record<string, [string, (field: HTMLInputElement, page: ShopPage) => void]> = {
    'chosen by the shopper': [
      '<select name="id" id="choice"><option>oak<option>black</select>',
      (field, page) => field.dispatchEvent(new page.window.Event('change', { bubbles: true })),
    ],
    'written by the theme, without a sign': [
      '<input type="hidden" name="id" id="choice" value="oak">',
      () => undefined,
    ],
  };
  for (const [how, [field, sign]] of Object.entries(choices)) {
    for (const source of ['document', 'inline'] as const) {
      it(`a variant that the document tells as a product of its own, ${how}: the rest comes, and says so (${source})`, async () => {
        const page = await openPage({
          page: 'empty',
          [source]: flat,
          slots: { after: `<form action="/cart/add" method="post">${field}<button>Add</button></form>` },
          button: 'form button',
        });
        await page.loaded();
        await pause(300);
        expect(page.label).to.equal('Add');
        const choice = page.find<HTMLInputElement>('#choice');
        choice.value = 'black';
        sign(choice, page);
        await waitFor(() => page.label === 'Backorder now');
        expectQuiet(page.heard, 0);
      });
    }
  }

  it('more than the smallest shelf of several documents in the page: the rest comes, and says so', async () => {
    const other = JSON.stringify(sells({ id: 'lantern', onHand: 9 }));
    const page = await openPage({
      page: 'variants',
      inline: stock,
      slots: {
        before: `<script type="application/json" data-backorder-availability>${other}</script>`,
      },
    });
    await page.loaded();
    await pause(300);
    const quantity = page.find<HTMLInputElement>('input[name=quantity]');
    quantity.value = '3';
    quantity.dispatchEvent(new page.window.Event('input', { bubbles: true }));
    await waitFor(() => page.label === 'Backorder now');
    expectQuiet(page.heard, 0);
  });

  it('K24 a page without products asks for nothing at all', async () => {
    const page = await openPage({ page: 'empty', document: stock });
    await page.loaded();
    await pause(300);
    const asked = (await page.log()).map(({ path }) => path);
    expect(asked).to.deep.equal(['empty.html', 'cdn/backorder-elements.js']);
    expectQuiet(page.heard, 0);
  });
});
