// Case D40: WooCommerce tells of a chosen variation by jQuery's events alone. jQuery may be there, come late, hide behind another
// name or be no jQuery at all.
import { expect } from '@open-wc/testing';
import { themeWindow, type Jq } from '../fixtures/storefronts/theme-window.js';
import { wooAjax, wooVariable } from '../fixtures/storefronts/woocommerce.js';
import { closePages, waitFor, type ShopPage } from '../support/journey.js';
import {
  check,
  chairs,
  fieldsIn,
  isInStock,
  isRefused,
  openFront,
  stateOf,
  textIn,
  YEAR,
} from './shop-front.js';

/** Hides jQuery from all scripts but the theme's, which keeps it in its closure; `reveal()` gives it back. */
const HIDE = `<script>
  let hidden;
  Object.defineProperty(window, 'jQuery', { configurable: true, get: () => window.seesIt && hidden, set: (it) => (hidden = it) });
  Object.defineProperty(window, '$', { configurable: true, get: () => window.seesIt && hidden, set: (it) => (hidden = it) });
  // The theme's own script stands right after this and after jQuery's.
  window.seesIt = true;
  addEventListener('DOMContentLoaded', () => { window.seesIt = false; }, { capture: true });
  window.reveal = () => { window.seesIt = true; };
</script>`;

/** What stands in its place for the others. */
const PRETEND = `<script>
  addEventListener('DOMContentLoaded', () => {
    const pretend = () => { throw new Error('no jQuery'); };
    pretend.fn = {};
    Object.defineProperty(window, 'jQuery', { configurable: true, value: pretend });
    Object.defineProperty(window, '$', { configurable: true, value: pretend });
  }, { capture: true });
</script>`;

interface Hidden {
  readonly reveal: () => void;
  readonly jQuery?: unknown;
}
const windowOf = (page: ShopPage): Hidden => page.window as unknown as Hidden;
const formOf = (page: ShopPage): HTMLFormElement => page.find<HTMLFormElement>('.variations_form');
const query = (page: ShopPage): Jq => themeWindow(page).$(formOf(page));

/** Our words and our date. The badge's word is WooCommerce's own here. */
async function isBackorder(page: ShopPage): Promise<void> {
  await waitFor(() => wooVariable.words(page) === 'Backorder now', 'Backorder now', 4000);
  await waitFor(() => textIn(page.document, 'eta-notice').includes(YEAR), 'the date', 4000);
  await waitFor(() => fieldsIn(page) === 2, 'the promise in the form', 4000);
}

/** Oak, black, red and back: each as it is. */
async function threeChoices(page: ShopPage): Promise<void> {
  await isInStock(wooVariable, page);
  wooVariable.choose(page, 'black');
  await isBackorder(page);
  wooVariable.choose(page, 'red');
  await isRefused(wooVariable, page);
  wooVariable.choose(page, 'oak');
  await isInStock(wooVariable, page);
}

/** A variation as WooCommerce hands it to found_variation. */
const variation = (id: number, colour: string, more: object): object => ({
  variation_id: id,
  attributes: { attribute_pa_colour: colour },
  is_in_stock: true,
  is_purchasable: true,
  variation_is_active: true,
  variation_is_visible: true,
  min_qty: 1,
  max_qty: '',
  ...more,
});

describe('WooCommerce’s variations and jQuery', () => {
  afterEach(closePages);

  check('D40 jQuery is there: each choice is followed', async () => {
    await threeChoices(await openFront(wooVariable));
  });

  check('D40 jQuery cannot be seen: each choice is followed by what is in the page', async () => {
    const page = await openFront(wooVariable, 'oak', { theme: HIDE });
    expect(windowOf(page).jQuery, 'as we see it').to.equal(false);
    await threeChoices(page);
  });

  check('D40 jQuery comes late: choices are followed before and after', async () => {
    const page = await openFront(wooVariable, 'oak', { theme: HIDE });
    wooVariable.choose(page, 'black');
    await isBackorder(page);
    windowOf(page).reveal();
    await threeChoices(await chooseOak(page));
  });

  check('D40 what bears its name is no jQuery: the page is decorated all the same', async () => {
    await threeChoices(await openFront(wooVariable, 'oak', { theme: PRETEND }));
  });

  check('D40 reset_data: nothing is chosen, so nothing is promised', async () => {
    const page = await openFront(wooVariable, 'black');
    await isBackorder(page);
    const select = page.find<HTMLSelectElement>('#pa_colour');
    select.value = '';
    select.dispatchEvent(new page.window.Event('change', { bubbles: true }));
    await waitFor(() => fieldsIn(page) === 0, 'no promise');
    expect(wooVariable.words(page)).to.equal('Add to cart');
    await waitFor(() => stateOf(page) !== 'backorder');
  });

  check('D40 a variation told by triggerHandler, which does not bubble, is taken in', async () => {
    // Neither the page's JSON nor the document tells of oak: the event is all that does.
    const black = { id: '602', onHand: 0 };
    const only = { ...chairs(wooAjax), products: [{ id: '60', variants: [black] }] };
    const page = await openFront(wooAjax, 'oak', { document: only });
    await waitFor(() => wooAjax.chosen(page) === '601');
    const heard: string[] = [];
    for (const target of [page.document, page.window]) {
      target.addEventListener('found_variation', () => heard.push('a DOM event'));
    }
    const soldOut = variation(601, 'oak', {
      is_in_stock: false,
      availability_html: '<p class="stock out-of-stock">Out of stock</p>',
    });
    query(page).triggerHandler('found_variation', [soldOut]);
    await waitFor(() => stateOf(page) === 'sold-out', 'what was told to be taken in', 4000);
    expect(heard).to.deep.equal([]);
  });

  check('D40 what is told by events in no shape at all is passed over', async () => {
    const page = await openFront(wooVariable, 'black');
    await isBackorder(page);
    const { $ } = themeWindow(page);
    // Handlers of the theme's own would trip over it: only ours are left.
    $(formOf(page)).off('found_variation.wc-variation-form');
    const cyclic: { self?: unknown } = {};
    cyclic.self = cyclic;
    for (const told of [undefined, null, 'x', 1, [], {}, cyclic, page.window, page.document.body]) {
      $(formOf(page)).triggerHandler('found_variation', [told]);
    }
    await isBackorder(page);
  });

  check('D40 a form that comes later, as in a quick view, is listened to as well', async () => {
    const page = await openFront(wooVariable, 'black');
    await isBackorder(page);
    const before = formOf(page);
    const again = before.cloneNode(true) as HTMLFormElement;
    before.replaceWith(again);
    again.querySelector<HTMLSelectElement>('select')!.value = 'black';
    await isBackorder(page);
    expect(page.document.querySelectorAll('eta-notice')).to.have.length(1);
  });
});

/** A choice that is over before the next one begins. */
async function chooseOak(page: ShopPage): Promise<ShopPage> {
  wooVariable.choose(page, 'oak');
  await waitFor(() => wooVariable.chosen(page) === '601');
  return page;
}
