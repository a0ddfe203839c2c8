// PrestaShop's quick view of a list has none of the page's JSON: which combination it is about is in its name, later in the bus.
import { expect } from '@open-wc/testing';
import { prestashop } from '../fixtures/storefronts/prestashop.js';
import { themeWindow } from '../fixtures/storefronts/theme-window.js';
import { closePages, openPage, pause, waitFor, type PageOptions, type ShopPage } from '../support/journey.js';
import { expectQuiet } from '../support/oracle.js';
import { chairs, textIn, YEAR } from './shop-front.js';

/** A page of a category, with no product of its own. */
const LIST = '<script>document.querySelector(".product-container").remove()</script>';

async function open(options: PageOptions = {}): Promise<ShopPage> {
  const page = await openPage({
    page: prestashop.page,
    button: '.quickview [data-button-action=add-to-cart]',
    document: chairs(prestashop),
    slots: { start: LIST },
    ...options,
  });
  await page.loaded();
  await waitFor(() => page.document.querySelector('[data-backorder-live]'), 'us to be at work');
  return page;
}

const view = async (page: ShopPage): Promise<Element> => prestashop.quickView?.(page) as Promise<Element>;
const choose = (page: ShopPage, value: number): void =>
  page.find(`.quickview [name="group[2]"][value="${value}"]`).click();
const isBlack = async (page: ShopPage): Promise<void> => {
  await waitFor(() => prestashop.words(page) === 'Backorder now', 'our words', 4000);
  await waitFor(() => textIn(page.find('.quickview'), 'eta-notice').includes(YEAR), 'the date', 4000);
};
const isOak = async (page: ShopPage): Promise<void> => {
  await waitFor(() => prestashop.words(page) === 'Add to cart', 'the theme’s words', 4000);
  expect(textIn(page.find('.quickview'), 'eta-notice')).to.equal('');
};

describe('PrestaShop’s quick view', () => {
  afterEach(closePages);

  it('D10 begins with the combination in its name, and follows each choice', async () => {
    const page = await open();
    await view(page);
    await isBlack(page);
    choose(page, 5);
    await isOak(page);
    choose(page, 7);
    await waitFor(() => textIn(page.find('.quickview'), 'notify-me-form') !== '', 'a sign-up', 4000);
    expect(prestashop.words(page)).to.not.equal('Backorder now');
    choose(page, 6);
    await isBlack(page);
    expectQuiet(page.heard, 1);
  });

  it('D11 closed and opened again it begins with its combination again', async () => {
    const page = await open();
    await view(page);
    await isBlack(page);
    choose(page, 5);
    await isOak(page);
    themeWindow(page).theme.closeQuickView();
    await view(page);
    await isBlack(page);
  });

  it('a bus that is none does no harm: the combination in the name is read all the same', async () => {
    const BROKEN = `${LIST}<script>addEventListener('DOMContentLoaded', () => {
      window.prestashop = { ...prestashop, on() { throw new Error('no bus'); } };
    })</script>`;
    const page = await open({ slots: { start: BROKEN } });
    await view(page);
    await isBlack(page);
    expectQuiet(page.heard, 1);
  });

  it('the theme’s own listeners hear what they heard, in their order, whatever comes', async () => {
    const page = await open();
    await view(page);
    await isBlack(page);
    const heard: unknown[] = [];
    const bus = themeWindow(page).prestashop as unknown as {
      on(name: string, listener: (it: unknown) => void): void;
      emit(name: string, ...args: unknown[]): void;
    };
    bus.on('updatedProduct', (it) => heard.push(it));
    for (const it of [undefined, null, 7, { id_product_attribute: {} }]) {
      try {
        bus.emit('updatedProduct', it, 'x');
      } catch {
        // The theme's own listener trips over what is no object, before ours and after.
      }
    }
    await pause(100);
    expect(heard).to.deep.include({ id_product_attribute: {} });
    await isBlack(page);
  });
});
