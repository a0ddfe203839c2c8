// The fixtures of WooCommerce's block form as of 10: as they behave without our script, and what is theirs alone with it.
import { expect } from '@open-wc/testing';
import type { Storefront } from '../fixtures/storefronts/storefront.js';
import { wooBlock10, wooDropdown } from '../fixtures/storefronts/woocommerce.js';
import { closePages, openPage, pause, waitFor, type PageOptions, type ShopPage } from '../support/journey.js';
import {
  chairs,
  check,
  isBackorder,
  isInStock,
  isRefused,
  openBoth,
  openFront,
  stateOf,
} from './shop-front.js';

async function open({ page, button, settled }: Storefront, options: PageOptions = {}): Promise<ShopPage> {
  const opened = await (await openPage({ page, button, script: false, ...options })).loaded();
  await waitFor(() => settled?.(opened), 'the theme');
  return opened;
}

const BATCH = 'wp-json/wc/store/v1/batch';

describe('the fixtures of WooCommerce 10’s block form', () => {
  afterEach(closePages);

  for (const front of [wooBlock10, wooDropdown]) {
    it(`${front.name}: the id follows a choice a frame later, without an event`, async () => {
      const page = await open(front);
      const heard: string[] = [];
      page.document.addEventListener('change', ({ target }) => heard.push((target as Element).localName));
      front.choose(page, 'black');
      expect(front.chosen(page)).to.equal('601');
      await waitFor(() => front.chosen(page) === '602');
      expect(heard).to.have.length(1);
    });
  }

  it('a pill that is pressed again is let go: nothing is chosen', async () => {
    const page = await open(wooBlock10);
    page.find<HTMLInputElement>('[name=attribute_pa_colour][value=oak]').click();
    await waitFor(() => wooBlock10.chosen(page) === undefined);
    expect(page.document.querySelector('[name=attribute_pa_colour]:checked')).to.equal(null);
  });

  it('adds in a batch, and the same again by an update of its line; nothing of the form is sent', async () => {
    const page = await open(wooBlock10);
    const added = page.document.createElement('input');
    Object.assign(added, { type: 'hidden', name: 'x', value: 'y' });
    page.find('form').append(added);
    wooBlock10.press(page);
    await waitFor(() => wooBlock10.words(page) === '1 in cart');
    wooBlock10.press(page);
    await waitFor(() => wooBlock10.words(page) === '2 in cart');
    const [first, second] = (await page.asked(BATCH)).map(
      ({ body }) => (JSON.parse(body) as { requests: readonly { path: string; body: object }[] }).requests[0],
    );
    expect(first?.body).to.deep.equal({
      id: 601,
      quantity: 1,
      variation: [{ attribute: 'attribute_pa_colour', value: 'oak' }],
    });
    expect(second?.path).to.equal('/wc/store/v1/cart/update-item');
    expect(second?.body).to.deep.equal({ key: 'line-1', quantity: 2 });
  });

  it('what is out of stock has no button, and is not sent from the keyboard either', async () => {
    const page = await open(wooBlock10);
    wooBlock10.choose(page, 'red');
    await waitFor(() => page.button.hidden);
    page.button.form?.requestSubmit();
    const notice = await waitFor(() => page.document.querySelector('.wc-block-components-notice-banner'));
    expect(notice.textContent).to.include('out of stock');
    expect(await page.asked(BATCH)).to.deep.equal([]);
  });
});

describe('WooCommerce 10’s block form with us', () => {
  afterEach(closePages);

  check('a select in place of pills: each choice is followed', async () => {
    const page = await openFront(wooDropdown);
    await isInStock(wooDropdown, page);
    wooDropdown.choose(page, 'black');
    await isBackorder(wooDropdown, page);
    wooDropdown.choose(page, 'red');
    await isRefused(wooDropdown, page);
    wooDropdown.choose(page, 'oak');
    await isInStock(wooDropdown, page);
  });

  check('a pill let go: nothing is chosen, so nothing is promised', async () => {
    const page = await openFront(wooBlock10, 'black');
    await isBackorder(wooBlock10, page);
    page.find<HTMLInputElement>('[name=attribute_pa_colour][value=black]').click();
    await waitFor(() => stateOf(page) !== 'backorder', 'no backorder', 4000);
    await waitFor(() => wooBlock10.words(page) === 'Add to cart', 'the theme’s words', 4000);
    expect(page.document.querySelector('[data-backorder-field]')).to.equal(null);
  });

  check(
    'added: the runtime says how many are in the cart, and has its way until something else is chosen',
    async () => {
      const page = await openFront(wooBlock10, 'black');
      await isBackorder(wooBlock10, page);
      wooBlock10.press(page);
      await waitFor(async () => (await page.asked(BATCH)).length === 1, 'the add');
      await waitFor(() => wooBlock10.words(page) === '1 in cart', 'the runtime’s words');
      wooBlock10.choose(page, 'oak');
      await isInStock(wooBlock10, page);
      wooBlock10.choose(page, 'black');
      await isBackorder(wooBlock10, page);
    },
  );

  check('the stepper: quantity and offer go together', async () => {
    const page = await openFront(wooBlock10, 'black', {
      document: chairs(wooBlock10, {}, { maxPerOrder: 2 }),
    });
    await isBackorder(wooBlock10, page);
    const limit = (): boolean => /up to 2/.test(page.find('eta-notice').textContent);
    const stepper = (way: string): void =>
      page.find(`.wc-block-components-quantity-selector__button--${way}`).click();
    for (let press = 0; press < 2; press += 1) stepper('plus');
    await waitFor(limit, 'the limit', 4000);
    stepper('minus');
    await waitFor(() => !limit(), 'no limit', 4000);
  });

  check('what the Store API will not carry is not sent, and the add is the theme’s own', async () => {
    const { page, without } = await openBoth(wooBlock10, 'black');
    await isBackorder(wooBlock10, page);
    for (const it of [page, without]) wooBlock10.press(it);
    await waitFor(async () => (await page.asked(BATCH)).length === 1, 'our add');
    await waitFor(async () => (await without.asked(BATCH)).length === 1, 'the theme’s add');
    expect((await page.asked(BATCH))[0]?.body).to.equal((await without.asked(BATCH))[0]?.body);
  });

  check(
    'nothing is said while the page’s own data are still read, and a choice made meanwhile is not lost',
    async () => {
      const page = await openFront(wooBlock10, 'black', {
        replies: { 'cdn/backorder-elements.read-product-class.js': { hold: 'reader' } },
      });
      await waitFor(
        async () => (await page.asked('cdn/backorder-elements.read-product-class.js')).length > 0,
        'the reader',
      );
      // What the other one has read might still be refused.
      await pause(200);
      expect(stateOf(page)).to.equal(undefined);
      wooBlock10.choose(page, 'oak');
      await waitFor(() => wooBlock10.chosen(page) === '601', 'oak');
      await page.release('reader');
      await waitFor(() => stateOf(page) === 'in-stock', 'in stock', 4000);
      await isInStock(wooBlock10, page);
    },
  );
});
