// Dates reckoned by the merchant's calendar, shipments and carriers, on a shop's page.
import { expect } from '@open-wc/testing';
import { closePages, openPage, sells, waitFor, type ShopPage } from '../support/journey.js';
import { shown } from '../support/shown.js';

const delivery = {
  timeZone: 'Europe/Berlin',
  handlingTime: { max: 2 },
  transitTime: [
    { addressCountry: 'DE', min: 1, max: 2 },
    { addressCountry: 'US', min: 5, max: 8 },
  ],
};
const shipments = [
  { quantity: 3, date: '2099-06-01', confidence: 'confirmed' },
  { quantity: 50, date: '2099-09-01' },
];
const lamp = (more: object = {}): object => sells({ id: 'lamp', onHand: 0, shipments, ...more });
const shop = (more: object = {}): object => ({ ...lamp(), delivery, ...more });

const notice = (page: ShopPage): string => shown(page, 'eta-notice');
const planFetched = async (page: ShopPage): Promise<boolean> =>
  (await page.log()).some(({ path }) => path.includes('plan-delivery'));

const choose = (page: ShopPage, quantity: number): void => {
  const field = page.document.querySelector<HTMLInputElement>('[name=quantity]')!;
  field.value = String(quantity);
  field.dispatchEvent(new page.window.Event('change', { bubbles: true }));
};

describe('a merchant who tells how they ship', () => {
  afterEach(closePages);

  it('the day of the shipment and the days of handling make the day of dispatch', async () => {
    const page = await openPage({ document: shop() });
    // The first of June 2099 is a Monday.
    await waitFor(() => notice(page).includes('June 3, 2099'), 'the date');
    expect(notice(page)).to.contain('Ships');
    expect(await planFetched(page)).to.equal(true);
  });

  it('who wants more than the first shipment brings waits for the second, live with the quantity', async () => {
    const page = await openPage({ document: shop() });
    await waitFor(() => notice(page).includes('June 3, 2099'), 'the first shipment');
    choose(page, 4);
    await waitFor(() => notice(page).includes('September 3, 2099'), 'the second shipment');
    choose(page, 3);
    await waitFor(() => notice(page).includes('June 3, 2099'), 'the first shipment again');
  });

  it('a destination on the page makes it a day of arrival, says where, and follows the shopper’s choice', async () => {
    const place = '<select data-backorder-destination><option>DE</option><option>US</option></select>';
    const page = await openPage({ document: shop(), slots: { before: place } });
    await waitFor(() => notice(page).includes('arrive'), 'a day of arrival');
    await waitFor(() => notice(page).includes('For delivery to Germany.'), 'the place');
    const german = notice(page);
    const select = page.document.querySelector<HTMLSelectElement>('[data-backorder-destination]')!;
    select.value = 'US';
    select.dispatchEvent(new page.window.Event('change', { bubbles: true }));
    await waitFor(() => notice(page).includes('For delivery to United States.'), 'the other place');
    expect(notice(page)).not.to.equal(german);
  });

  it('what the shop ships by is not fetched where no document tells it', async () => {
    const page = await openPage({ document: lamp() });
    await waitFor(() => notice(page) !== '', 'the notice');
    expect(await planFetched(page)).to.equal(false);
  });

  it('a plain calendar brings no rules for carriers and shipments, nor the words that are said after a press', async () => {
    const page = await openPage({
      document: {
        ...sells({ id: 'lamp', onHand: 0 }),
        delivery: {
          timeZone: 'Europe/Berlin',
          businessDays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
          holidays: ['2098-12-24/2099-01-01'],
          cutoffTime: '14:00',
          handlingTime: { min: 1, max: 2 },
          leadTime: { max: 9 },
        },
      },
    });
    await waitFor(() => notice(page) !== '', 'the notice');
    const files = (await page.log()).map(({ path }) => path.replace(/^cdn\/backorder-elements\.|\.js$/g, ''));
    expect(files).to.include('plan-delivery');
    for (const name of ['order-destination', 'rare-rules', 'en-more', 'report-problems']) {
      expect(files).not.to.include(name);
    }
  });

  for (const file of ['order-destination', 'rare-rules']) {
    it(`when ${file} does not come there is no date rather than a wrong one, and the product is sold all the same`, async () => {
      const page = await openPage({
        document: shop(),
        replies: { [`cdn/backorder-elements.${file}.js`]: { status: 404 } },
      });
      await waitFor(() => notice(page).includes('to be confirmed'), 'no date');
      expect(page.button.textContent.trim()).to.equal('Backorder now');
    });
  }

  it('when its file does not come, dates stand as the record has them', async () => {
    const page = await openPage({
      document: { ...lamp({ restock: '2099-06-01' }), delivery },
      replies: { 'cdn/backorder-elements.plan-delivery.js': { status: 404 } },
    });
    await waitFor(() => notice(page).includes('June 1, 2099'), 'the date as told');
  });

  it('an endpoint that tells no calendar takes that of the page back from the products that it names', async () => {
    const page = await openPage({
      document: lamp({ shipments: undefined, restock: '2099-07-01' }),
      inline: shop(),
    });
    await waitFor(() => notice(page).includes('July 1, 2099'), 'the date as the endpoint tells it');
  });

  it('a document of the endpoint that is none leaves the page’s calendar as it is', async () => {
    const page = await openPage({
      document: { ...lamp(), version: 2 },
      inline: shop(),
    });
    await waitFor(() => notice(page).includes('June 3, 2099'), 'the date by the calendar');
  });

  it('a calendar that cannot be read gives no date rather than a wrong one, and says so once', async () => {
    const page = await openPage({ document: shop({ delivery: { ...delivery, timeZone: 'Mars/Phobos' } }) });
    await waitFor(() => notice(page).includes('to be confirmed'), 'no date');
    expect(page.button.textContent.trim()).to.equal('Backorder now');
  });

  it('explain mode shows the sum', async () => {
    const page = await openPage({ document: shop(), attributes: { 'data-backorder-explain': '' } });
    await waitFor(
      () =>
        page.document
          .querySelector('[data-backorder-explanations]')
          ?.shadowRoot?.textContent.includes('How the date was reckoned'),
      'the sum',
    );
  });
});
