import { expect } from '@open-wc/testing';
import { explained, reckoned, BERLIN, type Question } from '../support/delivery.js';

const shipments = [
  { quantity: 30, date: '2026-12-10', confidence: 'confirmed' },
  { quantity: 30, date: '2027-01' },
];
const steps = (question: Question): readonly string[] =>
  explained(question).steps.map(({ step, source, result }) => `${step} (${source}): ${result}`);

describe('how a promise was reckoned', () => {
  const question: Question = {
    product: { shipments, backordered: 28 },
    pieces: 5,
    to: { addressCountry: 'AT' },
    delivery: { ...BERLIN, transitTime: [{ addressCountry: 'DE', max: 2 }] },
  };

  it('is told step by step: what went in, where that was told, what came out', () => {
    const told = steps(question);
    expect(told[0]).to.equal('order (delivery.cutoffTime): 2026-11-23/2026-11-23, to the day, confirmed');
    expect(told[1]).to.equal('transit (delivery.transitTime): no-transit');
    expect(told[2]).to.match(
      /^queue \(shipments\): 2: 2026-12-11\/2026-12-14, to the day, confirmed; 3: 2027-01-/,
    );
    expect(told[3]).to.match(/^promise /);
    expect(explained(question).steps[2]?.given).to.deep.include({ waiting: 28, pieces: 5 });
  });

  it('comes out as it does without being told', () => {
    expect(explained(question).found).to.deep.equal(reckoned(question));
  });

  it('ends with the reason where there is no date', () => {
    const last = (it: Question): string | undefined => steps(it).at(-1);
    expect(last({ ...question, product: { shipments, backordered: 60 } })).to.equal(
      'refused (shipments): no-shipment-left',
    );
    expect(last({ delivery: { ...BERLIN, cutoffTime: 'noon' } })).to.equal(
      'refused (delivery.cutoffTime): bad-delivery',
    );
    expect(last({ delivery: {} })).to.equal('refused (delivery.timeZone): no-time-zone');
    expect(last({})).to.equal('refused (): nothing told');
    expect(last({ delivery: { ...BERLIN, holidays: ['2026-01/2099-12'] } })).to.equal(
      'refused (delivery.businessDays): no-working-day',
    );
  });

  it('names the date that was told', () => {
    expect(steps({ product: { restock: '2026-12-10' } })[1]).to.equal(
      'date (restock): 2026-12-10/2026-12-10, to the day, estimated',
    );
    expect(steps({ policy: { promise: '2026-12-10' } })[1]).to.match(/^date \(policy.promise\)/);
    expect(steps({ product: { release: '2026-12-10' }, sold: 'preorder' })[1]).to.match(/^date \(release\)/);
  });
});
