/* global window, document */
// React: useOffer, the wrappers for 18 and the tags themselves in 19, built by Vite and tried in Chromium. React 18 comes from the
// registry into a folder of its own, since 19 is what this repository has.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import ts from 'typescript';
import { build } from 'vite';
import { chromiumArgs, ensureBrowsers, headlessChromium } from '../tools/browsers.mjs';

const DOCUMENT = {
  version: 1,
  products: [
    { id: 'table', onHand: 0, restock: '2099-12-12', policy: { sell: 'backorder' } },
    { id: 'lamp', onHand: 5 },
    { id: 'walnut-side-table', onHand: 1, restock: '2099-12-12', policy: { sell: 'backorder' } },
    { id: 'mug', onHand: 0, release: '2099-12-12', policy: { sell: 'preorder' } },
  ],
};

/** The page's script with one React in it. */
async function pageWith(modules, input = resolve('test/fixtures/react/checks.mjs')) {
  const react = (name) => ({ find: new RegExp(`^${name}(?=/|$)`), replacement: join(modules, name) });
  const { output } = await build({
    configFile: false,
    mode: 'development',
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic' } },
    define: { 'process.env.NODE_ENV': '"development"' },
    resolve: {
      conditions: ['module', 'browser'],
      alias: [
        react('react-dom'),
        react('react'),
        { find: 'scheduler', replacement: join(modules, 'scheduler') },
        { find: /^backorder-elements\/(.*)/, replacement: `${resolve('dist')}/$1.js` },
      ],
    },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      rolldownOptions: {
        input,
        output: { codeSplitting: false },
      },
    },
  });
  return output.find(({ isEntry }) => isEntry).code;
}

function fence(name) {
  const page = readFileSync('demo/docs/react.md', 'utf8');
  return new RegExp(`<!-- example: ${name} -->\\n+\`\`\`[jt]sx\\n([\\s\\S]*?)\`\`\``).exec(page)[1];
}

/** What a server writes for a BuyBox. */
async function onServer(source) {
  // Inside the repository, so that names of packages mean what they mean to whoever installs them.
  mkdirSync('.cache', { recursive: true });
  const own = mkdtempSync('.cache/react-');
  try {
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: {
        jsx: ts.JsxEmit.ReactJSX,
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2022,
      },
    });
    writeFileSync(join(own, 'buy-box.mjs'), outputText);
    const { BuyBox } = await import(pathToFileURL(resolve(own, 'buy-box.mjs')).href);
    const props = { product: 'mug', variant: 'mug-blue', quantity: 2, cart: {} };
    return renderToString(createElement(BuyBox, props));
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

describe('React', () => {
  let folder;
  let server;
  let browser;
  const scripts = {};
  const bodies = {};
  const results = {};

  async function checks(name) {
    const page = await browser.newPage();
    const said = [];
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(`uncaught: ${error.stack}`));
    await page.goto(`http://localhost:${server.address().port}/${name}.html`);
    const found = await page.evaluate(() => window.checks.catch((error) => ({ failed: error.stack })));
    await page.close();
    return { ...found, said: said.filter((it) => !it.includes('Download the React DevTools')) };
  }

  before(async () => {
    await ensureBrowsers(['chromium']);
    folder = mkdtempSync(join(tmpdir(), 'backorder-react-'));
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    execFileSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--prefer-offline', 'react@18.3.1', 'react-dom@18.3.1'],
      { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' },
    );
    scripts.eighteen = await pageWith(join(folder, 'node_modules'));
    scripts.nineteen = await pageWith(resolve('node_modules'));
    writeFileSync(join(folder, 'example.tsx'), fence('react-offer'));
    writeFileSync(
      join(folder, 'entry.tsx'),
      `import { createRoot } from 'react-dom/client';
import { App } from './example';
globalThis.added = [];
globalThis.myCart = { addLines: (...it) => added.push(it) };
createRoot(document.body.appendChild(document.createElement('div'))).render(<App />);`,
    );
    scripts.example = await pageWith(resolve('node_modules'), join(folder, 'entry.tsx'));
    writeFileSync(join(folder, 'buy-box.jsx'), fence('react-server'));
    writeFileSync(
      join(folder, 'hydrate.jsx'),
      `import { hydrateRoot } from 'react-dom/client';
import { BuyBox } from './buy-box';
globalThis.added = [];
const cart = { add: (...it) => added.push(it) };
hydrateRoot(document.body, <BuyBox product="mug" variant="mug-blue" quantity={2} cart={cart} />);`,
    );
    scripts.hydrate = await pageWith(resolve('node_modules'), join(folder, 'hydrate.jsx'));
    bodies.hydrate = await onServer(fence('react-server'));
    server = createServer((request, response) => {
      const [, name, type] = /^\/(\w+)\.(html|js)/.exec(request.url) ?? [];
      if (/^\/availability(?:\.json)?\?/.test(request.url)) {
        response.setHeader('content-type', 'application/json');
        return response.end(JSON.stringify(DOCUMENT));
      }
      if (!scripts[name]) return response.writeHead(204).end();
      response.setHeader('content-type', type === 'js' ? 'text/javascript' : 'text/html; charset=utf-8');
      const page = `<!doctype html><html lang="en"><head><script type="module" src="/${name}.js"></script></head><body>${bodies[name] ?? ''}</body></html>`;
      return response.end(type === 'js' ? scripts[name] : page);
    });
    await new Promise((done) => server.listen(0, done));
    browser = await puppeteer.launch({ executablePath: headlessChromium(), args: chromiumArgs });
    results.eighteen = await checks('eighteen');
    results.nineteen = await checks('nineteen');
  });
  after(async () => {
    await browser?.close();
    server?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  for (const [title, name, way] of [
    ['wrappers in React 18', 'eighteen', 'wrapped'],
    ['wrappers in React 19', 'nineteen', 'wrapped'],
    ['tags in React 19', 'nineteen', 'native'],
  ]) {
    describe(title, () => {
      const found = () => results[name][way];

      it('D35 take attributes, and properties as properties, also when they change or go', () => {
        assert.equal(results[name].failed, undefined);
        assert.deepEqual(found().attributes, ['table', 3, 'wide', 'one', 'x']);
        assert.deepEqual(found().attributesChanged, ['lamp', null, 'narrow']);
        // React 19 itself leaves `class="undefined"` on a custom element.
        if (way === 'wrapped') assert.equal(found().classGone, false);
        assert.deepEqual(found().properties, [0, 'backorder', true]);
        assert.deepEqual(found().propertiesChanged, [true, 9]);
        assert.deepEqual(found().propertiesGone, [null, null]);
        assert.deepEqual(found().flags, [true, false, false]);
      });

      it('hear events with their detail, by the latest handler only, and may prevent them', () => {
        assert.deepEqual(found().events, [
          ['first', 2, 'backorder-added'],
          ['second', 2, 'backorder-added'],
        ]);
      });

      it('have slots for children, and stay the same nodes through conditions and moves', () => {
        assert.deepEqual(found().slots, [['Ships tomorrow'], 2]);
        assert.deepEqual(found().conditions, [true, true]);
        assert.deepEqual(found().moves, [['c', 'a', 'b'], [2, 0, 1], true]);
      });
    });
  }

  for (const name of ['eighteen', 'nineteen']) {
    it(`a wrapper that React ${name === 'eighteen' ? 18 : 19} hydrates sells by its record and adapter, and is heard`, () => {
      assert.deepEqual(results[name].taken, {
        sold: [['first', 2], 'first heard', ['second', 2], 'second heard'],
        isSame: true,
      });
    });

    describe(`useOffer in React ${name === 'eighteen' ? 18 : 19}`, () => {
      it('is unknown until it is known; a hundred of them and the elements ask once, in StrictMode too', () => {
        const { first, known, badge, asked, follows } = results[name].hooks;
        assert.equal(first, 'unknown');
        assert.deepEqual(known, ['backorder', 'in-stock']);
        assert.equal(badge, 'Backorder');
        // The third product is asked for when a hook comes to want it; the answer to the first had it already.
        assert.equal(asked, 1);
        assert.deepEqual(follows, ['lamp', 'mug', 'table']);
      });

      it('leaves no listener, no timer and nothing to ask for when all is unmounted', () => {
        const { followed, ask, listeners, intervals } = results[name].hooks.left;
        assert.deepEqual(followed, []);
        assert.equal(ask, false);
        // React itself listens for what pages select; it listens once, for ever.
        assert.deepEqual(
          listeners.filter(([event]) => !event.endsWith('selectionchange')),
          [],
        );
        assert.equal(intervals, 0);
      });

      it('follows nothing while it waits for something, or for what was never shown', () => {
        const { suspended, mounted, moved, left, neverShown, inline, servedInline } =
          results[name].concurrent;
        assert.deepEqual(suspended, [true, 0]);
        assert.deepEqual(mounted, ['table']);
        assert.deepEqual(moved, ['lamp', 'table']);
        assert.deepEqual(left, []);
        assert.deepEqual(neverShown, []);
        assert.deepEqual(inline, [true, 1, 'preorder']);
        assert.deepEqual(servedInline, [true, true, 'backorder']);
      });

      it('says nothing to the console', () => assert.deepEqual(results[name].said, []));
    });
  }

  it('the example of a button of your own sells the part from the shelf and the part that comes later', async () => {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${server.address().port}/example.html`);
    await page.waitForFunction(() => document.querySelector('button')?.textContent === 'Backorder now');
    assert.match(await page.$eval('p', (it) => it.textContent), /^1 .* 2 .*December 12, 2099/);
    await page.click('button');
    const [[product, lines]] = await page.evaluate(() => window.added);
    assert.equal(product, 'walnut-side-table');
    assert.deepEqual(
      lines.map(({ quantity, properties }) => [quantity, Object.keys(properties)]),
      [
        [1, []],
        [2, ['Availability', '_backorder']],
      ],
    );
    await page.close();
  });

  it('the example on a server sells, though its tags were there before React', async () => {
    assert.match(bodies.hydrate, /^<product-availability product="mug"[^>]*><backorder-badge>/);
    const page = await browser.newPage();
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(`http://localhost:${server.address().port}/hydrate.html`);
    const words = () =>
      document.querySelector('preorder-button')?.shadowRoot?.querySelector('button')?.textContent;
    await page.waitForFunction(`(${words})()?.includes('Pre-order')`);
    await page.evaluate(() =>
      document.querySelector('preorder-button').shadowRoot.querySelector('button').click(),
    );
    await page.waitForFunction(() => window.added.length === 1);
    const [[variant, quantity, { note }]] = await page.evaluate(() => window.added);
    assert.deepEqual([variant, quantity], ['mug-blue', 2]);
    assert.match(note, /December 12, 2099/);
    assert.deepEqual(
      said.filter((it) => !it.includes('Download the React DevTools')),
      [],
    );
    await page.close();
  });

  it('K01 a wrong property, event detail or offer is an error of types, and right ones are none', () => {
    const file = join(folder, 'page.tsx');
    const lines = [
      `import { EtaNotice, PreorderButton, useOffer } from 'backorder-elements/react';`,
      `export const a = <backorder-badge product="a" quantity={2} record={{ onHand: 1 }} />;`,
      `export const b = <preorder-button onbackorder-added={({ request }) => request.quantity.toFixed()} />;`,
      `export const c = <PreorderButton product="a" onBackorderAdded={({ request }) => request.quantity.toFixed()}><b /></PreorderButton>;`,
      `export const d = () => { const { state, words, lines } = useOffer('a', 'b', { quantity: 2 }); return [state === 'backorder', words.label.length, lines[0]?.properties['x']?.length]; };`,
      `export const e = <EtaNotice className="x" record={{ onHand: 1 }} />;`,
    ];
    const wrong = [
      `export const f = <backorder-badge record={{ onHand: 'many' }} />;`,
      `export const g = <preorder-button onbackorder-added={({ nothing }) => nothing} />;`,
      `export const h = <PreorderButton adapter={3} />;`,
      `export const i = <PreorderButton onBackorderAdded={(event: MouseEvent) => event.clientX.toFixed()} />;`,
      `export const j = () => useOffer('a').state === 'gone';`,
      `export const k = () => useOffer({ product: 'a' });`,
    ];
    writeFileSync(file, [...lines, ...wrong].join('\n'));
    const cart = join(folder, 'cart.d.ts');
    writeFileSync(
      cart,
      'declare const myCart: { addLines(product: string, lines: readonly { quantity: number }[]): void };',
    );
    const program = ts.createProgram([file, cart, join(folder, 'example.tsx')], {
      jsx: ts.JsxEmit.ReactJSX,
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
      paths: {
        'backorder-elements/react': [resolve('dist/react.d.ts')],
        react: [resolve('node_modules/@types/react')],
        'react/jsx-runtime': [resolve('node_modules/@types/react/jsx-runtime')],
      },
    });
    const found = ts
      .getPreEmitDiagnostics(program)
      .map(({ file: at, start }) => (at ? at.getLineAndCharacterOfPosition(start).line : -1));
    assert.deepEqual(
      [...new Set(found)],
      wrong.map((_, at) => lines.length + at),
    );
  });
});
