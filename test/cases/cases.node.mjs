// Every case that we know of is named by a test, or stands in uncovered.json with the reason.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listedCases, namedCases, namedIn, uncoveredCases } from '../tools/cases.mjs';

const groups = listedCases();
const ids = Object.values(groups).flatMap(({ cases }) => Object.keys(cases));
const named = namedCases();
const uncovered = uncoveredCases();

/** Of these 312 at least so many are named by tests. */
const FEWEST = 280;

describe('cases', () => {
  it('are listed by group, numbered without a gap, each with a few words', () => {
    assert.equal(ids.length, 312);
    for (const [letter, { count, cases }] of Object.entries(groups)) {
      const wanted = Array.from({ length: count }, (_, at) => `${letter}${String(at + 1).padStart(2, '0')}`);
      assert.deepEqual(Object.keys(cases), wanted);
      for (const [id, title] of Object.entries(cases)) {
        const words = title.split(' ').length;
        assert.ok(words > 0 && words <= 10, `${id}: ${title}`);
      }
    }
  });

  it('that tests name are all listed', () => {
    assert.deepEqual(
      [...named].filter(([id]) => !ids.includes(id)).map(([id, { files }]) => `${id} in ${[...files]}`),
      [],
    );
  });

  it('are each named by the title of a test, or in uncovered.json', () => {
    assert.deepEqual(
      ids.filter((id) => !named.has(id) && !Object.hasOwn(uncovered, id)),
      [],
    );
  });

  it('are never both: a line of uncovered.json goes when a test comes (node test/tools/cases.mjs --update)', () => {
    assert.deepEqual(
      Object.keys(uncovered).filter((id) => named.has(id)),
      [],
    );
  });

  it('that no test names have a reason, a sentence long', () => {
    for (const [id, reason] of Object.entries(uncovered)) {
      assert.ok(ids.includes(id), `${id} is not listed`);
      assert.match(reason, /^[A-Z].{30,}\.$/, id);
    }
  });

  it(`are covered, ${FEWEST} of them at least`, () => {
    const count = ids.filter((id) => named.has(id)).length;
    assert.ok(count >= FEWEST, `${count} are named by tests`);
  });
});

describe('a case is named', () => {
  const namesOf = (text) => [...namedIn('test/some.test.ts', text).keys()];

  it('by the titles of tests and suites, skipped or not, of a text or made of parts', () => {
    assert.deepEqual(namesOf(`describe('D01 D02 twice', () => { it('works', () => {}); });`), ['D01', 'D02']);
    assert.deepEqual(namesOf("it(`${how ? 'D28' : 'D29'} by ${how}`, async () => {});"), ['D28', 'D29']);
    assert.deepEqual(namesOf(`it.each([1])('N01 %s', () => {});`), ['N01']);
    assert.deepEqual(namesOf(`bothDatabases('E03 one key', async (shop) => {});`), ['E03']);
    assert.deepEqual(namesOf("for (const [id] of [['N08', 'a']]) it(`${id} fails`, () => {});"), ['N08']);
  });

  it('not by comments, other texts, or what only looks like a title', () => {
    assert.deepEqual(namesOf(`// it('D01 x', () => {})\n/* D02 */ it('works', () => {});`), []);
    assert.deepEqual(namesOf(`it('works', () => { expect(text).to.equal('D01'); say('D02 x'); });`), []);
    assert.deepEqual(namesOf(`const title = 'D01 never used'; it('works', () => {});`), []);
    assert.deepEqual(namesOf(`it('the SKU D01X', () => {});`), []);
  });
});
