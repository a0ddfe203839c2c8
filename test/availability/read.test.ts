import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { describe as describeValue, explainProblem } from '../../src/availability/explain-problem.js';
import type { Problem } from '../../src/availability/problem.js';
import {
  allowance,
  count,
  fieldsOf,
  identifier,
  instant,
  known,
  mapOf,
  oneOf,
  text,
  texts,
  truth,
  wholeFrom,
  type Read,
} from '../../src/availability/read.js';
import { HUGE } from '../support/arbitraries.js';

/** What a reader makes of a value, and how many problems it noted. */
function reading<T>(read: Read<T>, value: unknown): [T | undefined, number] {
  const problems: Problem[] = [];
  return [read(value, 'here', problems), problems.length];
}

function refuses(read: Read<unknown>, values: readonly unknown[]): void {
  for (const value of values) {
    expect(reading(read, value), describeValue(value)).to.deep.equal([undefined, 1]);
  }
}

const NO_COUNTS = [
  '5 pcs',
  '5',
  '',
  true,
  false,
  [],
  [5],
  {},
  HUGE,
  -HUGE,
  NaN,
  -3,
  0.5,
  2 ** 53,
  5n,
  Symbol('5'),
];

describe('numbers', () => {
  it('H24 a quantity of "5 pcs", true, [], 1e999 or -3 is unknown, not zero', () => {
    refuses(count, NO_COUNTS);
    refuses(allowance, NO_COUNTS);
    refuses(wholeFrom(1), [...NO_COUNTS, 0]);
  });

  it('zero is a count, and unlimited an allowance', () => {
    expect(reading(count, 0)).to.deep.equal([0, 0]);
    expect(reading(allowance, 'unlimited')).to.deep.equal(['unlimited', 0]);
    refuses(count, ['unlimited']);
    refuses(allowance, ['Unlimited', 'infinite', 'unlimited ']);
  });
});

describe('words', () => {
  const state = oneOf('in-stock', 'sold-out');

  it('H25 an unknown word, another case or letters that only look alike are unknown', () => {
    refuses(state, [
      'IN-STOCK',
      'In-Stock',
      'in_stock',
      'in stock',
      ' in-stock',
      'іn-stock',
      'in‑stock',
      'instock',
    ]);
    refuses(state, ['', 0, null, [], ['in-stock'], {}, new String('in-stock'), 'constructor', '__proto__']);
    expect(reading(state, 'in-stock')).to.deep.equal(['in-stock', 0]);
  });

  it('only true and false are truths', () => {
    refuses(truth, [0, 1, 'true', 'false', '', null, [], {}]);
    expect(reading(truth, false)).to.deep.equal([false, 0]);
  });

  it('texts are kept as they are up to 500 characters', () => {
    expect(reading(text, '')).to.deep.equal(['', 0]);
    expect(reading(text, '<b>\u202e\u0000')).to.deep.equal(['<b>\u202e\u0000', 0]);
    expect(reading(text, 'x'.repeat(500))[1]).to.equal(0);
    refuses(text, ['x'.repeat(501), 5, null, new String('x')]);
  });

  it('ids are texts or whole numbers, and both forms name the same', () => {
    expect(reading(identifier, 41001)).to.deep.equal(['41001', 0]);
    expect(reading(identifier, 'gid://shopify/ProductVariant/41001')[1]).to.equal(0);
    refuses(identifier, ['', 1.5, 2 ** 53, NaN, true, [41001], {}, 'x'.repeat(201)]);
  });
});

describe('instant', () => {
  const good = {
    '2026-12-01T09:00:00Z': '2026-12-01T09:00:00.000Z',
    '2026-12-01T09:00Z': '2026-12-01T09:00:00.000Z',
    '2026-12-01T09:00:00.5+01:00': '2026-12-01T08:00:00.500Z',
    '2026-12-01T09:00:00.123456+00:00': '2026-12-01T09:00:00.123Z',
    '2026-12-31T23:59:59-11:00': '2027-01-01T10:59:59.000Z',
    '2028-02-29T00:00:00Z': '2028-02-29T00:00:00.000Z',
    '0001-01-01T00:00:00Z': '0001-01-01T00:00:00.000Z',
  };
  for (const [written, meant] of Object.entries(good)) {
    it(`reads ${written}`, () => {
      expect(new Date(reading(instant, written)[0] as number).toISOString()).to.equal(meant);
    });
  }

  it('refuses a time without a zone: nobody could tell when it is', () => {
    refuses(instant, ['2026-12-01T09:00:00', '2026-12-01', '2026-12-01 09:00:00Z', 'today', '']);
  });

  it('T07 refuses a day that the calendar does not have, rather than rolling over', () => {
    refuses(instant, [
      '2026-02-30T00:00:00Z',
      '2026-02-29T00:00:00Z',
      '2026-13-01T00:00:00Z',
      '2026-00-00T00:00:00Z',
    ]);
  });

  it('T08 refuses seconds, milliseconds and other ways to write a time', () => {
    refuses(instant, [
      1764547200,
      1764547200000,
      '1764547200',
      'Tue, 01 Dec 2026 09:00:00 GMT',
      '99-12-01T09:00:00Z',
    ]);
    refuses(instant, [
      '2026-12-01T24:00:00Z',
      '2026-12-01T09:60:00Z',
      '2026-12-01T9:00Z',
      '2026-12-01t09:00:00z',
    ]);
  });

  it('never gives an instant that is not a number, as a zone of +99:00 would', () => {
    refuses(instant, ['2026-12-01T09:00:00+99:00', '2026-12-01T09:00:00-00:99', '2026-12-01T09:00:00+24:60']);
    const digits = (text: string): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^${text}$`));
    fc.assert(
      fc.property(
        digits('[0-9]{4}-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d(:[0-5]\\d)?(Z|[+-]\\d\\d:\\d\\d)'),
        (written) => {
          const [at, problems] = reading(instant, written);
          expect(at === undefined ? problems === 1 : Number.isFinite(at) && problems === 0).to.equal(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('fieldsOf', () => {
  it('sees own properties only', () => {
    const get = fieldsOf(Object.create({ onHand: 5 }), '', []);
    expect(get?.('onHand', count)).to.equal(undefined);
    expect(get?.('toString', (it) => it)).to.equal(undefined);
  });

  it('takes absent, null and undefined for not told, without a word', () => {
    const problems: Problem[] = [];
    const get = fieldsOf({ a: null, b: undefined }, '', problems);
    for (const key of ['a', 'b', 'c']) expect(get?.(key, count), key).to.equal(undefined);
    expect(problems).to.deep.equal([]);
  });

  it('names the place of a problem', () => {
    const problems: Problem[] = [];
    fieldsOf({ onHand: '5 pcs' }, 'products[2]', problems)?.('onHand', count);
    expect(problems).to.deep.equal([
      { code: 'bad-field', path: 'products[2].onHand', expected: 'from 0', value: '5 pcs' },
    ]);
  });

  it('says in words what would have been right and what came', () => {
    const words = (read: Read<unknown>, value: unknown): string => {
      const problems: Problem[] = [];
      read(value, 'x', problems);
      return problems.map(explainProblem).join();
    };
    expect(words(count, '5 pcs')).to.equal('expected a whole number from 0, got "5 pcs"');
    expect(words(oneOf('a', 'b'), [])).to.equal('expected a, b, got a list');
    expect(words(truth, {})).to.equal('expected true or false, got an object');
    expect(words(instant, 'soon')).to.equal('expected an instant such as 2026-12-01T09:00:00Z, got "soon"');
  });

  it('opens nothing but objects', () => {
    for (const value of [null, 5, 'text', [], undefined, () => 5]) {
      expect(fieldsOf(value, '', [])).to.equal(undefined);
    }
  });
});

describe('known', () => {
  it('drops what is unknown, and keeps null out of the way of nothing else', () => {
    expect(Object.keys(known({ a: 0, b: undefined, c: false, d: '' }))).to.deep.equal(['a', 'c', 'd']);
    expect(Object.isFrozen(known({}))).to.equal(true);
  });

  it('H15 gives objects in which nothing can be inherited', () => {
    expect('toString' in known({})).to.equal(false);
  });
});

describe('mapOf', () => {
  it('keeps the entries that can be read, whatever their names', () => {
    const told = JSON.parse('{"a":"1","b":2,"__proto__":"3","constructor":"4"}') as unknown;
    const [found, problems] = reading(mapOf(text), told);
    expect(Object.entries(found ?? {})).to.deep.equal([
      ['a', '1'],
      ['__proto__', '3'],
      ['constructor', '4'],
    ]);
    expect(problems).to.equal(1);
    expect(found && 'toString' in found).to.equal(false);
    refuses(texts, [[], 'text', 5]);
  });
});

describe('describe', () => {
  it('is short and never throws, whatever came', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true }), (value) => {
        expect(describeValue(value).length).to.be.lessThan(400);
      }),
    );
    expect(describeValue(() => 'a long function')).to.equal('an object');
    expect(describeValue('line\nbreak')).to.equal('"line\\nbreak"');
    expect(describeValue(Object.create(null))).to.equal('an object');
  });
});
