import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { addDays, isDay, isoDate, parseDateWindow } from '../../src/availability/date-window.js';

const DAY = 86_400_000;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** First and last day of everything that a label names, found by walking the calendar day by day. */
function walk(from: string, to: string, labelOf: (at: Date) => string): Map<string, [string, string]> {
  const found = new Map<string, [string, string]>();
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) {
    const label = labelOf(new Date(at));
    found.set(label, [found.get(label)?.[0] ?? day(at), day(at)]);
  }
  return found;
}

/** The ISO 8601 week by counting: a week belongs to the year of its Thursday, and is that year's n-th Thursday. */
function isoWeek(date: Date): string {
  const thursday = new Date(date);
  while (thursday.getUTCDay() !== 4) {
    thursday.setUTCDate(
      thursday.getUTCDate() + (thursday.getUTCDay() === 0 || thursday.getUTCDay() > 4 ? -1 : 1),
    );
  }
  const year = thursday.getUTCFullYear();
  const dayOfYear = Math.round((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY);
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
}

describe('parseDateWindow', () => {
  it('reads every ISO week of 2020 to 2040, and no week that a year does not have', () => {
    const weeks = walk('2019-12-23', '2041-01-20', isoWeek);
    for (let year = 2020; year <= 2040; year++) {
      for (let week = 0; week <= 60; week++) {
        const text = `${year}-W${String(week).padStart(2, '0')}`;
        const told = weeks.get(text);
        const expected = told && { start: told[0], end: told[1], precision: 'week' };
        expect(parseDateWindow(text), text).to.deep.equal(expected);
      }
    }
  });

  it('knows the week that has both years in it', () => {
    expect(parseDateWindow('2026-W53')).to.include({ start: '2026-12-28', end: '2027-01-03' });
    expect(parseDateWindow('2025-W01')).to.include({ start: '2024-12-30', end: '2025-01-05' });
    expect(parseDateWindow('2027-W53')).to.equal(undefined);
  });

  it('reads months and quarters of 2020 to 2040 with their true last day', () => {
    const months = walk('2020-01-01', '2040-12-31', (at) => day(at.getTime()).slice(0, 7));
    const quarters = walk('2020-01-01', '2040-12-31', (at) => {
      return `${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`;
    });
    for (const [text, [start, end]] of months) {
      expect(parseDateWindow(text), text).to.deep.equal({ start, end, precision: 'month' });
    }
    for (const [text, [start, end]] of quarters) {
      expect(parseDateWindow(text), text).to.deep.equal({ start, end, precision: 'quarter' });
    }
    expect([months.size, quarters.size]).to.deep.equal([252, 84]);
  });

  it('reads every day of the calendar as itself', () => {
    for (let at = Date.parse('2023-12-01'); at < Date.parse('2029-03-02'); at += DAY) {
      expect(parseDateWindow(day(at))).to.deep.equal({ start: day(at), end: day(at), precision: 'day' });
    }
  });

  it('T01 a day stays the day that was written, whatever time and zone stand behind it', () => {
    for (const time of ['', 'T00:00:00Z', 'T23:59:59-08:00', 'T00:00+14:00']) {
      expect(parseDateWindow(`2026-12-01${time}`)?.start, time).to.equal('2026-12-01');
    }
  });

  for (const text of [
    '2026-02-30',
    '2026-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-12-00',
    '2026-12-32',
  ]) {
    it(`T07 the calendar has no ${text}, so it is no date`, () => {
      expect(parseDateWindow(text)).to.equal(undefined);
      expect(parseDateWindow(`${text}T09:00:00Z`)).to.equal(undefined);
      expect(parseDateWindow(`2026-01-01/${text}`)).to.equal(undefined);
    });
  }

  const refused = [
    ...[
      '2026-13',
      '2026-00',
      '2026-99',
      '9999-12-31',
      '1970-01-01',
      '1999-12-31',
      '26-12-01',
      '+002026-12-01',
      '-2026-12-01',
      '2100-01-01',
    ],
    ...['1764547200', '1764547200000', '20261201', '12/01/2026', '01.12.2026', '2026-1-5', '2026/12/01'],
    ...[
      '',
      ' ',
      '2026',
      'early 2027',
      'soon',
      '2026-12-01 ',
      ' 2026-12-01',
      '2026-12-01\n',
      '2026-12-01 09:00',
    ],
    ...[
      '2026-12-01Tomorrow',
      '2026-W5',
      '2026-W054',
      '2026W49',
      '2026-w49',
      '2026-W49-1',
      '2026-Q0',
      '2026-Q5',
      '2026-q4',
    ],
    ...[
      '2026-12-01/',
      '/2026-12-01',
      '/',
      '2026-12-01/05',
      '2026-12-01/2026-12-02/2026-12-03',
      '2026-12-01/P5D',
    ],
    ...['２０２６-12-01', '2026‑12‑01', '2026-12-01/soon', 'NaN', 'undefined', 'null', '__proto__'],
  ];
  for (const text of refused) {
    it(`T08 ${JSON.stringify(text)} is no date`, () => {
      expect(parseDateWindow(text)).to.equal(undefined);
    });
  }

  it('T08 a reversed range is no date', () => {
    expect(parseDateWindow('2026-12-05/2026-12-01')).to.equal(undefined);
    expect(parseDateWindow('2027-Q1/2026-Q4')).to.equal(undefined);
    expect(parseDateWindow('2026-12/2026-11-30')).to.equal(undefined);
  });

  it('reads a range from its first day to its last', () => {
    expect(parseDateWindow('2026-12-01/2026-12-05')).to.deep.equal({
      start: '2026-12-01',
      end: '2026-12-05',
      precision: 'day',
    });
    expect(parseDateWindow('2026-W49/2026-W50')).to.include({ start: '2026-11-30', end: '2026-12-13' });
  });

  it('T09 a range is only as exact as its vaguer end', () => {
    expect(parseDateWindow('2026-12-01/2026-Q4')?.precision).to.equal('quarter');
    expect(parseDateWindow('2026-12/2027-01-15')?.precision).to.equal('month');
    expect(parseDateWindow('2026-W49/2026-12-31')?.precision).to.equal('week');
  });

  it('gives a frozen window that begins before it ends, or nothing, for any text', () => {
    const near = fc.stringMatching(/^20\d\d-[\dWQT:/Z-]{0,12}$/);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          near,
          fc.tuple(near, near).map((pair) => pair.join('/')),
        ),
        (text) => {
          const window = parseDateWindow(text);
          if (window === undefined) return;
          expect(Object.isFrozen(window)).to.equal(true);
          expect(isDay(window.start) && isDay(window.end) && window.start <= window.end).to.equal(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('days', () => {
  it('adds days across months, leap days and the changes of the clock', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 18_000, max: 26_000 }),
        fc.integer({ min: -900, max: 6000 }),
        (from, days) => {
          expect(addDays(day(from * DAY), days)).to.equal(day((from + days) * DAY));
        },
      ),
    );
    expect(addDays('2028-02-28', 1)).to.equal('2028-02-29');
    expect(addDays('2026-12-31', 1)).to.equal('2027-01-01');
  });

  it('tells the day at an hour away from UTC', () => {
    const at = Date.parse('2026-11-25T12:00:00Z');
    expect(isoDate(at)).to.equal('2026-11-25');
    expect(isoDate(at, 14)).to.equal('2026-11-26');
    expect(isoDate(at, -12)).to.equal('2026-11-25');
    expect(isoDate(at - 1, -12)).to.equal('2026-11-24');
  });

  it('knows a day of the calendar from one that only looks so', () => {
    expect(isDay('2028-02-29')).to.equal(true);
    for (const text of ['2026-02-29', '2026-99-99', '2026-12', 'today', ''])
      expect(isDay(text), text).to.equal(false);
  });
});
