// The package as it is published: packed, unpacked into somebody else's project, and used there.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';

describe('the package in another project', () => {
  let project;
  const own = (...path) => join(project, 'node_modules', 'backorder-elements', ...path);
  const run = (file, text) => {
    writeFileSync(join(project, file), text);
    return execFileSync('node', [file], { cwd: project, encoding: 'utf8' });
  };

  before(() => {
    project = mkdtempSync(join(tmpdir(), 'backorder-packed-'));
    const [{ files }] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        shell: process.platform === 'win32',
      }),
    );
    for (const { path } of files) {
      mkdirSync(own(path, '..'), { recursive: true });
      cpSync(path, own(path));
    }
    // What npm would install with it, and nothing else.
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const name of [
      ...Object.keys(dependencies),
      '@lit',
      'lit-html',
      'lit-element',
      '@lit-labs',
      '@types/trusted-types',
    ]) {
      const target = join(project, 'node_modules', name);
      mkdirSync(join(target, '..'), { recursive: true });
      if (!existsSync(target)) symlinkSync(resolve('node_modules', name), target, 'junction');
    }
    writeFileSync(join(project, 'package.json'), '{ "private": true }');
  });
  after(() => rmSync(project, { recursive: true, force: true }));

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
});
