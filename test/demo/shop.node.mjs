// The demo as a shopper meets it: each situation of its list, the cart, sign-ups, and a shop whose endpoint is down.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { openDemo, until } from '../support/demo-browser.mjs';

const { groups } = JSON.parse(readFileSync('demo/data/situations.json', 'utf8'));
const situations = groups.flatMap((it) => it.situations).filter(({ button }) => button);

let demo;
before(async () => {
  demo = await openDemo();
});
after(() => demo.close());

/** Visits a page, does something there, and closes it whatever comes of it. */
async function at(path, act, options) {
  const { page, said, close } = await demo.visit(path, options);
  try {
    await act(page, said);
  } finally {
    await close();
  }
}

describe('situations of the demo', { concurrency: 3 }, () => {
  for (const { title, path, state, button, says } of situations) {
    it(`${title}: ${button}`, () =>
      at(path, async (page, said) => {
        const label = (words) => document.querySelector('[name=add]').textContent.trim() === words;
        await until(page, `the button says ${button}`, label, button);
        const seen = await page.evaluate(() => ({
          state: document.querySelector('article').dataset.backorderState,
          said: document.querySelector('article eta-notice')?.textContent.trim() ?? '',
          promise: new FormData(document.querySelector('form.product-form')).get('properties[Availability]'),
        }));
        assert.equal(seen.state, state);
        if (says) assert.match(seen.said, new RegExp(says, 'mu'));
        assert.equal(seen.promise !== null, state === 'backorder' || state === 'preorder');
        assert.deepEqual(said, []);
      }));
  }

  it('the list asks once for all its products, and only what is not in stock has a badge', () =>
    at(undefined, async (page) => {
      const asked = [];
      page.on('request', (request) => request.url().includes('/v1/') && asked.push(request.url()));
      await page.goto(demo.base);
      await until(page, 'a badge', () => document.querySelector('.card backorder-badge:not(:empty)'));
      await page.waitForNetworkIdle({ idleTime: 300 });
      const badges = await page.$$eval('.card backorder-badge', (all) => all.map((it) => it.textContent));
      assert.equal(badges.length, 24);
      assert.equal(badges.filter(Boolean).length, 9);
      assert.equal(asked.length, 1);
    }));

  it('a page in stock loads the small script and nothing else of ours', () =>
    at(undefined, async (page) => {
      const ours = [];
      page.on('request', (request) => request.url().includes('/cdn/') && ours.push(request.url()));
      // Its cards are products too: only those in stock may be asked for.
      await page.setRequestInterception(true);
      page.on('request', (request) =>
        request.url().includes('/v1/availability')
          ? void fetch(new URL('v1/availability?products=41028', demo.base))
              .then((reply) => reply.text())
              .then((body) => request.respond({ contentType: 'application/json', body }))
          : void request.continue(),
      );
      await page.goto(new URL('products/ask-bookcase.html', demo.base).href);
      await page.waitForNetworkIdle({ idleTime: 500 });
      assert.deepEqual(ours, [new URL('cdn/backorder-elements.js', demo.base).href]);
      const text = await page.$eval('eta-notice', (it) => it.innerText);
      assert.equal(text, 'In stock, ships in 1 to 2 working days');
    }));
});

describe('looks of the demo', () => {
  for (const path of ['index.html', 'products/hedda-sideboard.html', 'builder.html', 'situations.html']) {
    it(`A26 ${path} fits a phone whose text is twice as large`, () =>
      at(
        path,
        async (page) => {
          await page.addStyleTag({ content: 'html { font-size: 200% }' });
          const seen = await page.evaluate(() => ({
            over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            // No column of single letters.
            facts: [...document.querySelectorAll('.facts dd')].map((it) => it.clientWidth > 200),
            skipLink: document.querySelector('.skip-link').getBoundingClientRect().bottom,
          }));
          assert.equal(seen.over, 0);
          assert.ok(!seen.facts.includes(false));
          assert.ok(seen.skipLink <= 0, 'the link to the content is not seen before it has the focus');
        },
        { width: 320, height: 640 },
      ));
  }

  it('an express button that is held looks like the button beside it that says sold out', () =>
    at('products/tuva-planter.html', async (page) => {
      await until(page, 'it is held', () => document.querySelector('[data-backorder-express-held]'));
      const looks = (it) => {
        const { opacity, color, backgroundColor, borderColor } = getComputedStyle(it);
        return { opacity, color, backgroundColor, borderColor };
      };
      assert.deepEqual(await page.$eval('[data-buy-now]', looks), await page.$eval('[name=add]', looks));
    }));
});

describe('choosing in the demo', () => {
  it('follows the shopper from in stock to backorder to sold out and back', () =>
    at('products/alma-lounge-chair.html', async (page, said) => {
      const choose = (fabric) => page.click(`input[value=${fabric}]`);
      const label = (words) => document.querySelector('[name=add]').textContent.trim() === words;
      const state = (wanted) => document.querySelector('article').dataset.backorderState === wanted;
      await choose('Moss');
      await until(page, 'Moss is a backorder', label, 'Backorder now');
      await choose('Rust');
      await until(page, 'Rust is sold out', state, 'sold-out');
      await until(page, 'the theme says so', label, 'Sold out');
      await until(page, 'a sign-up', () => document.querySelector('notify-me-form button'));
      assert.equal(await page.$eval('[name=add]', (it) => it.disabled), true);
      await choose('Oat');
      await until(page, 'Oat is in stock', label, 'Add to cart');
      await until(page, 'nothing is left', () => !document.querySelector('notify-me-form button'));
      assert.equal(await page.$eval('[name=add]', (it) => it.disabled), false);
      assert.deepEqual(said, []);
    }));

  it('stops a press past the limit, says why, and adds nothing', () =>
    at('products/skerry-lantern.html?quantity=4', async (page) => {
      await until(page, 'the limit', () => /up to 3/.test(document.querySelector('eta-notice').textContent));
      await page.click('[name=add]');
      await until(page, 'it is said', () =>
        /You can order up to 3/.test(document.querySelector('[data-backorder-live]')?.textContent),
      );
      assert.equal(new URL(page.url()).pathname, '/products/skerry-lantern.html');
      assert.equal(await page.$eval('[data-cart-count]', (it) => it.textContent), '0');
    }));
});

describe('the demo cart', () => {
  it('repeats in each line what was promised, and keeps a line without a promise plain', () =>
    at('products/lykke-table-lamp.html', async (page, said) => {
      await until(page, 'the promise', () => document.querySelector('eta-notice > span'));
      const promised = await page.$eval('eta-notice > span', (it) => it.textContent);
      await Promise.all([page.waitForNavigation(), page.click('[name=add]')]);
      await page.goto(new URL('products/dune-serving-bowl.html', demo.base).href);
      await Promise.all([page.waitForNavigation(), page.click('[name=add]')]);
      const lines = await page.$$eval('.line', (all) =>
        all.map((it) => it.querySelector('.line__properties')?.textContent ?? ''),
      );
      assert.deepEqual(lines, [`AvailabilityBackorder: ${promised}`, '']);
      assert.deepEqual(said, []);
    }));
});

describe('sign-ups in the demo', () => {
  const write = async (page, address) => {
    await page.$eval('notify-me-form input', (it) => it.select());
    await page.type('notify-me-form input', address);
    await page.keyboard.press('Enter');
  };
  const status = (page, words) =>
    until(
      page,
      `the form says ${words}`,
      (it) =>
        new RegExp(it).test(
          document.querySelector('notify-me-form').shadowRoot.querySelector('[part=status]')?.textContent,
        ),
      words,
    );

  it('open in one line, keep the address when they fail, and end with thanks', () =>
    at('products/ember-fire-bowl.html', async (page) => {
      await until(page, 'the mock', () => document.documentElement.dataset.mocked);
      await page.focus('notify-me-form button');
      await page.keyboard.press('Enter');
      await until(page, 'the field', () => document.activeElement?.matches('notify-me-form input'));
      await write(page, 'fails@example.com');
      await status(page, '^That did not go through');
      assert.equal(await page.$eval('notify-me-form input', (it) => it.value), 'fails@example.com');
      await write(page, 'anna@example.com');
      await status(page, '^Thank you');
      assert.equal(await page.evaluate(() => document.activeElement.localName), 'notify-me-form');
    }));

  it('post plainly with scripts off, and come back with a page', () =>
    at(undefined, async (page) => {
      await page.setJavaScriptEnabled(false);
      await page.goto(new URL('examples/no-script-sign-up.html', demo.base).href);
      await page.type('input[type=email]', 'anna@example.com');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      assert.equal(new URL(page.url()).pathname, '/thanks.html');
    }));
});

describe('the explanation of a date', () => {
  it('opens by keyboard, closes by Escape, and gives the focus back', () =>
    at('products/lykke-table-lamp.html', async (page) => {
      await until(page, 'the button', () => document.querySelector('eta-notice > button'));
      await page.focus('eta-notice > button');
      await page.keyboard.press('Enter');
      const open = (wanted) =>
        (document.querySelector('eta-notice').shadowRoot?.querySelector(':popover-open') != null) === wanted;
      await until(page, 'it opens', open, true);
      await page.keyboard.press('Tab');
      const focused = () => document.activeElement.shadowRoot?.activeElement?.getAttribute('part');
      assert.equal(await page.evaluate(focused), 'close');
      await page.keyboard.press('Escape');
      await until(page, 'it closes', open, false);
      assert.equal(await page.evaluate(focused), 'explain');
    }));
});

describe('an endpoint that is down', { concurrency: 3 }, () => {
  // What the browser itself writes of each.
  const faults = {
    'status-500': /^error: .* 500 |^500: /,
    'never-answers': undefined,
    html: undefined,
    'network-error': /Failed to fetch|net::ERR/,
    malformed: undefined,
  };
  for (const [fault, logged] of Object.entries(faults)) {
    // It is tried again some time within eight seconds: here late, after all that is looked at.
    const first = () => (Math.random = () => 0.99);
    it(`(${fault}) leaves the add button to the theme, and it adds`, () =>
      at(
        `endpoint-down.html?fault=${fault}`,
        async (page, said) => {
          // The page's own script waits for the mock first.
          const chosen = (wanted) => document.querySelector('input:checked').value === wanted;
          await until(page, 'the fault is chosen', chosen, fault);
          // After a status 500 it is tried again, and warned of only then.
          const warned = () => said.some((text) => text.includes('endpoint-failed'));
          for (let tries = 0; fault !== 'status-500' && !warned() && tries < 60; tries += 1) {
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
          assert.equal(warned(), fault !== 'status-500');
          // A request that is given up counts as failed, too.
          const others = said.filter((it) => !/endpoint-failed|ERR_ABORTED/.test(it) && !logged?.test(it));
          assert.deepEqual(others, []);
          const seen = await page.evaluate(() => ({
            words: document.querySelector('[name=add]').textContent,
            off: document.querySelector('[name=add]').matches(':disabled, [aria-disabled]'),
            ours: document.querySelector('article').innerText.includes('Backorder'),
          }));
          assert.deepEqual(seen, { words: 'Add to cart', off: false, ours: false });
          await Promise.all([page.waitForNavigation(), page.click('[name=add]')]);
          assert.equal(await page.$$eval('.line', (all) => all.length), 1);
          assert.equal(await page.$('.line__properties'), null);
        },
        { first },
      ));
  }

  it('is well again when nothing is chosen', () =>
    at('endpoint-down.html', async (page, said) => {
      await until(
        page,
        'a backorder',
        () => document.querySelector('[name=add]').textContent === 'Backorder now',
      );
      assert.deepEqual(said, []);
    }));
});
