// Adds by AJAX on whole storefronts of BigCommerce and WooCommerce: the cart is read back, and the shopper told what was lost.
import { expect } from '@open-wc/testing';
import { cornerstone } from '../fixtures/storefronts/cornerstone.js';
import type { Storefront } from '../fixtures/storefronts/storefront.js';
import { wooVariable } from '../fixtures/storefronts/woocommerce.js';
import { closePages, pause, waitFor, type PageOptions, type ShopPage } from '../support/journey.js';
import { expectQuiet } from '../support/oracle.js';
import { openFront } from './shop-front.js';

/**
 * A network on which the cart that is read at the press is answered before the add is. Once the page's root says
 * `data-sold-elsewhere`, the shop is asked for more pieces than it has left.
 */
const IN_TURN = `<script>{
  const own = window.fetch;
  window.fetch = async (...all) => {
    if (/cart\\/add|add_to_cart/.test(all[0])) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { body } = all[1];
      const field = ['qty[]', 'quantity'].find((name) => body.has(name));
      if ('soldElsewhere' in document.documentElement.dataset) body.set(field, '21');
    }
    return own(...all);
  };
}</script>`;

/** A theme that sends WooCommerce's form by AJAX, as many do; `drop` are fields that it leaves out. */
const byAjax = (drop: readonly string[] = []): string => `<script>
  addEventListener('submit', (event) => {
    event.preventDefault();
    const body = new FormData(event.target);
    for (const name of ${JSON.stringify(drop)}) body.delete(name);
    fetch('../?wc-ajax=add_to_cart', { method: 'POST', body });
  });
</script>`;

interface Case {
  readonly front: Storefront;
  /** Options with which the shop keeps the promise, and with which it does not. */
  readonly keeps: PageOptions;
  readonly loses: PageOptions;
  readonly cart: string;
  readonly add: { readonly path: string; readonly query?: string };
}

const cases: readonly Case[] = [
  {
    front: cornerstone,
    // The merchant's own modifier, and one that there is not.
    keeps: { attributes: { 'data-text-field': 'attribute[11]' } },
    loses: { attributes: { 'data-text-field': 'attribute[12]' } },
    cart: 'api/storefront/carts',
    add: { path: 'remote/v1/cart/add' },
  },
  {
    front: wooVariable,
    keeps: { theme: byAjax() },
    loses: { theme: byAjax(['backorder_text', 'backorder_record']) },
    cart: 'wp-json/wc/store/v1/cart',
    add: { path: '', query: 'wc-ajax=add_to_cart' },
  },
];

interface Receipt extends Event {
  readonly code: string;
}

async function open({ front }: Case, options: PageOptions): Promise<{ page: ShopPage; codes: string[] }> {
  const page = await openFront(front, 'black', {
    // The shop's root is where its forms and its API are, which a page of the test server is not.
    head: `<link rel="https://api.w.org/" href="../wp-json/">`,
    ...options,
    theme: IN_TURN + (options.theme ?? ''),
  });
  await waitFor(() => front.words(page) === 'Backorder now', 'our words', 5000);
  await waitFor(() => page.document.querySelector('[data-backorder-field]'), 'the promise in the form', 5000);
  const codes: string[] = [];
  page.document.addEventListener('backorder-receipt', (event) => codes.push((event as Receipt).code));
  return { page, codes };
}

const adds = async (page: ShopPage, { add }: Case): Promise<number> =>
  (await page.log()).filter(({ path, query }) => path === add.path && (!add.query || query === add.query))
    .length;
const reads = async (page: ShopPage, { cart }: Case): Promise<number> =>
  (await page.log()).filter(({ path }) => path === cart).length;
const announced = (page: ShopPage): string => page.find('[data-backorder-live]').textContent ?? '';

for (const one of cases) {
  describe(`receipts of ${one.front.name}`, () => {
    afterEach(closePages);

    it('a promise that is on the line is told to the page, and the shopper hears nothing', async () => {
      const { page, codes } = await open(one, one.keeps);
      one.front.press(page);
      await waitFor(() => codes.length === 1, 'the receipt', 5000);
      expect(codes).to.deep.equal(['kept']);
      expect(announced(page)).to.not.include('does not show');
      expect(await adds(page, one)).to.equal(1);
      expectQuiet(page.heard, 0);
    });

    it('one that was lost on the way is told to both', async () => {
      const { page, codes } = await open(one, one.loses);
      one.front.press(page);
      await waitFor(() => codes.length === 1, 'the receipt', 5000);
      expect(codes).to.deep.equal(['lost']);
      await waitFor(() => announced(page).includes('does not show'), 'the words', 5000);
      expect(await adds(page, one)).to.equal(1);
      expectQuiet(page.heard, 1);
    });

    it('an add that the shop refuses with status 200 has no receipt, though there is such a line', async () => {
      const { page, codes } = await open(one, one.keeps);
      one.front.press(page);
      await waitFor(() => codes.length === 1, 'the receipt', 5000);
      // Nobody may be told that something was lost which did not come at all.
      await waitFor(() => !page.button.disabled, 'the button to be on again', 5000);
      page.document.documentElement.toggleAttribute('data-sold-elsewhere', true);
      const before = await reads(page, one);
      page.button.click();
      await waitFor(async () => (await adds(page, one)) === 2, 'the second add', 5000);
      await waitFor(
        async () => (await reads(page, one)) >= before + 2,
        'the cart read before and after',
        5000,
      );
      await pause(300);
      expect(codes).to.deep.equal(['kept']);
      expect(announced(page)).to.not.include('does not show');
    });

    it('a cart that cannot be read says nothing', async () => {
      const { page, codes } = await open(one, { ...one.loses, replies: { [one.cart]: { status: 500 } } });
      one.front.press(page);
      await waitFor(async () => (await reads(page, one)) >= 2, 'the cart read before and after', 5000);
      await pause(300);
      expect(codes).to.deep.equal([]);
    });
  });
}
