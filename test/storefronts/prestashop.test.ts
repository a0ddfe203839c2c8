// The PrestaShop fixture behaves as the classic theme does, without our script.
import { expect } from '@open-wc/testing';
import { prestashop } from '../fixtures/storefronts/prestashop.js';
import { themeWindow } from '../fixtures/storefronts/theme-window.js';
import { closePages, openPage, pause, waitFor, type PageOptions, type ShopPage } from '../support/journey.js';

async function open(options: PageOptions = {}): Promise<ShopPage> {
  const { page, button } = prestashop;
  return (await openPage({ page, button, script: false, ...options })).loaded();
}

const productOf = (page: ShopPage): Record<string, unknown> =>
  JSON.parse(page.find('#product-details').dataset['product'] ?? '') as Record<string, unknown>;

function listen(page: ShopPage): string[] {
  const heard: string[] = [];
  for (const name of ['updateProduct', 'updatedProduct', 'updateCart', 'handleError'])
    themeWindow(page).prestashop?.on(name, () => heard.push(name));
  return heard;
}

describe('the PrestaShop fixture', () => {
  afterEach(closePages);

  it('a choice has the product rendered anew: button, options and data are other nodes, the quantity is not', async () => {
    const page = await open();
    const heard = listen(page);
    const before = ['.add button', '.product-variants', '#product-details', '#product-availability'].map(
      (it) => page.find(it),
    );
    const quantity = page.find('#quantity_wanted');
    const form = page.find('#add-to-cart-or-refresh');
    prestashop.choose(page, 'black');
    expect(heard).to.deep.equal(['updateProduct']);
    await waitFor(() => heard.includes('updatedProduct'));
    expect(before.map((it) => it.isConnected)).to.deep.equal([false, false, false, false]);
    expect([quantity.isConnected, form.isConnected]).to.deep.equal([true, true]);
    expect(prestashop.chosen(page)).to.equal('102');
    expect(productOf(page)).to.include({ id_product_attribute: 102, quantity: 0, allow_oosp: true });
    expect(page.button.disabled).to.equal(false);
    expect(page.window.location.hash).to.equal('#/102-colour-black');
  });

  it('what is out of stock and not to be ordered is disabled', async () => {
    const page = await open();
    prestashop.choose(page, 'red');
    await waitFor(() => page.button.disabled);
    expect(page.find('#product-availability').textContent).to.include('Out-of-Stock');
  });

  it('only the last of fast choices is asked for', async () => {
    const page = await open();
    const heard = listen(page);
    for (const it of ['black', 'red', 'black'] as const) prestashop.choose(page, it);
    await waitFor(() => heard.includes('updatedProduct'));
    expect(heard).to.deep.equal(['updateProduct', 'updateProduct', 'updateProduct', 'updatedProduct']);
    expect(
      (await page.log()).filter(({ path }) => path.startsWith('product/')).map(({ path }) => path),
    ).to.deep.equal(['product/chair/6']);
  });

  it('an answer that fails puts an error in the place of the availability', async () => {
    const page = await open({ replies: { 'product/chair/6': { status: 500, body: '' } } });
    prestashop.choose(page, 'black');
    await waitFor(() => page.document.querySelector('.ajax-error'));
    expect(productOf(page)).to.include({ id_product_attribute: 101 });
  });

  it('adds by AJAX from the click, with what is in the form, and tells its bus', async () => {
    const page = await open();
    const heard = listen(page);
    prestashop.setQuantity(page, 2);
    const added = page.document.createElement('input');
    Object.assign(added, { type: 'hidden', name: 'x', value: 'y' });
    page.find('#add-to-cart-or-refresh').append(added);
    prestashop.press(page);
    await waitFor(() => heard.includes('updateCart'));
    expect(prestashop.adds(await page.log())).to.deep.equal([
      { variant: '101', quantity: 2, fields: { x: 'y' } },
    ]);
    expect(page.find<HTMLInputElement>('#quantity_wanted').value).to.equal('1');
  });

  it('rendered anew on demand', async () => {
    const page = await open();
    const { button } = page;
    await prestashop.rerender?.(page);
    expect(page.button).not.to.equal(button);
    await pause(0);
    expect(prestashop.words(page)).to.equal('Add to cart');
  });
});
