// WooCommerce asks for the first variation 100 ms after it begins: its answer may be there before we listen to jQuery.
import { expect } from '@open-wc/testing';
import { wooAjax } from '../fixtures/storefronts/woocommerce.js';
import { closePages, openPage, waitFor, type ShopPage } from '../support/journey.js';
import { chairs, check, fieldsIn, isBackorder, isInStock, isRefused, type Chosen } from './shop-front.js';

/** The page, its theme told of its first variation, and only then we. */
async function late(variant: Chosen): Promise<ShopPage> {
  const page = await openPage({
    page: wooAjax.page,
    button: wooAjax.button,
    document: chairs(wooAjax),
    slots: { ...wooAjax.startsWith?.(variant) },
    replies: { 'cdn/backorder-elements.kit.js': { hold: 'kit' } },
  });
  await page.loaded();
  await waitFor(() => page.document.querySelector('.single_variation .stock'), 'the first variation');
  await page.release('kit');
  return page;
}

describe('WooCommerce, variable by AJAX: the theme was told before us', () => {
  afterEach(closePages);

  check('a variation that the shop refuses is not offered', async () => {
    const page = await late('red');
    await isRefused(wooAjax, page);
    wooAjax.choose(page, 'black');
    await isBackorder(wooAjax, page);
    wooAjax.choose(page, 'oak');
    await isInStock(wooAjax, page);
  });

  check('one that it takes on backorder is', async () => {
    const page = await late('black');
    await isBackorder(wooAjax, page);
    expect(fieldsIn(page)).to.equal(2);
    wooAjax.choose(page, 'red');
    await isRefused(wooAjax, page);
  });
});
