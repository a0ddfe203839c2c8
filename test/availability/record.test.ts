import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { parseRecord } from '../../src/availability/parse-record.js';
import { UNKNOWN_RECORD } from '../../src/availability/record.js';
import { HUGE, isDeepFrozen, rawRecords } from '../support/arbitraries.js';

describe('parseRecord', () => {
  it('H24 a quantity of "5 pcs", true, [] or 1e999 is unknown, not zero', () => {
    for (const onHand of ['5 pcs', '5', true, false, [], [5], {}, HUGE, 2.5, '']) {
      const { record, problems } = parseRecord({ onHand, tracked: true });
      expect(record, JSON.stringify(onHand)).to.deep.equal({ tracked: true });
      expect(problems.map(({ path }) => path)).to.deep.equal(['record.onHand']);
    }
  });

  it('a shelf below zero is what a shop that sold past it tells, and is kept', () => {
    expect(parseRecord({ onHand: -5 }).record).to.deep.equal({ onHand: -5 });
  });

  it('H24 allowances and quantities below zero are unknown', () => {
    const told = { availableForBackorder: -1, availableToSell: -3, quantity: { min: -1, max: 0, step: -2 } };
    const { record, problems } = parseRecord(told);
    expect(record).to.deep.equal({ quantity: {} });
    expect(problems).to.have.length(5);
  });

  it('H25 a status in other words, another case or look-alike letters is unknown', () => {
    for (const status of [
      'IN_STOCK',
      'In-Stock',
      'in_stock',
      'іn-stock',
      'available',
      '',
      1,
      null,
      ['in-stock'],
    ]) {
      expect(parseRecord({ status }).record).to.deep.equal({});
    }
  });

  it('null means not told, as missing does, and is no problem', () => {
    expect(parseRecord({ onHand: null, status: null, restock: null })).to.deep.equal({
      record: {},
      problems: [],
    });
  });

  it('a bad field inside a quantity rule or a date leaves its neighbours', () => {
    const { record } = parseRecord({
      quantity: { min: 2, max: 'many', step: 2 },
      restock: { date: '2026-12', basis: 5 },
    });
    expect(record.quantity).to.deep.equal({ min: 2, step: 2 });
    expect(record.restock?.window?.precision).to.equal('month');
  });

  it('a page cannot pass off a hint of its own, nor fields that are none', () => {
    expect(parseRecord({ hint: 'in-stock', html: '<img>', sell: 'backorder' }).record).to.deep.equal({});
  });

  it('H13 __proto__, constructor and prototype are no fields', () => {
    const told = JSON.parse(
      '{"__proto__":{"onHand":9,"polluted":1},"constructor":{"prototype":{"polluted":1}},"quantity":{"__proto__":{"max":1}}}',
    ) as unknown;
    const { record } = parseRecord(told);
    expect(record.onHand).to.equal(undefined);
    expect(record.quantity?.max).to.equal(undefined);
    expect(Object.keys(record)).to.deep.equal(['quantity']);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });

  it('knows nothing of what is no object', () => {
    for (const value of [undefined, null, 5, 'in-stock', [], [{ onHand: 5 }], true]) {
      expect(parseRecord(value).record).to.equal(UNKNOWN_RECORD);
      expect(parseRecord(value).problems).to.have.length(1);
    }
  });

  it('reads every well-formed record without a problem, frozen throughout', () => {
    fc.assert(
      fc.property(rawRecords, (raw) => {
        const { record, problems } = parseRecord(raw);
        expect(problems).to.deep.equal([]);
        expect(isDeepFrozen(record)).to.equal(true);
        expect(Object.values(record)).to.not.include(undefined);
      }),
    );
  });

  it('one bad field never loses the others', () => {
    const bad = fc.constantFrom<unknown>([], [1], Infinity, -1.5, 'nonsense');
    fc.assert(
      fc.property(rawRecords, fc.nat(), bad, (raw, pick, value) => {
        const key = Object.keys(raw)[pick % (Object.keys(raw).length || 1)];
        if (key === undefined) return;
        const { [key as keyof typeof raw]: _, ...without } = raw;
        expect(parseRecord({ ...raw, [key]: value }).record).to.deep.equal(parseRecord(without).record);
      }),
    );
  });

  it('never throws, whatever is told', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(isDeepFrozen(parseRecord(raw).record)).to.equal(true);
      }),
    );
  });
});
