import { expect } from '@open-wc/testing';
import { parseDateWindow } from '../../../src/availability/date-window.js';
import type { LeadTime } from '../../../src/availability/expectation.js';
import type { Offer, ShipPromise } from '../../../src/availability/offer.js';
import { STATES } from '../../../src/availability/state.js';
import {
  badgeWords,
  isSaid,
  limitWords,
  promiseWords,
  whenWords,
} from '../../../src/elements/shared/promise-words.js';
import type { Language } from '../../../src/messages/catalogue.js';
import { languageFor } from '../../../src/messages/languages.js';
import { NOW } from '../../support/arbitraries.js';

const english = (await languageFor('en-GB')) satisfies Language;
const german = await languageFor('de');
const arabic = await languageFor('ar-EG');

function promise(date: string | LeadTime, more: Partial<ShipPromise> = {}): ShipPromise {
  const leadTime = typeof date === 'string' ? undefined : date;
  const window = parseDateWindow(typeof date === 'string' ? date : '2026-11-25');
  if (!window) throw new Error(`no date: ${JSON.stringify(date)}`);
  return {
    window,
    ...(leadTime && { leadTime }),
    basis: 'ship',
    confidence: 'estimated',
    event: 'restock',
    ...more,
  };
}

function offer(more: Partial<Offer> = {}): Offer {
  const plain = { wanted: 1, quantity: { min: 1, step: 1 }, control: 'swap', signUp: false, express: 'keep' };
  return { state: 'backorder', reason: 'beyond-shelf', ...plain, ...more } as Offer;
}

describe('whenWords of what is near', () => {
  const at = Date.parse('2026-12-03T12:00Z');

  it('what has begun is said by its end: nothing that is past is said to be still to come', () => {
    expect(whenWords(promise('2026-12-01/2026-12-05'), english, at)).to.equal('by 5 December');
    expect(whenWords(promise('2026-12-03/2026-12-05'), english, at)).to.equal(
      'between 3 December and 5 December',
    );
    expect(whenWords(promise('2026-12'), english, at)).to.equal('in December 2026');
  });

  it('T11 says tomorrow and today only where it is read at once; an order keeps the date', () => {
    const words = (date: string, near: boolean): string => whenWords(promise(date), english, at, near);
    expect(words('2026-12-03', true)).to.equal('today');
    expect(words('2026-12-04', true)).to.equal('tomorrow');
    expect(words('2026-12-05', true)).to.equal('on 5 December');
    expect(words('2026-12-04', false)).to.equal('on 4 December');
    expect(words('2026-12-04/2026-12-05', true)).to.equal('between 4 December and 5 December');
    expect(whenWords(promise('2026-12-04'), german, at, true)).to.equal('morgen');
  });
});

describe('whenWords', () => {
  // A date, and what is said of it in English and German.
  const table: readonly (readonly [string | LeadTime, string, string])[] = [
    ['2026-12-12', 'on 12 December', 'am 12. Dezember'],
    ['2027-01-02', 'on 2 January 2027', 'am 2. Januar 2027'],
    ['2026-12-12/2026-12-12', 'on 12 December', 'am 12. Dezember'],
    ['2026-12-01/2026-12-05', 'between 1 December and 5 December', 'zwischen 1. Dezember und 5. Dezember'],
    [
      '2026-12-30/2027-01-02',
      'between 30 December 2026 and 2 January 2027',
      'zwischen 30. Dezember 2026 und 2. Januar 2027',
    ],
    [
      '2027-01-02/2027-01-05',
      'between 2 January and 5 January 2027',
      'zwischen 2. Januar und 5. Januar 2027',
    ],
    ['2026-W50', 'in the week of 7 December', 'in der Woche ab 7. Dezember'],
    ['2026-W53', 'in the week of 28 December', 'in der Woche ab 28. Dezember'],
    ['2026-W50/2026-W52', 'between 7 December and 27 December', 'zwischen 7. Dezember und 27. Dezember'],
    ['2026-12', 'in December 2026', 'im Dezember 2026'],
    ['2027-02', 'in February 2027', 'im Februar 2027'],
    ['2026-12/2027-01', 'between December 2026 and January 2027', 'zwischen Dezember 2026 und Januar 2027'],
    ['2027-Q1', 'in Q1 2027', 'im 1. Quartal 2027'],
    ['2026-Q4/2027-Q1', 'between Q4 2026 and Q1 2027', 'zwischen 4. Quartal 2026 und 1. Quartal 2027'],
    // Two precisions: the rougher one is said, and no part of the window is lost.
    ['2026-12-20/2026-12', 'in December 2026', 'im Dezember 2026'],
    ['2027-01-31/2027-02', 'between January 2027 and February 2027', 'zwischen Januar 2027 und Februar 2027'],
    ['2027-02/2027-03-02', 'between February 2027 and March 2027', 'zwischen Februar 2027 und März 2027'],
    ['2027-Q1/2027-04-02', 'between Q1 2027 and Q2 2027', 'zwischen 1. Quartal 2027 und 2. Quartal 2027'],
    ['2027-03-31/2027-Q2', 'between Q1 2027 and Q2 2027', 'zwischen 1. Quartal 2027 und 2. Quartal 2027'],
    ['2026-12-06/2026-W50', 'between 6 December and 13 December', 'zwischen 6. Dezember und 13. Dezember'],
    [{ min: 1, max: 1, unit: 'day' }, 'in 1 day', 'in 1 Tag'],
    [{ min: 5, max: 5, unit: 'day' }, 'in 5 days', 'in 5 Tagen'],
    [{ min: 5, max: 10, unit: 'day' }, 'in 5 to 10 days', 'in 5 bis 10 Tagen'],
    [{ min: 1, max: 1, unit: 'week' }, 'in 1 week', 'in 1 Woche'],
    [{ min: 2, max: 2, unit: 'week' }, 'in 2 weeks', 'in 2 Wochen'],
    [{ min: 2, max: 3, unit: 'week' }, 'in 2 to 3 weeks', 'in 2 bis 3 Wochen'],
  ];

  for (const [date, inEnglish, inGerman] of table) {
    it(`T09 says ${JSON.stringify(date)} as "${inEnglish}"`, () => {
      expect(whenWords(promise(date), english, NOW)).to.equal(inEnglish);
      expect(whenWords(promise(date), german, NOW)).to.equal(inGerman);
    });
  }

  it('T09 never says more than was told: no day for a month or a quarter, no month for a quarter', () => {
    const days = /\b\d{1,2}\.? (?:January|February|March|December)/;
    for (const date of [
      '2026-12',
      '2027-01/2027-02',
      '2027-Q1',
      '2026-12-20/2026-12',
      '2027-Q1/2027-04-02',
    ]) {
      expect(whenWords(promise(date), english, NOW), date).not.to.match(days);
    }
    expect(whenWords(promise('2027-Q1'), english, NOW)).not.to.match(/January|March/);
  });

  it('T13 T15 speaks Arabic with its own plural forms and digits', () => {
    const days = (max: number, min = max): string =>
      whenWords(promise({ min, max, unit: 'day' }), arabic, NOW);
    expect(days(1)).to.equal('خلال يوم واحد');
    expect(days(2)).to.equal('خلال يومين');
    expect(days(3)).to.equal('خلال ٣ أيام');
    expect(days(11)).to.equal('خلال ١١ يومًا');
    expect(days(10, 5)).to.equal('خلال ٥ إلى ١٠ أيام');
    expect(whenWords(promise('2026-12-12'), arabic, NOW)).to.equal('في ١٢ ديسمبر');
  });

  it('T15 the year of a quarter is in the digits of the rest', () => {
    expect(whenWords(promise('2027-Q1'), arabic, NOW)).to.equal('في الربع ١ من ٢٠٢٧');
    expect(whenWords(promise('2026-Q4/2027-Q1'), arabic, NOW)).not.to.match(/[0-9]/);
  });
});

describe('promiseWords', () => {
  const dated = promise('2026-12-12');

  it('tells dispatch from arrival and an estimate from a confirmed date', () => {
    const say = (basis: ShipPromise['basis'], confidence: ShipPromise['confidence']): string =>
      promiseWords(offer({ promise: { ...dated, basis, confidence } }), english, NOW);
    expect(say('ship', 'confirmed')).to.equal('Ships on 12 December');
    expect(say('ship', 'estimated')).to.equal('Expected to ship on 12 December');
    expect(say('deliver', 'confirmed')).to.equal('Arrives on 12 December');
    expect(say('deliver', 'estimated')).to.equal('Expected to arrive on 12 December');
  });

  it('says the same of a pre-order', () => {
    expect(promiseWords(offer({ state: 'preorder', promise: dated }), english, NOW)).to.equal(
      'Expected to ship on 12 December',
    );
  });

  it('says when a product comes that cannot be ordered yet, and nothing without a date', () => {
    expect(promiseWords(offer({ state: 'coming-soon', promise: dated }), english, NOW)).to.equal(
      'Available on 12 December',
    );
    expect(promiseWords(offer({ state: 'coming-soon' }), english, NOW)).to.equal('');
  });

  it('S12 says how a quantity is split, with and without a date', () => {
    const split = { now: 2, later: 1, refused: 0 };
    expect(promiseWords(offer({ split, promise: dated }), english, NOW)).to.equal('2 now, 1 on 12 December');
    expect(promiseWords(offer({ split }), english, NOW)).to.equal('2 now, 1 at a date to be confirmed');
    expect(promiseWords(offer({ split, promise: dated }), german, NOW)).to.equal(
      '2 sofort, 1 am 12. Dezember',
    );
  });

  it('says no split where all of it comes later', () => {
    const split = { now: 0, later: 3, refused: 0 };
    expect(promiseWords(offer({ split, promise: dated }), english, NOW)).to.equal(
      'Expected to ship on 12 December',
    );
  });

  it('admits that there is no date, or no longer one', () => {
    expect(promiseWords(offer(), english, NOW)).to.equal('Ship date to be confirmed');
    for (const withheld of ['date-passed', 'too-old'] as const) {
      expect(promiseWords(offer({ withheld }), english, NOW)).to.equal('New ship date to be confirmed');
    }
  });

  it('speaks of no new date where the calendar never gave one', () => {
    const never = ['no-shipment-left', 'no-position', 'no-handling-time', 'no-working-day'] as const;
    for (const withheld of [...never, 'no-time-zone', 'bad-time-zone', 'bad-delivery'] as const) {
      expect(promiseWords(offer({ withheld }), english, NOW), withheld).to.equal('Ship date to be confirmed');
    }
  });

  it('says nothing of what is in stock, sold out or unknown', () => {
    for (const state of ['in-stock', 'sold-out', 'unknown'] as const) {
      expect(promiseWords(offer({ state, promise: dated }), english, NOW)).to.equal('');
    }
  });
});

describe('badgeWords', () => {
  it('A10 has a word for each state that is said', () => {
    const words = STATES.map((state) => badgeWords(offer({ state }), english));
    expect(words).to.deep.equal(['', 'Backorder', 'Pre-order', 'Coming soon', 'Sold out', '']);
    for (const state of STATES) expect(isSaid(state)).to.equal(badgeWords(offer({ state }), english) !== '');
  });
});

describe('limitWords', () => {
  const split = { now: 0, later: 3, refused: 2 };
  const quantity = { min: 1, step: 1, max: 3 };

  it('S13 says the most that can be ordered when more was asked for', () => {
    expect(limitWords(offer({ split, quantity }), english)).to.equal('You can order up to 3.');
    expect(limitWords(offer({ split, quantity }), german)).to.equal('Sie können höchstens 3 bestellen.');
  });

  it('says nothing when all of it can be had, when no limit is known, or when nothing can be ordered', () => {
    expect(limitWords(offer({ split: { ...split, refused: 0 }, quantity }), english)).to.equal('');
    expect(limitWords(offer({ split, quantity: { min: 1, step: 1 } }), english)).to.equal('');
    expect(limitWords(offer({ split, quantity: { ...quantity, max: 0 } }), english)).to.equal('');
    expect(limitWords(offer({ quantity }), english)).to.equal('');
  });

  it('leaves a shelf that does not hold as many to the shop’s own page', () => {
    expect(limitWords(offer({ state: 'in-stock', split, quantity }), english)).to.equal('');
  });
});
