import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { createKey, readSettings, serve, tick } from '../../dist/endpoint/entry.js';
import { newDatabase, putItem } from '../support/endpoint.mjs';
import { linkIn } from '../support/people.mjs';
import { chromiumArgs, ensureBrowsers, requireBrowser } from '../tools/browsers.mjs';

/** The lowest contrast between any text and what is behind it; runs in the page. */
function lowestContrast() {
  const parse = (text) => (text.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((it) =>
      (it /= 255) <= 0.03928 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  let lowest = { ratio: 21, text: '' };
  for (const element of document.querySelectorAll('body *')) {
    const text = [...element.childNodes].find((it) => it.nodeType === 3 && it.data.trim())?.data.trim();
    if (!text) continue;
    const [one, two] = [parse(getComputedStyle(element).color), behind(element)].map(light);
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    if (ratio < lowest.ratio) lowest = { ratio, text };
  }
  return lowest;
}

describe('the pages that links in mails lead to, in a browser', () => {
  let browser, database, serving, base, key, now;

  before(async () => {
    await ensureBrowsers(['chromium']);
    browser = await puppeteer.launch({ executablePath: requireBrowser('chromium'), args: chromiumArgs });
    database = await newDatabase();
    now = Date.now();
    serving = await serve(
      readSettings({ DATABASE_URL: database.address, PORT: '0', SHOP_NAME: 'Holz & Söhne' }),
      {
        now: () => now,
        log: () => {},
      },
    );
    base = serving.url;
    ({ key } = await createKey(serving.parts, 'test', ['outbox:read', 'people:admin']));
    const shop = { database: serving.parts.database, time: { now } };
    await putItem(shop, 'table', {
      title: 'Eichentisch',
      url: `${base}/live`,
      price: 129_900,
      currency: 'EUR',
      on_hand: 0,
    });
  });

  after(async () => {
    await browser?.close();
    await serving?.close();
    await database?.remove();
  });

  const mailTo = async (email, language) => {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': `key of ${email}`.replaceAll(' ', '-'),
    };
    const body = JSON.stringify({ email, language, product: 'table', page: '/', quantity: 2 });
    assert.equal((await fetch(`${base}/v1/sign-ups`, { method: 'POST', headers, body })).status, 202);
    await tick(serving.parts);
    const outbox = await fetch(`${base}/v1/outbox?state=sent`, {
      headers: { authorization: `Bearer ${key}` },
    });
    return (await outbox.json()).messages.find(({ to }) => to === email).mail;
  };

  it('P21 keep their secret: gone from the address bar and the history, sent to nobody, nothing loaded', async () => {
    const link = linkIn(await mailTo('one@shopper.example', 'de'), 'confirm');
    const page = await browser.newPage();
    const said = [];
    const asked = [];
    page.on('console', (it) => said.push(it.text()));
    page.on('request', (it) => asked.push({ url: it.url(), referer: it.headers().referer }));
    await page.goto(base + link);
    assert.equal(page.url(), `${base}/v1/sign-ups/confirm`);
    assert.match(
      await page.$eval('button', (it) => getComputedStyle(it).backgroundColor),
      /rgb\(29, 29, 27\)/,
    );
    await Promise.all([page.waitForNavigation(), page.click('button')]);
    assert.match(await page.$eval('h1', (it) => it.textContent), /Bestätigt/);
    await Promise.all([page.waitForNavigation(), page.click('a')]);
    assert.equal(page.url(), `${base}/live`);
    await page.goBack();
    assert.ok(!page.url().includes('token'));
    assert.deepEqual(said, [], 'its own policy keeps nothing of it back');
    assert.ok(asked.every(({ url }) => url.startsWith(base) || url.startsWith('data:')));
    const token = new URL(base + link).searchParams.get('token');
    assert.deepEqual(
      asked.filter((it) => it.referer?.includes(token)),
      [],
    );
    assert.equal(asked.filter(({ url }) => url.includes(token)).length, 1);
    await page.close();
  });

  it('are readable in light and dark, in both directions, as are the mails, and fit a narrow screen', async () => {
    const seen = {};
    for (const language of ['de', 'ar']) {
      const mail = await mailTo(`${language}@shopper.example`, language);
      const page = await fetch(base + linkIn(mail, 'confirm'));
      Object.assign(seen, { [`page ${language}`]: await page.text(), [`mail ${language}`]: mail.html });
    }
    const page = await browser.newPage();
    await page.setViewport({ width: 320, height: 640 });
    for (const [name, html] of Object.entries(seen)) {
      for (const value of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        await page.setContent(html);
        const { ratio, text } = await page.evaluate(lowestContrast);
        assert.ok(ratio >= 4.5, `${name}, ${value}: ${ratio.toFixed(2)} for "${text}"`);
        const { direction, over } = await page.evaluate(() => ({
          direction: getComputedStyle(document.body).direction,
          over: document.documentElement.scrollWidth - window.innerWidth,
        }));
        assert.equal(direction, name.endsWith('ar') ? 'rtl' : 'ltr');
        assert.ok(over <= 0, `${name} is ${over} px too wide`);
      }
    }
    await page.close();
  });
});
