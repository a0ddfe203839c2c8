// The demo on its own endpoint: a shopper asks, confirms in the mail, and is told when the stock room has received pieces.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { openDemo, setScheme, until } from '../support/demo-browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the accessibility audit finds in light and in dark, in lines. */
async function violations(page) {
  await page.evaluate(axe);
  const found = [];
  for (const scheme of ['light', 'dark']) {
    await setScheme(page, scheme);
    const all = await page.evaluate(async () => (await window.axe.run()).violations);
    for (const { id, nodes } of all)
      found.push(...nodes.map((it) => `${scheme}: ${id}: ${it.target.join(' ')}`));
  }
  return found;
}

let demo;
before(async () => {
  demo = await openDemo();
});
after(() => demo.close());

const ready = () => document.documentElement.dataset.endpoint === 'ready';
/** Mails of a kind that the outbox shows as sent. */
const sent = (page, kind) =>
  page.$$eval(
    '.outbox__mail',
    (all, wanted) =>
      all.filter(
        (it) => it.dataset.kind === wanted && it.querySelector('.outbox__state').textContent === 'sent',
      ).length,
    kind,
  );
const untilSent = (page, kind) =>
  until(
    page,
    `a mail (${kind}) is sent`,
    (wanted) =>
      [...document.querySelectorAll('.outbox__mail')].some(
        (it) => it.dataset.kind === wanted && it.querySelector('.outbox__state').textContent === 'sent',
      ),
    kind,
  );

/** Opens a mail and reads it: its text, and its HTML as the frame shows it. */
async function read(page, kind) {
  const mail = await page.waitForSelector(`.outbox__mail[data-kind=${kind}]`);
  await (await mail.$('summary')).click();
  const element = await mail.waitForSelector('iframe');
  const frame = await element.contentFrame();
  await frame.waitForSelector('a');
  const text = await mail.$eval('pre', (it) => it.textContent);
  return {
    text,
    html: await frame.evaluate(() => document.body.textContent),
    sandbox: await element.evaluate((it) => it.getAttribute('sandbox')),
  };
}

describe('the demo on its endpoint', () => {
  it('goes from sold out over sign-up, confirmation and delivery to in stock, with one mail', async () => {
    const { page, said, close } = await demo.visit('endpoint.html');
    try {
      await until(page, 'the endpoint', ready);
      const frame = await (await page.waitForSelector('[data-shop-page]')).contentFrame();
      const shows = (words) =>
        frame.waitForFunction(
          (it) => document.querySelector('[name=add]').textContent.trim() === it,
          { timeout: 8000 },
          words,
        );
      await shows('Sold out');
      assert.equal(await page.$eval('[data-count=onHand]', (it) => it.textContent), '-5');

      await (await frame.waitForSelector('notify-me-form button')).click();
      await (await frame.waitForSelector('notify-me-form input[type=email]')).type('anna@example.com');
      await page.keyboard.press('Enter');
      await untilSent(page, 'confirm');

      const asked = await read(page, 'confirm');
      assert.match(asked.html, /Tuva planter/);
      // Nothing of a mail runs in the shop's page.
      assert.doesNotMatch(asked.sandbox, /scripts|same-origin/);
      const [link] = /http\S+\/v1\/sign-ups\/confirm\S+/.exec(asked.text);
      const other = await demo.visit(link);
      await Promise.all([other.page.waitForNavigation(), other.page.click('form button')]);
      assert.match(await other.page.$eval('body', (it) => it.textContent), /Tuva planter/);
      await other.close();
      assert.equal(await sent(page, 'restock'), 0);

      await page.click('[data-stock=received] button');
      await until(page, 'the count', () => document.querySelector('[data-count=onHand]').textContent === '7');
      await untilSent(page, 'restock');
      // By itself: the page was not loaded again.
      await shows('Add to cart');
      const told = await read(page, 'restock');
      assert.match(told.text, /Tuva planter/);
      assert.match(told.text, /\/endpoint\/tuva-planter\.html/);

      // More pieces are no more mails.
      await page.click('[data-stock=received] button');
      await until(
        page,
        'the count',
        () => document.querySelector('[data-count=onHand]').textContent === '19',
      );
      await page.waitForResponse((reply) => reply.url().includes('/v1/outbox'));
      await page.waitForResponse((reply) => reply.url().includes('/v1/outbox'));
      assert.equal(await page.$$eval('.outbox__mail[data-kind=restock]', (all) => all.length), 1);
      assert.deepEqual(said, []);
    } finally {
      await close();
    }
  });

  it('sells beyond the shelf as far as the stock room allows, with its date', async () => {
    const { page, close } = await demo.visit('endpoint.html');
    try {
      await until(page, 'the endpoint', ready);
      await page.select('[data-stock-product]', 'skerry-lantern 7010 41025');
      await until(page, 'its limit', () => document.querySelector('[data-count=limit]').textContent === '3');
      await page.waitForFunction(() =>
        document
          .querySelector('[data-shop-page]')
          .contentDocument.querySelector('[name=add]')
          ?.textContent.includes('Backorder'),
      );
      const set = async (name, value) => {
        await page.$eval(`[data-stock=${name}] input`, (it, text) => (it.value = text), value);
        await page.click(`[data-stock=${name}] button`);
      };
      await set('limit', '0');
      const frame = await (await page.$('[data-shop-page]')).contentFrame();
      await frame.waitForFunction(
        () => document.querySelector('[name=add]').textContent.trim() === 'Sold out',
      );
      await set('limit', '8');
      await set('restock', '2031-05-06');
      await frame.waitForFunction(() =>
        /6 May 2031|May 6, 2031/.test(document.querySelector('eta-notice').textContent),
      );
      assert.match(
        await page.$eval('[data-stock-said]', (it) => it.textContent),
        /PATCH .*\n\{"restock":"2031-05-06"\}\n→ 200/,
      );
    } finally {
      await close();
    }
  });

  it('shows twenty weeks of demand by a link', async () => {
    const { page, said, close } = await demo.visit('endpoint.html');
    try {
      await until(page, 'the endpoint', ready);
      await Promise.all([page.waitForNavigation(), page.click('[data-demand]')]);
      assert.equal(await page.$eval('h1', (it) => it.textContent), 'Demand');
      assert.ok((await page.$$('.first > li')).length > 3);
      assert.ok((await page.$$('svg.chart')).length > 5);
      // Bars have the page's colours, which its style sheet gives: the policy lets it in.
      const fill = await page.$eval('svg.chart path[fill="var(--asked)"]', (it) => getComputedStyle(it).fill);
      assert.match(fill, /^rgb\((?!0, 0, 0)/);
      assert.deepEqual(await violations(page), []);
      await page.setViewport({ width: 320, height: 640 });
      const beyond = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
      assert.equal(await page.evaluate(beyond), 0);
      // What the page's policy forbids would be said in the console.
      assert.deepEqual(said, []);
    } finally {
      await close();
    }
  });

  it('shows it to who types a key, which stays in no address, no storage and no history', async () => {
    const { page, close } = await demo.visit('demand');
    try {
      assert.deepEqual(await violations(page), []);
      await page.type('input[type=password]', 'bok_wrong');
      await page.keyboard.press('Enter');
      await until(page, 'why not', () => /valid key/.test(document.querySelector('.wrong').textContent));
      const { key } = await (await fetch(new URL('endpoint/key.json', demo.base))).json();
      await page.$eval('input[type=password]', (it) => (it.value = ''));
      await page.type('input[type=password]', key);
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      assert.match(page.url(), /\/demand\?link=/);
      assert.doesNotMatch(page.url(), /bok_/);
      const kept = await page.evaluate(() => [
        document.cookie,
        window.localStorage.length,
        window.sessionStorage.length,
      ]);
      assert.deepEqual(kept, ['', 0, 0]);
      assert.equal(await page.evaluate(() => history.length), 2);
    } finally {
      await close();
    }
  });

  it('is not started by any other page', async () => {
    const own = await openDemo();
    try {
      const { page, close } = await own.visit('products/tuva-planter.html');
      const asked = await page.evaluate(() => performance.getEntriesByType('resource').map((it) => it.name));
      assert.deepEqual(
        asked.filter((it) => /\/endpoint\/|\/v1\/(?!availability)/.test(it)),
        [],
      );
      await close();
    } finally {
      await own.close();
    }
  });
});
