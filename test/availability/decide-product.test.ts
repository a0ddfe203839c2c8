import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { decide } from '../../src/availability/decide.js';
import { decideProduct } from '../../src/availability/decide-product.js';
import { parseDocument, type ProductEntry } from '../../src/availability/document.js';
import type { Offer } from '../../src/availability/offer.js';
import { STATES } from '../../src/availability/state.js';
import { anyNows, isDeepFrozen, NOW, rawDocuments, wanteds } from '../support/arbitraries.js';

function product(raw: object): ProductEntry {
  const result = parseDocument({ version: 1, products: [{ id: 'p', ...raw }] });
  const found = result.ok ? result.value.products[0] : undefined;
  if (!found) throw new Error('no product');
  return found;
}

/** The offer of a product whose variants have these records; the product itself sells backorders. */
function offer(variants: readonly object[], wanted = 1): Offer {
  const list = variants.map((record, index) => ({ id: index, ...record }));
  return decideProduct(product({ policy: { sell: 'backorder' }, variants: list }), wanted, NOW);
}

describe('decideProduct', () => {
  it('a product without variants is decided as it stands, its control included', () => {
    const simple = product({ onHand: 0, policy: { sell: 'backorder' } });
    expect(decideProduct(simple, 2, NOW)).to.deep.equal(decide(simple.record, simple.policy, 2, NOW));
    expect(decideProduct(simple, 2, NOW).control).to.equal('swap');
  });

  it('one variant in stock puts the product in stock, whatever is known of the others', () => {
    expect(offer([{ onHand: 0 }, { status: 'sold-out', onHand: 5 }, {}, { onHand: 1 }]).state).to.equal(
      'in-stock',
    );
  });

  it('one variant that nobody knows about leaves the product unknown, when none is in stock', () => {
    expect(offer([{ onHand: 0 }, {}]).state).to.equal('unknown');
    expect(offer([{}, { onHand: 0 }]).state).to.equal('unknown');
  });

  it('says the best of what is left', () => {
    const preorder = { onHand: 0, policy: { sell: 'preorder' } };
    const soldOut = { onHand: 0, policy: { sell: 'none' } };
    expect(offer([soldOut, preorder, { onHand: 0 }]).state).to.equal('backorder');
    expect(offer([soldOut, preorder]).state).to.equal('preorder');
    expect(offer([soldOut, { status: 'coming-soon' }]).state).to.equal('coming-soon');
    expect(offer([soldOut, soldOut]).state).to.equal('sold-out');
  });

  it('a date told of the product holds for every variant that it speaks of', () => {
    const near = { onHand: 0, restock: '2026-12-01' };
    const far = { onHand: 0, restock: '2027-03' };
    expect(offer([near, far]).promise?.window.start).to.equal('2027-03-01');
    expect(offer([far, near]).promise?.window.start).to.equal('2027-03-01');
    expect(offer([near, { onHand: 0 }])).to.not.have.property('promise');
    expect(offer([near, { onHand: 0, restock: '2026-11-01' }])).to.not.have.property('promise');
    expect(offer([near, { onHand: 0, policy: { sell: 'none' } }]).promise?.window.start).to.equal(
      '2026-12-01',
    );
  });

  it('selling stays with the variant', () => {
    expect(offer([{ onHand: 0 }]).control).to.equal('theme');
    expect(offer([{ onHand: 0, policy: { limit: 0 } }]).control).to.equal('theme');
  });

  it('for random products: never better than the best variant, looked at again with the first of them', () => {
    fc.assert(
      fc.property(rawDocuments, wanteds, anyNows, (raw, wanted, now) => {
        const result = parseDocument(raw);
        for (const entry of result.ok ? result.value.products : []) {
          const found = decideProduct(entry, wanted, now);
          expect(isDeepFrozen(found)).to.equal(true);
          expect(decideProduct(entry, wanted, now)).to.deep.equal(found);
          const offers = entry.variants.map(({ record, policy }) => decide(record, policy, wanted, now));
          if (!offers.length) continue;
          const rank = (it: Offer): number => STATES.indexOf(it.state);
          expect(rank(found)).to.be.at.least(Math.min(...offers.map(rank)));
          expect(found.control).to.equal('theme');
          const changes = offers.flatMap(({ changesAt }) => changesAt ?? []);
          expect(found.changesAt).to.equal(changes.length ? Math.min(...changes) : undefined);
          const alike = offers.filter(({ state }) => state === found.state);
          for (const { promise } of found.promise ? alike : []) {
            expect(promise && found.promise && promise.window.end <= found.promise.window.end).to.equal(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
