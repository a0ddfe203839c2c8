import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { datedOf, dayNumber, daysOf, type DatedDays } from '../../src/availability/dated-days.js';
import { parseDateWindow, type DateWindow } from '../../src/availability/date-window.js';
import { stillToCome, suppliesFor, type Incoming, type Shipment } from '../../src/availability/shipments.js';

const coming = (
  quantity: number,
  date: string,
  confidence: 'confirmed' | 'estimated' = 'confirmed',
): Incoming => ({
  quantity,
  days: daysOf(parseDateWindow(date) as DateWindow, confidence),
});

function supplies(incoming: readonly Incoming[], waiting: number, pieces: number): readonly string[] {
  return suppliesFor(incoming, waiting, pieces).map(({ quantity, days }) => {
    if (!days) return `${quantity}: none`;
    const { window, confidence } = datedOf(days);
    return `${quantity}: ${window.start}/${window.end} ${window.precision} ${confidence}`;
  });
}

describe('which shipment a piece waits for', () => {
  const two = [coming(30, '2026-12-10'), coming(30, '2027-01-15')];

  it('is told by its place in the queue: the fortieth waits for the second', () => {
    expect(supplies(two, 29, 1)).to.deep.equal(['1: 2026-12-10/2026-12-10 day confirmed']);
    expect(supplies(two, 30, 1)).to.deep.equal(['1: 2027-01-15/2027-01-15 day confirmed']);
    expect(supplies(two, 39, 1)).to.deep.equal(['1: 2027-01-15/2027-01-15 day confirmed']);
    expect(supplies(two, 60, 1)).to.deep.equal(['1: none']);
  });

  it('may differ within one order', () => {
    expect(supplies(two, 28, 34)).to.deep.equal([
      '2: 2026-12-10/2026-12-10 day confirmed',
      '30: 2027-01-15/2027-01-15 day confirmed',
      '2: none',
    ]);
  });

  it('does not depend on the order in which they were told', () => {
    expect(supplies([...two].reverse(), 28, 34)).to.deep.equal(supplies(two, 28, 34));
  });

  it('is whichever comes first, where nobody knows: the first day of the one, the last of the other', () => {
    const vague = [coming(10, '2026-12'), coming(10, '2026-12-10')];
    expect(supplies(vague, 0, 1)).to.deep.equal(['1: 2026-12-01/2026-12-10 month confirmed']);
    expect(supplies(vague, 10, 1)).to.deep.equal(['1: 2026-12-10/2026-12-31 month confirmed']);
  });

  it('is sure only if all are that come before it: those who wait for a lost one take the pieces of the next', () => {
    const unsure = [coming(10, '2026-12-10', 'estimated'), coming(10, '2027-01-15')];
    expect(supplies(unsure, 10, 1)).to.deep.equal(['1: 2027-01-15/2027-01-15 day estimated']);
  });

  it('is none of those that should have come already', () => {
    const told = (date: string): Shipment => ({
      quantity: 1,
      window: parseDateWindow(date) as DateWindow,
      confidence: 'confirmed',
      basis: 'warehouse',
    });
    const dates = ['2026-11-21', '2026-11-22', '2026-W47', '2026-11', '2026-10'].map(told);
    const left = stillToCome(dates, dayNumber('2026-11-22'));
    expect(left.map(({ window }) => window.end)).to.deep.equal(['2026-11-22', '2026-11-22', '2026-11-30']);
  });

  it('never gives more pieces than come, all that are asked for, and later days to those who stand behind', () => {
    const some = fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 9 }),
        days: fc
          .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
          .map(([from, length]): DatedDays => [from, from + length, 0, 0]),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(some, fc.nat({ max: 30 }), fc.integer({ min: 1, max: 40 }), (incoming, waiting, pieces) => {
        const found = suppliesFor(incoming, waiting, pieces);
        const sum = (all: readonly { readonly quantity: number }[]): number =>
          all.reduce((total, { quantity }) => total + quantity, 0);
        expect(sum(found)).to.equal(pieces);
        const dated = found.filter(({ days }) => days);
        expect(sum(dated)).to.equal(Math.min(pieces, Math.max(0, sum(incoming) - waiting)));
        dated.forEach(({ days }, index) => {
          if (!days) return;
          const [from, to] = days;
          const [earliest, latest] = dated[index - 1]?.days ?? [0, 0];
          expect(from).to.be.at.most(to);
          expect(from).to.be.at.least(earliest);
          expect(to).to.be.at.least(latest);
        });
      }),
      { numRuns: 1000 },
    );
  });
});
