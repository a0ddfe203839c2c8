// The demo page of the targets for sign-ups: what a shopper sees and what is sent, for each of them.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openDemo, until } from '../support/demo-browser.mjs';

let demo;
before(async () => {
  demo = await openDemo();
});
after(() => demo.close());

const ADDRESS = 'jo@shopper.example';

/** What is logged of a sign-up that is taken: where it goes, and what of it names the product there. */
const TARGETS = {
  endpoint: ['POST /v1/sign-ups', /"product": "(?:7012|lykke-table-lamp)"/],
  klaviyo: [
    'POST https://a.klaviyo.com/client/back-in-stock-subscriptions?company_id=AbC123',
    /\$shopify:::\$default:::41027/,
  ],
  'back-in-stock': ['BIS.create(…)', /41027,\s+7012/],
  appikon: ['SI.create(…)', /41027,\s+7012/],
  swym: ['swat.sendWatchlist(…)', /"epi": 41027/],
  woocommerce: ['POST /targets.html', /wc_bis_product_id = 41027/],
  'shopify-contact': ['POST /contact', /variant: 41027/],
  form: ['POST /back-in-stock', /list = lamps/],
  page: ['The page’s own script', /"product": "(?:7012|lykke-table-lamp)"/],
};

const THANKS = /Thank|We will (?:write|tell)|confirm/i;
const TRY_AGAIN = /did not go through/i;

/** Answers that are tried beside `taken`: each that there is, with one of those that have it; the journeys have the others. */
const REPLIES = [
  ['endpoint', 'already', /already/i],
  ['endpoint', 'invalid', undefined],
  ['klaviyo', 'too-many', /too many tries/i],
  ['appikon', 'refused', TRY_AGAIN],
  ['woocommerce', 'refused', TRY_AGAIN],
  ['form', 'down', TRY_AGAIN],
];

/** Signs up as a shopper does; gives what the form says then and what was sent. */
async function signUp(target, reply, work) {
  const { page, said, close } = await demo.visit(`targets.html?target=${target}&reply=${reply}`);
  try {
    await page.waitForSelector('notify-me-form [data-backorder-form] input[type=email]', {
      visible: true,
      timeout: 8000,
    });
    const field = 'notify-me-form [data-backorder-form] input[type=email]';
    await page.type(field, ADDRESS);
    assert.equal(await page.$$eval('[data-sent] li', (all) => all.length), 0, 'nothing before the button');
    await page.keyboard.press('Enter');
    await until(page, 'an answer', () => {
      const form = document.querySelector('notify-me-form');
      const { dataset, textContent } = form.shadowRoot.querySelector('[part=status]');
      return (dataset.phase !== 'sending' && textContent.trim()) || form.querySelector('[aria-invalid=true]');
    });
    const seen = await page.evaluate(() => {
      const form = document.querySelector('notify-me-form');
      return {
        status: form.shadowRoot.querySelector('[part=status]').textContent.trim(),
        fault: form.querySelector('[data-backorder-form] > p')?.textContent ?? '',
        kept: form.querySelector('[data-backorder-form] input[type=email]')?.value,
        invalid: form.querySelector('[aria-invalid=true]')?.type,
        sent: [...document.querySelectorAll('[data-sent] li')].map((it) => [
          it.querySelector('strong').textContent,
          it.querySelector('pre').textContent,
        ]),
        button: document.querySelector('[name=add]').textContent.trim(),
        address: location.href,
      };
    });
    // What a server refuses is a failed request to the browser; nothing else is wrong.
    assert.deepEqual(
      said.filter(
        (it) => !/Failed to load resource|^4\d\d: |^503: |ERR_ABORTED: https:\/\/a\.klaviyo/.test(it),
      ),
      [],
    );
    assert.doesNotMatch(seen.address, /shopper/);
    assert.equal(seen.button, 'Sold out', 'the shop’s own button is what it was');
    work(seen);
  } finally {
    await close();
  }
}

describe('where sign-ups go', { concurrency: 3 }, () => {
  for (const [target, [to, names]] of Object.entries(TARGETS)) {
    it(`${target} gets the address and the product, and the shopper is thanked`, () =>
      signUp(target, 'taken', ({ status, sent }) => {
        assert.match(status, THANKS);
        assert.equal(sent.length, 1);
        const [[where, what]] = sent;
        assert.equal(where, to);
        assert.ok(what.includes(ADDRESS), what);
        assert.match(what, names);
      }));
  }

  for (const [target, reply, words] of REPLIES) {
    it(`${target}, ${reply}: the shopper is told`, () =>
      signUp(target, reply, ({ status, fault, kept, invalid, sent }) => {
        assert.equal(sent.length, 1);
        if (words) assert.match(status, words);
        else assert.deepEqual([invalid, fault], ['email', 'This was not accepted. Please check it.']);
        if (reply !== 'already') assert.equal(kept, ADDRESS, 'what was typed stays');
      }));
  }

  it('offers only answers that the chosen system has; what is made up in the address is the first of each', async () => {
    const { page, close } = await demo.visit('targets.html?target=<b>&reply=constructor');
    try {
      await until(page, 'the page', () => document.documentElement.dataset.standIns === 'ready');
      const chosen = () => page.$$eval('[data-targets] input:checked', (all) => all.map((it) => it.value));
      assert.deepEqual(await chosen(), ['endpoint', 'taken']);
      await page.click('[value=already]');
      await page.click('[value=swym]');
      assert.deepEqual(await chosen(), ['swym', 'taken']);
      assert.equal(await page.$eval('[value=already]', (it) => it.disabled), true);
    } finally {
      await close();
    }
  });
});
