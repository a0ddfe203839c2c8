// The documentation in a browser: every page fits a phone and each kind of page is accessible, every live example does what its text says, the search and
// the chooser work by the keyboard alone, and the policy that is given is enough.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openDemo, setScheme, until } from '../support/demo-browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = readdirSync('demo/docs').filter((file) => file.endsWith('.html'));

let demo;
before(async () => {
  demo = await openDemo();
});
after(() => demo.close());

/** Visits a page, does something there, and closes it whatever comes of it. Nothing may be said on its console. */
async function at(path, act, options) {
  const { page, said, close } = await demo.visit(path, options);
  try {
    await act(page);
    assert.deepEqual(said, []);
  } finally {
    await close();
  }
}

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await window.axe.run({ iframes: false })).violations);
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('pages of the documentation', () => {
  it('fit 320 and 1280 px, without scripts too', async () => {
    const { page, close } = await demo.visit(undefined, { width: 320, height: 640 });
    try {
      await page.setJavaScriptEnabled(false);
      const wide = [];
      for (const name of pages) {
        await page.goto(`${demo.base}docs/${name}`, { waitUntil: 'load' });
        for (const width of [320, 1280]) {
          await page.setViewport({ width, height: 640 });
          const over = await overflow(page);
          if (over) wide.push(`${name}: ${over} px beyond ${width}`);
        }
      }
      assert.deepEqual(wide, []);
    } finally {
      await close();
    }
  });

  for (const name of ['index', 'choose', 'theme', 'rules', 'elements']) {
    it(`one with what ${name}.html has is accessible in light and dark`, () =>
      at(`docs/${name}.html`, async (page) => {
        assert.deepEqual(await violations(page), [], 'in light');
        await setScheme(page, 'dark');
        assert.deepEqual(await violations(page), [], 'in dark');
        await page.setViewport({ width: 390, height: 844 });
        assert.equal(await overflow(page), 0);
        await page.click('.docs__summary');
        assert.deepEqual(await violations(page), [], 'on a phone, with the contents open');
      }));
  }
});

const words = (selector) => document.querySelector(selector)?.textContent.trim();

/** What must have come true in the page of an example. Each is run in the page. */
const FRAMED = {
  analytics: () => {
    const provider = document.querySelector('product-availability');
    if (provider?.offer?.state === 'backorder') provider.policy = { sell: 'preorder' };
    return /"state": "preorder"/.test(words('#layer'));
  },
  'cart-line': () => /2 now, 3 on December 12/.test(words('[data-backorder-said]')),
  headless: () => {
    const button = document.querySelector('preorder-button')?.shadowRoot?.querySelector('button');
    if (!/Backorder now/.test(button?.textContent)) return false;
    button.click();
    return /^1 × walnut-side-table\. Expected to ship between December 1/.test(words('#cart'));
  },
  'import-map': () => /Backorder/.test(document.querySelector('backorder-badge').shadowRoot?.textContent),
  limits: () => /^2 now, 3 in December 2099/.test(words('eta-notice')) && words('button') === 'Backorder now',
  list: () =>
    [...document.querySelectorAll('backorder-badge')].map((it) => it.textContent).join() === 'Backorder,',
  'notify-me': () => Boolean(words('notify-me-form')),
  places: () => words('backorder-badge') === 'Backorder' && /December 5, 2099/.test(words('eta-notice')),
  preorder: () => words('button') === 'Pre-order now' && /March 12, 2099/.test(words('eta-notice')),
  smallest: () =>
    words('button') === 'Backorder now' &&
    new FormData(document.querySelector('form')).has('properties[Availability]'),
  sooner: () => words('button') === 'Backorder now',
  snippet: () => words('backorder-badge') === 'Backorder' && /December 5, 2099/.test(words('eta-notice')),
  styling: () => words('backorder-badge') === 'Backorder' && words('button') === 'Backorder now',
  theme: () => words('button') === 'Backorder now',
};

/** The same for those that run in the page itself, where they stand. */
const HERE = {
  delivery: () =>
    /product 7012[\s\S]*product 7014[\s\S]*not read[\s\S]*none/.test(words('[data-run=delivery]')),
  document: () =>
    /variant 41[\s\S]*in-stock[\s\S]*variant 42[\s\S]*backorder[\s\S]*none/.test(
      words('[data-run=document]'),
    ),
  'sign-up': () => /not read[\s\S]*none/.test(words('[data-run=sign-up]')),
  lint: () => /"rule": "no-date"/.test(words('[data-run=lint]')),
  readers: () => /in-stock[\s\S]*backorder[\s\S]*sold-out/.test(words('[data-run=readers]')),
  rules: () => /backorder[\s\S]*"now": 2[\s\S]*2099-12-10/.test(words('[data-run=rules]')),
  server: () => {
    const page = document.querySelector('[data-run=server] iframe')?.contentDocument;
    return page?.querySelector('eta-notice')?.hasAttribute('data-backorder-plain');
  },
  'structured-data': () =>
    /schema\.org\/BackOrder[\s\S]*2099-12-05/.test(words('[data-run=structured-data]')),
};

/** A page that has not come so far yet is no reason to fail. */
const patient = (works) => `(() => { try { return (${works})(); } catch { return false; } })()`;

describe('live examples', () => {
  it('are those that have a condition here', () => {
    const framed = readdirSync('demo/examples').flatMap((file) => /^docs-(.*)\.html$/.exec(file)?.[1] ?? []);
    assert.deepEqual(framed.sort(), Object.keys(FRAMED).sort());
    const html = pages.map((name) => readFileSync(`demo/docs/${name}`, 'utf8')).join('');
    const here = [...html.matchAll(/data-run="([\w-]+)"/g)].map(([, name]) => name);
    assert.deepEqual(here.sort(), Object.keys(HERE).sort());
    for (const name of framed)
      assert.ok(html.includes(`src="/examples/docs-${name}.html"`), `${name} stands in a page`);
  });

  it('do in their pages what their text says', async () => {
    const { page, said, close } = await demo.visit();
    try {
      await page.evaluateOnNewDocument(`globalThis.words = ${words}`);
      for (const [name, works] of Object.entries(FRAMED)) {
        await page.goto(`${demo.base}examples/docs-${name}.html`, { waitUntil: 'load' });
        await until(page, name, patient(works));
      }
      assert.deepEqual(said, []);
    } finally {
      await close();
    }
  });

  it('do in the documentation’s own pages what their text says', async () => {
    const { page, said, close } = await demo.visit();
    try {
      await page.evaluateOnNewDocument(`globalThis.words = ${words}`);
      for (const [name, works] of Object.entries(HERE)) {
        const file = pages.find((it) =>
          readFileSync(`demo/docs/${it}`, 'utf8').includes(`data-run="${name}"`),
        );
        await page.goto(`${demo.base}docs/${file}`, { waitUntil: 'load' });
        await until(page, name, patient(works));
      }
      assert.deepEqual(said, []);
    } finally {
      await close();
    }
  });
});

describe('the search', () => {
  it('is found, filled, walked through and left by the keyboard alone, and says what came of it', () =>
    at('docs/start.html', async (page) => {
      await page.keyboard.press('/');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'docs-search');
      await page.keyboard.type('import map');
      await until(page, 'results', () => document.querySelectorAll('[data-search-found] a').length > 1);
      await until(page, 'what is said', () =>
        /^\d+ places for “import map”\.$/.test(document.querySelector('[data-search-said]').textContent),
      );
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      const href = await page.evaluate(() => document.activeElement.getAttribute('href'));
      assert.equal(href, '/docs/import-map.html');
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press('Escape');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'docs-search');
      await until(page, 'nothing', () => !document.querySelector('[data-search-found] a'));
      await page.keyboard.type('zzzyx');
      await until(page, 'that there is nothing', () =>
        /^Nothing for/.test(document.querySelector('[data-search-said]').textContent),
      );
      await page.keyboard.down('Control');
      await page.keyboard.press('a');
      await page.keyboard.up('Control');
      await page.keyboard.type('klaviyo');
      await until(page, 'results', () => document.querySelector('[data-search-found] a'));
      await Promise.all([
        page.waitForFunction(
          () => location.pathname.startsWith('/docs/') && !location.pathname.includes('start'),
        ),
        (async () => {
          await page.keyboard.press('Enter');
          await until(page, 'the first has the focus', () =>
            document.activeElement.matches('[data-search-found] a'),
          );
          await page.keyboard.press('Enter');
        })(),
      ]);
    }));

  it('can be sent to somebody, and shows what is typed as text', () =>
    at(`docs/index.html?q=${encodeURIComponent('<img src=x onerror=alert(1)> cutoff')}`, async (page) => {
      await until(page, 'results', () => document.querySelector('[data-search-found] a'));
      await until(page, 'what is said', () =>
        document.querySelector('[data-search-said]').textContent.includes('<img src=x'),
      );
      assert.equal(await page.$('img[src=x]'), null);
    }));

  it('without its index says so, and without scripts there are the contents', async () => {
    const { page, close } = await demo.visit();
    try {
      await page.setRequestInterception(true);
      page.on('request', (it) => (it.url().endsWith('/search.index') ? it.abort() : it.continue()));
      await page.goto(`${demo.base}docs/index.html`);
      await until(page, 'the search', () => document.documentElement.dataset.search === 'ready');
      await page.type('#docs-search', 'cart');
      await until(page, 'that it cannot be reached', () =>
        /cannot be reached/.test(document.querySelector('[data-search-said]').textContent),
      );
      await page.setJavaScriptEnabled(false);
      await page.goto(`${demo.base}docs/index.html`);
      assert.equal(await page.$eval('[data-search]', (it) => it.hidden), true);
      assert.ok((await page.$$('.docs__index a')).length > 30);
    } finally {
      await close();
    }
  });
});

describe('which way do I install', () => {
  it('is answered by the keyboard, said, kept in the address, and begun again', () =>
    at('docs/choose.html', async (page) => {
      await until(page, 'the form', () => document.documentElement.dataset.ways === 'ready');
      await page.focus('[name=have]');
      await page.keyboard.press('Space');
      await until(
        page,
        'the second question',
        () => !document.querySelector('[data-question=system]').hidden,
      );
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await until(
        page,
        'a way',
        () => document.querySelector('[data-way-link]').textContent === 'Install on BigCommerce',
      );
      assert.equal(new URL(page.url()).search, '?have=theme&system=bigcommerce');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await until(page, 'what to read then', () =>
        document.querySelector('[data-way-then] a')?.href.endsWith('/docs/document.html'),
      );
      assert.match(
        await page.$eval('[data-way-said]', (it) => it.textContent),
        /^Begin with “Install on BigCommerce”\. Still to answer: May/,
      );
      assert.deepEqual(await violations(page), []);
      await page.reload();
      await until(
        page,
        'the same way',
        () => document.querySelector('[data-way-link]').textContent === 'Install on BigCommerce',
      );
      await page.click('[data-way-again]');
      assert.equal(new URL(page.url()).search, '');
      assert.equal(await page.$eval('[data-way-start]', (it) => it.hidden), true);
    }));
});

describe('the policy and the hashes that hosting.md gives', () => {
  const hosting = readFileSync('demo/docs/hosting.md', 'utf8');
  const policy = /Content-Security-Policy: (.*)\n/.exec(hosting)[1];
  const PAGE = `<!doctype html><html lang="en"><title>A shop</title>
<form action="/cart/add" method="post"><input type="hidden" name="id" value="41"><button>Add to cart</button></form>
<script type="application/json" data-backorder-availability>{"version":1,"policy":{"sell":"backorder"},"products":[{"id":41,"onHand":0,"restock":"2099-12"}]}</script>`;
  const TAG = '<script defer src="/assets/backorder-elements.js"></script>';

  /** What the example prints, line by line. */
  function printed() {
    const project = mkdtempSync(join(tmpdir(), 'backorder-hashes-'));
    try {
      mkdirSync(join(project, 'node_modules'));
      symlinkSync(resolve('.'), join(project, 'node_modules/backorder-elements'), 'junction');
      const code = /<!-- example: integrity -->\n+```mjs\n([\s\S]*?)```/.exec(hosting)[1];
      writeFileSync(join(project, 'hashes.mjs'), code);
      return execFileSync('node', ['hashes.mjs'], { cwd: project, encoding: 'utf8' }).split('\n');
    } finally {
      rmSync(project, { recursive: true, force: true });
    }
  }

  /** Opens a page of a shop that has our files in /assets/, as they are or not. */
  async function shop(html, headers, act, change = (_name, text) => text) {
    const { page, said, close } = await demo.visit();
    try {
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const { pathname } = new URL(request.url());
        const file = `cdn/${pathname.slice('/assets/'.length)}`;
        if (pathname === '/shop.html')
          return request.respond({ contentType: 'text/html', headers, body: html });
        if (!pathname.startsWith('/assets/') || !existsSync(file)) return request.respond({ status: 404 });
        const body = change(pathname, readFileSync(file, 'utf8'));
        return request.respond({ contentType: 'text/javascript', body });
      });
      await page.goto(`${demo.base}shop.html`);
      await act(page, said);
    } finally {
      await close();
    }
  }
  const sold = (page) =>
    until(page, 'a backorder', () => document.querySelector('button').textContent === 'Backorder now');

  it('a page with that policy sells, and what is opened opens, without a violation', () =>
    shop(PAGE + TAG, { 'content-security-policy': policy }, async (page, said) => {
      await sold(page);
      await page.click('eta-notice button');
      await until(page, 'the explanation', () =>
        document
          .querySelector('eta-notice')
          .shadowRoot?.querySelector('[part=explanation], dialog, [popover]'),
      );
      assert.deepEqual(said, []);
    }));

  it('a page with the hashes sells under the policy that is printed for them; with another byte in a later file it is the theme’s', async () => {
    const [map, tag] = printed();
    const html = PAGE.replace('<form', `${map}<form`) + tag;
    const [, , allowed] = printed();
    const strict = policy.replace("script-src 'self'", allowed);
    assert.notEqual(strict, policy);
    await shop(html, { 'content-security-policy': strict }, async (page, said) => {
      await sold(page);
      assert.deepEqual(said, []);
    });
    const change = (name, text) => (name.endsWith('.page.js') ? `${text}\n` : text);
    await shop(
      html,
      {},
      async (page, said) => {
        await until(page, 'two tries', () => performance.getEntriesByType('resource').length > 1);
        await page.waitForNetworkIdle({ idleTime: 500 });
        assert.equal(await page.$eval('button', (it) => it.textContent), 'Add to cart');
        assert.ok(said.some((it) => it.includes('integrity')));
      },
      change,
    );
  });
});
