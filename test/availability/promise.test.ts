import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { DateWindow } from '../../src/availability/date-window.js';
import { localDay } from '../../src/availability/local-day.js';
import { parsePolicy } from '../../src/availability/parse-policy.js';
import { earliest, promiseFor, type PromiseFound } from '../../src/availability/promise.js';
import { parseRecord } from '../../src/availability/parse-record.js';
import { HOUR, isDeepFrozen, NOW, nows, policies, records, ZONES } from '../support/arbitraries.js';

function promised(
  record: object,
  policy: object = {},
  sold: 'backorder' | 'preorder' = 'backorder',
  now = NOW,
): PromiseFound {
  return promiseFor(parseRecord(record).record, parsePolicy(policy).policy, sold, now);
}

const sales = fc.constantFrom('backorder' as const, 'preorder' as const);

describe('which date is promised', () => {
  const both = { restock: '2026-12-01', release: '2027-02' };

  it('a backorder ships with the new stock, a pre-order with the release', () => {
    expect(promised(both).promise).to.deep.include({
      event: 'restock',
      basis: 'ship',
      confidence: 'estimated',
    });
    expect(promised(both).promise?.window.start).to.equal('2026-12-01');
    expect(promised(both, {}, 'preorder').promise).to.deep.include({ event: 'release' });
    expect(promised(both, {}, 'preorder').promise?.window.precision).to.equal('month');
  });

  it('the other of the two where only that was told, and it stays what it is', () => {
    expect(promised({ release: '2027-02' }).promise?.event).to.equal('release');
    expect(promised({ restock: '2026-12-01' }, {}, 'preorder').promise?.event).to.equal('restock');
  });

  it("the merchant's promise only where the record has no date", () => {
    const policy = { promise: { leadTime: { min: 2, max: 3, unit: 'week' }, basis: 'deliver' } };
    expect(promised(both, policy).promise?.window.start).to.equal('2026-12-01');
    expect(promised({}, policy).promise).to.deep.equal({
      window: { start: '2026-12-09', end: '2026-12-16', precision: 'week' },
      leadTime: { min: 2, max: 3, unit: 'week' },
      basis: 'deliver',
      confidence: 'estimated',
      event: 'restock',
    });
    expect(promised({}, policy, 'preorder').promise?.event).to.equal('release');
  });

  it('none where nobody told one, and that is not the same as one withheld', () => {
    expect(promised({})).to.deep.equal({ promise: undefined, withheld: undefined, changesAt: undefined });
  });

  it("tells when the date was told, but not for the merchant's own standing promise", () => {
    const asOf = '2026-11-20T00:00:00Z';
    expect(promised({ restock: '2026-12', asOf }).promise?.asOf).to.equal(Date.parse(asOf));
    expect(promised({ asOf }, { promise: '2026-12' }).promise).to.not.have.property('asOf');
  });
});

describe('which date is withheld', () => {
  it('T08 one that has passed, and it is not replaced by a guess', () => {
    expect(promised({ restock: '2026-11-24' }, { promise: '2027-01' })).to.include({
      promise: undefined,
      withheld: 'date-passed',
    });
  });

  it('T09 a week, month or quarter has passed only with its last day', () => {
    for (const restock of ['2026-11-25', '2026-W48', '2026-11', '2026-Q4', '2026-11-01/2026-11-25']) {
      expect(promised({ restock }).withheld, restock).to.equal(undefined);
    }
    for (const restock of ['2026-W47', '2026-10', '2026-Q3', '2026-11-01/2026-11-24']) {
      expect(promised({ restock }).withheld, restock).to.equal('date-passed');
    }
  });

  for (const zone of ZONES) {
    it(`T01 T02 in ${zone} 1 December is promised until it ends there, and named alike`, () => {
      const at = (now: number) => promised({ restock: '2026-12-01' }, { timeZone: zone }, 'backorder', now);
      const start = Date.parse('2026-11-29T00:00Z');
      for (let now = start; now < start + 120 * HOUR; now += HOUR / 4) {
        const over = localDay(now, zone) > '2026-12-01';
        if ((at(now).withheld === 'date-passed') !== over) expect.fail(new Date(now).toISOString());
        if (!over && at(now).promise?.window.start !== '2026-12-01') expect.fail(new Date(now).toISOString());
      }
    });
  }

  it('one older than the merchant lets it be, from that very instant', () => {
    const record = { restock: '2026-12', asOf: new Date(NOW - 60_000).toISOString() };
    expect(promised(record, { maxAge: 60 })).to.include({ promise: undefined, withheld: 'too-old' });
    expect(promised(record, { maxAge: 61 })).to.include({ withheld: undefined, changesAt: NOW + 1000 });
    expect(promised(record, { maxAge: 0 }).withheld).to.equal('too-old');
    expect(promised({ restock: '2026-12' }, { maxAge: 0 }).withheld).to.equal(undefined);
    expect(promised({ asOf: record.asOf }, { maxAge: 0, promise: '2026-12' }).withheld).to.equal(undefined);
  });
});

describe('lead times', () => {
  it("count from the merchant's today, not from the shopper's or from UTC", () => {
    const now = Date.parse('2026-11-25T20:00:00Z');
    const start = (timeZone: string) =>
      promised({}, { promise: { leadTime: { max: 2 } }, timeZone }, 'backorder', now).promise?.window.start;
    expect(start('Pacific/Pago_Pago')).to.equal('2026-11-27');
    expect(start('Europe/Berlin')).to.equal('2026-11-27');
    expect(start('Pacific/Kiritimati')).to.equal('2026-11-28');
  });

  it('T03 count days of the calendar across the change of the clock', () => {
    const now = Date.parse('2026-10-24T22:30:00Z');
    const policy = { promise: { leadTime: { max: 1 } }, timeZone: 'Europe/Berlin' };
    expect(promised({}, policy, 'backorder', now).promise?.window.end).to.equal('2026-10-26');
  });
});

describe('promiseFor', () => {
  const exactness = ['day', 'week', 'month', 'quarter'];
  const days = (window: DateWindow): number => Date.parse(window.end) - Date.parse(window.start);

  it('T09 never promises more exactly than was told, nor other days', () => {
    fc.assert(
      fc.property(records, policies, sales, nows, (record, policy, sold, now) => {
        const { promise } = promiseFor(record, policy, sold, now);
        if (!promise) return;
        const told = [record.restock, record.release, policy.promise].filter((it) => it !== undefined);
        const source = told.find(
          ({ window, leadTime }) => window === promise.window || (leadTime && leadTime === promise.leadTime),
        );
        if (!source) return expect.fail('a promise that nobody told');
        const { window, leadTime } = source;
        if (window) expect(promise).to.deep.include({ window });
        if (leadTime) {
          expect(exactness.indexOf(promise.window.precision)).to.equal(exactness.indexOf(leadTime.unit));
          const length = (leadTime.max - leadTime.min) * (leadTime.unit === 'week' ? 7 : 1);
          expect(days(promise.window)).to.equal(length * 24 * HOUR);
        }
        expect(promise).to.include({ basis: source.basis, confidence: source.confidence });
      }),
      { numRuns: 1000 },
    );
  });

  it("never promises a day before the merchant's today", () => {
    fc.assert(
      fc.property(records, policies, sales, nows, (record, policy, sold, now) => {
        const { promise } = promiseFor(record, policy, sold, now);
        if (promise) expect(promise.window.end >= localDay(now, policy.timeZone)).to.equal(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('changes only when it said it would, and says so early enough', () => {
    fc.assert(
      fc.property(records, policies, sales, nows, (record, policy, sold, now) => {
        const found = promiseFor(record, policy, sold, now);
        if (!found.promise) return;
        const until = found.changesAt ?? Infinity;
        expect(until).to.be.greaterThan(now);
        const last = promiseFor(record, policy, sold, until - 1);
        expect(last.promise).to.deep.equal(found.promise);
      }),
      { numRuns: 1000 },
    );
  });

  it('is frozen throughout', () => {
    fc.assert(
      fc.property(records, policies, sales, nows, (record, policy, sold, now) => {
        expect(isDeepFrozen(promiseFor(record, policy, sold, now).promise)).to.equal(true);
      }),
    );
  });

  it('the nearest of some instants, or none', () => {
    expect(earliest(undefined, 5, 3)).to.equal(3);
    expect(earliest(undefined)).to.equal(undefined);
    expect(earliest()).to.equal(undefined);
  });
});
