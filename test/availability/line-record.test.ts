import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { decide } from '../../src/availability/decide.js';
import { parseLineRecord } from '../../src/availability/line-record.js';
import { lineRecord } from '../../src/outbox/line-record.js';
import { isDeepFrozen, nows, policies, records, wanteds } from '../support/arbitraries.js';

const MINUTE = 60_000;
const WHOLE = '1;backorder;0+2;2026-12-01/2026-12-05;day;ship;estimated;2026-11-22T09:00Z;en';
const parts = WHOLE.split(';');

/** The whole record with one part changed. */
const changed = (index: number, text: string): string => parts.with(index, text).join(';');

describe('parseLineRecord', () => {
  it('reads back what was promised', () => {
    expect(parseLineRecord(WHOLE)).to.deep.equal({
      state: 'backorder',
      split: { now: 0, later: 2 },
      promise: {
        window: { start: '2026-12-01', end: '2026-12-05', precision: 'day' },
        basis: 'ship',
        confidence: 'estimated',
        asOf: Date.UTC(2026, 10, 22, 9),
      },
      language: 'en',
    });
    expect(parseLineRecord('1;preorder;;;;;;;de-CH')).to.deep.equal({ state: 'preorder', language: 'de-CH' });
  });

  it('is the inverse of what is written, whatever was offered', () => {
    const languages = fc.constantFrom('en', 'de-CH', 'ar', 'zh-Hant-TW');
    fc.assert(
      fc.property(records, policies, wanteds, nows, languages, (record, policy, wanted, now, language) => {
        const { state, split, promise } = decide(record, policy, wanted, now);
        const read = parseLineRecord(lineRecord(decide(record, policy, wanted, now), language));
        const asOf = promise?.asOf === undefined ? {} : { asOf: promise.asOf - (promise.asOf % MINUTE) };
        expect(read).to.deep.equal({
          state,
          language,
          ...(split && { split: { now: split.now, later: split.later } }),
          ...(promise && {
            promise: {
              window: { ...promise.window },
              basis: promise.basis,
              confidence: promise.confidence,
              ...asOf,
            },
          }),
        });
        expect(isDeepFrozen(read)).to.equal(true);
      }),
      { numRuns: 500 },
    );
  });

  it('knows its own version only', () => {
    for (const version of ['', '0', '2', '01', '1.0', ' 1', '１']) {
      expect(parseLineRecord(changed(0, version)), version).to.equal(undefined);
    }
    expect(parseLineRecord(`${WHOLE};something new`), 'more than there is today').to.deep.equal(
      parseLineRecord(WHOLE),
    );
  });

  it('takes a part that cannot be read as not told', () => {
    for (const split of ['2', '1+', '-1+2', '1+2+3', '99999999999999999+1', '1e3+0']) {
      expect(parseLineRecord(changed(2, split)), split).to.not.have.property('split');
    }
    const bad = [
      [3, '2026-02-30/2026-12-05'],
      [3, '2026-12-05/2026-12-01'],
      [3, '2026-12-01'],
      [3, '2026-12-01/2026-12-02/2026-12-03'],
      [4, 'year'],
      [4, ''],
      [5, 'fly'],
      [6, 'sure'],
    ] as const;
    for (const [index, text] of bad) {
      expect(parseLineRecord(changed(index, text)), text).to.deep.equal({
        state: 'backorder',
        split: { now: 0, later: 2 },
        language: 'en',
      });
    }
    expect(parseLineRecord(changed(7, 'yesterday'))?.promise).to.not.have.property('asOf');
    expect(parseLineRecord(changed(8, ''))).to.not.have.property('language');
  });

  it('H03 never throws, and gives nothing but a record', () => {
    const bits = fc.oneof(fc.string(), fc.constantFrom(...parts, '__proto__', '2026-13-01/2026-13-02'));
    const lines = fc.array(bits, { maxLength: 12 }).map((it) => it.join(';'));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), lines), (value) => {
        const read = parseLineRecord(value);
        if (read === undefined) return;
        expect(Object.keys(read)).to.include('state');
        expect(isDeepFrozen(read)).to.equal(true);
      }),
    );
    for (const value of [
      undefined,
      null,
      1,
      {},
      [],
      WHOLE.repeat(9),
      '',
      '1',
      '1;backorder',
      '1;constructor;;;;;;;en',
    ]) {
      expect(parseLineRecord(value)).to.equal(undefined);
    }
  });
});
