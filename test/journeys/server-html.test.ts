// Pages with the HTML of backorder-elements/server in them, as a shop's server or its cache sends them, and the script tag.
import { expect } from '@open-wc/testing';
import { decide } from '../../src/availability/decide.js';
import type { Offer } from '../../src/availability/offer.js';
import { parsePolicy } from '../../src/availability/parse-policy.js';
import { parseRecord } from '../../src/availability/parse-record.js';
import { badgeHtml, buttonHtml, documentHtml, noticeHtml, speak, stylesHtml } from '../../src/server.js';
import {
  closePages,
  day,
  openPage,
  pause,
  sells,
  waitFor,
  type PageOptions,
  type ShopPage,
} from '../support/journey.js';
import { expectQuiet } from '../support/oracle.js';

const DATE = day(40);
const GONE = { id: 'lamp', onHand: 0, restock: DATE };

const offerOf = (record: object, now = Date.now()): Offer =>
  decide(parseRecord(record).record, parsePolicy({ sell: 'backorder' }).policy, 1, now);

/** What the server wrote of an offer: badge beside the price, a form with our button, the notice below it. */
async function served(offer: Offer, more: PageOptions = {}, now = Date.now()): Promise<PageOptions> {
  const telling = { product: 'lamp', language: await speak('en'), now };
  const button = buttonHtml(offer, { ...telling, label: 'Add to cart', attributes: { name: 'add' } });
  return {
    page: 'empty',
    ...more,
    theme: stylesHtml(),
    slots: {
      after: `<div class="product"><p>€ 149 ${badgeHtml(offer, telling)}</p>
        <form action="cart/add" method="post"><input type="hidden" name="id" value="lamp">${button}</form>
        ${noticeHtml(offer, telling)}<p class="below">Below</p>${more.slots?.after ?? ''}</div>`,
    },
  };
}

const words = (page: ShopPage, selector: string): string => page.find(selector).innerText.trim();
const drawn = (page: ShopPage): Promise<unknown> =>
  waitFor(() => page.document.querySelector('eta-notice[data-backorder-plain]'), 'the script has drawn');
const boxes = (page: ShopPage): readonly number[] =>
  ['.below', 'form', 'h1'].map((it) => page.find(it).getBoundingClientRect().top);

describe('HTML of a server, with the script tag', () => {
  afterEach(closePages);

  it('sells without any script: the words are there, and the order carries the promise', async () => {
    const page = await openPage({ ...(await served(offerOf(GONE))), script: false });
    expect(words(page, 'backorder-badge')).to.equal('Backorder');
    expect(words(page, 'eta-notice')).to.match(/^Expected to ship on /);
    expect(page.label).to.equal('Backorder now');
    page.button.click();
    const [add] = await page.carted(1);
    const fields = Object.fromEntries(add?.fields ?? []);
    expect(fields['properties[Availability]']).to.match(/^Backorder: Expected to ship on /);
    expect(fields['properties[_backorder]']).to.contain(DATE);
  });

  it('is taken over as it stands: the same nodes, the same words, nothing moves, nothing on the console', async () => {
    const page = await openPage({
      ...(await served(offerOf(GONE))),
      document: sells(GONE),
      replies: { availability: { hold: 'answer' } },
    });
    await page.loaded();
    const nodes = [
      'backorder-badge',
      'backorder-badge span',
      'eta-notice',
      'eta-notice span',
      '[name=add]',
    ].map((it) => page.find(it));
    const before = [boxes(page), words(page, 'backorder-badge'), words(page, 'eta-notice span')];
    await page.release('answer');
    await drawn(page);
    await waitFor(() => page.document.querySelector('[data-backorder-state]'));
    await pause(100);
    expect([boxes(page), words(page, 'backorder-badge'), words(page, 'eta-notice span')]).to.deep.equal(
      before,
    );
    expect(nodes.every((it) => it.isConnected)).to.equal(true);
    expectQuiet(page.heard, 0);
    // It is alive now.
    page.find('eta-notice button').click();
    await waitFor(
      () => page.find('eta-notice').shadowRoot?.querySelector(':popover-open'),
      'the explanation',
    );
    expect(page.document.querySelectorAll('input[data-backorder-field]')).to.have.length(2);
  });

  it('from a cache, with another date by now: the new one, and nothing moves', async () => {
    const page = await openPage({
      ...(await served(offerOf(GONE))),
      document: sells({ ...GONE, restock: day(80) }),
    });
    const before = boxes(page);
    await drawn(page);
    await waitFor(() => !words(page, 'eta-notice span').includes(`${Number(DATE.slice(8))},`));
    expect(boxes(page)).to.deep.equal(before);
    await waitFor(() => page.find<HTMLInputElement>('[data-backorder-field=record]').value.includes(day(80)));
    expectQuiet(page.heard, 0);
  });

  it('of what came in stock since, no word is left, the button is the shop’s, and nothing moves', async () => {
    const page = await openPage({
      ...(await served(offerOf(GONE))),
      document: sells({ id: 'lamp', onHand: 5 }),
    });
    const before = boxes(page);
    await waitFor(() => page.label === 'Add to cart');
    await waitFor(() => words(page, 'eta-notice') === '' && words(page, 'backorder-badge') === '');
    expect(boxes(page)).to.deep.equal(before);
    expect(page.document.querySelector('[data-backorder-field]')).to.equal(null);
    expectQuiet(page.heard, 0);
  });

  it('with the document in the page, a date that has passed in a cache is taken back without asking anybody', async () => {
    const then = Date.now() - 9 * 86_400_000;
    const passed = { id: 'lamp', onHand: 0, restock: day(-2) };
    const document = { version: 1, policy: { sell: 'backorder' }, products: [passed] };
    const page = await openPage(
      await served(offerOf(passed, then), { slots: { after: documentHtml(document) } }, then),
    );
    await waitFor(() => words(page, 'eta-notice') === 'New ship date to be confirmed');
    expect(await page.asked('availability')).to.have.length(0);
    expectQuiet(page.heard, 0);
  });

  it('where no source answers, words that still hold stay, and those whose time has passed go', async () => {
    const fails = { endpoint: 'refused', replies: {} };
    const page = await openPage({ ...(await served(offerOf(GONE))), ...fails });
    const then = Date.now() - 9 * 86_400_000;
    const late = await openPage({
      ...(await served(offerOf({ ...GONE, restock: day(-2) }, then), {}, then)),
      ...fails,
    });
    await waitFor(() => words(late, 'eta-notice') === '' && words(late, 'backorder-badge') === '');
    expect(words(page, 'eta-notice')).to.match(/^Expected to ship/);
    expect(late.heard.shifts.filter(({ value }) => value > 0)).to.deep.equal([]);
  });
});
