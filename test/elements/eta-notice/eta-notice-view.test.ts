import { expect } from '@open-wc/testing';
import { decide } from '../../../src/availability/decide.js';
import type { Offer } from '../../../src/availability/offer.js';
import { parsePolicy } from '../../../src/availability/parse-policy.js';
import { parseRecord } from '../../../src/availability/parse-record.js';
import { etaNoticeView } from '../../../src/elements/eta-notice/eta-notice-view.js';
import { explanationView } from '../../../src/elements/eta-notice/explanation-view.js';
import { languageFor } from '../../../src/messages/languages.js';
import { NOW } from '../../support/arbitraries.js';

const english = await languageFor('en-GB');
const german = await languageFor('de');

const offer = (record: object, policy: object = { sell: 'backorder' }, wanted = 1): Offer =>
  decide(parseRecord(record).record, parsePolicy(policy).policy, wanted, NOW);

describe('etaNoticeView', () => {
  it('of a date says the sentence, offers to explain it, and has it for machines', () => {
    expect(etaNoticeView(offer({ onHand: 0, restock: '2026-12-12' }), english, NOW)).to.deep.equal({
      promise: 'Expected to ship on 12 December',
      aside: '',
      limit: '',
      explain: 'About this date',
      datetime: '2026-12-12',
    });
  });

  it('has no date for machines where there is none to name', () => {
    const lead = offer({ onHand: 0, restock: { leadTime: { max: 5 } } });
    expect(etaNoticeView(lead, english, NOW).datetime).to.equal(undefined);
    expect(etaNoticeView(offer({ onHand: 0 }), english, NOW)).to.deep.equal({
      promise: 'Ship date to be confirmed',
      aside: '',
      limit: '',
      explain: '',
      datetime: undefined,
    });
  });

  it('says nothing of what is sold out, in stock or unknown', () => {
    for (const record of [{ onHand: 0 }, { onHand: 5 }, {}]) {
      const view = etaNoticeView(offer(record, {}), english, NOW);
      expect([view.promise, view.limit, view.explain]).to.deep.equal(['', '', '']);
    }
  });

  it('S13 says the most that can be ordered', () => {
    const most = offer({ onHand: 0, availableForBackorder: 3 }, { sell: 'backorder' }, 5);
    expect(etaNoticeView(most, german, NOW).limit).to.equal('Sie können höchstens 3 bestellen.');
  });
});

describe('explanationView', () => {
  const lines = (record: object, policy?: object, wanted?: number): readonly string[] =>
    explanationView(offer(record, policy, wanted), english, NOW);

  it('explains new stock that is expected', () => {
    expect(lines({ onHand: 0, restock: { date: '2026-12', confidence: 'confirmed' } })).to.deep.equal([
      'We are out of stock and have more on the way.',
      'Ships in December 2026.',
      'The date is confirmed.',
    ]);
  });

  it('explains a release, and an arrival', () => {
    const release = { date: '2027-Q1', basis: 'deliver' };
    expect(lines({ status: 'preorder', release }, { sell: 'preorder' })).to.deep.equal([
      'This product is not out yet.',
      'Expected to arrive in Q1 2027.',
      'The date is an estimate.',
    ]);
  });

  it('explains a time from the order', () => {
    expect(
      lines({ onHand: 0 }, { sell: 'backorder', promise: { leadTime: { min: 1, max: 1, unit: 'week' } } }),
    ).to.deep.equal([
      'We order or make it for you.',
      'Expected to ship in 1 week.',
      'The date is an estimate.',
    ]);
  });

  it('S12 explains which part of a quantity comes when', () => {
    const record = { onHand: 1, restock: '2026-12-12' };
    expect(lines(record, undefined, 2).slice(0, 2)).to.deep.equal([
      '1 is in stock and ships now.',
      '1 ships later.',
    ]);
    expect(lines({ ...record, onHand: 2 }, undefined, 5).slice(0, 2)).to.deep.equal([
      '2 are in stock and ship now.',
      '3 ship later.',
    ]);
  });

  it('says as of when, with the year where it is another', () => {
    const at = (asOf: string): string | undefined => lines({ onHand: 0, restock: '2026-12-12', asOf }).at(-1);
    expect(at('2026-11-20T09:00:00Z')).to.equal('As of 20 November.');
    expect(at('2025-11-20T09:00:00Z')).to.equal('As of 20 November 2025.');
  });

  it('explains nothing without a date', () => {
    expect(lines({ onHand: 0 })).to.deep.equal([]);
    expect(lines({ onHand: 5 })).to.deep.equal([]);
  });

  it('T20 says all of it in the shopper’s language', () => {
    const all = explanationView(
      offer({ onHand: 1, restock: '2026-12-12', asOf: '2026-11-20T09:00:00Z' }, undefined, 2),
      german,
      NOW,
    );
    expect(all).to.have.length(6);
    expect(all.join(' ')).not.to.match(/\b(?:is|the|ships|date)\b/);
  });
});
