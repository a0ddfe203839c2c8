import { expect } from '@open-wc/testing';
import { dayNumber, datedOf, type DatedDays } from '../../src/availability/dated-days.js';
import type { Destination } from '../../src/availability/destination.js';
import type { TransitTime } from '../../src/availability/country-transit.js';
import { arrivalOf, transitTo } from '../../src/availability/transit.js';
import { WEEKDAYS, type WorkingDays } from '../../src/availability/working-days.js';

type Time = Partial<TransitTime> & { readonly max: number };
const time = (it: Time): TransitTime => ({ min: it.max, working: true, confidence: 'estimated', ...it });

/** The longest times of those that were found, each with a mark if it is only possible. */
function found(times: readonly Time[], to: Destination, shippingClass?: string): readonly string[] {
  const transit = transitTo(times.map(time), to, shippingClass);
  return transit
    ? [...transit.sure.map(({ max }) => `${max}`), ...transit.maybe.map(({ max }) => `${max}?`)]
    : ['none'];
}

describe('the time to a destination', () => {
  const places: readonly Time[] = [
    { max: 20 },
    { addressCountry: 'US', max: 5 },
    { addressCountry: 'US', addressRegion: 'HI', max: 12 },
    { addressCountry: 'US', postalCodePrefix: '9', max: 6 },
    { addressCountry: 'US', postalCodePrefix: '967', max: 14 },
    { addressCountry: 'DE', max: 2 },
  ];

  it('is that of the closest place: postcode before region before country before anywhere, a longer before a shorter', () => {
    const us = { addressCountry: 'US' };
    expect(found(places, { ...us, addressRegion: 'NY', postalCode: '10001' })).to.deep.equal(['5']);
    expect(found(places, { ...us, addressRegion: 'HI', postalCode: '80001' })).to.deep.equal(['12']);
    expect(found(places, { ...us, addressRegion: 'CA', postalCode: '90001' })).to.deep.equal(['6']);
    expect(found(places, { ...us, addressRegion: 'HI', postalCode: '96701' })).to.deep.equal(['14']);
    expect(found(places, { addressCountry: 'JP' })).to.deep.equal(['20']);
  });

  it('may be any of those that only the unknown region or postcode would tell apart', () => {
    expect(found(places, { addressCountry: 'US' })).to.deep.equal(['5', '12?', '6?', '14?']);
    expect(found(places, { addressCountry: 'US', addressRegion: 'NY' })).to.deep.equal(['5', '6?', '14?']);
  });

  it('is not known for a place of which nothing was told', () => {
    expect(found([{ addressCountry: 'DE', max: 2 }], { addressCountry: 'AT' })).to.deep.equal(['none']);
    expect(
      found([{ addressCountry: 'US', addressRegion: 'HI', max: 2 }], { addressCountry: 'US' }),
    ).to.deep.equal(['none']);
    expect(found([], { addressCountry: 'US' })).to.deep.equal(['none']);
  });

  it("is that of the item's class before that of any", () => {
    const classes = [
      { addressCountry: 'DE', max: 2 },
      { addressCountry: 'DE', shippingClass: 'bulky', max: 9 },
    ];
    expect(found(classes, { addressCountry: 'DE' }, 'bulky')).to.deep.equal(['9']);
    expect(found(classes, { addressCountry: 'DE' }, 'small')).to.deep.equal(['2']);
    expect(found(classes, { addressCountry: 'DE' })).to.deep.equal(['2']);
    expect(found(classes.slice(1), { addressCountry: 'DE' })).to.deep.equal(['none']);
  });

  it('is both, where one is closer by place and the other by class', () => {
    const both = [
      { shippingClass: 'bulky', max: 9 },
      { addressCountry: 'AU', max: 30 },
    ];
    expect(found(both, { addressCountry: 'AU' }, 'bulky')).to.have.members(['9', '30']);
  });

  it('does not depend on how a place is written', () => {
    const london = [{ max: 9 }, { addressCountry: 'GB', postalCodePrefix: 'SW1A', max: 1 }];
    for (const postalCode of ['SW1A 1AA', 'sw1a1aa', 'SW1A-1AA']) {
      expect(found(london, { addressCountry: 'gb', postalCode }), postalCode).to.deep.equal(['1']);
    }
    expect(found(london, { addressCountry: 'GB', postalCode: 'W1A 1AA' })).to.deep.equal(['9']);
  });
});

describe('the days of arrival', () => {
  const weekdays: WorkingDays = { week: WEEKDAYS, holidays: [] };
  const ship = (from: string, to = from, doubt = 0): DatedDays => [dayNumber(from), dayNumber(to), 0, doubt];
  const arrival = (days: DatedDays, times: readonly Time[], maybe: readonly Time[] = []): string => {
    const found = arrivalOf(days, { sure: times.map(time), maybe: maybe.map(time) }, weekdays);
    const { window, confidence } = datedOf(found);
    return `${window.start} ${window.end} ${confidence}`;
  };

  it("are counted in the carrier's days, from the one on which it picks up", () => {
    // Friday, then Saturday.
    expect(arrival(ship('2026-12-11'), [{ max: 1 }])).to.equal('2026-12-14 2026-12-14 estimated');
    expect(arrival(ship('2026-12-12'), [{ max: 1 }])).to.equal('2026-12-15 2026-12-15 estimated');
    expect(arrival(ship('2026-12-12'), [{ max: 0 }])).to.equal('2026-12-14 2026-12-14 estimated');
  });

  it('are counted in days of the calendar where that was told, and still fall on a day of delivery', () => {
    expect(arrival(ship('2026-12-10'), [{ max: 2, working: false }])).to.equal(
      '2026-12-14 2026-12-14 estimated',
    );
    // Saturday: picked up on Monday.
    expect(arrival(ship('2026-12-12'), [{ max: 1, working: false }])).to.equal(
      '2026-12-15 2026-12-15 estimated',
    );
    expect(arrival(ship('2026-12-07'), [{ max: 3, working: false }])).to.equal(
      '2026-12-10 2026-12-10 estimated',
    );
  });

  it('are the later ones of two times that both count, and all those of times that may', () => {
    expect(
      arrival(ship('2026-12-07'), [
        { min: 1, max: 4 },
        { min: 2, max: 3 },
      ]),
    ).to.equal('2026-12-09 2026-12-11 estimated');
    expect(arrival(ship('2026-12-07'), [{ min: 2, max: 2 }], [{ min: 1, max: 4 }])).to.equal(
      '2026-12-08 2026-12-11 estimated',
    );
  });

  it('are confirmed only if both the goods and the carrier are', () => {
    const sure = { max: 1, confidence: 'confirmed' } as const;
    expect(arrival(ship('2026-12-07'), [sure])).to.match(/ confirmed$/);
    expect(arrival(ship('2026-12-07', '2026-12-07', 1), [sure])).to.match(/ estimated$/);
  });
});
