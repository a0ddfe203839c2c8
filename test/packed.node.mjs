// The package as it is published: packed, unpacked into somebody else's project, and used there.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { freshProjects } from './support/fresh-projects.mjs';
import { installPacked } from './support/packed-package.mjs';
import { chromiumArgs, ensureBrowsers, headlessChromium } from './tools/browsers.mjs';

describe('the package in another project', () => {
  let installed;
  let project;
  const own = (...path) => join(project, 'node_modules', 'backorder-elements', ...path);
  const run = (file, text) => {
    writeFileSync(join(project, file), text);
    return execFileSync('node', [file], { cwd: project, encoding: 'utf8' });
  };

  before(() => {
    // What npm would install with it, two frameworks that have entries of it, what builds them, and nothing else.
    installed = installPacked(['react', 'react-dom', 'vue', '@vue', 'vite', '@vitejs']);
    project = installed.folder;
    writeFileSync(join(project, 'package.json'), '{ "private": true }');
  });
  after(() => installed.remove());

  const entries = [
    '',
    '/define',
    '/define/backorder-badge',
    '/availability',
    '/platforms',
    '/server',
    '/lint',
    '/explain',
    '/react',
    '/vue',
  ];

  it('K01 every entry is there for an ES module, and for CommonJS by import()', () => {
    const all = entries.map((it) => `import('backorder-elements${it}')`).join(', ');
    assert.equal(run('esm.mjs', `await Promise.all([${all}]); console.log('all');`), 'all\n');
    assert.equal(run('cjs.cjs', `Promise.all([${all}]).then(() => console.log('all'));`), 'all\n');
  });

  it('K01 each import in it names a file that is there, as resolvers without Node’s guesses want it', () => {
    const files = execFileSync(
      'node',
      [
        '-e',
        `console.log(require('fs').readdirSync(${JSON.stringify(own('dist'))}, { recursive: true }).join('\\n'))`,
      ],
      { encoding: 'utf8' },
    );
    const scripts = files.split('\n').filter((it) => /\.js$/.test(it));
    assert.ok(scripts.length > 100);
    for (const script of scripts) {
      const text = readFileSync(own('dist', script), 'utf8');
      for (const [, path] of text.matchAll(/^(?:import|export)[^;'"]*?['"](\.[^'"]+)['"]/gm)) {
        assert.ok(existsSync(own('dist', script, '..', path)), `${script} imports ${path}`);
      }
    }
  });

  it('K01 has what package.json and llms.txt point at', () => {
    const {
      exports,
      customElements,
      'web-types': webTypes,
    } = JSON.parse(readFileSync(own('package.json'), 'utf8'));
    const targets = Object.values(exports).flatMap((it) => (typeof it === 'string' ? it : Object.values(it)));
    for (const file of [...targets.filter((it) => !it.includes('*')), customElements, webTypes, 'llms.txt']) {
      assert.ok(existsSync(own(file)), file);
    }
    for (const [, file] of readFileSync(own('llms.txt'), 'utf8').matchAll(/\]\(([^)#]+)/g))
      assert.ok(existsSync(own(file)), file);
    assert.ok(existsSync(own('cdn/backorder-elements.integrity.json')));
  });

  const bundle = async (text) => {
    writeFileSync(join(project, 'entry.js'), text);
    const { output } = await build({
      root: project,
      configFile: false,
      logLevel: 'error',
      build: { write: false, rolldownOptions: { input: join(project, 'entry.js') } },
    });
    return output.find((it) => it.isEntry);
  };

  it('K03 a bundler that is asked for one element takes no other', async () => {
    const { code, moduleIds } = await bundle(`import 'backorder-elements/define/backorder-badge';`);
    assert.match(code, /backorder-badge/);
    for (const other of [
      'eta-notice',
      'preorder-button',
      'notify-me-form',
      'product-availability',
      'server',
      'endpoint',
    ]) {
      assert.deepEqual(
        moduleIds.filter((id) => id.includes(`/dist/elements/${other}/`) || id.includes(`/dist/${other}/`)),
        [],
      );
    }
    assert.ok(code.length < 60_000, `${code.length} bytes`);
  });

  it('K03 strings for a server take no Lit along', async () => {
    const { moduleIds, code } = await bundle(
      `import { badgeHtml } from 'backorder-elements/server'; globalThis.badge = badgeHtml;`,
    );
    assert.deepEqual(
      moduleIds.filter((id) => /node_modules\/(@?lit|@floating)/.test(id)),
      [],
    );
    assert.ok(code.length < 9000, `${code.length} bytes`);
  });

  it('K03 an import that is not used leaves nothing', async () => {
    const found = await bundle(
      `import { EtaNotice } from 'backorder-elements'; import { badgeHtml } from 'backorder-elements/server';`,
    );
    assert.ok((found?.code ?? '').length < 200);
  });

  describe('K01 in a fresh project', () => {
    const projects = freshProjects({
      readme: readFileSync('README.md', 'utf8'),
      vue: readFileSync('demo/docs/vue.md', 'utf8'),
    });
    const availability = {
      version: 1,
      products: [
        { id: 'walnut-side-table', onHand: 0, restock: '2099-12-10', policy: { sell: 'backorder' } },
      ],
    };
    let browser;
    let server;

    before(async () => {
      for (const [name, files] of Object.entries(projects)) {
        mkdirSync(join(project, name));
        for (const [file, text] of Object.entries(files)) writeFileSync(join(project, name, file), text);
        if (files['vite.config.js']) await build({ root: join(project, name), logLevel: 'error' });
      }
      writeFileSync(join(project, 'availability.json'), JSON.stringify(availability));
      server = createServer((request, response) => {
        const { pathname } = new URL(request.url, 'http://localhost');
        const file = join(project, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
        response.writeHead(existsSync(file) ? 200 : 404, {
          'content-type': `${TYPES[extname(file)] ?? 'text/plain'}; charset=utf-8`,
        });
        response.end(existsSync(file) ? readFileSync(file) : '');
      });
      await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
      await ensureBrowsers(['chromium']);
      browser = await puppeteer.launch({ executablePath: headlessChromium(), args: chromiumArgs });
    });
    after(async () => {
      await browser?.close();
      server?.closeAllConnections();
      server?.close();
    });

    for (const [name, tools] of [
      ['vue', 'Vue with single-file components'],
      ['react', 'React with Vite’s JSX'],
      ['plain', 'Vite alone, with the first example of README.md'],
      ['bare', 'no bundler, with an import map to the package’s own files'],
    ]) {
      it(`K01 ${tools}: badge, button and date are there, and a press reaches the cart`, async () => {
        const page = await browser.newPage();
        const said = [];
        page.on('console', (it) => said.push(`${it.type()}: ${it.text()}`));
        page.on('pageerror', (error) => said.push(String(error)));
        page.on('response', (it) => it.status() >= 400 && said.push(`${it.status()} ${it.url()}`));
        const built = projects[name]['vite.config.js'] ? 'dist/' : '';
        await page.goto(`http://127.0.0.1:${server.address().port}/${name}/${built}`);
        const text = (tag, part) =>
          page
            .waitForFunction(
              (...names) =>
                document
                  .querySelector(names[0])
                  ?.shadowRoot?.querySelector(`[part=${names[1]}]`)
                  ?.textContent.trim(),
              { timeout: 8000 },
              tag,
              part,
            )
            .then((it) => it.jsonValue());
        assert.equal(await text('backorder-badge', 'badge'), 'Backorder');
        assert.match(await text('eta-notice', 'promise'), /December 10, 2099/);
        assert.equal(await text('preorder-button', 'button'), 'Backorder now');
        await page.locator('preorder-button >>> button').click();
        await page.waitForFunction(
          () => document.querySelector('output').textContent === '1 walnut-side-table',
          { timeout: 8000 },
        );
        if (name === 'vue') {
          await page.waitForFunction(
            () => document.querySelector('section button').textContent === 'Backorder now',
          );
          assert.match(await page.$eval('section p', (it) => it.textContent), /December 10, 2099/);
          await page.locator('section button').click();
          assert.match(
            await page.$eval('output', (it) => it.textContent),
            /^walnut-side-table: 3 Backorder: .*December 10, 2099$/,
          );
        }
        assert.deepEqual(said, []);
        await page.close();
      });
    }
  });
});

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
};
