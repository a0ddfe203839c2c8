import { expect } from '@open-wc/testing';
import { BERLIN, inShort, MONDAY, partsInShort, promised, reckoned } from '../support/delivery.js';
import { DAY, HOUR, isDeepFrozen } from '../support/arbitraries.js';

const incoming = (quantity: number, date: string, more: object = {}): object => ({
  quantity,
  date,
  confidence: 'confirmed',
  ...more,
});

const DE = { transitTime: [{ addressCountry: 'DE', min: 1, max: 2 }] };
const toGermany = { addressCountry: 'DE' };

describe('goods on the shelf', () => {
  const ships = (now: string, delivery: object = {}): string =>
    promised({
      sold: 'in-stock',
      now: Date.parse(now),
      delivery: { ...BERLIN, handlingTime: { max: 0 }, ...delivery },
    });

  it("T04 ship today when they are ordered before the merchant's cutoff, and on the next working day after it", () => {
    expect(ships('2026-11-23T12:59:59.999Z')).to.equal('ship 2026-11-23 day confirmed');
    expect(ships('2026-11-23T13:00:00Z')).to.equal('ship 2026-11-24 day confirmed');
    // In summer it is an hour earlier.
    expect(ships('2027-07-05T11:59:59Z')).to.equal('ship 2027-07-05 day confirmed');
    expect(ships('2027-07-05T12:00:00Z')).to.equal('ship 2027-07-06 day confirmed');
    // Friday afternoon, and the weekend.
    for (const now of ['2026-11-27T13:00:00Z', '2026-11-28T08:00:00Z', '2026-11-29T22:59:00Z']) {
      expect(ships(now), now).to.equal('ship 2026-11-30 day confirmed');
    }
  });

  it('T10 do not ship on holidays, be they days, ranges or weeks, nor on days off', () => {
    const free = { holidays: ['2026-11-23', '2026-11-24/2026-11-25', '2026-W49'] };
    expect(ships('2026-11-23T09:00:00Z', free)).to.equal('ship 2026-11-26 day confirmed');
    expect(ships('2026-11-28T09:00:00Z', free)).to.equal('ship 2026-12-07 day confirmed');
    expect(ships('2026-11-28T09:00:00Z', { businessDays: ['Saturday'] })).to.equal(
      'ship 2026-11-28 day confirmed',
    );
    expect(ships('2026-11-28T13:30:00Z', { businessDays: ['Saturday'] })).to.equal(
      'ship 2026-12-05 day confirmed',
    );
  });

  it('count for the day on which they are ordered, where no cutoff was told', () => {
    const { cutoffTime: _, ...open } = BERLIN;
    const at = (now: string): string => promised({ sold: 'in-stock', now: Date.parse(now), delivery: open });
    expect(at('2026-11-23T22:59:00Z')).to.equal('ship 2026-11-24/2026-11-25 day confirmed');
    expect(at('2026-11-23T23:00:00Z')).to.equal('ship 2026-11-25/2026-11-26 day confirmed');
  });

  it('arrive after the transit, where it is known where to', () => {
    const delivery = { ...BERLIN, ...DE };
    const found = reckoned({ sold: 'in-stock', delivery, to: toGermany });
    expect(inShort(found.promise?.ship)).to.equal('2026-11-24/2026-11-25 day confirmed');
    expect(inShort(found.promise?.arrive)).to.equal('2026-11-25/2026-11-27 day estimated');
    expect(found.promise).to.deep.include({
      basis: 'deliver',
      place: toGermany,
      window: found.promise?.arrive?.window,
    });
    expect(promised({ sold: 'in-stock', delivery })).to.match(/^ship /);
    expect(promised({ sold: 'in-stock', delivery, to: { addressCountry: 'FR' } })).to.match(/^ship /);
    expect(promised({ sold: 'in-stock', delivery: { ...delivery, destination: toGermany } })).to.match(
      /^deliver /,
    );
  });

  it('wait on the way for the days of the carrier, and for those on which it rests', () => {
    const arrives = (more: object): string =>
      promised({
        sold: 'in-stock',
        to: toGermany,
        delivery: { ...BERLIN, ...DE, handlingTime: { max: 4 }, ...more },
      });
    // Shipped on Friday 27.
    expect(arrives({})).to.equal('deliver 2026-11-30/2026-12-01 day estimated');
    expect(arrives({ carrierDays: ['Friday', 'Saturday'] })).to.equal(
      'deliver 2026-11-28/2026-12-04 day estimated',
    );
    expect(arrives({ carrierHolidays: ['2026-11-30'] })).to.equal(
      'deliver 2026-12-01/2026-12-02 day estimated',
    );
    // Nobody told of the carrier's own: those of the merchant count, or a date could come too early.
    expect(arrives({ holidays: ['2026-11-30'] })).to.equal('deliver 2026-12-01/2026-12-02 day estimated');
    expect(arrives({ holidays: ['2026-11-30'], carrierHolidays: [] })).to.match(/^deliver 2026-11-30/);
  });
});

describe('goods beyond the shelf', () => {
  const product = { backordered: 0, shipments: [incoming(30, '2026-12-10'), incoming(30, '2027-01-15')] };

  it('ship after the shipment that serves their place in the queue, and the handling', () => {
    expect(promised({ product })).to.equal('ship 2026-12-11/2026-12-14 day confirmed');
    expect(promised({ product: { ...product, backordered: 39 } })).to.equal(
      'ship 2027-01-18/2027-01-19 day confirmed',
    );
    expect(promised({ product: { ...product, backordered: 60 } })).to.equal('no-shipment-left');
    expect(promised({ product: { shipments: product.shipments, onHand: -39 } })).to.match(/^ship 2027-01-18/);
    expect(promised({ product: { shipments: product.shipments, onHand: 5 } })).to.match(/^ship 2026-12-11/);
  });

  it('ship in parts where the order waits for several shipments, or all with the last as the policy has it', () => {
    const found = reckoned({ product: { ...product, backordered: 28 }, pieces: 5 });
    expect(partsInShort(found.parts)).to.deep.equal([
      '2: 2026-12-11/2026-12-14 day confirmed',
      '3: 2027-01-18/2027-01-19 day confirmed',
    ]);
    expect(inShort(found.promise)).to.equal('2027-01-18/2027-01-19 day confirmed');
    const whole = reckoned({
      product: { ...product, backordered: 28 },
      pieces: 5,
      policy: { partial: 'together' },
    });
    expect(whole.parts).to.equal(undefined);
    expect(inShort(whole.promise)).to.equal('2027-01-18/2027-01-19 day confirmed');
  });

  it('have no date as a whole where some of them have none; the parts say which', () => {
    const found = reckoned({ product: { ...product, backordered: 58 }, pieces: 5 });
    expect(found).to.deep.include({ promise: undefined, withheld: 'no-shipment-left' });
    expect(partsInShort(found.parts)).to.deep.equal(['2: 2027-01-18/2027-01-19 day confirmed', '3: none']);
  });

  it('take the lead time behind all shipments, but never come before those ahead of them', () => {
    const late = { ...product, backordered: 60 };
    const delivery = { ...BERLIN, leadTime: { min: 70, max: 80 } };
    expect(promised({ product: late, delivery })).to.equal('ship 2027-02-02/2027-02-15 day estimated');
    expect(promised({ product: late, delivery: { ...BERLIN, leadTime: { max: 3 } } })).to.equal(
      'ship 2027-01-18/2027-01-19 day estimated',
    );
  });

  it('T09 are known no more exactly than their shipment: a month and five days are two months', () => {
    const month = { backordered: 0, shipments: [incoming(9, '2026-12')] };
    const delivery = { ...BERLIN, handlingTime: { max: 5 } };
    expect(promised({ product: month, delivery })).to.equal('ship 2026-12-01/2027-01-31 month confirmed');
    const week = { backordered: 0, shipments: [incoming(9, '2026-W50')] };
    expect(promised({ product: week })).to.equal('ship 2026-12-07/2026-12-20 week confirmed');
    const quarter = { backordered: 0, shipments: [incoming(9, '2027-Q1')] };
    expect(promised({ product: quarter, to: toGermany, delivery: { ...BERLIN, ...DE } })).to.equal(
      'deliver 2027-01-01/2027-06-30 quarter estimated',
    );
  });

  it('need no handling where the shipment is told by its day of dispatch', () => {
    const sent = { backordered: 0, shipments: [incoming(9, '2026-12-10', { basis: 'ship' })] };
    expect(promised({ product: sent })).to.equal('ship 2026-12-10 day confirmed');
  });

  it('ship at the date that was told, but never before the order can be handled', () => {
    const at = (now: string): string =>
      promised({ product: { restock: '2026-12-01/2026-12-03' }, now: Date.parse(now) });
    expect(at('2026-11-23T09:00:00Z')).to.equal('ship 2026-12-01/2026-12-03 day estimated');
    expect(at('2026-12-01T09:00:00Z')).to.equal('ship 2026-12-02/2026-12-03 day estimated');
    expect(at('2026-12-03T15:00:00Z')).to.equal('ship 2026-12-07/2026-12-08 day estimated');
    expect(at('2026-12-03T23:00:00Z')).to.equal('date-passed');
  });

  it('arrive when the merchant said that they arrive', () => {
    const told = { restock: { date: '2026-12-10', basis: 'deliver', confidence: 'confirmed' } };
    expect(promised({ product: told, to: toGermany, delivery: { ...BERLIN, ...DE } })).to.match(
      /^deliver 2026-12-10 day/,
    );
    expect(reckoned({ product: told }).promise).to.not.have.any.keys('ship', 'place');
  });

  it('ship a lead time after the order: days of the calendar or of work, weeks, or a sample', () => {
    const lead = (leadTime: object): string => promised({ delivery: { ...BERLIN, leadTime } });
    expect(lead({ min: 7, max: 14 })).to.equal('ship 2026-12-01/2026-12-09 day estimated');
    expect(lead({ max: 10, working: true, confidence: 'confirmed' })).to.equal(
      'ship 2026-12-08/2026-12-09 day confirmed',
    );
    expect(lead({ max: 2, unit: 'week' })).to.equal('ship 2026-12-07/2026-12-13 week estimated');
    expect(lead({ observed: [12, 9, 10, 11, 8, 30], quantiles: [0.2, 0.8] })).to.equal(
      'ship 2026-12-03/2026-12-09 day estimated',
    );
  });

  it("take the policy's standing promise before the shop's lead time, not before their own", () => {
    const policy = { promise: { leadTime: { max: 3 } } };
    const delivery = { ...BERLIN, leadTime: { max: 30 } };
    expect(promised({ policy })).to.equal('ship 2026-11-26 day estimated');
    expect(promised({ policy, delivery })).to.equal('ship 2026-11-26 day estimated');
    expect(promised({ policy, delivery, product: { delivery: { leadTime: { max: 30 } } } })).to.match(
      /^ship 2026-12-2/,
    );
    // Three days after a Friday is a Monday, and a day without work is no day of dispatch.
    const thursday = Date.parse('2026-11-26T09:00:00Z');
    expect(promised({ policy, now: thursday - DAY })).to.equal('ship 2026-11-30 day estimated');
    expect(promised({ policy, now: thursday })).to.equal('ship 2026-11-30 day estimated');
  });

  it('ship no sooner than their release, be there goods or not', () => {
    const early = { ...product, release: { date: '2027-01-05', confidence: 'confirmed' } };
    expect(promised({ product: early, sold: 'preorder' })).to.equal('ship 2027-01-05 day confirmed');
    expect(reckoned({ product: early, sold: 'preorder' }).promise?.event).to.equal('release');
    expect(promised({ product: { ...early, backordered: 30 }, sold: 'preorder' })).to.match(
      /^ship 2027-01-18/,
    );
    expect(promised({ product: { ...early, release: '2027-01' }, sold: 'preorder' })).to.match(
      /month estimated$/,
    );
  });

  it('have nothing said of them where nothing was told', () => {
    expect(reckoned({})).to.deep.equal({ promise: undefined, withheld: undefined, changesAt: undefined });
  });
});

describe('no date rather than a wrong one', () => {
  const product = { backordered: 0, shipments: [incoming(9, '2026-12-10')] };
  const without = (field: string): object =>
    Object.fromEntries(Object.entries(BERLIN).filter(([name]) => name !== field));
  const cases: Readonly<Record<string, readonly [string, object]>> = {
    'T17 an unknown time zone': ['bad-time-zone', { delivery: { ...BERLIN, timeZone: 'Mars/Phobos' } }],
    'no time zone': ['no-time-zone', { delivery: without('timeZone') }],
    "T17 an unknown time zone of the policy's": [
      'bad-time-zone',
      { delivery: without('timeZone'), policy: { timeZone: 'Mars/Phobos' } },
    ],
    'T07 a holiday that the calendar does not have': [
      'bad-delivery',
      { delivery: { ...BERLIN, holidays: ['2026-12-25', '2026-02-30'] } },
    ],
    'a cutoff that is no time': ['bad-delivery', { delivery: { ...BERLIN, cutoffTime: '2 pm' } }],
    'a cutoff with a zone of its own': [
      'bad-delivery',
      { delivery: { ...BERLIN, cutoffTime: '14:00+05:00' } },
    ],
    'a day of the week that is none': ['bad-delivery', { delivery: { ...BERLIN, businessDays: ['Funday'] } }],
    'a week without a working day': ['bad-delivery', { delivery: { ...BERLIN, businessDays: [] } }],
    'holidays for ever': ['no-working-day', { delivery: { ...BERLIN, holidays: ['2026-01/2099-12'] } }],
    'a handling time that is none': [
      'bad-delivery',
      { delivery: { ...BERLIN, handlingTime: { min: 5, max: 2 } } },
    ],
    'no handling time': ['no-handling-time', { delivery: without('handlingTime') }],
    'a shipment without its quantity': [
      'bad-delivery',
      { product: { ...product, shipments: [{ date: '2026-12' }] } },
    ],
    'a shipment of half a piece': [
      'bad-delivery',
      { product: { ...product, shipments: [incoming(0.5, '2026-12')] } },
    ],
    'T08 a shipment of year 9999': [
      'bad-delivery',
      { product: { ...product, shipments: [incoming(9, '9999-12-01')] } },
    ],
    'T08 a shipment that should have come': [
      'date-passed',
      { product: { ...product, shipments: [incoming(9, '2026-11-22')] } },
    ],
    'an unknown place in the queue': ['no-position', { product: { shipments: product.shipments } }],
    'a place in the queue that is none': ['bad-delivery', { product: { ...product, backordered: -1 } }],
    'a shelf that the shop does not count': [
      'no-position',
      { product: { shipments: product.shipments, onHand: -3, tracked: false } },
    ],
    'a sample that is too small': [
      'bad-delivery',
      { product: {}, delivery: { ...BERLIN, leadTime: { observed: [5, 6, 7] } } },
    ],
    'dates that are too old': [
      'too-old',
      { product: { ...product, asOf: '2026-11-23T08:00:00Z' }, policy: { maxAge: 3600 } },
    ],
  };
  for (const [name, [reason, question]] of Object.entries(cases)) {
    it(`follows from ${name}: ${reason}`, () => {
      expect(promised({ product, ...question })).to.equal(reason);
    });
  }

  it('T08 follows from an instant that is none, and nothing throws', () => {
    for (const now of [NaN, Infinity, -1, 8.64e15, 1e300]) {
      expect(promised({ product, now }), String(now)).to.equal('nothing');
    }
    for (const pieces of [NaN, 0, -5, 1.5, Infinity])
      expect(promised({ product, pieces })).to.match(/^ship /);
  });

  it('leaves the days of dispatch where only the way is unknown', () => {
    const ways = [
      [{ addressCountry: 'Germany', max: 2 }],
      [{ max: -1 }],
      [{ postalCodePrefix: '9', max: 2 }],
      'soon',
    ];
    for (const transitTime of ways) {
      expect(promised({ product, to: toGermany, delivery: { ...BERLIN, transitTime } })).to.match(
        /^ship 2026-12-11/,
      );
    }
  });
});

describe('when the promise changes', () => {
  const lead = { delivery: { ...BERLIN, leadTime: { max: 7 } } };
  const cutoff = Date.parse('2026-11-23T13:00:00Z');

  it('is told with the cutoff, where whoever orders later gets other days', () => {
    expect(reckoned(lead)).to.deep.include({ changesAt: cutoff });
    expect(reckoned(lead).promise?.cutoffAt).to.equal(cutoff);
    expect(reckoned({ ...lead, now: cutoff }).promise?.cutoffAt).to.equal(cutoff + DAY);
  });

  it('is not told with a cutoff that makes no difference', () => {
    const far = { backordered: 0, shipments: [incoming(9, '2027-02-10')] };
    expect(reckoned({ product: far }).promise).to.not.have.property('cutoffAt');
  });

  it('is midnight at the merchant where the cutoff is tomorrow or later, since "tomorrow" becomes "today"', () => {
    const friday = Date.parse('2026-11-27T14:00:00Z');
    expect(reckoned({ ...lead, now: friday }).changesAt).to.equal(Date.parse('2026-11-27T23:00:00Z'));
  });

  it('is when the release has passed that goods on their way have waited for', () => {
    const product = { backordered: 0, shipments: [incoming(9, '2027-01-05')], release: '2026-11-25' };
    const now = Date.parse('2026-11-25T22:00:00Z');
    expect(reckoned({ product, now }).changesAt).to.equal(Date.parse('2026-11-25T23:00:00Z'));
  });

  it('is when the date that was told is over, also where the order is handled only after it', () => {
    const question = { delivery: { ...BERLIN, holidays: ['2026-11'] }, product: { restock: '2026-W47' } };
    const now = Date.parse('2026-11-22T12:00:00Z');
    expect(promised({ ...question, now })).to.match(/^ship 2026-11-30/);
    expect(reckoned({ ...question, now }).changesAt).to.equal(Date.parse('2026-11-22T23:00:00Z'));
  });

  it('is when a shipment should have come, and when dates grow too old', () => {
    const product = { backordered: 0, shipments: [incoming(9, '2026-11-24', { basis: 'ship' })] };
    const late = Date.parse('2026-11-24T20:00:00Z');
    expect(reckoned({ product, now: late }).changesAt).to.equal(Date.parse('2026-11-24T23:00:00Z'));
    const told = { ...product, asOf: '2026-11-24T19:00:00Z' };
    expect(reckoned({ product: told, now: late, policy: { maxAge: 7200 } }).changesAt).to.equal(late + HOUR);
  });
});

it('what is reckoned is frozen', () => {
  const product = { backordered: 5, shipments: [incoming(9, '2026-12'), incoming(9, '2027-01-05')] };
  const found = reckoned({ product, pieces: 9, now: MONDAY, to: toGermany, delivery: { ...BERLIN, ...DE } });
  expect(found.parts?.length).to.equal(2);
  expect(isDeepFrozen(found)).to.equal(true);
});
