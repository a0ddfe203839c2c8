// Which browser tests run where: everything in every engine, but for what two lists name, each with its reason.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { LESS, maySkip, matches, ONCE, runs, SKIPPED, WITHOUT } from './tools/engines.mjs';

const BROWSERS = ['chromium', 'firefox', 'webkit'];
const sources = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `test/${file.replaceAll('\\', '/')}`);
const files = sources.filter((file) => file.endsWith('.test.ts'));
const having = (pattern) => sources.filter((file) => pattern.test(readFileSync(file, 'utf8'))).sort();
const unique = (names) => [...new Set(names)].sort();

describe('engines', () => {
  it('every browser test runs in the first; what is on no list runs in all three', () => {
    const thrice = files.filter((file) => BROWSERS.every((it) => runs(it, file, BROWSERS)));
    assert.deepEqual(
      files.filter((file) => !runs('chromium', file, BROWSERS)),
      [],
    );
    for (const room of ['access', 'elements', 'events', 'messages', 'outbox', 'page', 'sources', 'store']) {
      assert.deepEqual(
        files.filter((file) => file.startsWith(`test/${room}/`) && !thrice.includes(file)),
        [],
      );
    }
    assert.ok(thrice.length > files.length / 2, `${thrice.length} of ${files.length}`);
  });

  it('each line of what does not run in an engine is about files that there are', () => {
    const globs = [ONCE, ...Object.values(WITHOUT)].flatMap((it) => Object.keys(it));
    for (const glob of globs) {
      const [before, names = '', after] = glob.split(/[{}]/);
      for (const name of names.split(',')) {
        const one = after === undefined ? glob : before + name + after;
        assert.ok(files.some(matches(one)), one);
      }
    }
  });

  it('what an engine cannot do is on the list, and done by another: no test skips itself in silence', () => {
    assert.deepEqual(having(/\bthis\.skip\(/), unique(SKIPPED.map(({ file }) => file)));
    for (const { file, test, engines } of SKIPPED) {
      const text = readFileSync(file, 'utf8');
      // A title may be put together of parts.
      assert.ok(text.includes(test) || text.includes(test.split(' ').at(-1)), `${file}: ${test}`);
      const able = BROWSERS.filter((it) => runs(it, file, BROWSERS) && !engines.includes(it));
      assert.ok(able.length > 0, `${file}: ${test} is done nowhere`);
    }
    assert.ok(!maySkip('chromium', 'test/access/behaviour.test.ts', 'A28 in forced colours'));
    assert.ok(maySkip('webkit', 'test/access/behaviour.test.ts', 'A28 in forced colours edges'));
  });

  it('a test that asks which engine it is in is on a list, with the reason', () => {
    const asks = having(/navigator\.userAgent|'userAgentData' in navigator|\bawait (?:media|collect)\(/);
    const listed = new Set([...SKIPPED.map(({ file }) => file), ...Object.keys(LESS)]);
    assert.deepEqual(
      asks.filter((file) => !listed.has(file)),
      [],
    );
    assert.deepEqual(
      Object.keys(LESS).filter((file) => !asks.includes(file)),
      [],
    );
  });

  it('no test is left out or alone', () => {
    assert.deepEqual(having(/\b(?:it|describe)\.(?:skip|only)\(|\bx(?:it|describe)\(/), []);
  });
});
