import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { parsePolicy } from '../../src/availability/parse-policy.js';
import { inheritPolicy, lesser, NO_POLICY } from '../../src/availability/policy.js';
import { isDeepFrozen, policies, rawPolicies } from '../support/arbitraries.js';

describe('parsePolicy', () => {
  it('reads every well-formed policy without a problem, frozen throughout', () => {
    fc.assert(
      fc.property(rawPolicies, (raw) => {
        const { policy, problems } = parsePolicy(raw);
        // An expectation may be well formed and tell nothing.
        expect(problems).to.deep.equal([]);
        expect(isDeepFrozen(policy)).to.equal(true);
      }),
    );
  });

  it('E08 tells a limit that is unlimited, one of 0 and none at all apart', () => {
    expect(parsePolicy({ limit: 'unlimited' }).policy).to.deep.equal({ limit: 'unlimited' });
    expect(parsePolicy({ limit: 0 }).policy).to.deep.equal({ limit: 0 });
    expect(parsePolicy({ limit: null }).policy).to.deep.equal({});
    expect(parsePolicy({}).policy).to.deep.equal({});
  });

  it('H24 a limit, threshold or order size that cannot be read is not told, and noted', () => {
    const fields = { limit: '100', threshold: -1, maxPerOrder: 0, maxAge: 1.5 };
    const { policy, problems } = parsePolicy(fields);
    expect(policy).to.deep.equal({});
    expect(problems.map(({ path }) => path).sort()).to.deep.equal([
      'policy.limit',
      'policy.maxAge',
      'policy.maxPerOrder',
      'policy.threshold',
    ]);
  });

  it('a start without its zone is not told: nobody could tell when it is', () => {
    expect(parsePolicy({ starts: '2026-12-01', ends: '2026-12-24T18:00' }).policy).to.deep.equal({});
  });

  it('H25 another case of a word is another word', () => {
    for (const sell of ['Backorder', 'PREORDER', 'yes', true, '']) {
      expect(parsePolicy({ sell, signUp: 'never' }).policy).to.deep.equal({ signUp: 'never' });
    }
  });

  it('never throws, whatever is told', () => {
    fc.assert(fc.property(fc.anything(), (raw) => void parsePolicy(raw)));
    expect(parsePolicy([]).policy).to.equal(NO_POLICY);
  });
});

describe('inheritPolicy', () => {
  it('the nearer level decides each field that it names, the other fields come from above', () => {
    fc.assert(
      fc.property(policies, policies, (above, nearer) => {
        const both = inheritPolicy(above, nearer);
        const expected = Object.assign({}, above, nearer);
        expect(both).to.deep.equal(expected);
        expect(Object.isFrozen(both)).to.equal(true);
      }),
    );
  });

  it('is what stands above where the nearer level says nothing', () => {
    const above = parsePolicy({ sell: 'backorder' }).policy;
    expect(inheritPolicy(above, undefined)).to.equal(above);
    expect(inheritPolicy(above, NO_POLICY)).to.deep.equal(above);
  });
});

describe('lesser', () => {
  it('is the smaller of two allowances; one that is not told does not count', () => {
    const allowances = fc.constantFrom(undefined, 'unlimited' as const, 0, 1, 7);
    const size = (it: number | 'unlimited'): number => (it === 'unlimited' ? Infinity : it);
    fc.assert(
      fc.property(allowances, allowances, (a, b) => {
        const told = [a, b].filter((it) => it !== undefined);
        const expected = told.length ? Math.min(...told.map(size)) : undefined;
        expect(lesser(a, b)).to.equal(expected === Infinity ? 'unlimited' : expected);
      }),
    );
  });
});
