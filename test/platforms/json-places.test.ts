import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { jsonPlaces } from '../../src/platforms/json-places.js';
import { valueAt } from '../../src/lint/pointer-of.js';

describe('jsonPlaces', () => {
  it('finds every value of any JSON, however it is spaced', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        const found = jsonPlaces(text);
        expect(found.ok).to.equal(true);
        if (!found.ok) return;
        const json: unknown = JSON.parse(text);
        for (const [pointer, { start, end }] of found.places) {
          expect(JSON.parse(text.slice(start, end))).to.eql(valueAt(json, pointer));
        }
      }),
    );
  });

  it('takes what JSON.parse takes, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string()),
        fc.nat(40),
        fc.constantFrom('', ',', '"', '}', '\\', '0', '\n'),
        (text, cut, put) => {
          const altered = text.slice(0, cut) + put + text.slice(cut + 1);
          let good = true;
          try {
            JSON.parse(altered);
          } catch {
            good = false;
          }
          expect(jsonPlaces(altered).ok).to.equal(good);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('says where the text stops being JSON, and which keys are told twice', () => {
    expect(jsonPlaces('{"a": 1,}')).to.eql({ ok: false, offset: 8 });
    expect(jsonPlaces('')).to.eql({ ok: false, offset: 0 });
    const twice = jsonPlaces('{"a":{"b":1,"b":2},"c/d~":[{"e":1},{"e":1}]}');
    expect(twice.ok && twice.twice).to.eql(['/a/b']);
    expect(twice.ok && twice.places.has('/c~1d~0/1/e')).to.equal(true);
    expect(jsonPlaces('['.repeat(100_000)).ok).to.equal(false);
    expect(jsonPlaces(`"${'a\\n'.repeat(1_000_000)}"`).ok).to.equal(true);
  });
});
