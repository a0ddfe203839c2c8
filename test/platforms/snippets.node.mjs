// The merchant's snippets are in the package, and each says how it is installed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const shipped = JSON.parse(stdout)[0]
  .files.map(({ path }) => path)
  .filter((path) => /^src\/platforms\/[^/]+\/snippets\//.test(path));

describe("the merchant's snippets", () => {
  it('are in the package, with nothing else of the sources', () => {
    const expected = ['bigcommerce', 'shopify', 'woocommerce'].map(
      (system) => `src/platforms/${system}/snippets/INSTALL.md`,
    );
    assert.deepEqual(
      shipped.filter((path) => path.endsWith('INSTALL.md')),
      expected,
    );
    assert.ok(shipped.length >= 12, String(shipped));
    assert.doesNotMatch(stdout, /"path": "src\/[^"]+\.ts"/);
  });

  it('say at their top how they are installed, or which file says it', () => {
    // JSON has no place for it; the INSTALL.md beside it names each.
    for (const path of shipped.filter((it) => !/\.(?:md|json)$/.test(it))) {
      assert.match(readFileSync(path, 'utf8').slice(0, 1500), /Install|install paragraph/, path);
    }
  });

  it('are each named in the INSTALL.md beside them', () => {
    for (const path of shipped) {
      const [, folder, file] = /^(.+\/snippets)\/(.+)$/.exec(path);
      if (file !== 'INSTALL.md') assert.ok(readFileSync(`${folder}/INSTALL.md`, 'utf8').includes(file), path);
    }
  });
});
