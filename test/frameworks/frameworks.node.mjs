/* global window */
// Our tags in Preact, Solid, Svelte and Angular, each with the form of templates that it has: built by Vite, tried in Chromium. What is asked is in
// test/fixtures/frameworks/checks.mjs. Angular is too heavy to be installed for this: it is fetched from the registry.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import puppeteer from 'puppeteer-core';
import { compile } from 'svelte/compiler';
import { build } from 'vite';
import { chromiumArgs, ensureBrowsers, headlessChromium } from '../tools/browsers.mjs';

const ANGULAR = ['core', 'common', 'compiler', 'platform-browser'].map((it) => `@angular/${it}@21.2.26`);
const FIXTURES = resolve('test/fixtures/frameworks');

const svelte = {
  name: 'svelte',
  transform: (code, id) =>
    id.endsWith('.svelte') ? compile(code, { filename: id, generate: 'client', dev: false }).js : undefined,
};

async function bundle(input) {
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [svelte],
    resolve: {
      conditions: ['module', 'browser'],
      alias: [{ find: /^backorder-elements\/(.*)/, replacement: `${resolve('dist')}/$1.js` }],
    },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input,
        preserveEntrySignatures: 'strict',
        output: { codeSplitting: false },
      },
    },
  });
  return output.find(({ isEntry }) => isEntry).code;
}

/** Angular's page as a script; nothing where the registry cannot be reached. */
async function angular(folder) {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  try {
    await promisify(execFile)(
      'npm',
      ['install', '--no-audit', '--no-fund', '--prefer-offline', ...ANGULAR, 'rxjs@7.8.2'],
      { cwd: folder, timeout: 60_000, shell: process.platform === 'win32' },
    );
  } catch {
    return undefined;
  }
  // Beside what it imports.
  copyFileSync(join(FIXTURES, 'angular.mjs'), join(folder, 'angular.mjs'));
  return bundle(join(folder, 'angular.mjs'));
}

describe('frameworks', () => {
  let folder;
  let server;
  let browser;
  let results = {};
  const scripts = {};
  const said = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'backorder-angular-'));
    [scripts.checks, scripts.angular] = await Promise.all([
      bundle(join(FIXTURES, 'checks.mjs')),
      angular(folder),
      ensureBrowsers(['chromium']),
    ]);
    const start = scripts.angular ? "window.withAngular = () => import('/angular.js');" : '';
    server = createServer((request, response) => {
      const [, name] = /^\/(\w+)\.js/.exec(request.url) ?? [];
      response.setHeader('content-type', name ? 'text/javascript' : 'text/html; charset=utf-8');
      response.end(
        scripts[name] ??
          `<!doctype html><html lang="en"><head><link rel="icon" href="data:,"></head><body><script>${start}</script><script type="module" src="/checks.js"></script></body></html>`,
      );
    });
    await new Promise((done) => server.listen(0, done));
    browser = await puppeteer.launch({ executablePath: headlessChromium(), args: chromiumArgs });
    const page = await browser.newPage();
    page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => said.push(`uncaught: ${error.stack}`));
    await page.goto(`http://localhost:${server.address().port}/`);
    results = await page.evaluate(() => window.checks);
  });
  after(async () => {
    await browser?.close();
    server?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  for (const name of ['preact', 'solid', 'svelte', 'angular']) {
    describe(`tags in ${name[0].toUpperCase()}${name.slice(1)}`, () => {
      const check = (title, judge) =>
        it(title, (t) => {
          if (name === 'angular' && !scripts.angular)
            return t.skip('the registry that has Angular cannot be reached');
          assert.equal(results[name].failed, undefined);
          return judge(results[name]);
        });

      check(
        'take attributes, and objects and functions as properties, also when they change or go',
        (found) => {
          assert.deepEqual(found.attributes, ['table', 3, 'wide', 'x']);
          assert.deepEqual(found.properties, [0, 'backorder', true]);
          assert.equal(found.noObjectsInText, true);
          assert.deepEqual(found.flags, [true, true]);
          assert.deepEqual(found.changed, ['lamp', null, 'narrow', 9, false]);
          assert.equal(found.backInStock, true);
          assert.equal(found.gone[0], null);
          assert.ok(!found.gone[1], 'the adapter');
        },
      );

      check('hear events with their detail, by the latest handler only, and may prevent them', (found) => {
        assert.deepEqual(found.events, [
          ['first', 2, 'backorder-added'],
          ['second', 2, 'backorder-added'],
        ]);
      });

      check('have slots for children, which may change', (found) => {
        assert.deepEqual(found.slots, [['Ships tomorrow'], ['Ships today']]);
      });

      check('stay the same nodes through conditions and moves, and leave nothing that follows', (found) => {
        assert.deepEqual(found.conditions, [true, true]);
        assert.deepEqual(found.moves, [
          ['c', 'a', 'd'],
          [2, 0, -1],
        ]);
        assert.equal(found.sameNodes, true);
        assert.deepEqual(found.left, [0, []]);
      });

      // Preact writes what it is given into an attribute while a tag is not defined; what comes later it sets.
      const objects = name === 'preact' ? [null, false] : [0, true];
      check(
        `D35 before the tags are defined: ${name === 'preact' ? 'texts are' : 'all is'} kept for them`,
        (found) => {
          assert.deepEqual(found.early, ['table', 3, ...objects, 7]);
        },
      );
    });
  }

  it('say nothing to the console', () => assert.deepEqual(said, []));
});
