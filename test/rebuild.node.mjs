// The package built once more, elsewhere: whoever distrusts a release can build it and compare.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';

/** What a build reads and a release packs; what it writes is left behind. */
const SOURCES = [
  'src',
  'test/config',
  'test/tools',
  'demo/docs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  'llms.txt',
];

/** A build of its own, beside whatever else the machine is doing. */
const PATIENCE = 400_000;

/** By path, the hash of each file in these folders. */
const hashes = (root, folders) =>
  Object.fromEntries(
    folders
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((it) => it.isFile())
          .map((it) => join(it.parentPath, it.name)),
      )
      .map((file) => [
        file.slice(root.length + 1).replaceAll('\\', '/'),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ])
      .sort(),
  );

/** What npm would publish of a folder. */
function packed(root) {
  const text = execFileSync('npm', ['pack', '--json', '--dry-run', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [{ files }] = JSON.parse(text);
  return files.map(({ path, size, mode }) => `${path} ${size} ${mode & 0o111 ? 'runs' : ''}`.trim()).sort();
}

describe(
  'K10 built again in another folder, by somebody else, at another time',
  { timeout: PATIENCE },
  () => {
    // Longer than the project's own, with a blank in it.
    let copy;

    before(
      () => {
        copy = mkdtempSync(join(tmpdir(), 'backorder built again '));
        const own = process.umask(0o077);
        for (const it of SOURCES) cpSync(it, join(copy, it), { recursive: true });
        symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
        execFileSync('node', ['test/tools/build.mjs', '--no-check'], {
          cwd: copy,
          stdio: ['ignore', 'ignore', 'inherit'],
          env: { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'C', NODE_TEST_CONTEXT: '' },
        });
        process.umask(own);
      },
      { timeout: PATIENCE },
    );
    after(() => rmSync(copy, { recursive: true, force: true }));

    it('K10 the script-tag files and the package’s are the same, byte for byte', () => {
      const first = hashes(resolve('.'), ['cdn', 'dist']);
      const second = hashes(copy, ['cdn', 'dist']);
      assert.ok(Object.keys(first).length > 1000);
      const differ = Object.keys({ ...first, ...second }).filter((it) => first[it] !== second[it]);
      assert.deepEqual(differ, []);
      const manifest = 'custom-elements.json';
      assert.equal(readFileSync(join(copy, manifest), 'utf8'), readFileSync(manifest, 'utf8'));
    });

    it('K10 nothing in them tells where or by whom they were built', () => {
      const home = [resolve('.'), copy, process.env.HOME].filter((it) => it?.length > 3);
      for (const folder of ['cdn', 'dist']) {
        for (const file of Object.keys(hashes(copy, [folder]))) {
          const text = readFileSync(join(copy, file), 'utf8');
          for (const it of home) assert.ok(!text.includes(it), `${file}: ${it}`);
        }
      }
    });

    it('K10 npm would publish the same files of both', () => {
      const first = packed(resolve('.'));
      assert.ok(first.some((it) => it.startsWith('dist/command/command.js ')));
      assert.deepEqual(packed(copy), first);
    });
  },
);
