import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { decide } from '../../src/availability/decide.js';
import { explainDecision } from '../../src/availability/explain-decision.js';
import { mergeRecords, SOURCES, type SourceName } from '../../src/availability/merge-records.js';
import { parsePolicy } from '../../src/availability/parse-policy.js';
import { parseRecord } from '../../src/availability/parse-record.js';
import { NOW, policies, records } from '../support/arbitraries.js';

const from = (source: SourceName, raw: object) => ({ source, record: parseRecord(raw).record });
const policyOf = (raw: object) => parsePolicy(raw).policy;

describe('explainDecision', () => {
  it('explains just what decide decides, whatever was told', () => {
    const told = fc.array(fc.record({ source: fc.constantFrom(...SOURCES), record: records }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(told, policies, fc.integer({ min: 1, max: 60 }), (sources, policy, wanted) => {
        const { offer, steps, record } = explainDecision({ told: sources, policy, wanted, now: NOW });
        expect(offer).to.deep.equal(decide(mergeRecords(sources), policy, wanted, NOW));
        expect(record).to.deep.equal(mergeRecords(sources));
        expect(steps.at(-1)).to.include({ rule: 'decision', result: offer.state });
        expect(steps.every(({ result, because }) => result !== '' && /[.!]$/.test(because))).to.equal(true);
      }),
    );
  });

  it('names the bound that decided how many may be sold beyond the shelf', () => {
    const { steps } = explainDecision({
      told: [from('document', { onHand: -8 })],
      policy: policyOf({ sell: 'backorder', limit: 20 }),
      wanted: 3,
      now: NOW,
    });
    const beyond = steps.find(({ rule }) => rule === 'beyond-shelf');
    expect(beyond?.result).to.equal('12');
    expect(beyond?.because).to.contain('limit of 20').and.to.contain('8 sold beyond');
    expect(steps.find(({ rule }) => rule === 'order')?.result).to.equal('0 now, 3 later, 0 refused');
  });

  it('tells which source went before another, and that structured data never sells', () => {
    const { ignored } = explainDecision({
      told: [
        from('document', { onHand: 0, restock: '2026-12-12' }),
        from('inline-json', { onHand: 4, restock: '2027-01-15' }),
        from('structured-data', { status: 'in-stock' }),
      ],
      policy: policyOf({ sell: 'backorder' }),
      now: NOW,
    });
    const why = (source: string, field: string): string | undefined =>
      ignored.find((it) => it.source === source && it.field === field)?.why;
    expect(why('inline-json', 'onHand')).to.contain('from document');
    expect(why('inline-json', 'restock')).to.contain('document is trusted more');
    expect(why('structured-data', 'status')).to.contain('hints');
    expect(ignored).to.have.length(3);
  });

  it('tells that a refusal of the shop system stands against a document and a policy', () => {
    const { ignored, offer } = explainDecision({
      told: [from('document', { onHand: 0, orderable: true }), from('dom', { orderable: false })],
      policy: policyOf({ sell: 'backorder' }),
      now: NOW,
    });
    expect(offer.state).to.equal('sold-out');
    expect(ignored.map(({ source, field }) => `${source} ${field}`)).to.deep.equal([
      'document orderable',
      'policy sell',
    ]);
  });

  it('tells why there is no date: passed, too old, or never told', () => {
    const because = (record: object, policy: object = {}): string | undefined =>
      explainDecision({
        told: [from('document', { onHand: 0, ...record })],
        policy: policyOf({ sell: 'backorder', ...policy }),
        now: NOW,
      }).steps.find(({ rule }) => rule === 'promise')?.because;
    expect(because({ restock: '2020-01-01' })).to.contain('has passed');
    expect(because({ restock: '2099-01-01', asOf: '2020-01-01T00:00:00Z' }, { maxAge: 60 })).to.contain(
      '(maxAge)',
    );
    expect(because({})).to.contain('No source told a date');
  });

  it('tells what means nothing: a number that the shop does not count, a policy date beside the record’s own', () => {
    const { ignored } = explainDecision({
      told: [from('document', { tracked: false, onHand: 0, restock: '2099-01-01' })],
      policy: policyOf({ promise: '2098-01-01' }),
      now: NOW,
    });
    expect(ignored.map(({ field }) => field)).to.deep.equal(['onHand', 'promise']);
  });
});
