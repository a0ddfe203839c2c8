// The snippet builder: its address, what it gives to copy, and its page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import Handlebars from 'handlebars';
import { Liquid } from 'liquidjs';
import { parseDocument } from 'backorder-elements/availability';
import { attribute, sampleDocument, snippetsFor } from '../../demo/builder-snippet.mjs';
import { CHOICES, cleanState, readState, SHOWN, writeState } from '../../demo/builder-state.mjs';
import { openDemo, setScheme, until } from '../support/demo-browser.mjs';
import { HOSTILE } from '../support/printed-document.mjs';

const EVIL = [
  ...HOSTILE,
  '{{{x}}} {% endform %} }}',
  "x' | json }}",
  '"><img src=x onerror=alert(1)>',
  '--><b>',
  '%00%ff',
];
const codeOf = (given) => snippetsFor(cleanState(given))[0].code;
const all = { show: SHOWN };

describe('the builder’s address', () => {
  it('says only what is not as usual, and leads back to the same state', () => {
    assert.equal(writeState(readState('')), '');
    for (const platform of CHOICES.platform) {
      for (const state of CHOICES.state) {
        const given = cleanState({
          platform,
          state,
          ...all,
          dot: '#2255cc',
          radius: '4',
          sample: '0',
          language: 'pt-BR',
          endpoint: '',
          'badge.backorder': 'Bald & "wieder" da 🪑',
        });
        assert.deepEqual(readState(`#${writeState(given)}`), given);
      }
    }
    assert.deepEqual(readState('#show=').show, []);
  });

  it('takes nothing that is not offered', () => {
    for (const evil of [
      ...EVIL,
      'constructor',
      '__proto__',
      'toString',
      'javascript:alert(1)',
      '//evil.example/x.js',
      'data:text/html,x',
      '/\\evil.example',
      'x'.repeat(150),
    ]) {
      const hash = new URLSearchParams(
        Object.fromEntries(
          [
            'platform',
            'place',
            'state',
            'width',
            'scheme',
            'written',
            'show',
            'language',
            'radius',
            'endpoint',
            'script',
            'sample',
            'dot',
            'ground',
            'line',
            'product',
            'badge.backorder',
          ].map((it) => [it, evil]),
        ),
      );
      const state = readState(`#${hash}`);
      for (const [name, values] of Object.entries(CHOICES)) assert.ok(values.includes(state[name]), name);
      assert.deepEqual([state.show, state.language, state.radius, state.colours], [[], '', '', {}]);
      assert.deepEqual(
        [state.endpoint, state.script],
        [cleanState({}).endpoint, cleanState({}).script],
        evil,
      );
      assert.ok(state.product.length <= 240 && !/[\n\r\u2028]/.test(state.product));
    }
    for (const hash of ['#%', '#%E0%A4%A', '#=&&==', '#show=badge&show=form', undefined, null, 7])
      assert.ok(readState(hash).product);
  });

  it('takes addresses of the site and of the web', () => {
    for (const good of [
      '/a.json',
      './a.json',
      '../a.json',
      'https://cdn.example/a.js?v=1',
      'http://localhost:1/x',
    ]) {
      assert.equal(cleanState({ endpoint: good }).endpoint, good);
    }
  });
});

describe('what the builder gives to copy', () => {
  it('HTML in three spellings, with the script', () => {
    assert.equal(
      codeOf({}),
      `<div>
  <backorder-badge product="walnut-side-table" data-preview="backorder"></backorder-badge>
  <eta-notice product="walnut-side-table" data-preview="backorder"></eta-notice>
  <notify-me-form product="walnut-side-table" compact data-preview="backorder"></notify-me-form>
</div>
<script defer src="/assets/backorder-elements.js" data-endpoint="/availability.json"></script>`,
    );
    assert.match(
      codeOf({ written: 'data', sample: '0' }),
      /<div data-backorder="notice" data-product="walnut-side-table"><\/div>/,
    );
    assert.match(
      codeOf({ written: 'classes', product: 'café 1%', sample: '0' }),
      /<div class="backorder--form backorder--product--caf%C3%A9%201%25 backorder--compact"><\/div>/,
    );
  });

  it('on a product’s page names no product, and no second button', () => {
    assert.doesNotMatch(codeOf({ place: 'product', ...all }), /walnut|<form/);
  });

  it('WordPress: blocks whose attributes our block knows', () => {
    const { attributes, name } = JSON.parse(
      readFileSync('src/platforms/woocommerce/snippets/block/block.json', 'utf8'),
    );
    for (const product of ['lamp', ...EVIL]) {
      const state = cleanState({ platform: 'wordpress', product, ...all });
      const blocks = snippetsFor(state)[0].code.split('\n');
      assert.equal(blocks.length, 4);
      for (const block of blocks) {
        const [, found, json] = /^<!-- wp:(\S+) ({.*}) \/-->$/.exec(block);
        assert.equal(found, name);
        // WordPress ends a comment at the first of these.
        assert.doesNotMatch(json, /--|[<>&]/);
        const settings = JSON.parse(json);
        assert.equal(settings.product, state.product);
        for (const [key, value] of Object.entries(settings))
          assert.ok(attributes[key].enum?.includes(value) ?? true, value);
      }
    }
  });

  it('Shopify: Liquid that renders, whatever the product is called', async () => {
    const liquid = new Liquid({ strictFilters: true });
    liquid.registerFilter('asset_url', (file) => `/assets/${file}`);
    liquid.registerTag('form', { parse() {}, render: () => '<form action="/cart/add" method="post">' });
    liquid.registerTag('endform', { parse() {}, render: () => '</form>' });
    for (const product of EVIL) {
      for (const written of CHOICES.written) {
        const code = codeOf({ platform: 'shopify', product, written, ...all, endpoint: '/a.json' });
        const html = await liquid.parseAndRender(code, { all_products: {}, product: { id: 7 } });
        assert.doesNotMatch(html, /alert|<b |<img|x'/, html);
      }
    }
    const known = await liquid.parseAndRender(
      codeOf({ platform: 'shopify', product: 'chair', written: 'classes' }),
      {
        all_products: { chair: { id: 77 } },
      },
    );
    assert.match(known, /class="backorder--badge backorder--product--77 /);
    const own = codeOf({ platform: 'shopify', place: 'product', endpoint: '' });
    assert.match(
      own,
      /<backorder-badge data-preview="backorder">[^]*{% render 'backorder-availability', product: shown %}[^]*data-product="{{ shown\.id }}"/,
    );
  });

  it('Shopify: settings that our app block has', () => {
    const liquid = readFileSync(
      'src/platforms/shopify/snippets/extension/blocks/backorder-element.liquid',
      'utf8',
    );
    const { settings } = JSON.parse(/{% schema %}([^]*){% endschema %}/.exec(liquid)[1]);
    const blocks = JSON.parse(
      codeOf({ platform: 'shopify-app', ...all, dot: '#2255cc', ground: '#ffffff', sample: '0' }),
    );
    assert.equal(Object.keys(blocks).length, 4);
    for (const block of Object.values(blocks)) {
      for (const [id, value] of Object.entries(block.settings)) {
        const setting = settings.find((it) => it.id === id);
        assert.ok(setting?.options?.some((it) => it.value === value) ?? setting, `${id}: ${value}`);
      }
    }
  });

  it('BigCommerce: nothing that its templates would read as theirs, and no tags', () => {
    for (const product of ['112', ...EVIL]) {
      const code = codeOf({ platform: 'bigcommerce', product, ...all });
      const html = Handlebars.compile(code, { strict: true })({});
      assert.equal(html, code);
      assert.doesNotMatch(code, /<backorder-|<script/);
    }
  });

  it('Wix: a page of its own, without a sample, since shoppers see it in a frame too', () => {
    const code = codeOf({ platform: 'wix' });
    assert.match(code, /^<!doctype html>/);
    assert.doesNotMatch(code, /preview/);
  });

  it('the merchant’s words, as the document takes them', () => {
    const given = cleanState({ language: 'de', 'badge.backorder': 'Bald da </script>' });
    const [, { code }] = snippetsFor(given);
    const { value, problems } = parseDocument({ version: 1, products: [], ...JSON.parse(`{${code}}`) });
    assert.deepEqual([problems ?? [], Object.keys(value.messages)], [[], ['de']]);
    assert.doesNotMatch(code, /</);
  });

  it('sample documents lead to the states they are named after', async () => {
    const { decide } = await import('backorder-elements/availability');
    for (const state of CHOICES.state) {
      const { value, problems } = parseDocument(sampleDocument(cleanState({ state }), Date.now()));
      assert.deepEqual(problems ?? [], []);
      const [{ record, policy }] = value.products;
      assert.equal(decide(record, policy, 1, Date.now()).state, state);
    }
  });

  it('attributes hold what is put into them', () => {
    assert.equal(attribute(`a"b'c<d>&{{e}}`), 'a&quot;b&#39;c&lt;d&gt;&amp;&#123;&#123;e&#125;&#125;');
  });
});

describe('the builder’s page', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let demo;
  before(async () => {
    demo = await openDemo();
  });
  after(() => demo.close());

  /** What the preview says, once the one of this state is there. */
  const previewOf = async (page, state, words) => {
    const inside = (wanted, text) => {
      const frame = document.querySelector(`iframe[data-live="${wanted}"]`);
      return frame && (frame.contentDocument.body.textContent ?? '').includes(text);
    };
    await until(page, `the preview of ${state} says "${words}"`, inside, state, words);
  };
  const code = (page) => page.$eval('[data-snippets] code', (it) => it.textContent);

  for (const [state, words] of [
    ['backorder', 'Expected to ship'],
    ['preorder', 'Pre-order'],
    ['coming-soon', 'Tell me when I can order it'],
    ['sold-out', 'Tell me when it is back'],
    ['in-stock', 'Add to cart'],
    ['unknown', 'Add to cart'],
  ]) {
    it(`shows ${state} in the real elements, in each spelling`, async () => {
      for (const written of CHOICES.written) {
        const { page, said, close } = await demo.visit(
          `builder.html#state=${state}&written=${written}&show=badge,date,button,form`,
        );
        await previewOf(page, state, words);
        assert.deepEqual(said, []);
        await close();
      }
    });
  }

  it('is used with the keyboard alone: choices are in the address, the preview and the snippet', async () => {
    const { page, said, close } = await demo.visit('builder.html');
    await previewOf(page, 'backorder', 'Backorder');
    await page.focus('[name=platform]:checked');
    await page.keyboard.press('ArrowDown');
    await until(page, 'the block', () =>
      document.querySelector('[data-snippets] code').textContent.includes('wp:backorder'),
    );
    // From the tiles on to the boxes, the place and the product.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await until(
      page,
      'no badge',
      () => !document.querySelector('[data-snippets] code').textContent.includes('badge'),
    );
    await page.focus('[name=state]:checked');
    await page.keyboard.press('ArrowRight');
    await previewOf(page, 'preorder', 'Expected to ship');
    const hash = await page.evaluate(() => location.hash);
    assert.deepEqual(
      [readState(hash).platform, readState(hash).state, readState(hash).show],
      ['wordpress', 'preorder', ['date', 'form']],
    );
    const before = await code(page);
    await page.reload();
    await previewOf(page, 'preorder', 'Expected to ship');
    assert.equal(await code(page), before);
    // Every control can be reached, and shows that it has been.
    const reached = new Set();
    await page.focus('h1 ~ .builder input');
    for (let turn = 0; turn < 60; turn += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(
        () => document.activeElement.name || document.activeElement.textContent.trim(),
      );
      reached.add(name);
      if (name === 'Copy') break;
    }
    for (const name of [
      'place',
      'product',
      'language',
      'radius',
      'own-dot',
      'dot',
      'Your own words',
      'state',
      'width',
      'scheme',
      'Copy',
    ]) {
      assert.ok(reached.has(name), `${name} of ${[...reached].join()}`);
    }
    // A choice that comes before the last preview has loaded ends that one.
    assert.deepEqual(
      said.filter((it) => !it.startsWith('net::ERR_ABORTED')),
      [],
    );
    await close();
  });

  it('copies the snippet, and says so', async () => {
    const { page, close } = await demo.visit('builder.html#platform=webflow');
    await page.evaluate(() => {
      window.kept = '';
      navigator.clipboard.writeText = async (text) => void (window.kept = text);
    });
    await page.click('.builder__copy');
    await until(
      page,
      'a word',
      () => document.querySelector('[data-said]').textContent === 'Copied: Webflow.',
    );
    assert.equal(await page.$eval('.builder__copy', (it) => it.textContent), 'Copied');
    assert.equal(await page.evaluate(() => window.kept), await code(page));
    await close();
  });

  it('says why something that was ticked is not in the preview', async () => {
    const { page, close } = await demo.visit('builder.html#written=classes');
    const says = (words) =>
      until(page, words, (it) => document.querySelector('[data-note]').textContent.includes(it), words);
    await says('sign-up form comes when nothing can be ordered');
    await page.click('[name=state][value=in-stock] + span');
    await says('as it is: no badge');
    await page.click('[name=state][value=sold-out] + span');
    await until(page, 'nothing', () => document.querySelector('[data-note]').textContent === '');
    for (const name of ['badge', 'date', 'form']) await page.click(`[name=show][value=${name}]`);
    await says('Nothing is chosen yet');
    // What an address has changed is to be seen.
    assert.equal(await page.$eval('[data-addresses]', (it) => it.open), true);
    await close();
  });

  it('on a phone begins with a phone’s width; an address that says desktop has it', async () => {
    for (const [hash, width] of [
      ['', 'phone'],
      ['#state=preorder', 'phone'],
      ['#width=desktop', 'desktop'],
    ]) {
      const { page, close } = await demo.visit(`builder.html${hash}`, { width: 390 });
      assert.equal(await page.$eval('[name=width]:checked', (it) => it.value), width);
      await close();
    }
  });

  it('a hostile address is shown as text, here and in the preview', async () => {
    const query = new URLSearchParams({
      product: '"><img src=x onerror=window.top.hit=1>',
      'badge.backorder': '</script><script>top.hit=1</script>',
      language: '"><b>',
      platform: '<b>',
      show: 'badge,<b>',
    });
    const { page, said, close } = await demo.visit(`builder.html#${query}`);
    await previewOf(page, 'backorder', '</script>');
    assert.equal(await page.evaluate(() => window.hit), undefined);
    assert.equal(await page.$('.builder img'), null);
    assert.match(await code(page), /&quot;&gt;&lt;img/);
    assert.deepEqual(said, []);
    await close();
  });

  it('the preview asks nobody and sends nothing', async () => {
    const { page, said, close } = await demo.visit('builder.html#state=sold-out&show=button,form');
    await previewOf(page, 'sold-out', 'Tell me when it is back');
    const asked = [];
    page.on('request', (request) => request.method() === 'POST' && asked.push(request.url()));
    await page.evaluate(async () => {
      const inside = document.querySelector('iframe[data-live]').contentDocument;
      inside.querySelector('notify-me-form button').click();
      while (!inside.querySelector('notify-me-form input')) await new Promise((done) => setTimeout(done, 20));
      inside.querySelector('notify-me-form input').value = 'a@b.example';
      inside.querySelector('notify-me-form form').requestSubmit();
    });
    await page.waitForNetworkIdle({ idleTime: 300 });
    assert.deepEqual(asked, []);
    assert.deepEqual(said, []);
    await close();
  });

  it('passes the audit with everything open, in light and dark, and fits 320 px', async () => {
    const query = new URLSearchParams({
      ...{
        platform: 'wix',
        show: SHOWN.join(),
        'badge.backorder': 'x'.repeat(120),
        product: 'y'.repeat(120),
      },
    });
    const { page, close } = await demo.visit(`builder.html#${query}`);
    await page.evaluate(() => document.querySelectorAll('details').forEach((it) => (it.open = true)));
    await page.evaluate(axe);
    for (const scheme of ['light', 'dark']) {
      await setScheme(page, scheme);
      const found = await page.evaluate(async () =>
        (await window.axe.run(document, { iframes: false })).violations.map(
          ({ id, nodes }) => `${id}: ${nodes[0].target}`,
        ),
      );
      assert.deepEqual(found, [], scheme);
    }
    await page.setViewport({ width: 320, height: 640 });
    assert.equal(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      0,
    );
    await close();
  });
});
