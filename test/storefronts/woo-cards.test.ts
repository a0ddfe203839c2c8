// WooCommerce's cards add by AJAX, without a form: what was promised goes along by the event that its script has for that.
import { expect } from '@open-wc/testing';
import { wooSimple } from '../fixtures/storefronts/woocommerce.js';
import { themeWindow } from '../fixtures/storefronts/theme-window.js';
import { closePages, openPage, waitFor, type PageOptions, type ShopPage } from '../support/journey.js';
import { expectQuiet } from '../support/oracle.js';

const document = {
  version: 1,
  policy: { sell: 'backorder' },
  products: [
    { id: '61', onHand: 5 },
    { id: '81', onHand: 5 },
    { id: '82', onHand: 0, restock: '2031-05-17' },
  ],
};

async function open(options: PageOptions = {}): Promise<ShopPage> {
  const { page: name, button } = wooSimple;
  const page = await openPage({ page: name, button, document, ...options });
  await page.loaded();
  return page;
}

const atWork = (page: ShopPage): Promise<unknown> =>
  waitFor(() => page.document.querySelector('.post-82 backorder-badge'), 'a badge on the card', 5000);

/** Presses the button of a card; what arrives at the shop. */
async function add(page: ShopPage, product: string, nth = 1): Promise<Record<string, string>> {
  page.find(`.ajax_add_to_cart[data-product_id="${product}"]`).click();
  const sent = await waitFor(
    async () => (await page.log()).filter(({ query }) => query === 'wc-ajax=add_to_cart')[nth - 1],
    'the add',
  );
  return Object.fromEntries(sent.fields);
}

describe('WooCommerce’s cards', () => {
  afterEach(closePages);

  it('the add of what is on backorder carries the promise, beside all that the theme sends', async () => {
    const page = await open();
    await atWork(page);
    const { backorder_text: text, backorder_record: record, ...theirs } = await add(page, '82');
    expect(text).to.match(/^Backorder: .*2031/);
    expect(record).to.match(/^1;backorder;0\+1;.*2031-05-17/);
    expect(theirs).to.deep.equal({ quantity: '1', product_id: '82', product_sku: 'BENCH' });
    expectQuiet(page.heard, 1);
  });

  it('counts what the link asks for', async () => {
    const page = await open();
    await atWork(page);
    page.find('.ajax_add_to_cart[data-product_id="82"]').dataset['quantity'] = '3';
    expect((await add(page, '82'))['backorder_record']).to.match(/^1;backorder;0\+3;/);
  });

  it('the add of what is in stock is as the theme sends it', async () => {
    const page = await open();
    await atWork(page);
    expect(await add(page, '81')).to.deep.equal({ quantity: '1', product_id: '81', product_sku: 'STOOL' });
  });

  it('what is no longer on backorder is no longer promised, though it was added before', async () => {
    const page = await open();
    await atWork(page);
    expect(await add(page, '82')).to.have.property('backorder_text');
    const link = page.find('.ajax_add_to_cart[data-product_id="82"]');
    expect(link.getAttributeNames().filter((it) => it.includes('backorder'))).to.deep.equal([]);
    const stocked = {
      ...document,
      products: [
        { id: '61', onHand: 5 },
        { id: '82', onHand: 9 },
      ],
    };
    await page.change({ document: stocked });
    page.window.dispatchEvent(new page.window.Event('online'));
    await waitFor(() => !page.document.querySelector('.post-82 backorder-badge'), 'the badge to go', 5000);
    expect(await add(page, '82', 2)).to.not.have.any.keys('backorder_text', 'backorder_record');
  });

  it('a field of that name that the page sends itself stays, and other handlers see ours', async () => {
    const page = await open();
    await atWork(page);
    page.find('.ajax_add_to_cart[data-product_id="82"]').setAttribute('data-backorder_text', 'theirs');
    const seen: unknown[] = [];
    themeWindow(page)
      .$(page.document.body)
      .on('adding_to_cart', (_event, _button, data) => seen.push({ ...(data as object) }));
    expect((await add(page, '82'))['backorder_text']).to.equal('theirs');
    expect(seen[0]).to.have.property('backorder_record');
  });

  it('survives events that come with anything', async () => {
    const page = await open();
    await atWork(page);
    const body = themeWindow(page).$(page.document.body);
    const odd = [undefined, null, 3, 'x', [], {}, [{}], { 0: page.button }];
    for (const button of odd) for (const data of odd) body.trigger('adding_to_cart', [button, data]);
    expect(await add(page, '82')).to.have.property('backorder_text');
    expectQuiet(page.heard, 1);
  });
});
