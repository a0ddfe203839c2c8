import { expect } from '@open-wc/testing';
import { decide } from '../../src/availability/decide.js';
import { parseLineRecord, type LineRecord } from '../../src/availability/line-record.js';
import type { Offer } from '../../src/availability/offer.js';
import { parsePolicy } from '../../src/availability/parse-policy.js';
import { parseRecord } from '../../src/availability/parse-record.js';
import { withMore } from '../../src/messages/en-more.js';
import { first } from '../../src/messages/en-first.js';
import { cartLineWords, type LineWords } from '../../src/page/cart-line-words.js';
import { NOW } from '../support/arbitraries.js';

const language = withMore({ tag: 'en-GB', messages: first });
const record = (split = '2+3', days = '2026-12-12/2026-12-12', more = 'day;ship;estimated'): LineRecord =>
  parseLineRecord(`1;backorder;${split};${days};${more};2026-11-22T09:00Z;en`) as LineRecord;

const offer = (told: object, quantity = 5, policy: object = { sell: 'backorder' }): Offer =>
  decide(parseRecord(told).record, parsePolicy(policy).policy, quantity, NOW);
const UNKNOWN = offer({}, 1, {});
const words = (line: LineRecord, news: Offer = UNKNOWN, quantity?: number, now = NOW): LineWords =>
  cartLineWords({ record: line, quantity }, { offer: news, now, timeZone: undefined }, language);
const said = (...args: Parameters<typeof words>): string => words(...args).sentences.join(' | ');

const SPLIT = 'Backorder: 2 now, 3 on 12 December';
const later = (day: string, more: object = {}): Offer =>
  offer({ onHand: 2, availableForBackorder: 'unlimited', restock: day, ...more });

describe('cartLineWords', () => {
  it('S12 says the split and the date that were promised', () => {
    expect(words(record())).to.deep.equal({ sentences: [SPLIT], altered: false });
    expect(said(record('0+2'))).to.equal('Backorder: Expected to ship on 12 December');
  });

  it('S12 follows the quantity: what was on the shelf then ships first', () => {
    expect(words(record(), UNKNOWN, 6)).to.deep.equal({
      sentences: ['Backorder: 2 now, 4 on 12 December'],
      altered: true,
    });
    expect(said(record(), UNKNOWN, 2)).to.equal('');
    expect(said(record(), UNKNOWN, 1)).to.equal('');
  });

  it('a later date is told together with the one before', () => {
    expect(said(record(), later('2026-12-20'), 5)).to.equal(
      'Backorder: 2 now, 3 on 20 December | This date has changed. Before: on 12 December.',
    );
  });

  it('an earlier or the same date is no news: what was promised stands', () => {
    for (const day of ['2026-12-01', '2026-12-12']) expect(said(record(), later(day), 5)).to.equal(SPLIT);
  });

  it('less exact and later is a change, more exact within is none', () => {
    expect(said(record('0+5'), offer({ onHand: 0, restock: '2026-12' }), 5)).to.contain('Before: on 12');
    const month = record('0+5', '2026-12-01/2026-12-31', 'month;ship;estimated');
    expect(said(month, offer({ onHand: 0, restock: '2026-12-20' }), 5)).to.equal(
      'Backorder: Expected to ship in December 2026',
    );
  });

  it('a date that the source has taken back is no longer said as true', () => {
    expect(said(record('0+5'), offer({ onHand: 0, availableForBackorder: 'unlimited' }), 5)).to.equal(
      'Backorder: Ship date to be confirmed | This date has changed. Before: on 12 December.',
    );
  });

  it('a date that has passed in the cart is not repeated', () => {
    const now = Date.parse('2026-12-20T12:00Z');
    expect(said(record('0+2'), UNKNOWN, 2, now)).to.equal('Backorder: New ship date to be confirmed');
    expect(said(record('0+2'), offer({ onHand: 9 }, 2), 2, now)).to.equal('');
  });

  it('a time from the order on moves by itself and is no change', () => {
    const news = offer({ onHand: 0, restock: { leadTime: { min: 20, max: 30 } } }, 2);
    expect(said(record('0+2'), news, 2)).to.equal('Backorder: Expected to ship in 20 to 30 days');
  });

  it('S11 what nobody can order any more is said to be so', () => {
    expect(words(record(), offer({ onHand: 0, orderable: false }), 5)).to.deep.equal({
      sentences: ['Sold out'],
      altered: true,
    });
  });

  it('S11 the shelf has emptied since: fewer now, more later', () => {
    const news = offer({ onHand: 1, availableForBackorder: 'unlimited', restock: '2026-12-12' });
    expect(said(record(), news, 5)).to.equal('Backorder: 1 now, 4 on 12 December');
  });

  it('S13 more than can be ordered is said', () => {
    const news = offer({ onHand: 2, availableForBackorder: 2, restock: '2026-12-12' });
    expect(said(record(), news, 5)).to.contain('You can order up to 4.');
  });

  it('back in stock, a promise that stands is not taken back', () => {
    expect(said(record(), offer({ onHand: 9 }), 5)).to.equal(SPLIT);
  });

  it('without a date there is none to invent', () => {
    const none = parseLineRecord('1;preorder;0+1;;;;;;en') as LineRecord;
    expect(said(none)).to.equal('Pre-order: Ship date to be confirmed');
    expect(said(none, later('2026-12-20'), 1)).to.contain('20 December');
  });

  it('a record of what is no backorder says nothing', () => {
    for (const state of ['in-stock', 'unknown']) {
      expect(said(parseLineRecord(`1;${state};;;;;;;en`) as LineRecord)).to.equal('');
    }
  });
});
