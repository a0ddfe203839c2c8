// Selling plans: the pre-order's goes with the add, a shopper's own choice stays, and what needs one that there is not is not sold.
import { expect } from '@open-wc/testing';
import { dawn } from '../fixtures/storefronts/dawn.js';
import { horizon4 } from '../fixtures/storefronts/horizon.js';
import type { Storefront } from '../fixtures/storefronts/storefront.js';
import { closePages, pause, waitFor, type ShopPage } from '../support/journey.js';
import {
  added,
  chairs,
  check,
  fieldsIn,
  isBackorder,
  isInStock,
  isRefused,
  openFront,
} from './shop-front.js';

/** Black and red are pre-orders by a date, oak is there. */
const ahead = (front: Storefront, policy: object = {}): object => {
  const [id] = [front.product];
  const { oak, black, red } = front.variants;
  return {
    ...chairs(front, {}, { sell: 'preorder', ...policy }),
    products: [
      {
        id,
        variants: [
          { id: oak, onHand: 5 },
          { id: black, onHand: 0, restock: '2031-05-17' },
          { id: red, onHand: 0, restock: '2031-06-17' },
        ],
      },
    ],
  };
};

const open = (
  front: Storefront,
  start: 'oak' | 'black' | 'red',
  plans: string,
  options: Parameters<typeof openFront>[2] = {},
): Promise<ShopPage> =>
  openFront(front, start, { document: ahead(front), ...options, slots: { plans, ...options.slots } });

/** What the form would send as its plan: the server takes the last one. */
const plan = (page: ShopPage): string | undefined =>
  new FormData(page.button.form as HTMLFormElement).getAll('selling_plan').map(String).at(-1) || undefined;

const isPreorder = (front: Storefront, page: ShopPage): Promise<unknown> =>
  waitFor(() => front.words(page) === 'Pre-order now', 'Pre-order now', 4000);

const hasPlan = (page: ShopPage, id: string): Promise<unknown> =>
  waitFor(() => plan(page) === id, `plan ${id}`, 4000);

interface Line {
  readonly selling_plan_allocation: { readonly selling_plan: { readonly id: number } } | null;
  readonly properties: Readonly<Record<string, string>>;
}

const linesOf = async (page: ShopPage): Promise<readonly Line[]> => {
  const reply = await page.window.fetch(new URL('../cart.js', page.document.baseURI));
  return ((await reply.json()) as { items: Line[] }).items;
};

for (const front of [dawn, horizon4]) {
  describe(`${front.name}: selling plans`, () => {
    afterEach(closePages);

    check('a pre-order is added under its plan, of which the page itself has only the id', async () => {
      const page = await open(front, 'black', 'preorder');
      await isPreorder(front, page);
      await hasPlan(page, '3101');
      front.press(page);
      const [add] = await added(front, page, 1);
      expect(add?.fields).to.include({ selling_plan: '3101' });
      expect(add?.fields).to.have.property('properties[Availability]');
      const [line] = await waitFor(async () => {
        const found = await linesOf(page);
        return found.length > 0 && found;
      });
      expect(line?.selling_plan_allocation?.selling_plan.id).to.equal(3101);
      expect((await page.asked('products/chair.js')).length, 'asked once').to.equal(1);
    });

    check('another variant has another plan, and what is in stock has none', async () => {
      const page = await open(front, 'black', 'preorder');
      await hasPlan(page, '3101');
      front.choose(page, 'red');
      await hasPlan(page, '3102');
      front.choose(page, 'oak');
      await waitFor(() => front.chosen(page) === front.variants.oak, 'oak');
      await isInStock(front, page);
      expect([plan(page), fieldsIn(page)]).to.deep.equal([undefined, 0]);
      front.choose(page, 'black');
      await hasPlan(page, '3101');
    });

    check('a shop of subscriptions has none of ours, and its product is asked for once', async () => {
      const page = await open(front, 'black', 'subscription');
      await isPreorder(front, page);
      await waitFor(async () => (await page.asked('products/chair.js')).length);
      await pause(200);
      expect(plan(page)).to.equal(undefined);
      front.press(page);
      const [add] = await added(front, page, 1);
      expect(add?.fields['selling_plan'] || undefined).to.equal(undefined);
    });

    check('a shop without plans is asked nothing', async () => {
      const page = await open(front, 'black', 'none');
      await isPreorder(front, page);
      await pause(200);
      expect(await page.asked('products/chair.js')).to.have.length(0);
      expect(plan(page)).to.equal(undefined);
    });

    check('a backorder is not sold under a plan for pre-orders that nobody has to take', async () => {
      const page = await open(front, 'black', 'preorder', { document: chairs(front) });
      await isBackorder(front, page);
      await waitFor(async () => (await page.asked('products/chair.js')).length);
      await pause(200);
      expect(plan(page)).to.equal(undefined);
    });

    check('a backorder that the shop takes under the plan only goes with it', async () => {
      const page = await open(front, 'black', 'preorder required', { document: chairs(front) });
      await isBackorder(front, page);
      await hasPlan(page, '3101');
    });

    check(
      'what is sold under a subscription only is not offered as a pre-order: there is the sign-up',
      async () => {
        const page = await open(front, 'black', 'subscription required');
        await isRefused(front, page);
        expect(front.words(page)).to.not.equal('Pre-order now');
        // Back on the shelf, it is none of our business.
        await page.change({ document: ahead(front) });
        front.choose(page, 'oak');
        await waitFor(() => front.chosen(page) === front.variants.oak, 'oak');
        await isInStock(front, page);
      },
    );

    check('where the shopper has chosen a subscription it stays, alone', async () => {
      const picker = `<select name="selling_plan"><option value="">Once</option><option value="3201" selected>Every month</option></select>`;
      const page = await open(front, 'black', 'preorder', { slots: { inside: picker } });
      await isPreorder(front, page);
      await pause(300);
      expect(page.document.querySelectorAll('[data-backorder-field=plan]')).to.have.length(0);
      expect(page.find<HTMLSelectElement>('select[name=selling_plan]').value).to.equal('3201');
    });

    check('a subscription that a widget writes into the form later takes the place of ours', async () => {
      const page = await open(front, 'black', 'preorder');
      await hasPlan(page, '3101');
      const form = page.button.form as HTMLFormElement;
      const theirs =
        form.querySelector<HTMLInputElement>('[name=selling_plan]:not([data-backorder-field])') ??
        form.appendChild(
          Object.assign(page.document.createElement('input'), { type: 'hidden', name: 'selling_plan' }),
        );
      theirs.value = '3201';
      await waitFor(() => !form.querySelector('[data-backorder-field=plan]'), 'ours to go');
      expect(plan(page)).to.equal('3201');
      theirs.value = '';
      await hasPlan(page, '3101');
    });

    check('the merchant names the plan on the script tag', async () => {
      const page = await open(front, 'black', 'subscription', {
        attributes: { 'data-preorder-plans': 'Every month, early-bird' },
      });
      await isPreorder(front, page);
      await pause(300);
      expect(plan(page), 'a subscription is none, whoever calls it so').to.equal(undefined);
      const other = await open(front, 'black', 'preorder', {
        attributes: { 'data-preorder-plans': '3101' },
        replies: { 'products/chair.js': { status: 503 } },
      });
      await hasPlan(other, '3101');
      expect(await other.asked('products/chair.js'), 'it is known').to.have.length(0);
    });

    check('the shop’s own JSON does not come: the promise is sent as ever, without a plan', async () => {
      const page = await open(front, 'black', 'preorder', {
        replies: { 'products/chair.js': { status: 500 } },
      });
      await isPreorder(front, page);
      front.press(page);
      const [add] = await added(front, page, 1);
      expect(add?.fields).to.have.property('properties[_backorder]');
      expect(add?.fields['selling_plan'] || undefined).to.equal(undefined);
    });

    check('express checkout that reads the form has the plan with it', async () => {
      const page = await open(front, 'black', 'preorder');
      await hasPlan(page, '3101');
      page.find('.shopify-payment-button__button').click();
      const [sent] = await waitFor(async () => {
        const found = await page.asked('checkout');
        return found.length > 0 && found;
      }, 'the checkout');
      expect(sent?.fields.filter(([name]) => name === 'selling_plan').at(-1)?.[1]).to.equal('3101');
    });
  });
}

describe('Dawn: a button of ours without a form', () => {
  afterEach(closePages);

  check('puts a pre-order into the cart, with the promise and its plan', async () => {
    const inside = '<preorder-button product="7001" variant="41003"></preorder-button>';
    // The page's JSON tells what the plans are for.
    const page = await open(dawn, 'black', 'preorder', { slots: { inside } });
    await hasPlan(page, '3101');
    const button = page.find('.shopify-section preorder-button');
    const own = await waitFor(() => button.shadowRoot?.querySelector('button'), 'its own button', 4000);
    await waitFor(() => own.textContent.includes('Pre-order now'), 'its words', 4000);
    await waitFor(() => 'adapter' in button && button.adapter, 'its way into the cart', 4000);
    let ended = '';
    for (const type of ['backorder-added', 'backorder-add-failed'])
      button.addEventListener(type, () => (ended = type));
    own.click();
    await waitFor(() => ended);
    expect(ended).to.equal('backorder-added');
    const [line] = await linesOf(page);
    expect(line?.selling_plan_allocation?.selling_plan.id).to.equal(3102);
    expect(line?.properties['Availability']).to.include('2031');
  });
});

describe('Horizon 4: an add that loses its plan', () => {
  afterEach(closePages);

  check('is put under the plan again, with the promise', async () => {
    const page = await open(horizon4, 'black', 'preorder');
    await hasPlan(page, '3101');
    horizon4.choose(page, 'oak');
    await waitFor(() => plan(page) === undefined && horizon4.chosen(page) === horizon4.variants.oak, 'oak');
    await isInStock(horizon4, page);
    const receipts: { readonly code: string; readonly plan: string | undefined }[] = [];
    page.button.form?.addEventListener('backorder-receipt', ({ code, fields }) => {
      receipts.push({ code, plan: fields['selling_plan'] });
    });
    await page.change({ replies: { 'products/chair/black': { hold: 'black' } } });
    horizon4.choose(page, 'black');
    horizon4.press(page);
    await page.release('black');
    await waitFor(() => receipts.length, 'a receipt', 6000);
    expect(receipts).to.deep.equal([{ code: 'repaired', plan: '3101' }]);
    const [line] = await linesOf(page);
    expect(line?.selling_plan_allocation?.selling_plan.id).to.equal(3101);
    expect(line?.properties).to.have.property('Availability');
  });
});
