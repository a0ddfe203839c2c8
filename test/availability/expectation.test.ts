import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { expectation, type Expectation } from '../../src/availability/expectation.js';
import type { Problem } from '../../src/availability/problem.js';
import { HUGE, isDeepFrozen, rawExpectations } from '../support/arbitraries.js';

function read(value: unknown): { found: Expectation | undefined; paths: string[] } {
  const problems: Problem[] = [];
  const found = expectation(value, 'restock', problems);
  return { found, paths: problems.map(({ path }) => path) };
}

describe('expectation', () => {
  it('reads a bare date: an estimated day of dispatch', () => {
    expect(read('2026-12-01')).to.deep.equal({
      found: {
        window: { start: '2026-12-01', end: '2026-12-01', precision: 'day' },
        basis: 'ship',
        confidence: 'estimated',
      },
      paths: [],
    });
  });

  it('says delivery or confirmed only when it was told', () => {
    const { found } = read({ date: '2026-W49', basis: 'deliver', confidence: 'confirmed' });
    expect(found).to.include({ basis: 'deliver', confidence: 'confirmed' });
    expect(read({ date: '2026-W49', basis: 'arrive', confidence: true }).found).to.include({
      basis: 'ship',
      confidence: 'estimated',
    });
  });

  it('reads a lead time in days or weeks', () => {
    expect(read({ leadTime: { min: 2, max: 5 } }).found?.leadTime).to.deep.equal({
      min: 2,
      max: 5,
      unit: 'day',
    });
    expect(read({ leadTime: { max: 3, unit: 'week' } }).found?.leadTime).to.deep.equal({
      min: 3,
      max: 3,
      unit: 'week',
    });
    expect(read({ leadTime: { min: 0, max: 0 } }).found?.leadTime).to.include({ min: 0, max: 0 });
  });

  it('takes the date where date and lead time are told, and the lead time where the date cannot be read', () => {
    expect(read({ date: '2026-12', leadTime: { max: 5 } }).found).to.not.have.property('leadTime');
    expect(read({ date: 'soon', leadTime: { max: 5 } }).found).to.not.have.property('window');
    expect(read({ date: 'soon', leadTime: { max: 5 } }).paths).to.deep.equal(['restock.date']);
  });

  const lost: Record<string, unknown> = {
    'early 2027': ['restock.date'],
    '2026-02-30': ['restock.date'],
    '9999-12-31': ['restock.date'],
  };
  for (const [date, paths] of Object.entries(lost)) {
    it(`T08 ${date} is noted and gives no expectation`, () => {
      expect(read(date)).to.deep.equal({ found: undefined, paths });
    });
  }

  it('gives nothing for lead times that are reversed, endless or not whole', () => {
    for (const leadTime of [
      { min: 6, max: 5 },
      { max: 731 },
      { max: HUGE },
      { max: -1 },
      { max: '5 days' },
      { min: 2 },
    ]) {
      expect(read({ leadTime }).found, JSON.stringify(leadTime)).to.equal(undefined);
    }
  });

  it('T09 gives nothing for a lead time of which a part cannot be read: two weeks never become two days, nor a span a day', () => {
    const parts = { unit: ['weeks', 'Week', 'month', 7], min: ['2', 1.5, -1, HUGE] };
    for (const [part, values] of Object.entries(parts)) {
      for (const value of values) {
        const leadTime = { max: 5, unit: 'week', [part]: value };
        expect(read({ leadTime }), JSON.stringify(leadTime)).to.deep.equal({
          found: undefined,
          paths: [`restock.leadTime.${part}`],
        });
      }
    }
  });

  it('gives nothing, and no problem, where neither was told', () => {
    expect(read({})).to.deep.equal({ found: undefined, paths: [] });
    expect(read({ basis: 'ship', date: null })).to.deep.equal({ found: undefined, paths: [] });
  });

  it('has exactly one of window and lead time, and is frozen throughout', () => {
    fc.assert(
      fc.property(rawExpectations, (raw) => {
        const { found } = read(raw);
        if (!found) return;
        expect('window' in found).to.not.equal('leadTime' in found);
        expect(isDeepFrozen(found)).to.equal(true);
      }),
    );
  });

  it('never throws, whatever is told', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.anything(), fc.record({ leadTime: fc.anything() })), (raw) => {
        read(raw);
      }),
    );
  });
});
