// What package.json promises: every entry is there with its types, and importing the library does nothing.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const tags = readdirSync('src/elements', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`src/elements/${entry.name}/${entry.name}-define.ts`))
  .map(({ name }) => name);

describe('package', () => {
  it('has the file of every entry', () => {
    const targets = Object.values(exports)
      .flatMap((target) => (typeof target === 'string' ? target : Object.values(target)))
      .flatMap((target) =>
        target.includes('elements/*') ? tags.map((tag) => target.replaceAll('*', tag)) : target,
      )
      .filter((target) => !target.includes('*'));
    assert.deepEqual(
      targets.filter((target) => !existsSync(target)),
      [],
    );
  });

  it('registers every tag in define.ts', () => {
    const define = readFileSync('src/define.ts', 'utf8');
    assert.deepEqual(
      tags.filter((tag) => !define.includes(`'./elements/${tag}/${tag}-define.js'`)),
      [],
    );
  });

  it('imports without a DOM and without a trace', async () => {
    const before = Object.getOwnPropertyNames(globalThis);
    await import('backorder-elements/availability');
    await import('backorder-elements/platforms');
    assert.deepEqual(Object.getOwnPropertyNames(globalThis), before);
    await import('backorder-elements');
  });
});
