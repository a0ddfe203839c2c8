// What holds for every record, policy, quantity and instant, however odd.
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { decide } from '../../src/availability/decide.js';
import { localDay } from '../../src/availability/local-day.js';
import type { Offer } from '../../src/availability/offer.js';
import type { Policy } from '../../src/availability/policy.js';
import type { AvailabilityRecord } from '../../src/availability/record.js';
import { anyNows, hintedRecords, isDeepFrozen, NOW, policies, wanteds } from '../support/arbitraries.js';

/** Runs a check over random cases, with the offer made of each. */
function always(
  check: (offer: Offer, record: AvailabilityRecord, policy: Policy, now: number) => void,
): void {
  fc.assert(
    fc.property(hintedRecords, policies, wanteds, anyNows, (record, policy, wanted, now) => {
      check(decide(record, policy, wanted, now), record, policy, now);
    }),
    { numRuns: 2000 },
  );
}

const isCounted = ({ tracked, onHand }: AvailabilityRecord): boolean =>
  tracked !== false && onHand !== undefined;
const known = (status: AvailabilityRecord['status']): boolean => status !== undefined && status !== 'unknown';

/** Pieces on the shelf that may be sold: as many as are counted, less those kept back. */
function shelf(record: AvailabilityRecord, policy: Policy): number {
  if (!isCounted(record)) return Infinity;
  return Math.max(0, (record.onHand ?? 0) - (policy.threshold ?? 0));
}

/** Pieces that may be sold beyond the shelf, by each bound that is told. */
function beyond(record: AvailabilityRecord, policy: Policy): number {
  const ledger = isCounted(record) ? Math.min(0, record.onHand ?? 0) : 0;
  const limit = typeof policy.limit === 'number' ? Math.max(0, policy.limit + ledger) : Infinity;
  const free = record.availableForBackorder;
  return Math.min(limit, typeof free === 'number' ? free : Infinity);
}

function isContradictory(record: AvailabilityRecord): boolean {
  const { status, orderable, availableToSell, tracked } = record;
  const some = isCounted(record) && (record.onHand ?? 0) > 0;
  const none = (isCounted(record) && !some) || availableToSell === 0;
  const stocked = status === 'in-stock' || (tracked === false && !known(status));
  const gone = status === 'sold-out' || status === 'coming-soon';
  return (gone && some) || (stocked && none) || (orderable === false && (stocked || some));
}

describe('decide, for every record, policy, quantity and instant', () => {
  it('gives an offer and never throws, also for any double as quantity', () => {
    fc.assert(
      fc.property(hintedRecords, policies, fc.double(), anyNows, (record, policy, wanted, now) => {
        const { wanted: pieces } = decide(record, policy, wanted, now);
        expect(Number.isSafeInteger(pieces) && pieces > 0).to.equal(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is frozen throughout, and has no field without a value', () => {
    always((offer) => {
      expect(isDeepFrozen(offer)).to.equal(true);
      expect(Object.values(offer)).to.not.include(undefined);
    });
  });

  it('gives an ordinary object, for those who print it or ask it for its own fields', () => {
    always((offer) => {
      expect([`${offer as unknown as string}`, Object.getPrototypeOf(offer)]).to.deep.equal([
        '[object Object]',
        Object.prototype,
      ]);
    });
  });

  it('decides the same again, and alters nothing', () => {
    fc.assert(
      fc.property(hintedRecords, policies, wanteds, anyNows, (record, policy, wanted, now) => {
        const before = JSON.stringify([record, policy]);
        const first = decide(record, policy, wanted, now);
        // In between, as when a clock is set back.
        decide(record, policy, wanted, now - 3_600_000);
        expect(decide(record, policy, wanted, now)).to.deep.equal(first);
        expect(JSON.stringify([record, policy])).to.equal(before);
      }),
    );
  });

  it('splits into whole parts that add up to what is wanted', () => {
    always(({ split, wanted }) => {
      if (!split) return;
      const parts = [split.now, split.later, split.refused];
      expect(parts.every((it) => Number.isSafeInteger(it) && it >= 0)).to.equal(true);
      expect(split.now + split.later + split.refused).to.equal(wanted);
    });
  });

  it('has a split unless the state is unknown or only hinted at', () => {
    always(({ split, state, reason }) => {
      expect(split === undefined).to.equal(state === 'unknown' || reason === 'hint-only');
    });
  });

  it('never promises more from the shelf than lies there, less what is kept back', () => {
    always(({ split }, record, policy) => {
      if (split) expect(split.now).to.be.at.most(shelf(record, policy));
    });
  });

  it('never takes more than any told bound allows, in the split or as the largest quantity', () => {
    always(({ split, quantity }, record, policy) => {
      if (!split) return;
      const { availableToSell } = record;
      const largest = Math.min(
        shelf(record, policy) + beyond(record, policy),
        typeof availableToSell === 'number' ? availableToSell : Infinity,
        record.quantity?.max ?? Infinity,
      );
      for (const pieces of [split.now + split.later, quantity.max ?? 0])
        expect(pieces).to.be.at.most(largest);
      expect(split.now + split.later).to.be.at.most(quantity.max ?? Infinity);
      if (Number.isFinite(largest)) expect(quantity.max).to.be.a('number');
      if (split.later > 0) expect(split.now + split.later).to.be.at.most(policy.maxPerOrder ?? Infinity);
      if (policy.trigger === 'always') expect(split.later).to.be.at.most(beyond(record, policy));
    });
  });

  it('offers as the largest quantity one that can be ordered', () => {
    always(({ quantity }) => {
      const { min, max, step } = quantity;
      if (max) expect([max >= min, (max - min) % step]).to.deep.equal([true, 0]);
    });
  });

  it('knows nothing where nothing of the stock was told', () => {
    always((offer, record, policy) => {
      if (record.onHand !== undefined || known(record.status) || record.tracked === false) return;
      if (policy.trigger === 'always' || record.hint) return;
      expect(offer).to.include({ state: 'unknown', control: 'theme', signUp: false, express: 'keep' });
      expect(offer).to.not.have.any.keys('promise', 'split');
    });
  });

  it('H26 contradictory records leave the theme as it is', () => {
    always((offer, record) => {
      if (isContradictory(record))
        expect(offer).to.include({ state: 'unknown', control: 'theme', signUp: false });
    });
  });

  it('nothing on a counted shelf is never in stock', () => {
    always(({ state }, record) => {
      if (isCounted(record) && (record.onHand ?? 0) <= 0) expect(state).to.not.equal('in-stock');
    });
  });

  it('what the shop refuses is neither swapped nor stopped', () => {
    always(({ control, split }, record) => {
      if (record.orderable !== false) return;
      expect(control).to.equal('theme');
      expect((split?.now ?? 0) + (split?.later ?? 0)).to.equal(0);
    });
  });

  it('never says sold out of what the shop system says it sells, but for the limit of the merchant', () => {
    always(({ state, reason }, record) => {
      if (record.orderable === true && state === 'sold-out')
        expect(['limit-reached', 'hint-only']).to.include(reason);
    });
  });

  it('swaps if and only if something ships later, and stops only where nothing can be had', () => {
    always(({ control, split, state }) => {
      expect(control === 'swap').to.equal((split?.later ?? 0) > 0);
      expect(control === 'swap').to.equal(split !== undefined && ['backorder', 'preorder'].includes(state));
      if (control === 'stop') expect(split).to.include({ now: 0, later: 0 });
    });
  });

  it('touches sign-up and express only as the policy lets', () => {
    always((offer, _record, policy) => {
      if (policy.signUp === 'never') expect(offer.signUp).to.equal(false);
      const { express = 'keep' } = policy;
      // Where nothing is sold at all, neither does an express button, unless the merchant says so.
      const closed = offer.control === 'stop' && policy.express !== 'keep' && policy.express !== 'hide';
      expect(closed ? ['disable'] : ['keep', express]).to.include(offer.express);
    });
  });

  it("never promises a day before the merchant's today, nor both a date and why there is none", () => {
    always(({ promise, withheld }, _record, policy, now) => {
      if (promise) expect(promise.window.end >= localDay(now, policy.timeZone)).to.equal(true);
      if (promise) expect(withheld).to.equal(undefined);
    });
  });

  it('T06 decides again only in the future', () => {
    always(({ changesAt }, _record, _policy, now) => {
      if (changesAt !== undefined && !Number.isNaN(now)) expect(changesAt).to.be.greaterThan(now);
    });
  });

  it('stays the same until the instant at which it says to decide again', () => {
    fc.assert(
      fc.property(
        hintedRecords,
        policies,
        wanteds,
        fc.nat({ max: 400 }),
        (record, policy, wanted, quarters) => {
          const now = NOW + (quarters - 200) * 900_000;
          const { changesAt, ...offer } = decide(record, policy, wanted, now);
          const until = changesAt ?? now + 3e11;
          const { changesAt: _, ...last } = decide(record, policy, wanted, until - 1);
          expect(last).to.deep.equal(offer);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
