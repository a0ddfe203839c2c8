import { expect } from '@open-wc/testing';
import { spanOfSample } from '../../src/availability/lead-time-sample.js';

describe('a lead time out of what happened before', () => {
  const ten = [31, 20, 22, 25, 40, 30, 21, 24, 26, 28];

  it('is the days within which the stated shares of the sample came', () => {
    expect(spanOfSample(ten)).to.deep.equal({ min: 20, max: 31 });
    expect(spanOfSample(ten, [0.2, 0.8])).to.deep.equal({ min: 21, max: 30 });
    expect(spanOfSample(ten, [0.25, 0.75])).to.deep.equal({ min: 22, max: 30 });
    expect(spanOfSample(ten, [0.5, 0.95])).to.deep.equal({ min: 25, max: 40 });
    expect(spanOfSample(ten, [0, 1])).to.deep.equal({ min: 20, max: 40 });
  });

  it('never rounds a share up that is whole', () => {
    for (const share of [0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9]) {
      const nth = [...ten].sort((a, b) => a - b)[Math.round(share * 10) - 1];
      expect(spanOfSample(ten, [share, 1])?.min, String(share)).to.equal(nth);
    }
  });

  it('is none of fewer than five, or of shares that are none', () => {
    expect(spanOfSample([1, 2, 3, 4])).to.equal(undefined);
    expect(spanOfSample([1, 2, 3, 4, 5])).to.deep.equal({ min: 1, max: 5 });
    for (const shares of [
      [0.9, 0.1],
      [-0.1, 0.5],
      [0.5, 1.1],
      [NaN, 0.5],
    ] as const) {
      expect(spanOfSample(ten, shares), String(shares)).to.equal(undefined);
    }
  });
});
