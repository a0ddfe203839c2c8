// Cornerstone asks about each form as it opens, and drops the answer when the form has changed meanwhile. Ours may not be the cause.
import { expect } from '@open-wc/testing';
import { cornerstone } from '../fixtures/storefronts/cornerstone.js';
import { closePages, waitFor, type ShopPage } from '../support/journey.js';
import { check, fieldsIn, isInStock, openFront } from './shop-front.js';

const BLACK = 'remote/v1/product-attributes/77/102';
const TEXT = { 'data-text-field': 'attribute[11]' };

/** The quick view of black, decorated, while the theme waits for its first answer. */
async function openView(): Promise<{ page: ShopPage; view: Element; button: HTMLInputElement }> {
  const page = await openFront(cornerstone, 'black', {
    attributes: TEXT,
    slots: { start: MODIFIER },
    // The page's own look, and that of the quick view.
    replies: { [BLACK]: [{}, { hold: 'view' }, {}] },
  });
  const view = (await cornerstone.quickView?.(page)) as Element;
  const button = view.querySelector('#form-action-addToCart') as HTMLInputElement;
  await waitFor(() => button.value === 'Backorder now', 'our words', 5000);
  await waitFor(() => view.querySelector('[data-backorder-field]'), 'our field', 5000);
  return { page, view, button };
}

/** The merchant's modifier, as the theme prints it: a field that says what ours says. */
const MODIFIER = `<script>
  begin('black');
  document.querySelector('form[data-cart-item-add]').insertAdjacentHTML('beforeend', '<input type="text" name="attribute[11]" class="own">');
</script>`;

describe('Cornerstone’s first look at a form', () => {
  afterEach(closePages);

  check('its answer is not dropped for a field of ours, which is in the add all the same', async () => {
    const { page, view, button } = await openView();
    await page.release('view');
    await waitFor(
      () => view.querySelector('[data-qty-backordered-message]')?.textContent?.includes('1 will be'),
      'the theme’s own words',
      5000,
    );
    await waitFor(() => !view.querySelector('[data-backorder-field]:disabled'), 'the field to be on', 5000);
    expect(view.querySelector<HTMLInputElement>('.own')?.value).to.match(/2031/);
    button.click();
    const [add] = await waitFor(async () => {
      const adds = cornerstone.adds(await page.log());
      return adds.length > 0 && adds;
    }, 'the add');
    expect(add?.fields['attribute[11]']).to.match(/2031/);
  });

  check('an add before that answer carries the promise', async () => {
    const { page, button } = await openView();
    button.click();
    const [add] = await waitFor(async () => {
      const adds = cornerstone.adds(await page.log());
      return adds.length > 0 && adds;
    }, 'the add');
    expect(add?.fields['attribute[11]']).to.match(/2031/);
    await page.release('view');
  });

  check('an answer that never comes holds nothing for long', async () => {
    const { view } = await openView();
    await waitFor(() => !view.querySelector('[data-backorder-field]:disabled'), 'the field to be on', 8000);
  });

  check('what is in stock has no field, held or not', async () => {
    const page = await openFront(cornerstone, 'black', { attributes: TEXT });
    await waitFor(() => fieldsIn(page) === 1, 'our field', 5000);
    cornerstone.choose(page, 'oak');
    await isInStock(cornerstone, page, 'Add to Cart');
  });
});
