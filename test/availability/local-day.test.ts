import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { isOver, localDay, nextLookAt } from '../../src/availability/local-day.js';
import { DAY, HOUR, ZONES } from '../support/arbitraries.js';

const oracles = new Map<string, Intl.DateTimeFormat>();

/** The calendar day in a zone, from the parts of a formatted date. */
function dayIn(zone: string, at: number): string {
  let format = oracles.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    oracles.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The instant at which a day ends in a zone, to the minute. */
function endOf(zone: string, day: string): number {
  let before = Date.parse(day) - DAY;
  let after = Date.parse(day) + 3 * DAY;
  while (after - before > 60_000) {
    const middle = Math.floor((before + after) / 120_000) * 60_000;
    if (dayIn(zone, middle) > day) after = middle;
    else before = middle;
  }
  return after;
}

// Ordinary days, both ends of the year, a leap day, and the days when clocks change in Europe, America, Chatham, Lord Howe.
const DAYS = [
  ...['2026-01-01', '2026-03-08', '2026-03-29', '2026-04-05', '2026-07-15', '2026-09-27', '2026-10-04'],
  ...['2026-10-25', '2026-11-01', '2026-11-25', '2026-12-31', '2028-02-29'],
];

const instants = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2032-01-01') });
const zones = fc.constantFrom(...ZONES);

/** Runs with Intl.DateTimeFormat counting how often it is made. */
function formatsMadeDuring(run: () => void): number {
  const real = Intl.DateTimeFormat;
  let made = 0;
  Intl.DateTimeFormat = new Proxy(real, {
    construct: (target, args: ConstructorParameters<typeof real>) => {
      made += 1;
      return new target(...args);
    },
  });
  try {
    run();
  } finally {
    Intl.DateTimeFormat = real;
  }
  return made;
}

describe('localDay', () => {
  for (const zone of ZONES) {
    it(`T02 tells the merchant's day in ${zone}, over the year and every change of the clock`, () => {
      for (let at = Date.parse('2026-01-01'); at < Date.parse('2027-02-01'); at += 7 * HOUR + 13 * 60_000) {
        if (localDay(at, zone) !== dayIn(zone, at))
          expect(localDay(at, zone), dayAt(at)).to.equal(dayIn(zone, at));
      }
    });
  }

  it('T03 tells the same day in the missing and in the doubled hour', () => {
    for (const at of ['2026-03-29T01:30:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']) {
      expect(localDay(Date.parse(at), 'Europe/Berlin')).to.equal(at.slice(0, 10));
    }
  });

  it('tells the day at UTC without a zone, and for a zone that nobody knows', () => {
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(undefined, '', 'Mars/Phobos', 'Berlin', '__proto__', '\u0000'),
        (at, zone) => {
          expect(localDay(at, zone)).to.equal(dayAt(at));
        },
      ),
    );
  });
});

describe('isOver', () => {
  it('agrees with the calendar of the zone at every instant', () => {
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: -3, max: 3 }), (at, zone, days) => {
        const day = dayAt(at + days * DAY);
        expect(isOver(day, at, zone)).to.equal(day < dayIn(zone, at));
      }),
      { numRuns: 3000 },
    );
  });

  it('T01 a day is over when it ends at the merchant, to the minute', () => {
    for (const zone of ZONES) {
      for (const day of DAYS) {
        const end = endOf(zone, day);
        expect([isOver(day, end - 60_000, zone), isOver(day, end, zone)], `${day} ${zone}`).to.deep.equal([
          false,
          true,
        ]);
      }
    }
  });

  it('asks for the zone only on the day or two when it can change the answer', () => {
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: -4, max: 4 }), (at, zone, days) => {
        const day = dayAt(at + days * DAY);
        // Over nowhere while it is not over at UTC+14, and over everywhere once it is over at UTC-12.
        const matters = day < dayAt(at + 14 * HOUR) && day >= dayAt(at - 12 * HOUR);
        expect(formatsMadeDuring(() => isOver(day, at, zone))).to.equal(matters ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('asks for no zone when none is set', () => {
    const at = Date.parse('2026-12-01T12:00:00Z');
    expect(formatsMadeDuring(() => isOver('2026-12-01', at, undefined))).to.equal(0);
  });
});

describe('nextLookAt', () => {
  it('is always in the future, also when time steps back', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -400, max: 400 }), (at, days) => {
        expect(nextLookAt(dayAt(at + days * DAY), at)).to.be.greaterThan(at);
      }),
      { numRuns: 2000 },
    );
  });

  it('leads to the end of the day without ever being late, in every zone', () => {
    for (const zone of ZONES) {
      for (const day of DAYS) {
        const end = endOf(zone, day);
        let at = end - 5 * DAY;
        let looks = 0;
        while (at < end) {
          const next = nextLookAt(day, at);
          expect(next, `${day} ${zone}`).to.be.at.most(Math.max(end, at + HOUR / 4));
          at = next;
          looks += 1;
        }
        expect(at, `${day} ${zone}`).to.equal(end);
        // A quarter of an hour at a time from where the day is first tomorrow to where it ends last: 74 hours.
        expect(looks).to.be.lessThan(310);
      }
    }
  });
});
