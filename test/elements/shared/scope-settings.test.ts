import { expect } from '@open-wc/testing';
import { OwnSettings } from '../../../src/elements/shared/scope-settings.js';
import { quietConsole, warned } from '../../support/quiet.js';

describe('OwnSettings', () => {
  quietConsole();

  it('says nothing while nothing is told', () => {
    const own = new OwnSettings('eta-notice');
    expect(own.told).to.equal(false);
    own.set('variant', '2');
    own.set('quantity', 3);
    own.set('policy', { sell: 'backorder' });
    expect(own.told).to.equal(false);
  });

  it('a product or a record is what an element says itself', () => {
    const own = new OwnSettings('eta-notice');
    own.set('product', 'a');
    expect(own.told).to.equal(true);
    own.set('product', null);
    expect(own.told).to.equal(false);
    own.set('record', { onHand: 0 });
    expect(own.told).to.equal(true);
    own.set('record', undefined);
    expect(own.told).to.equal(false);
  });

  it('an empty text takes a property back, as Preact does with one that is not given any more', () => {
    const own = new OwnSettings('eta-notice');
    for (const [name, value] of [
      ['record', { onHand: 0 }],
      ['policy', { sell: 'backorder' }],
      ['quantity', 3],
      ['product', 'a'],
    ] as const) {
      own.set(name, value);
      expect(own[name], name).not.to.equal(undefined);
      own.set(name, '');
      expect(own[name], name).to.equal(undefined);
    }
  });

  it('is the same for a scope', () => {
    const own = new OwnSettings('eta-notice');
    own.set('product', 42);
    own.set('variant', 'v');
    own.set('quantity', '3');
    own.set('record', { onHand: 2 });
    own.set('policy', { sell: 'preorder' });
    const { record, policy, ...rest } = own.forScope();
    expect(rest).to.deep.equal({ product: '42', selection: { id: 'v', sku: 'v' }, quantity: 3 });
    expect([record?.onHand, policy?.sell]).to.deep.equal([2, 'preorder']);
  });

  it('warns of what it cannot read, once, with the tag and the place', async () => {
    const own = new OwnSettings('eta-notice');
    for (let times = 0; times < 3; times += 1) {
      own.set('record', { onHand: '5 pcs', restock: 'soon' });
      own.set('policy', []);
    }
    const warnings = await warned(3);
    expect(warnings).to.have.length(3);
    // Their words are fetched for each; the browser may have the later ones first.
    const ofCount = warnings.filter((it) => it.includes('record.onHand (availability on <eta-notice>)'));
    expect(ofCount).to.have.length(1);
    expect(own.record).to.deep.equal({});
    expect(own.policy).to.deep.equal({});
  });
});
