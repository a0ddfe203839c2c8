import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { decide } from '../../src/availability/decide.js';
import { mergeRecords, SOURCES, type SourceName } from '../../src/availability/merge-records.js';
import { parsePolicy } from '../../src/availability/parse-policy.js';
import { parseRecord } from '../../src/availability/parse-record.js';
import { NOW, policies, records } from '../support/arbitraries.js';

const from = (source: SourceName, raw: object) => ({ source, record: parseRecord(raw).record });

describe('mergeRecords', () => {
  it('nothing told is nothing known', () => {
    expect(mergeRecords([])).to.deep.equal({});
    expect(mergeRecords([from('dom', {})])).to.deep.equal({});
  });

  it('the more trusted source decides, in whatever order they come', () => {
    const told = SOURCES.slice(0, 4).map((source, index) => from(source, { onHand: index }));
    fc.assert(
      fc.property(fc.shuffledSubarray(told, { minLength: 1 }), (some) => {
        const best = Math.min(...some.map(({ source }) => SOURCES.indexOf(source)));
        expect(mergeRecords(some).onHand).to.equal(best);
      }),
    );
  });

  it('among equals the newer one decides', () => {
    const older = from('platform-api', { onHand: 5, asOf: '2026-11-24T00:00:00Z' });
    const newer = from('platform-api', { onHand: 2, asOf: '2026-11-25T00:00:00Z' });
    expect(mergeRecords([older, newer]).onHand).to.equal(2);
    expect(mergeRecords([newer, older]).onHand).to.equal(2);
  });

  it('takes what speaks of the stock from one source only: halves of two would contradict each other', () => {
    const merged = mergeRecords([
      from('document', { status: 'sold-out' }),
      from('platform-api', { onHand: 5, tracked: true, availableToSell: 5 }),
    ]);
    expect(merged).to.deep.equal({ status: 'sold-out' });
  });

  it('takes dates and rules from whoever tells them', () => {
    const merged = mergeRecords([
      from('document', { restock: '2026-12' }),
      from('platform-api', { onHand: 0, quantity: { max: 3 } }),
      from('dom', { restock: '2027-01', orderable: true }),
    ]);
    expect(merged.restock?.window?.start).to.equal('2026-12-01');
    expect(merged).to.deep.include({ onHand: 0, quantity: { max: 3 }, orderable: true });
  });

  it('a refusal of the shop system always stands', () => {
    const merged = mergeRecords([
      from('document', { orderable: true, onHand: 5 }),
      from('dom', { orderable: false }),
    ]);
    expect(merged.orderable).to.equal(false);
  });

  it('structured data gives a hint and a date, never stock, nor a refusal', () => {
    const page = from('structured-data', {
      status: 'in-stock',
      onHand: 9,
      orderable: false,
      restock: '2026-12',
    });
    const merged = mergeRecords([page]);
    expect(Object.keys(merged).sort()).to.deep.equal(['hint', 'restock']);
    expect(merged.hint).to.equal('in-stock');
    expect(mergeRecords([page, from('dom', { restock: '2027-01' })]).restock?.window?.start).to.equal(
      '2027-01-01',
    );
  });

  it('structured data alone never sells and never stops a sale', () => {
    fc.assert(
      fc.property(records, policies, (record, policy) => {
        const offer = decide(
          mergeRecords([{ source: 'structured-data', record }]),
          { ...policy, trigger: 'when-zero' },
          1,
          NOW,
        );
        expect(offer.control).to.equal('theme');
        expect(offer.split).to.equal(undefined);
      }),
    );
  });

  it('a date keeps its age beside fresher stock: it may be too old to show', () => {
    const merged = mergeRecords([
      from('document', { restock: '2026-12', asOf: '2026-11-01T00:00:00Z' }),
      from('platform-api', { onHand: 0, asOf: '2026-11-25T11:59:00Z' }),
    ]);
    expect(merged.asOf).to.equal(Date.parse('2026-11-01'));
    const { policy } = parsePolicy({ sell: 'backorder', maxAge: 86_400 });
    expect(decide(merged, policy, 1, NOW)).to.include({ state: 'backorder', withheld: 'too-old' });
  });

  it('without dates its age is that of the stock', () => {
    const merged = mergeRecords([
      from('platform-api', { onHand: 0, asOf: '2026-11-25T00:00:00Z' }),
      from('dom', { orderable: true, asOf: '2026-11-01T00:00:00Z' }),
    ]);
    expect(merged.asOf).to.equal(Date.parse('2026-11-25'));
  });

  it('is frozen, alters nothing that it was given, and holds no undefined field', () => {
    const told = fc.array(fc.record({ source: fc.constantFrom(...SOURCES), record: records }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(told, (list) => {
        const before = JSON.stringify(list);
        const merged = mergeRecords(Object.freeze(list));
        expect(Object.isFrozen(merged)).to.equal(true);
        expect(Object.values(merged)).to.not.include(undefined);
        expect(JSON.stringify(list)).to.equal(before);
      }),
    );
  });

  it('one source alone comes through as it is, but for structured data', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SOURCES.slice(0, 4)), records, (source, record) => {
        expect(mergeRecords([{ source, record }])).to.deep.equal(record);
      }),
    );
  });
});
