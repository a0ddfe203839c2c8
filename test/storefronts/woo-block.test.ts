// The fixture of WooCommerce's block form behaves as it was measured to, without our script.
import { expect } from '@open-wc/testing';
import { wooBlock } from '../fixtures/storefronts/woocommerce.js';
import { closePages, openPage, waitFor, type PageOptions, type ShopPage } from '../support/journey.js';

async function open(options: PageOptions = {}): Promise<ShopPage> {
  const { page, button } = wooBlock;
  return (await openPage({ page, button, script: false, ...options })).loaded();
}

const ADD = 'wp-json/wc/store/v1/cart/add-item';

describe('the fixture of WooCommerce’s block form', () => {
  afterEach(closePages);

  it('a choice is one attribute: no change event, nothing asked', async () => {
    const page = await open();
    const heard: string[] = [];
    for (const name of ['change', 'input']) page.document.addEventListener(name, () => heard.push(name));
    wooBlock.choose(page, 'black');
    expect(wooBlock.chosen(page)).to.equal('602');
    expect(page.document.querySelectorAll('[aria-checked=true]')).to.have.length(1);
    expect(heard).to.deep.equal([]);
  });

  it('sends id, quantity and variation to the Store API with its nonce, and no hidden field', async () => {
    const page = await open();
    const heard: string[] = [];
    page.document.body.addEventListener('wc-blocks_added_to_cart', () => heard.push('body'));
    page.window.addEventListener('wc-blocks_store_sync_required', () => heard.push('window'));
    const added = page.document.createElement('input');
    Object.assign(added, { type: 'hidden', name: 'x', value: 'y' });
    page.find('form').append(added);
    wooBlock.choose(page, 'black');
    wooBlock.setQuantity(page, 2);
    wooBlock.press(page);
    await waitFor(() => wooBlock.words(page) === '2 in cart');
    expect(heard).to.deep.equal(['body', 'window']);
    const [sent] = await page.asked(ADD);
    expect(sent?.headers['nonce']).to.equal('a1b2c3d4e5');
    expect(JSON.parse(sent?.body ?? '')).to.deep.equal({
      id: 602,
      quantity: 2,
      variation: [{ attribute: 'pa_colour', value: 'black' }],
    });
    expect(wooBlock.adds(await page.log())).to.deep.equal([{ variant: '602', quantity: 2, fields: {} }]);
  });

  it('what is out of stock is sent all the same, and refused by the shop', async () => {
    const page = await open();
    wooBlock.choose(page, 'red');
    expect(page.button.disabled).to.equal(false);
    wooBlock.press(page);
    const notice = await waitFor(() => page.document.querySelector('.wc-block-components-notice-banner'));
    expect(notice.textContent).to.include('out of stock');
    expect(wooBlock.words(page)).to.equal('Add to cart');
  });
});
