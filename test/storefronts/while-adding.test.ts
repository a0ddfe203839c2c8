// Real themes switch their button off, say that they are adding, and put back the words that they had found: ours.
import { expect } from '@open-wc/testing';
import { cornerstone } from '../fixtures/storefronts/cornerstone.js';
import { prestashop } from '../fixtures/storefronts/prestashop.js';
import { closePages, pause, waitFor, type ShopPage } from '../support/journey.js';
import { check, fieldsIn, isBackorder, isInStock, openFront, stateOf, textIn, YEAR } from './shop-front.js';

const ADDING = 'Adding to cart…';

/** A backorder on its way into the cart, for as long as the test wants. */
async function adding(): Promise<ShopPage> {
  const page = await openFront(cornerstone, 'black', { replies: { 'remote/v1/cart/add': { hold: 'add' } } });
  await isBackorder(cornerstone, page);
  cornerstone.press(page);
  await waitFor(async () => (await page.asked('remote/v1/cart/add')).length, 'the add');
  return page;
}

describe('Cornerstone 6: while the theme is adding', () => {
  afterEach(closePages);

  check('D06 its own words stay, ours come back after them, and the theme’s after ours', async () => {
    const page = await adding();
    expect(cornerstone.words(page)).to.equal(ADDING);
    await page.release('add');
    await isBackorder(cornerstone, page);
    cornerstone.choose(page, 'oak');
    await isInStock(cornerstone, page);
  });

  check('a slow server is not taken for a shop that refuses the order', async () => {
    const page = await adding();
    // Longer than a button has to be off to be believed.
    await pause(1500);
    expect(page.button.disabled).to.equal(true);
    expect(cornerstone.words(page)).to.equal(ADDING);
    expect(stateOf(page)).to.equal('backorder');
    expect(textIn(page.document, 'eta-notice')).to.include(YEAR);
    expect(textIn(page.document, 'notify-me-form')).to.equal('');
    expect(fieldsIn(page)).to.equal(0);
    await page.release('add');
    await isBackorder(cornerstone, page);
  });

  check('D06 what is chosen meanwhile has the theme’s words in the end, whatever it puts back', async () => {
    const page = await adding();
    cornerstone.choose(page, 'oak');
    await waitFor(() => stateOf(page) === 'in-stock', 'oak');
    await page.release('add');
    await isInStock(cornerstone, page);
  });
});

describe('PrestaShop classic: while the theme is adding', () => {
  afterEach(closePages);

  check('its button is off for more than a second, and nothing is said to be sold out', async () => {
    const page = await openFront(prestashop, 'black');
    await isBackorder(prestashop, page);
    const states = new Set<string | undefined>();
    const { MutationObserver } = page.window;
    const seen = new MutationObserver(() => states.add(stateOf(page)));
    seen.observe(page.document.body, { attributes: true, childList: true, subtree: true });
    prestashop.press(page);
    await waitFor(() => page.button.disabled, 'the button to go off');
    await waitFor(() => !page.button.disabled, 'the button to come on');
    await isBackorder(prestashop, page);
    seen.disconnect();
    expect([...states]).to.deep.equal(['backorder']);
  });
});
