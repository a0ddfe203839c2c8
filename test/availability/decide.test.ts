import { expect } from '@open-wc/testing';
import { decide } from '../../src/availability/decide.js';
import type { Offer } from '../../src/availability/offer.js';
import { parsePolicy } from '../../src/availability/parse-policy.js';
import { parseRecord } from '../../src/availability/parse-record.js';
import { NOW } from '../support/arbitraries.js';

function offer(record: object, policy: object = {}, wanted = 1, now = NOW): Offer {
  return decide(parseRecord(record).record, parsePolicy(policy).policy, wanted, now);
}

/** An offer in short: state, reason, control, and the split as "now+later+refused". */
function gist(record: object, policy: object = {}, wanted = 1): string {
  const { state, reason, control, split } = offer(record, policy, wanted);
  return [state, reason, control, split ? `${split.now}+${split.later}+${split.refused}` : '-'].join(' ');
}

const backorder = { sell: 'backorder' };
const preorder = { sell: 'preorder' };
const TOMORROW = new Date(NOW + 86_400_000).toISOString();
const YESTERDAY = new Date(NOW - 86_400_000).toISOString();

/** One test a line: what it says, record, policy, wanted, gist. */
type Row = [says: string, record: object, policy: object, wanted: number, expected: string];

function rows(title: string, table: readonly Row[]): void {
  describe(title, () => {
    for (const [says, record, policy, wanted, expected] of table) {
      it(says, () => {
        expect(gist(record, policy, wanted)).to.equal(expected);
      });
    }
  });
}

// prettier-ignore
rows('on the shelf', [
  ['enough is in stock', { onHand: 5 }, {}, 5, 'in-stock on-shelf theme 5+0+0'],
  ['goods that are not counted are in stock', { tracked: false, onHand: -3 }, {}, 9, 'in-stock not-tracked theme 9+0+0'],
  ["the shop's word is enough", { status: 'in-stock' }, {}, 9, 'in-stock status-told theme 9+0+0'],
  ['more than there is: the shop itself says how many', { onHand: 2 }, {}, 5, 'in-stock over-limit theme 2+0+3'],
  ['what is kept back is not sold', { onHand: 5 }, { threshold: 3 }, 3, 'in-stock over-limit theme 2+0+1'],
  ['all kept back is none', { onHand: 3 }, { threshold: 3 }, 1, 'sold-out nothing-left theme 0+0+1'],
  ['no more than the shop sells in all', { onHand: 5, availableToSell: 2 }, {}, 3, 'in-stock over-limit theme 2+0+1'],
  ['also by its word', { status: 'in-stock', availableToSell: 2 }, {}, 3, 'in-stock over-limit theme 2+0+1'],
  ['no more than one order may take', { onHand: 9, quantity: { max: 4 } }, {}, 6, 'in-stock over-limit theme 4+0+2'],
]);

// prettier-ignore
rows('nothing on the shelf', [
  ['zero is never in stock', { onHand: 0 }, {}, 1, 'sold-out nothing-left theme 0+0+1'],
  ['nor is a shelf sold past', { onHand: -5 }, {}, 2, 'sold-out nothing-left theme 0+0+2'],
  ['the shop says sold out', { status: 'sold-out' }, {}, 1, 'sold-out nothing-left theme 0+0+1'],
  ['not counted, and yet sold out', { tracked: false, status: 'sold-out', onHand: 4 }, {}, 1, 'sold-out nothing-left theme 0+0+1'],
  ['the shop refuses the order', { onHand: 0, orderable: false }, backorder, 1, 'sold-out platform-refuses theme 0+0+1'],
  ['announced by the shop', { status: 'coming-soon' }, preorder, 1, 'coming-soon nothing-left theme 0+0+1'],
  ['too few for the smallest order', { onHand: 3, quantity: { min: 5 } }, {}, 5, 'sold-out nothing-left theme 0+0+5'],
  ['the merchant sells nothing beyond the shelf', { onHand: 0 }, { sell: 'none' }, 1, 'sold-out nothing-left theme 0+0+1'],
]);

// prettier-ignore
rows('beyond the shelf', [
  ['a backorder', { onHand: 0 }, backorder, 3, 'backorder beyond-shelf swap 0+3+0'],
  ['a pre-order', { onHand: 0 }, preorder, 3, 'preorder beyond-shelf swap 0+3+0'],
  ['partly: what is there now, the rest later', { onHand: 2 }, backorder, 5, 'backorder partly-beyond-shelf swap 2+3+0'],
  ['partly, shipped together', { onHand: 2 }, { ...backorder, partial: 'together' }, 5, 'backorder partly-beyond-shelf swap 0+5+0'],
  ['all on the shelf needs no waiting', { onHand: 2 }, { ...backorder, partial: 'together' }, 2, 'in-stock on-shelf theme 2+0+0'],
  ['the shop says backorder; no policy is needed', { status: 'backorder' }, {}, 2, 'backorder beyond-shelf swap 0+2+0'],
  ['the shop says pre-order, not counted', { status: 'preorder', tracked: false }, {}, 2, 'preorder beyond-shelf swap 0+2+0'],
  ['always: also while there is stock', { onHand: 9 }, { ...preorder, trigger: 'always' }, 2, 'preorder always swap 0+2+0'],
  ['always: also where nobody knows the stock', {}, { ...preorder, trigger: 'always' }, 2, 'preorder always swap 0+2+0'],
  ['below the threshold', { onHand: 3 }, { ...backorder, threshold: 2 }, 2, 'backorder partly-beyond-shelf swap 1+1+0'],
  ['goods that are not out yet do not ship now, though they lie there', { status: 'preorder', onHand: 9 }, {}, 2, 'preorder beyond-shelf swap 0+2+0'],
  ['unless the merchant says so', { status: 'preorder', onHand: 9 }, { trigger: 'when-zero' }, 2, 'in-stock on-shelf theme 2+0+0'],
  ['and no more of them than there are', { status: 'preorder', onHand: 2, availableForBackorder: 0 }, {}, 3, 'preorder over-limit swap 0+2+1'],
]);

// prettier-ignore
rows('limits', [
  ['E08 a limit of 0 sells none', { onHand: 0 }, { ...backorder, limit: 0 }, 1, 'sold-out limit-reached stop 0+0+1'],
  ['E08 unlimited sells on', { onHand: -900 }, { ...backorder, limit: 'unlimited' }, 99, 'backorder beyond-shelf swap 0+99+0'],
  ["E08 unlimited of ours is still the shop's own", { onHand: 0, availableForBackorder: 4 }, { ...backorder, limit: 'unlimited' }, 9, 'backorder over-limit swap 0+4+5'],
  ["E08 no limit told: the shop's own holds", { onHand: 0, availableForBackorder: 4 }, { ...backorder, limit: null }, 9, 'backorder over-limit swap 0+4+5'],
  ['E08 no limit told by anybody: none', { onHand: 0 }, backorder, 99, 'backorder beyond-shelf swap 0+99+0'],
  ['what was sold past the shelf counts', { onHand: -6 }, { ...backorder, limit: 10 }, 9, 'backorder over-limit swap 0+4+5'],
  ['until nothing is left', { onHand: -12 }, { ...backorder, limit: 10 }, 1, 'sold-out limit-reached stop 0+0+1'],
  ['a number that the shop does not count takes nothing off', { tracked: false, onHand: -99 }, { ...backorder, trigger: 'always', limit: 5 }, 5, 'backorder always swap 0+5+0'],
  ['at the limit the theme may stand', { onHand: 0 }, { ...backorder, limit: 0, atLimit: 'theme' }, 1, 'unknown limit-reached theme -'],
  ['some on the shelf and nothing beyond', { onHand: 2 }, { ...backorder, limit: 0 }, 3, 'in-stock over-limit theme 2+0+1'],
  ['no more in all than the shop sells', { onHand: 2, availableToSell: 6 }, backorder, 9, 'backorder over-limit swap 2+4+3'],
  ['no more in one order than the merchant lets', { onHand: 0 }, { ...backorder, maxPerOrder: 3 }, 5, 'backorder over-limit swap 0+3+2'],
  ['those from the shelf included', { onHand: 2 }, { ...backorder, maxPerOrder: 3 }, 5, 'backorder over-limit swap 2+1+2'],
  ['but the shelf alone is not ours to limit', { onHand: 5 }, { ...backorder, maxPerOrder: 3 }, 6, 'in-stock over-limit theme 5+0+1'],
  ["no more in one order than the shop's rule", { onHand: 0, quantity: { max: 4 } }, backorder, 9, 'backorder over-limit swap 0+4+5'],
  ["in the shop's steps", { onHand: 0, quantity: { min: 2, step: 3 } }, { ...backorder, limit: 10 }, 10, 'backorder over-limit swap 0+8+2'],
  ['too few in all, but some lie there: the theme stands', { onHand: 3, quantity: { min: 5 } }, { ...backorder, limit: 1 }, 5, 'sold-out limit-reached theme 0+0+5'],
  ['fewer than the smallest order are none', { onHand: 0, quantity: { min: 6 } }, { ...backorder, limit: 5 }, 6, 'sold-out limit-reached stop 0+0+6'],
]);

// prettier-ignore
rows('starts and ends', [
  ['before the start it comes soon', { onHand: 0 }, { ...preorder, starts: TOMORROW }, 1, 'coming-soon not-started stop 0+0+1'],
  ['also what already lies there, if it is always pre-ordered', { onHand: 9 }, { ...preorder, trigger: 'always', starts: TOMORROW }, 1, 'coming-soon not-started stop 0+0+1'],
  ['what is on the shelf is sold before the start', { onHand: 1 }, { ...backorder, starts: TOMORROW }, 1, 'in-stock on-shelf theme 1+0+0'],
  ['nothing is stopped that the shop refuses already', { onHand: 0, orderable: false }, { ...preorder, starts: TOMORROW }, 1, 'coming-soon not-started theme 0+0+1'],
  ['after the start it sells', { onHand: 0 }, { ...preorder, starts: YESTERDAY }, 1, 'preorder beyond-shelf swap 0+1+0'],
  ['after the end the theme stands', { onHand: 0 }, { ...preorder, ends: YESTERDAY }, 1, 'sold-out nothing-left theme 0+0+1'],
  ['a pre-order of goods in stock ends with its end', { onHand: 9 }, { ...preorder, trigger: 'always', ends: YESTERDAY }, 1, 'in-stock on-shelf theme 1+0+0'],
  ['one that ends before it starts never sells', { onHand: 0 }, { ...preorder, starts: TOMORROW, ends: YESTERDAY }, 1, 'sold-out nothing-left theme 0+0+1'],
]);

// prettier-ignore
rows('unknown', [
  ['nothing told is nothing known', {}, {}, 1, 'unknown not-told theme -'],
  ['a policy alone does not sell what nobody knows', {}, backorder, 1, 'unknown not-told theme -'],
  ['that it may be ordered does not tell how', { orderable: true }, backorder, 1, 'unknown not-told theme -'],
  ['nor does an allowance', { availableForBackorder: 5, availableToSell: 9 }, backorder, 1, 'unknown not-told theme -'],
  ['H24 a quantity of "5 pcs" is unknown, not zero', { onHand: '5 pcs' }, backorder, 1, 'unknown not-told theme -'],
  ['H24 nor is a quantity of true', { onHand: true }, {}, 1, 'unknown not-told theme -'],
  ['H25 a status nobody knows leaves the theme', { status: 'SOLD_OUT' }, backorder, 1, 'unknown not-told theme -'],
]);

// prettier-ignore
rows('contradictions never block a sale', [
  ['H26 sold out with five on the shelf', { status: 'sold-out', onHand: 5 }, { ...backorder, limit: 0 }, 1, 'unknown contradiction theme -'],
  ['H26 in stock with none', { status: 'in-stock', onHand: 0 }, backorder, 1, 'unknown contradiction theme -'],
  ['H26 in stock with none to sell', { status: 'in-stock', availableToSell: 0 }, backorder, 1, 'unknown contradiction theme -'],
  ['H26 coming soon with five on the shelf', { status: 'coming-soon', onHand: 5 }, { ...preorder, starts: TOMORROW }, 1, 'unknown contradiction theme -'],
  ['H26 in stock but refused', { status: 'in-stock', orderable: false }, backorder, 1, 'unknown contradiction theme -'],
  ['H26 five on the shelf but refused', { onHand: 5, orderable: false }, { ...backorder, trigger: 'always' }, 1, 'unknown contradiction theme -'],
  ['H26 none left, and the shop takes the order', { onHand: 0, orderable: true }, {}, 1, 'unknown contradiction theme -'],
  ['H26 sold out, and the shop takes the order', { status: 'sold-out', orderable: true }, {}, 1, 'unknown contradiction theme -'],
  ['H26 backorders by the shop that the merchant does not sell', { status: 'backorder' }, { sell: 'none' }, 1, 'unknown contradiction theme -'],
  ['H26 pre-orders by the shop after their end', { status: 'preorder', onHand: 5 }, { ends: YESTERDAY }, 1, 'unknown contradiction theme -'],
]);

describe('what else an offer says', () => {
  const left = { onHand: 0, restock: '2026-12-01' };

  it('a sign-up when sold out, beside the backorder where wanted, or never', () => {
    expect(offer({ onHand: 0 }).signUp).to.equal(true);
    expect(offer({ onHand: 0 }, { signUp: 'never' }).signUp).to.equal(false);
    expect(offer(left, backorder).signUp).to.equal(false);
    expect(offer(left, { ...backorder, signUp: 'beside' }).signUp).to.equal(true);
    expect(offer({ onHand: 3 }, { signUp: 'beside' }).signUp).to.equal(false);
    expect(offer({ onHand: 0 }, { ...backorder, limit: 0 }).signUp).to.equal(true);
    expect(offer({ onHand: 0 }, { ...backorder, limit: 0, atLimit: 'theme' }).signUp).to.equal(false);
    expect(offer({ onHand: 0 }, { ...preorder, starts: TOMORROW }).signUp).to.equal(true);
  });

  it('express buttons are touched only while something else than the shop is in charge', () => {
    const express = { express: 'hide' };
    expect(offer(left, { ...backorder, ...express }).express).to.equal('hide');
    expect(offer(left, { ...backorder, ...express, limit: 0 }).express).to.equal('hide');
    expect(offer(left, { ...preorder, ...express, starts: TOMORROW }).express).to.equal('hide');
    expect(offer(left, { ...backorder, ...express, limit: 0, atLimit: 'theme' }).express).to.equal('keep');
    for (const record of [{ onHand: 3 }, {}, { status: 'sold-out' }, { status: 'in-stock', onHand: 0 }]) {
      expect(offer(record, express).express).to.equal('keep');
    }
    expect(offer(left, backorder).express).to.equal('keep');
  });

  it('express buttons do not sell past the limit or before the start, unless the merchant says so', () => {
    expect(offer(left, { ...backorder, limit: 0 }).express).to.equal('disable');
    expect(offer(left, { ...backorder, limit: 0, express: 'relabel' }).express).to.equal('disable');
    expect(offer(left, { ...backorder, limit: 0, express: 'keep' }).express).to.equal('keep');
    expect(offer(left, { ...preorder, starts: TOMORROW }).express).to.equal('disable');
  });

  it('a date where something ships later or comes soon, and only there', () => {
    expect(offer(left, backorder).promise?.window.start).to.equal('2026-12-01');
    expect(offer(left, { ...preorder, starts: TOMORROW }).promise?.window.start).to.equal('2026-12-01');
    expect(offer({ status: 'coming-soon', release: '2027-02' }).promise?.event).to.equal('release');
    for (const record of [{ onHand: 3 }, { onHand: 0 }, {}]) {
      expect(offer({ ...record, restock: '2026-12-01' })).to.not.have.property('promise');
    }
    expect(offer({ onHand: 0, restock: '2026-11-01' }, backorder).withheld).to.equal('date-passed');
  });

  it('what one order may take, the same whatever is wanted', () => {
    const quantity = (wanted: number) =>
      offer({ onHand: 2, quantity: { min: 2, step: 2 } }, { ...backorder, limit: 5 }, wanted).quantity;
    expect(quantity(1)).to.deep.equal({ min: 2, step: 2, max: 6 });
    expect(quantity(99)).to.deep.equal(quantity(1));
    expect(offer({ onHand: 0 }, backorder).quantity).to.deep.equal({ min: 1, step: 1 });
    expect(offer({ onHand: 0 }).quantity.max).to.equal(0);
  });

  it('a rule whose smallest order is above its largest stops no sale', () => {
    expect(offer({ onHand: 5, quantity: { min: 6, max: 2 } }).quantity).to.deep.equal({
      min: 2,
      step: 1,
      max: 2,
    });
    expect(offer({ onHand: 5, quantity: { min: 6, max: 2 } }).state).to.equal('in-stock');
  });

  it('when to decide again: the next start or end, or a date that comes near or passes', () => {
    expect(offer({ onHand: 0 }, { ...preorder, starts: TOMORROW }).changesAt).to.equal(Date.parse(TOMORROW));
    expect(offer({ onHand: 3 }, { ...preorder, ends: TOMORROW }).changesAt).to.equal(Date.parse(TOMORROW));
    expect(offer(left, backorder).changesAt).to.equal(Date.parse('2026-11-29T10:00:00Z'));
    expect(offer({ onHand: 3 }, { ...preorder, ends: YESTERDAY })).to.not.have.property('changesAt');
  });

  it('starts and ends at the very instant', () => {
    const at = new Date(NOW).toISOString();
    expect(offer(left, { ...preorder, starts: at }).state).to.equal('preorder');
    expect(offer(left, { ...preorder, starts: at }, 1, NOW - 1).state).to.equal('coming-soon');
    expect(offer(left, { ...preorder, ends: at }).state).to.equal('sold-out');
    expect(offer(left, { ...preorder, ends: at }, 1, NOW - 1).state).to.equal('preorder');
  });

  it("a hint of the page's structured data is shown as told, and sells and stops nothing", () => {
    const hinted = (hint: Offer['state']) => decide({ hint }, parsePolicy(backorder).policy, 2, NOW);
    expect(hinted('in-stock')).to.deep.include({
      state: 'in-stock',
      reason: 'hint-only',
      control: 'theme',
      signUp: false,
    });
    expect(hinted('sold-out')).to.deep.include({ state: 'sold-out', control: 'theme', signUp: true });
    expect(hinted('backorder')).to.not.have.property('split');
    expect(decide({ hint: 'in-stock', onHand: 0 }, {}, 1, NOW).state).to.equal('sold-out');
  });

  it('anything but a whole number of pieces counts as one', () => {
    for (const wanted of [NaN, 0, -3, 1.5, Infinity, 2 ** 53, '5' as unknown as number]) {
      expect(offer({ onHand: 9 }, {}, wanted).split).to.deep.equal({ now: 1, later: 0, refused: 0 });
    }
  });

  it('T08 without a sane clock nothing is known, and the theme stands', () => {
    for (const now of [NaN, Infinity, -Infinity, -1, 8.64e15, 1e300]) {
      expect(offer(left, { ...backorder, promise: { leadTime: { max: 3 } } }, 1, now).state).to.equal(
        'unknown',
      );
    }
  });
});
