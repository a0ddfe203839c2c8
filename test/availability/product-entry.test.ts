import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { decide } from '../../src/availability/decide.js';
import { parseDocument, type ProductEntry } from '../../src/availability/document.js';
import { NOW } from '../support/arbitraries.js';

type Raw = Record<string, unknown>;

function product(raw: Raw, shop: Raw = {}): ProductEntry {
  const result = parseDocument({ version: 1, ...shop, products: [{ id: 'p', ...raw }] });
  const found = result.ok ? result.value.products[0] : undefined;
  if (!found) throw new Error('no product');
  return found;
}

/** The first variant's entry. */
function variant(raw: Raw, own: Raw = {}, shop: Raw = {}) {
  const [found] = product({ ...raw, variants: [{ id: 'v', ...own }] }, shop).variants;
  if (!found) throw new Error('no variant');
  return found;
}

describe('what a variant takes from its product', () => {
  it('dates, rules and an empty shelf', () => {
    const raw = {
      onHand: 0,
      restock: '2026-12',
      quantity: { max: 3 },
      orderable: false,
      availableForBackorder: 5,
    };
    expect(Object.keys(variant(raw).record).sort()).to.deep.equal(Object.keys(raw).sort());
  });

  it('not that the product is in stock: that says nothing of one variant', () => {
    expect(variant({ onHand: 5 }).record).to.deep.equal({});
    expect(variant({ status: 'in-stock' }).record).to.deep.equal({});
  });

  it('its own word goes before, field by field', () => {
    const { record } = variant(
      { onHand: 0, restock: '2026-12', asOf: '2026-11-01T00:00:00Z' },
      { onHand: 4 },
    );
    expect(record.onHand).to.equal(4);
    expect(record.restock?.window?.precision).to.equal('month');
  });

  it('the product is sold out, but a variant that counts for itself, or is not counted, tells itself', () => {
    expect(variant({ status: 'sold-out' }).record.status).to.equal('sold-out');
    expect(variant({ status: 'sold-out' }, { onHand: 4 }).record.status).to.equal(undefined);
    expect(variant({ status: 'sold-out' }, { tracked: false }).record.status).to.equal(undefined);
    expect(variant({ status: 'sold-out' }, { onHand: 4, status: 'in-stock' }).record.status).to.equal(
      'in-stock',
    );
  });

  it('a shared allowance: its own may be smaller, never larger', () => {
    const left = (shared: unknown, own?: unknown) =>
      variant({ availableForBackorder: shared }, { availableForBackorder: own }).record.availableForBackorder;
    expect([
      left(5),
      left(5, 3),
      left(5, 9),
      left(5, 'unlimited'),
      left('unlimited', 9),
      left(null, 9),
    ]).to.deep.equal([...[5, 3, 5, 5, 9, 9]]);
  });

  it('the age of the document, unless the product or the variant tells its own', () => {
    const shop = { asOf: '2026-11-01T00:00:00Z' };
    expect(variant({}, {}, shop).record.asOf).to.equal(Date.parse('2026-11-01'));
    expect(variant({ asOf: '2026-11-02T00:00:00Z' }, {}, shop).record.asOf).to.equal(
      Date.parse('2026-11-02'),
    );
    expect(variant({}, { asOf: '2026-11-03T00:00:00Z' }, shop).record.asOf).to.equal(
      Date.parse('2026-11-03'),
    );
  });
});

describe('what a policy takes from above', () => {
  it('a variant goes before its product, that before the shop, field by field', () => {
    const shop = { policy: { sell: 'none', signUp: 'never', express: 'hide' } };
    const { policy } = variant(
      { policy: { sell: 'backorder', partial: 'together' } },
      { policy: { signUp: 'beside' } },
      shop,
    );
    expect(policy).to.deep.equal({
      sell: 'backorder',
      signUp: 'beside',
      express: 'hide',
      partial: 'together',
    });
  });

  it('a limit of the shop is a default, and the product or variant sets its own', () => {
    const shop = { policy: { limit: 5 } };
    expect(variant({}, {}, shop).policy.limit).to.equal(5);
    expect(variant({ policy: { limit: 9 } }, {}, shop).policy.limit).to.equal(9);
    expect(variant({}, { policy: { limit: 'unlimited' } }, shop).policy.limit).to.equal('unlimited');
    expect(variant({}, { policy: { sell: 'backorder' } }, shop).policy.limit).to.equal(5);
  });

  it('a limit of the product is shared: a variant may have less, never more', () => {
    const left = (own: unknown) => variant({ policy: { limit: 5 } }, { policy: { limit: own } }).policy.limit;
    expect([left(3), left(9), left('unlimited'), left('bad'), left(undefined)]).to.deep.equal([
      3, 5, 5, 5, 5,
    ]);
  });
});

describe('a shared limit', () => {
  /** How many each variant may sell beyond the shelf at this moment. */
  const mayStillSell = (raw: Raw): number[] =>
    product({ policy: { sell: 'backorder', limit: 10 }, ...raw }).variants.map(
      ({ record, policy }) => decide(record, policy, 99, NOW).split?.later ?? -1,
    );

  it('what one variant has sold beyond the shelf is gone for all', () => {
    expect(
      mayStillSell({
        variants: [
          { id: 1, onHand: -6 },
          { id: 2, onHand: -1 },
          { id: 3, onHand: 0 },
        ],
      }),
    ).to.deep.equal([3, 3, 3]);
    expect(
      mayStillSell({
        variants: [
          { id: 1, onHand: -6 },
          { id: 2, onHand: -6 },
        ],
      }),
    ).to.deep.equal([0, 0]);
  });

  it("counts the product's own number once, though every variant has it", () => {
    expect(mayStillSell({ onHand: -4, variants: [{ id: 1 }, { id: 2 }] })).to.deep.equal([6, 6]);
    expect(mayStillSell({ onHand: -4, variants: [{ id: 1, onHand: 3 }, { id: 2 }] })).to.deep.equal([6, 6]);
    expect(
      mayStillSell({
        onHand: -4,
        variants: [
          { id: 1, onHand: -1 },
          { id: 2, onHand: -3 },
        ],
      }),
    ).to.deep.equal([6, 6]);
  });

  it('a variant with a smaller limit of its own keeps to that as well', () => {
    const variants = [
      { id: 1, onHand: -1, policy: { limit: 3 } },
      { id: 2, onHand: -7 },
    ];
    expect(mayStillSell({ variants })).to.deep.equal([2, 2]);
  });

  it('never lets any variant sell more than the product has left', () => {
    const shelf = fc.option(fc.integer({ min: -8, max: 4 }), { nil: undefined });
    const limits = fc.option(fc.oneof(fc.nat({ max: 12 }), fc.constant('unlimited')), { nil: undefined });
    const variants = fc.array(
      fc.record({ id: fc.nat(), onHand: shelf, policy: fc.record({ limit: limits }) }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(variants, fc.nat({ max: 20 }), (list, limit) => {
        const sold = list.reduce((sum, { onHand = 0 }) => sum + Math.max(0, -onHand), 0);
        for (const later of mayStillSell({ policy: { sell: 'backorder', limit }, variants: list })) {
          expect(later).to.be.at.most(Math.max(0, limit - sold));
        }
      }),
      { numRuns: 500 },
    );
  });
});
