// The check for theme authors, on storefronts of ours: what holds there, and that each thing that is broken is named.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { checkPage } from '../../dist/check/check-page.js';
import { startShop } from '../support/shop-server.mjs';
import { chromiumArgs, ensureBrowsers, headlessChromium } from '../tools/browsers.mjs';

const CHAIRS = {
  7001: ['41001', '41002', '41003'],
  60: ['601', '602', '603'],
};

const document = {
  version: 1,
  products: Object.entries(CHAIRS).map(([id, variants]) => ({
    id,
    variants: variants.map((variant) => ({ id: variant, onHand: 3 })),
  })),
};

const rewrites = `<script>
  setInterval(() => {
    const span = document.querySelector('.shopify-section .product-form__submit span');
    if (span && span.textContent !== 'Buy') span.textContent = 'Buy';
  }, 50);
</script>`;

const drops = `<script>
  new MutationObserver(() => {
    for (const it of document.querySelectorAll('[data-backorder-field], [data-backorder-place]')) it.remove();
  }).observe(document, { subtree: true, childList: true });
</script>`;

describe('checkPage', { concurrency: 3 }, () => {
  let shop;
  let browser;
  let count = 0;

  before(async () => {
    await ensureBrowsers(['chromium']);
    shop = await startShop();
    browser = await puppeteer.launch({ executablePath: headlessChromium(), args: chromiumArgs });
  });
  after(async () => {
    await browser.close();
    await shop.stop();
  });

  /** Checks a fixture page of a shop of its own. `of` gives the ids of checks by what became of them. */
  async function check(page, options = {}, how = {}) {
    count += 1;
    const id = `check-${count}`;
    const own = shop.at(id);
    const away = `${shop.away}/${id}`;
    own.options = { page, script: true, endpoint: `/shop/${id}/availability`, document, ...options };
    if (options.endpoint) own.options.endpoint = options.endpoint.replace('{away}', away);
    const findings = await checkPage(browser, `${shop.origin}/shop/${id}/${page}.html`, how);
    const of = (outcome) => findings.filter((it) => it.outcome === outcome).map((it) => it.id);
    const found = (name) => findings.find((it) => it.id === name).found;
    return { own, findings, of, found };
  }

  it('all holds on a page of Dawn, its quick view too, and nothing reaches the cart', async () => {
    const { of, found, own } = await check('storefronts/dawn', {}, { quickView: 'modal-opener button' });
    assert.deepEqual([of('fails'), of('skipped')], [[], []]);
    assert.equal(found('system'), 'shopify');
    assert.match(found('label'), /“Add to cart” → “Backorder now”/);
    assert.deepEqual(
      own.log.filter((it) => it.method !== 'GET'),
      [],
    );
  });

  it('all holds on a variable product of WooCommerce', async () => {
    const { of, found, own } = await check('storefronts/woo-variable');
    assert.deepEqual([of('fails'), of('skipped')], [[], ['quick-view']]);
    assert.equal(found('fields'), 'backorder_text, backorder_record');
    assert.match(found('add'), /^POST .*\/product\/chair\/$/);
    assert.deepEqual(
      own.log.filter((it) => it.method !== 'GET'),
      [],
    );
  });

  it('a document in the page is checked like one from an endpoint', async () => {
    const inline = { version: 1, products: [{ id: 'lamp', onHand: 'many' }] };
    const { of, found } = await check('plain', { inline, endpoint: undefined });
    assert.deepEqual(of('fails'), ['document', 'errors']);
    assert.match(found('document'), /products\[0\]\.onHand: expected a whole number .*"many"/);
    assert.match(found('errors'), /bad-field/);
  });

  it('a page without a product form is said to have none', async () => {
    const { of } = await check('empty');
    assert.deepEqual(of('fails'), ['form']);
    assert.ok(of('skipped').includes('label'));
  });

  it('a page without the script tag is said to have none', async () => {
    const { of } = await check('plain', { script: false });
    assert.deepEqual(of('fails'), ['script', 'ran', 'settings']);
  });

  it('an endpoint that fails is named, and the theme is tried all the same', async () => {
    const { of, found } = await check('storefronts/dawn', { replies: { availability: { status: 500 } } });
    assert.deepEqual(of('fails').slice(0, 1), ['endpoint-answers']);
    assert.match(found('endpoint-answers'), /status 500/);
    assert.ok(of('holds').includes('label'));
  });

  it('an answer that the page may not read is named', async () => {
    const { of, found } = await check('plain', {
      endpoint: '{away}/availability',
      replies: { availability: { cors: false } },
    });
    assert.ok(of('fails').includes('endpoint-cors'));
    assert.equal(found('endpoint-cors'), 'Access-Control-Allow-Origin: none');
    assert.ok(of('holds').includes('endpoint-answers'));
  });

  it('products that the document does not know are named', async () => {
    const { of, found } = await check('plain');
    assert.deepEqual(of('fails'), ['known']);
    assert.equal(found('known'), 'unknown to it: lamp');
  });

  it('a theme that writes its words again and again is found out', async () => {
    const { of } = await check('storefronts/dawn', { theme: rewrites });
    assert.ok(
      of('fails').some((id) => id === 'steady' || id === 'label'),
      of('fails').join(),
    );
  });

  it('a theme that throws out what is ours is found out', async () => {
    const { of } = await check('storefronts/dawn', { theme: drops });
    for (const id of ['date', 'fields']) assert.ok(of('fails').includes(id), `${id}: ${of('fails')}`);
    // At a press the form is read again, and has its promise back before it is sent.
    assert.ok(of('holds').includes('add'), of('fails').join());
  });

  it('an address that does not open is one finding', async () => {
    const findings = await checkPage(browser, 'http://127.0.0.1:9/');
    assert.deepEqual(
      findings.filter((it) => it.outcome !== 'skipped').map((it) => [it.id, it.outcome]),
      [['page', 'fails']],
    );
  });
});
