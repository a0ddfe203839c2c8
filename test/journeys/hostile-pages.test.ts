// Pages that have been tampered with before we come: polluted prototypes, names taken by elements, the language's own functions
// replaced; and data that contradicts itself or would reach further than its place.
import { expect } from '@open-wc/testing';
import { hostileStrings, otherAddresses, scriptAddresses } from '../fixtures/hostile-strings.js';
import { readSettings } from '../../src/page/settings.js';
import { CANARY, canaryIn } from '../support/canary.js';
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
import { openOracle } from '../support/oracle.js';
import { said, shown } from '../support/shown.js';

const BACKORDER = sells({ id: 'lamp', onHand: 0 });
const SOLD_OUT = sells({ id: 'lamp', onHand: 0, policy: { sell: 'none' } });

const run = (code: string): string => `<script>${code}</script>`;

const works = async (page: ShopPage): Promise<void> => {
  await waitFor(() => page.label === 'Backorder now' && shown(page, 'backorder-badge') === 'Backorder');
  expect(page.heard.errors).to.deep.equal([]);
  page.button.click();
  const [add] = await page.carted(1);
  expect(add?.fields.filter(([name]) => name.startsWith('properties'))).to.have.length(2);
};

/** Either it works, or the page is as without us; quiet in both. */
async function worksOrFailsOpen(options: PageOptions): Promise<'works' | 'fails open'> {
  const oracle = await openOracle({ document: BACKORDER, ...options });
  const { page } = oracle;
  await page.loaded();
  await waitFor(() => page.label === 'Backorder now', 'a backorder', 1200).catch(() => undefined);
  const worked = page.label === 'Backorder now';
  if (!worked) await oracle.check('failed open');
  else {
    expect(page.button.disabled).to.equal(false);
    page.button.click();
    await page.carted(1);
  }
  oracle.quiet(1);
  return worked ? 'works' : 'fails open';
}

describe('pages that others have tampered with', () => {
  afterEach(closePages);

  for (const key of ['__proto__', 'constructor', 'prototype']) {
    it(`H13 ${key} at every depth of the document: nothing is polluted, the rest counts`, async () => {
      const evil =
        '{"polluted":true,"version":2,"sell":"none","onHand":9,"disabled":true,"prototype":{"polluted":true}}';
      const json = JSON.stringify({ ...BACKORDER, signUp: undefined }).replaceAll('{', `{"${key}":${evil},`);
      const page = await openPage({
        endpoint: 'own',
        replies: { availability: { body: json } },
        // Whoever writes on it from now on says so.
        theme: run('Object.freeze(Object.prototype); Object.freeze(Array.prototype);'),
      });
      await waitFor(() => page.label === 'Backorder now');
      expect((page.window as unknown as { polluted?: unknown }).polluted).to.equal(undefined);
      expect(page.heard.errors).to.deep.equal([]);
      expect(page.heard.console).to.deep.equal([]);
    });
  }

  for (const reference of ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf']) {
    it(`H14 a product named ${reference}, of which nothing is told: unknown, not inherited`, async () => {
      const oracle = await openOracle({
        document: { version: 1, products: [{ id: 'another', onHand: 0 }] },
        slots: { after: `<backorder-badge product="${reference}"></backorder-badge>` },
        attributes: { 'data-product': reference },
      });
      const { page } = oracle;
      await waitFor(async () => (await page.asked('availability')).length > 0);
      await pause(150);
      expect(shown(page, 'backorder-badge')).to.equal('');
      await oracle.check(reference);
      oracle.quiet(0);
    });
  }

  const pollution: Record<string, string> = {
    'options of widgets': `{ html: '<img src=x: onerror=canary()>', innerHTML: '<img src=x: onerror=canary()>', template: 'x', text: 'x', title: 'x', message: 'x', url: 'https://canary-beacon.invalid/' }`,
    'our settings': `{ endpoint: '/canary-beacon', product: 'evil', insert: 'manual', backorderOff: true, off: true, base: '/canary-beacon/', textField: 'evil', recordField: 'evil', signUpOrigins: 'https://canary-beacon.invalid' }`,
    'fields of documents': `{ disabled: true, version: 2, onHand: 9, status: 'in-stock', sell: 'none', limit: 0, orderable: false, ttl: 0, messages: { en: {} }, signUp: { url: '/canary-beacon' }, policy: { sell: 'none' }, starts: 9e12, ends: 1, threshold: 9 }`,
    'fields of ours inside': `{ record: { onHand: 9 }, policy: { sell: 'none' }, blocked: true, selection: { id: 'evil' }, quantity: 99, id: 'evil', sku: 'evil', json: { version: 2 }, inline: { version: 2, products: [] }, asked: ['lamp'], serverTime: 5 }`,
    'fields of offers': `{ state: 'sold-out', control: 'stop', promise: 'x', withheld: true, leadTime: { max: 1 }, hint: 'sold-out', asOf: 1, changesAt: 1, signUp: true, express: 'hide', ok: false, problem: {}, retryIn: 1 }`,
  };
  for (const [what, values] of Object.entries(pollution)) {
    it(`H15 Object.prototype has been polluted with ${what}: only own fields are read`, async () => {
      const page = await openPage({
        document: BACKORDER,
        theme: `${CANARY}${run(`Object.assign(Object.prototype, ${values});`)}`,
      });
      await works(page);
      expect(page.button.getClientRects()).to.have.length(1);
      expect(shown(page, 'eta-notice')).to.include('5 days');
      expect(page.find<HTMLInputElement>('[data-backorder-field=record]').name).to.equal(
        'properties[_backorder]',
      );
      expect((page.window as unknown as { canaries: unknown[] }).canaries).to.deep.equal([]);
      expect((await page.log()).filter(({ path }) => path.includes('canary'))).to.deep.equal([]);
    });
  }

  it('H15 a variant that is chosen by its options, where everything has an id by pollution', async () => {
    const page = await openPage({
      page: 'dom-jquery',
      button: '#add-to-cart',
      theme: run(`Object.assign(Object.prototype, { id: 'evil', sku: 'evil' });`),
      document: sells({
        id: 'chair',
        variants: [
          { id: 'oak', options: { 7: 'oak' }, onHand: 9 },
          { id: 'black', options: { 7: 'black' }, onHand: 0 },
        ],
      }),
    });
    await page.loaded();
    const select = page.find<HTMLSelectElement>('select');
    select.value = 'black';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await waitFor(() => page.label === 'Backorder now');
  });

  const extended: Record<string, string> = {
    'Array.prototype with what for-in sees': `Array.prototype.last = function () { return this[this.length - 1]; }; Array.prototype.remove = function () {};`,
    'Object.prototype with functions': `Object.prototype.extend = function () {}; Object.prototype.each = function () {};`,
    'String.prototype and Function.prototype': `String.prototype.trimAll = function () {}; Function.prototype.bindAll = function () {};`,
    'an old Array.from and Array.prototype.flat': `Array.prototype.flat = function () { return this; }; Array.prototype.find = Array.prototype.find;`,
    'a thenable that is none (Object.prototype.then is a text)': `Object.prototype.then = 'x';`,
    'Element.prototype with old helpers': `Element.prototype.hide = function () {}; Element.prototype.show = function () {}; HTMLElement.prototype.update = function () {};`,
  };
  for (const [what, code] of Object.entries(extended)) {
    it(`H16 old libraries extend ${what}: we work`, async () => {
      await works(await openPage({ document: BACKORDER, theme: run(code) }));
    });
  }

  it('H16 Object.prototype.then is a function that never calls back: nothing of the page is touched', async () => {
    await worksOrFailsOpen({ theme: run('Object.prototype.then = function () {};') });
  });

  const overrides: Record<string, string> = {
    'JSON.parse that throws': 'JSON.parse = () => { throw new Error("no"); };',
    'JSON.parse that gives nothing': 'JSON.parse = () => undefined;',
    'JSON.stringify that gives nothing': 'JSON.stringify = () => undefined;',
    'fetch that throws': 'window.fetch = () => { throw new Error("no"); };',
    'fetch that never answers': 'window.fetch = () => new Promise(() => {});',
    'fetch that gives nothing': 'window.fetch = () => Promise.resolve(undefined);',
    'fetch by XMLHttpRequest of an old polyfill': `window.fetch = (url) => new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('GET', url);
      request.onerror = reject;
      request.onload = () => resolve({ ok: true, status: 200, headers: { get: () => 'application/json' }, json: () => Promise.resolve(JSON.parse(request.responseText)), text: () => Promise.resolve(request.responseText) });
      request.send();
    });`,
    'another Promise': 'window.Promise = class extends Promise {}; ',
    'no Promise': 'window.Promise = undefined;',
    'Element.prototype.append that does nothing': 'Element.prototype.append = function () {};',
    'Element.prototype.after that throws':
      'Element.prototype.after = function () { throw new Error("no"); };',
    'document.createElement that gives other things': `const made = document.createElement.bind(document); document.createElement = (tag) => made(tag === 'input' ? 'div' : tag);`,
    'setTimeout that never fires': 'window.setTimeout = () => 0;',
    'MutationObserver that sees nothing':
      'window.MutationObserver = class { observe() {} disconnect() {} takeRecords() { return []; } };',
    'no MutationObserver': 'window.MutationObserver = undefined;',
    'no AbortController': 'window.AbortController = undefined;',
    'no customElements': `Object.defineProperty(window, 'customElements', { value: undefined });`,
    'customElements.define that throws': 'customElements.define = () => { throw new Error("no"); };',
    'Symbol.for that makes new ones': 'Symbol.for = (name) => Symbol(name);',
    'no CSSStyleSheet to construct': 'window.CSSStyleSheet = undefined;',
    'document.adoptedStyleSheets that throws': `Object.defineProperty(Document.prototype, 'adoptedStyleSheets', { get() { throw new Error('no'); }, set() { throw new Error('no'); } });`,
    'querySelectorAll that gives an array': `const all = Document.prototype.querySelectorAll; Document.prototype.querySelectorAll = function (s) { return [...all.call(this, s)]; };`,
    // Only for us: a page on which it throws for everybody could not be looked at by the test either.
    'querySelector that throws': `const one = Document.prototype.querySelector;
      Document.prototype.querySelector = function (s) {
        if (new Error().stack.includes('backorder-elements')) throw new Error('no');
        return one.call(this, s);
      };`,
    'Object.hasOwn that says no': 'Object.hasOwn = () => false;',
    'String.prototype.replace of its own': 'String.prototype.replace = function () { return String(this); };',
    'performance.now that is no number': 'performance.now = () => NaN;',
    'Date.now in another century': 'Date.now = () => -1e15;',
    'Intl.PluralRules that throws': 'Intl.PluralRules = function () { throw new Error("no"); };',
    'no Intl': 'window.Intl = undefined;',
    'console.warn that throws': 'console.warn = () => { throw new Error("no"); };',
  };
  for (const [what, code] of Object.entries(overrides)) {
    it(`H17 the page has ${what}: at worst we do nothing`, async () => {
      // What the theme does to itself it does without us as well; only what differs is ours.
      await worksOrFailsOpen({ theme: run(code) });
    });
  }

  const clobbering: Record<string, string> = {
    'a#litNonce': '<a id="litNonce" href="x:"></a>',
    'form#BackorderElements': '<form id="BackorderElements"><input name="version"></form>',
    'img[name=currentScript]': '<img name="currentScript" alt="">',
    'img[name=body]': '<img name="body" alt="">',
    'form[name=documentElement]': '<form name="documentElement"></form>',
    'img[name=baseURI]': '<img name="baseURI" alt="">',
    'img[name=querySelectorAll]': '<img name="querySelectorAll" alt="">',
    'img[name=createElement]': '<img name="createElement" alt="">',
    'form[name=getElementById]': '<form name="getElementById"></form>',
    'img[name=adoptedStyleSheets]': '<img name="adoptedStyleSheets" alt="">',
    'img[name=addEventListener]': '<img name="addEventListener" alt="">',
    'img[name=hidden]': '<img name="hidden" alt="">',
    'a#customElements, a#fetch, a#navigator':
      '<a id="customElements"></a><a id="fetch"></a><a id="navigator"></a>',
    'a script that is not ours with our mark':
      '<a data-backorder-settings>{"endpoint":"/canary-beacon"}</a><div data-backorder-availability>{}</div>',
    'a form of the page named like a script': '<form data-backorder data-endpoint="/canary-beacon"></form>',
  };
  for (const [what, markup] of Object.entries(clobbering)) {
    it(`H18 an element takes a name of the page (${what}): ignored, or we do nothing`, async () => {
      const theme = run(
        `addEventListener('DOMContentLoaded', () => document.body?.insertAdjacentHTML?.('beforeend', ''), true);`,
      );
      const result = await worksOrFailsOpen({ theme, slots: { before: markup } });
      const page = await openPage({ document: BACKORDER, slots: { before: markup } });
      await pause(50);
      expect((await page.log()).filter(({ path }) => path.includes('canary'))).to.deep.equal([]);
      if (/litNonce|BackorderElements|currentScript|script|mark/.test(what)) expect(result).to.equal('works');
    });
  }

  for (const name of [
    'elements',
    'action',
    'id',
    'name',
    'closest',
    'append',
    'after',
    'querySelector',
    'nextElementSibling',
    'isConnected',
    'parentNode',
    'submit',
    'matches',
    'lang',
    'getAttribute',
  ]) {
    it(`H18 a field of the product form is named ${name}: the form is sold from as without us, or better`, async () => {
      const theme = run(`addEventListener('DOMContentLoaded', () => {
        const input = Object.assign(document.createElement('input'), { type: 'hidden', name: '${name}', value: 'x' });
        HTMLElement.prototype.append.call(document.querySelector('form'), input);
      });`);
      const result = await worksOrFailsOpen({ theme });
      // Names that shops do use.
      if (['action', 'id', 'name', 'submit', 'lang'].includes(name)) expect(result).to.equal('works');
    });
  }

  it('H18 a form whose fields are named like what is asked of a form sells like the others', async () => {
    const theme = run(`addEventListener('DOMContentLoaded', () => {
      for (const name of ['elements', 'closest', 'parentNode']) {
        const input = Object.assign(document.createElement('input'), { type: 'hidden', name, value: 'x' });
        HTMLElement.prototype.append.call(document.querySelector('.first'), input);
      }
    });`);
    const page = await openPage({
      page: 'dom-two-forms',
      theme,
      document: sells({ id: 'lamp', onHand: 0 }, { id: 'torch', onHand: 0 }),
    });
    for (const [at, place] of ['.first', '.third'].entries()) {
      await waitFor(() => page.find(`${place} button`).textContent === 'Backorder now');
      page.find(`${place} button`).click();
      const adds = await page.carted(at + 1);
      expect(adds.at(-1)?.fields.filter(([name]) => name.startsWith('properties'))).to.have.length(2);
    }
    expect(page.heard.errors).to.deep.equal([]);
    expect(page.heard.console).to.deep.equal([]);
  });

  it('H23 messages with braces that nothing stands for, and with broken plurals: shown as written', async () => {
    const messages = {
      'badge.backorder': '{eta}{eta} {__proto__} $& {toString}',
      'promise.ship.estimated': '{when} {when} {constructor} $1 {}',
      'when.days': '{count} {min} {count',
      'when.days#many': '{count}',
      'limit.most#one': '{count',
    };
    const page = await openPage({ document: { ...BACKORDER, messages: { en: messages } } });
    await waitFor(() => shown(page, 'backorder-badge') === messages['badge.backorder']);
    expect(shown(page, 'eta-notice')).to.match(/^(.*) \1 \{constructor\} \$1 \{\}/);
    expect(page.heard.errors).to.deep.equal([]);
  });

  it('H23 a merchant’s empty message leaves the theme’s own words on its button', async () => {
    const page = await openPage({
      document: { ...BACKORDER, messages: { en: { 'button.backorder': '', 'badge.preorder': '' } } },
    });
    await waitFor(() => shown(page, 'backorder-badge') === 'Backorder');
    await waitFor(() => page.document.querySelector('[data-backorder-field]'));
    expect(page.label).to.equal('Add to cart');
  });

  for (const [what, product] of Object.entries({
    'sold out, with five on the shelf': { onHand: 5, status: 'sold-out' },
    'in stock, with none on the shelf': { onHand: 0, status: 'in-stock' },
    'refused, with five on the shelf': { onHand: 5, orderable: false },
    'coming soon, and on the shelf': { onHand: 1, status: 'coming-soon' },
    'a variant against its product': { status: 'sold-out', variants: [{ id: 'lamp', onHand: 3 }] },
  })) {
    it(`H26 a record that contradicts itself (${what}) never blocks a sale`, async () => {
      const oracle = await openOracle({ document: sells({ id: 'lamp', ...product }) });
      await waitFor(async () => (await oracle.page.asked('availability')).length > 0);
      await pause(150);
      expect(oracle.page.button.getAttribute('aria-disabled')).to.equal(null);
      await oracle.check(what);
      oracle.quiet(0);
    });
  }

  it('H28 messages from any window change nothing', async () => {
    const page = await openPage({ document: BACKORDER, theme: CANARY });
    await waitFor(() => page.label === 'Backorder now');
    const assertQuiet = canaryIn(page);
    for (const data of [
      { type: 'backorder-elements', disabled: true },
      { source: 'backorder-elements', document: { version: 1, disabled: true, products: [] } },
      JSON.stringify({ version: 1, disabled: true, products: [] }),
      'backorder-add-request',
      { endpoint: '/canary-beacon' },
    ]) {
      page.window.postMessage(data, '*');
      window.frames[0]?.postMessage(data, '*');
    }
    await pause(100);
    expect(page.label).to.equal('Backorder now');
    await assertQuiet('messages');
  });

  it('H29 five hundred addresses of the page with our option names in them: the settings are the same', () => {
    const before = location.href;
    const script = document.createElement('script');
    script.dataset.backorder = '';
    script.dataset.endpoint = '/availability';
    const settings = JSON.stringify(readSettings(script));
    const names = [
      'endpoint',
      'product',
      'base',
      'insert',
      'backorder-off',
      'data-endpoint',
      'off',
      'backorder',
      'sign-up-origins',
      'debug',
    ];
    const texts = hostileStrings.map((text) => encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '')));
    let count = 0;
    const look = (): void => {
      expect(JSON.stringify(readSettings(script))).to.equal(settings);
      count += 1;
    };
    // WebKit lets a page do this a hundred times in ten seconds: each has all the names.
    for (const text of texts.slice(0, 60)) {
      history.replaceState(null, '', `?${names.map((name) => `${name}=${text}`).join('&')}`);
      look();
    }
    for (const name of names) {
      for (const text of texts.slice(0, 50)) {
        location.replace(`#${name}=${text}`);
        look();
      }
    }
    history.replaceState(null, '', before);
    expect(count).to.be.at.least(500);
  });

  it('H29 a page opened with our option names in its address works as always', async () => {
    const page = await openPage({ document: BACKORDER });
    await waitFor(() => page.label === 'Backorder now');
    const url = new URL(page.window.location.href);
    url.search =
      '?data-endpoint=/canary-beacon&backorder-off&disabled=true&product=evil&data-base=//canary-beacon.invalid&insert=manual';
    url.hash = '#endpoint=/canary-beacon';
    const loaded = new Promise((resolve) => page.frame.addEventListener('load', resolve, { once: true }));
    page.frame.src = url.href;
    await loaded;
    await works(page);
    expect((await page.log()).filter(({ path }) => path.includes('canary'))).to.deep.equal([]);
  });

  it('H30 hostile values in every attribute of every element', async function (this: Mocha.Context) {
    this.timeout(90_000);
    const page = await openPage({
      document: SOLD_OUT,
      theme: CANARY,
      head: '<script type="module" src="cdn/backorder-elements.elements.js"></script>',
      slots: { after: '<div id="all"></div>' },
    });
    const tags = [
      'product-availability',
      'backorder-badge',
      'eta-notice',
      'preorder-button',
      'notify-me-form',
    ];
    await waitFor(() => tags.every((tag) => page.window.customElements.get(tag)));
    const names = [
      'product',
      'variant',
      'quantity',
      'for',
      'lang',
      'dir',
      'form',
      'target',
      'compact',
      'state',
      'name',
      'id',
      'class',
      'part',
      'slot',
      'send',
      'record',
      'policy',
      'adapter',
    ];
    const all = page.find('#all');
    const elements = tags.flatMap((tag) =>
      names.map((name) => {
        const element = page.document.createElement(tag);
        if (name !== 'product') element.setAttribute('product', 'lamp');
        all.append(element);
        return [element, name] as const;
      }),
    );
    const endpoint = page.document.createElement('product-availability');
    all.append(endpoint);
    await waitFor(() => elements.some(([element]) => element.shadowRoot?.textContent.includes('Sold out')));
    const assertQuiet = canaryIn(page);
    for (const text of hostileStrings) {
      for (const [element, name] of elements) element.setAttribute(name, text);
      await pause(0);
    }
    // Where an address is meant, what is no address of the web is refused.
    for (const address of [...scriptAddresses, ...otherAddresses]) endpoint.setAttribute('endpoint', address);
    await pause(300);
    for (const [element] of elements) {
      for (const part of element.shadowRoot?.querySelectorAll<HTMLElement>('button, a') ?? []) part.click();
    }
    await pause(100);
    await assertQuiet('attributes');
    expect(page.label).to.equal('Add to cart');
  });

  for (const [what, reply] of Object.entries({
    HTML: {
      body: '<img src=x: onerror=canary()><script>canary()</script>',
      headers: { 'content-type': 'text/html' },
    },
    'HTML in JSON': {
      body: JSON.stringify({
        requestId: '<img src=x: onerror=canary()>',
        message: '<img src=x: onerror=canary()>',
      }),
    },
    'an address to go to': {
      body: JSON.stringify({
        redirect: 'javascript:canary()',
        location: '/canary-beacon',
        url: '/canary-beacon',
      }),
    },
    'a redirect': { status: 302, headers: { location: 'canary-beacon' } },
    'a refresh': {
      body: '{}',
      headers: { refresh: '0;url=canary-beacon', 'content-type': 'application/json' },
    },
    'a polluting object': { body: '{"__proto__":{"requestId":"x","polluted":true},"requestId":{}}' },
  })) {
    it(`H33 the sign-up is answered with ${what}: text at most, no navigation, and it does not count as taken`, async () => {
      const page = await openPage({
        document: SOLD_OUT,
        theme: CANARY,
        replies: { 'sign-ups': reply },
        slots: { after: '<notify-me-form></notify-me-form>' },
      });
      const input = await waitFor(() =>
        page.document.querySelector<HTMLInputElement>('notify-me-form input'),
      );
      const { href } = page.window.location;
      input.value = 'ada@example.com';
      page.find('notify-me-form form button').click();
      await waitFor(() => said(page).includes('did not go through'));
      expect(page.window.location.href).to.equal(href);
      expect(input.value).to.equal('ada@example.com');
      expect((page.window as unknown as { canaries: unknown[] }).canaries).to.deep.equal([]);
      expect((await page.log()).filter(({ path }) => path.includes('canary'))).to.deep.equal([]);
      expect(page.document.querySelector('img, notify-me-form script')).to.equal(null);
      expect(page.heard.errors).to.deep.equal([]);
    });
  }

  for (const [what, settings] of Object.entries({
    'an endpoint that is no address': { 'data-endpoint': 'http://[' },
    'an endpoint of another scheme': { 'data-endpoint': 'javascript:canary()' },
    'a folder that is no address': { 'data-base': 'http://[', 'data-endpoint': 'availability' },
    'a folder of another scheme': { 'data-base': 'javascript:canary()//', 'data-endpoint': 'availability' },
  })) {
    it(`H30 the script tag has ${what}: one warning, and the page as it was`, async () => {
      const oracle = await openOracle({
        document: BACKORDER,
        endpoint: 'none',
        theme: CANARY,
        attributes: settings,
      });
      await waitFor(() => oracle.page.reports.length > 0);
      await pause(100);
      await oracle.check(what);
      oracle.quiet(1);
      expect((oracle.page.window as unknown as { canaries: unknown[] }).canaries).to.deep.equal([]);
    });
  }

  it('H13 dates of the document are data: nothing of them is run or asked for', async () => {
    const page = await openPage({
      theme: CANARY,
      document: sells({ id: 'lamp', onHand: 0, restock: day(3) }),
    });
    await waitFor(() => shown(page, 'eta-notice') !== '');
    await canaryIn(page)('dates');
  });
});
