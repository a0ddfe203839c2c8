// The Cornerstone fixture behaves as Cornerstone was measured to, without our script.
import { expect } from '@open-wc/testing';
import { cornerstone } from '../fixtures/storefronts/cornerstone.js';
import { themeWindow } from '../fixtures/storefronts/theme-window.js';
import { closePages, openPage, pause, waitFor, type PageOptions, type ShopPage } from '../support/journey.js';

const OAK = 'remote/v1/product-attributes/77/101';
const BLACK = 'remote/v1/product-attributes/77/102';

async function open(options: PageOptions = {}): Promise<ShopPage> {
  const { page, button } = cornerstone;
  const opened = await openPage({ page, button, script: false, ...options });
  await opened.loaded();
  await waitFor(async () => (await opened.asked(OAK)).length > 0, 'the second look on load');
  return opened;
}

const eventsOf = (page: ShopPage): CustomEvent[] => {
  const heard: CustomEvent[] = [];
  page.document.addEventListener('onProductOptionsChanged', (event) => heard.push(event as CustomEvent));
  return heard;
};

const shownIn = (page: ShopPage, selector: string): string => {
  const element = page.find(selector);
  return page.window.getComputedStyle(element).display === 'none' ? '' : (element.textContent ?? '').trim();
};

describe('the Cornerstone fixture', () => {
  afterEach(closePages);

  it('has $ and no jQuery, and asks once on load, with its form and its headers, without telling anybody', async () => {
    const page = await open();
    expect(themeWindow(page).$).to.be.a('function');
    expect(themeWindow(page).jQuery).to.equal(undefined);
    const heard = eventsOf(page);
    const [asked] = await page.asked(OAK);
    expect(asked?.fields).to.deep.equal([
      ['action', 'add'],
      ['product_id', '77'],
      ['attribute[9]', '101'],
      ['qty[]', '1'],
    ]);
    expect(asked?.headers).to.include({ 'x-requested-with': 'stencil-utils', 'x-xsrf-token': 'f00d' });
    await pause(100);
    expect(heard).to.deep.equal([]);
    expect(cornerstone.words(page)).to.equal('Add to Cart');
  });

  it('a choice is asked for, shown, and told by one event on the document, in that order', async () => {
    const page = await open({ replies: { [BLACK]: { delay: 150 } } });
    const heard = eventsOf(page);
    cornerstone.choose(page, 'black');
    expect(cornerstone.chosen(page)).to.equal('502');
    await pause(50);
    expect(heard).to.deep.equal([]);
    expect(page.find('[data-product-sku]').textContent).to.equal('CHAIR-OAK');
    await waitFor(() => heard.length === 1);
    expect(heard[0]?.target).to.equal(page.document);
    expect(heard[0]?.detail).to.have.nested.property('data.v3_variant_id', 502);
    expect(heard[0]?.detail).to.have.property('content');
    expect(page.find('[data-product-sku]').textContent).to.equal('CHAIR-BLACK');
    expect(shownIn(page, '[data-backorder-prompt]')).to.equal('More can be backordered');
    expect(shownIn(page, '[data-product-backordered]')).to.match(
      /1 will be backordered\s+Leaves our workshop/,
    );
  });

  it('answers that come late are shown late: the theme has no guard', async () => {
    const page = await open({ replies: { [BLACK]: { delay: 300 } } });
    const heard = eventsOf(page);
    cornerstone.choose(page, 'black');
    cornerstone.choose(page, 'red');
    await waitFor(() => heard.length === 2);
    expect(
      heard.map(({ detail }) => (detail as { data: { variantId: number } }).data.variantId),
    ).to.deep.equal([503, 502]);
    expect(cornerstone.chosen(page)).to.equal('503');
    expect(page.find('[data-product-sku]').textContent).to.equal('CHAIR-BLACK');
  });

  it('what is sold out is disabled with its quantity, which is then not in the form; wallets go', async () => {
    const page = await open();
    const heard = eventsOf(page);
    cornerstone.choose(page, 'red');
    await waitFor(() => heard.length === 1);
    expect(page.button.disabled).to.equal(true);
    expect(page.find('#add-to-cart-wrapper').style.display).to.equal('');
    expect(shownIn(page, '[data-add-to-cart-wallet-buttons]')).to.equal('');
    expect(page.find('[data-product-attribute-value="103"]').classList.contains('unavailable')).to.equal(
      true,
    );
    const form = page.find<HTMLFormElement>('form[data-cart-item-add]');
    expect(new page.window.FormData(form).has('qty[]')).to.equal(false);
  });

  it('adds by fetch with all that is in the form, waits in its words, and writes back what they were', async () => {
    const page = await open({ replies: { 'remote/v1/cart/add': { hold: 'add' } } });
    const added = page.document.createElement('input');
    Object.assign(added, { type: 'hidden', name: 'properties[x]', value: 'y' });
    page.find('form[data-cart-item-add]').append(added);
    page.find<HTMLInputElement>('#form-action-addToCart').value = 'Backorder now';
    cornerstone.setQuantity(page, 2);
    cornerstone.press(page);
    expect(cornerstone.words(page)).to.equal('Adding to cart…');
    expect(page.button.disabled).to.equal(true);
    await page.release('add');
    await waitFor(() => page.find('#previewModal').classList.contains('open'));
    expect(cornerstone.words(page)).to.equal('Backorder now');
    const log = await page.log();
    const sent = log.find(({ path }) => path === 'remote/v1/cart/add');
    expect(sent?.headers['content-type']).to.match(/^multipart\/form-data/);
    expect(sent?.fields).to.deep.include(['properties[x]', 'y']);
    // As the server sees it: it drops what it does not know.
    expect(cornerstone.adds(log)).to.deep.equal([{ variant: '501', quantity: 2, fields: {} }]);
  });

  it('what the shop refuses is said in a box', async () => {
    const page = await open();
    cornerstone.setQuantity(page, 5);
    cornerstone.press(page);
    await waitFor(() => page.find('#previewModal').textContent?.includes('was added'));
    cornerstone.press(page);
    await waitFor(() => page.find('#previewModal').textContent?.includes('enough Chair stock'));
    expect(page.button.disabled).to.equal(false);
  });

  it('quick view is a new form with the same ids and no data of its own', async () => {
    const page = await open();
    const view = await cornerstone.quickView?.(page);
    expect(view?.querySelector('form[data-cart-item-add]')).not.to.equal(null);
    expect(page.document.querySelectorAll('#form-action-addToCart')).to.have.length(2);
    await waitFor(async () => (await page.asked(OAK)).length === 2, 'its second look');
    cornerstone.closeQuickView?.(page);
    expect(page.document.querySelectorAll('#form-action-addToCart')).to.have.length(1);
  });

  it('a field of somebody else’s that comes while the second look is asked has the theme drop its answer', async () => {
    const page = await openPage({
      page: cornerstone.page,
      button: cornerstone.button,
      script: false,
      replies: {
        [OAK]: {
          hold: 'load',
          body: JSON.stringify({ data: { instock: false, purchasable: true, available_to_sell: 0 } }),
        },
      },
    });
    await page.loaded();
    const added = page.document.createElement('input');
    Object.assign(added, { type: 'hidden', name: 'x', value: 'y' });
    page.find('form[data-cart-item-add]').append(added);
    await page.release('load');
    await pause(150);
    expect(page.button.disabled).to.equal(false);
  });
});
