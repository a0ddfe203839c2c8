// What the demo's pages show to be copied: it is what runs beside it, and it works on a page of its own.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { goTo, openDemo, until } from '../support/demo-browser.mjs';

const PAGES = ['theme-developer', 'headless-developer', 'cms-editor', 'no-javascript'];

/** Stands in for the bundler of a headless shop. */
const IMPORTS = JSON.stringify({
  imports: { 'backorder-elements/define': '/cdn/backorder-elements.elements.js' },
});

/** A tag for text copied from the CMS page, whose theme has the script already. */
const HEAD = readFileSync('demo/tools/examples/head.html', 'utf8');

const words = (selector) => document.querySelector(selector)?.textContent.trim();

/** What must have come true on a page that has a snippet and nothing else. Each is run in the page. */
const WORKS = {
  'theme-script': () =>
    words('[name=add]') === 'Backorder now' &&
    /^Ships between/.test(words('eta-notice')) &&
    new FormData(document.querySelector('form')).has('properties[Availability]'),
  'theme-tags': () =>
    words('[name=add]') === 'Backorder now' &&
    words('p > backorder-badge') === 'Backorder' &&
    document.querySelectorAll('backorder-badge, eta-notice, notify-me-form').length === 3,
  'theme-cards': () =>
    [...document.querySelectorAll('backorder-badge')].map((it) => it.textContent).join() ===
    'Backorder,Pre-order,',
  'theme-inline': () => words('[name=add]') === 'Backorder now' && /in Q1 2099/.test(words('eta-notice')),
  'headless-product': () => {
    const find = (tag, part) => document.querySelector(tag).shadowRoot?.querySelector(`[part=${part}]`);
    const button = find('preorder-button', 'button');
    if (!/^\s*2 now, 3 in the week of/.test(find('eta-notice', 'promise')?.textContent)) return false;
    button.click();
    return /^In the cart: 5 × 41018\. 2 now, 3 in the week of/.test(words('#cart'));
  },
  'headless-record': () =>
    /Ships in the week of February/.test(document.querySelector('eta-notice').shadowRoot?.textContent),
  'headless-sign-up': () => {
    const input = document.querySelector('notify-me-form input');
    if (!input) return false;
    if (!input.value && !words('#list')) {
      input.value = 'anna@example.com';
      document.querySelector('notify-me-form form').requestSubmit();
    }
    return (
      /^Sent once, with the key \w{8}…$/.test(words('#list')) &&
      /^Thank you/.test(
        document.querySelector('notify-me-form').shadowRoot.querySelector('[part=status]').textContent,
      )
    );
  },
  'cms-badge': () => words('backorder-badge') === 'Backorder',
  'cms-notice': () => /^Ships on/.test(words('eta-notice')),
  'cms-sign-up': () => document.querySelector('notify-me-form input[type=email]') !== null,
  'no-script-sign-up': () =>
    document.forms[0].method === 'post' && new URL(document.forms[0].action).pathname === '/v1/sign-ups',
  'no-script-link': () => words('eta-notice a') === 'Ask us for the date',
};

/** Those that are no pages. */
const IS_VALID = {
  'theme-document': (text) => {
    const schema = JSON.parse(readFileSync('demo/data/availability-v1.schema.json', 'utf8'));
    const validate = new Ajv({ allowUnionTypes: true, formats: { 'date-time': true } }).compile(schema);
    assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
  },
  'theme-styles': (text) => {
    const rules = text.split('}').length - 1;
    return async (page) => {
      const read = await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        return [...sheet.cssRules].filter((rule) => rule.style.length > 0).length;
      }, text);
      assert.equal(read, rules);
    };
  },
};

let demo;
before(async () => {
  demo = await openDemo();
});
after(() => demo.close());

/** The snippets of a page as a reader sees them, with what runs beside each. */
const snippetsOf = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('pre.code[data-copy][data-example]')].map((it) => ({
      name: it.dataset.example,
      text: it.textContent,
      frame: it.closest('.example')?.querySelector('iframe')?.getAttribute('src'),
      here: it.closest('.example')?.querySelector('.live__here') !== null,
    })),
  );

const shown = [];

describe('snippets', () => {
  for (const name of PAGES) {
    it(`on ${name}.html are what runs beside them`, async () => {
      const { page, close } = await demo.visit(undefined);
      try {
        // As it was sent: what runs has changed its own mark-up by now.
        const reply = await page.goto(new URL(`${name}.html`, demo.base).href);
        const source = await reply.text();
        const snippets = await snippetsOf(page);
        assert.ok(snippets.length > 1);
        for (const { name: example, text, frame, here } of snippets) {
          shown.push({ name: example, text });
          if (example in IS_VALID) continue;
          assert.ok(frame || here, `${example} has a live part`);
          const live = frame ? await (await fetch(new URL(frame, demo.base))).text() : source;
          assert.ok(live.includes(text), `${example} is not what runs`);
        }
      } finally {
        await close();
      }
    });
  }

  it('are all the examples there are, each with its proof', () => {
    const files = readdirSync('demo/tools/examples').map((file) => file.replace(/\.\w+$/, ''));
    const proved = [...Object.keys(WORKS), ...Object.keys(IS_VALID), 'head'].sort();
    assert.deepEqual(files.sort(), proved);
    assert.deepEqual([...shown.map(({ name }) => name), 'head'].sort(), proved);
  });

  it('say of the head what the shop has in its own', () => {
    const tags = shown.find(({ name }) => name === 'theme-tags').text;
    const page = readFileSync('demo/products/lykke-table-lamp.html', 'utf8');
    const bare = (text) => text.replace(/\s+/g, ' ').trim();
    assert.ok(bare(tags).startsWith(bare(HEAD)));
    assert.ok(bare(page).includes(bare(HEAD)));
  });

  for (const [name, works] of Object.entries(WORKS)) {
    it(`${name} works when it is pasted into an empty page`, async () => {
      const { text } = shown.find((it) => it.name === name);
      const { page, said, close } = await demo.visit(undefined);
      const head = name.startsWith('cms') ? HEAD : `<script type="importmap">${IMPORTS}</script>`;
      const body = `<!doctype html><html lang="en"><head><title>Pasted</title>${head}</head><body>${text}</body></html>`;
      await page.setRequestInterception(true);
      page.on('request', (request) =>
        new URL(request.url()).pathname === '/pasted.html'
          ? void request.respond({ contentType: 'text/html; charset=utf-8', body })
          : void request.continue(),
      );
      try {
        await page.setJavaScriptEnabled(!name.startsWith('no-script'));
        await page.evaluateOnNewDocument(`globalThis.words = ${words}`);
        await goTo(page, new URL('pasted.html', demo.base).href);
        if (name.startsWith('no-script')) {
          assert.ok(await page.evaluate(`(${works})()`.replaceAll('words(', `(${words})(`)));
        } else await until(page, name, works);
        assert.deepEqual(said, []);
      } finally {
        await close();
      }
    });
  }

  for (const [name, check] of Object.entries(IS_VALID)) {
    it(`${name} is valid`, async () => {
      const { text } = shown.find((it) => it.name === name);
      const { page, close } = await demo.visit(undefined);
      try {
        await check(text)?.(page);
      } finally {
        await close();
      }
    });
  }

  it('copy themselves into the clipboard', async () => {
    const { page, close } = await demo.visit('cms-editor.html');
    try {
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: async (text) => void (window.copied = text) },
        });
        document.querySelector('.code__copy').click();
      });
      await until(page, 'copied', () => document.querySelector('.code__copy').textContent === 'Copied');
      const { copied, text } = await page.evaluate(() => ({
        copied: window.copied,
        text: document.querySelector('pre[data-copy]').textContent,
      }));
      assert.equal(copied, text);
    } finally {
      await close();
    }
  });
});
