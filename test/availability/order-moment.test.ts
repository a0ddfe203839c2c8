// The merchant's clock and working days against an independent reckoning: Temporal, as a polyfill, so that no engine's own is asked.
import { expect } from '@open-wc/testing';
import { Temporal } from 'temporal-polyfill/implementation';
import { dayNumber, dayOf } from '../../src/availability/dated-days.js';
import { instantOf, isTimeZone, wallTime } from '../../src/availability/local-time.js';
import { orderClock, orderMoment } from '../../src/availability/order-moment.js';
import { WEEKDAYS, type WorkingDays } from '../../src/availability/working-days.js';
import { DAY, HOUR, ZONES } from '../support/arbitraries.js';

const HOLIDAYS = ['2027-01-01', '2027-03-26', '2027-03-29', '2027-12-24', '2027-12-27', '2028-02-29'];
const CALENDAR: WorkingDays = {
  week: WEEKDAYS,
  holidays: HOLIDAYS.map((day) => [dayNumber(day), dayNumber(day)] as const),
};

const works = (day: Temporal.PlainDate): boolean => day.dayOfWeek <= 5 && !HOLIDAYS.includes(day.toString());

function nextWorking(day: Temporal.PlainDate): Temporal.PlainDate {
  let next = day.add({ days: 1 });
  while (!works(next)) next = next.add({ days: 1 });
  return next;
}

type Expected = (now: number) => object;

/** The same question, asked of Temporal. Instants are asked for once a day: that is slow. */
function oracle(timeZone: string, cutoff: string): Expected {
  const kept = new Map<string, number>();
  const instant = (day: Temporal.PlainDate, plainTime?: string): number => {
    const key = `${day.toString()} ${plainTime ?? ''}`;
    const zoned = (): Temporal.ZonedDateTime =>
      plainTime ? day.toZonedDateTime({ timeZone, plainTime }) : day.toZonedDateTime(timeZone);
    const at = kept.get(key) ?? zoned().epochMilliseconds;
    kept.set(key, at);
    return at;
  };
  return (now) => {
    const at = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
    const today = at.toPlainDate();
    const inTime =
      works(today) && Temporal.PlainTime.compare(at.toPlainTime(), Temporal.PlainTime.from(cutoff)) < 0;
    const begins = inTime ? today : nextWorking(today);
    return {
      today: today.toString(),
      begins: begins.toString(),
      next: nextWorking(begins).toString(),
      until: instant(begins, cutoff),
      dayEnds: instant(today.add({ days: 1 })),
    };
  };
}

function found(now: number, timeZone: string, cutoff: number): object {
  const moment = orderMoment(now, timeZone, CALENDAR, cutoff);
  if (!moment) return {};
  const { today, begins, next, until, dayEnds } = moment;
  return { today: dayOf(today), begins: dayOf(begins), next: dayOf(next), until, dayEnds };
}

describe('the moment of an order', () => {
  // Some put their clocks at midnight, so that a day begins at one.
  const zones = ZONES.filter((it) => !/Tokyo|Kolkata|London|Auckland/.test(it));
  for (const zone of [...zones, 'Africa/Cairo', 'America/Santiago', 'America/Havana']) {
    it(`T04 T10 in ${zone} is as Temporal has it, each two hours of 400 days, over each change of the clock and 29 February`, () => {
      const start = Date.parse('2027-01-28T00:30:00Z');
      const expected = oracle(zone, '14:00');
      for (let now = start; now < start + 400 * DAY; now += 2 * HOUR) {
        const [ours, theirs] = [found(now, zone, 14 * 60), expected(now)];
        if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
          expect(ours, new Date(now).toISOString()).to.deep.equal(theirs);
        }
      }
    });
  }

  it('T03 a cutoff in the missing hour has passed when the clock is put forward', () => {
    // Berlin, Sunday 28 March 2027: after 01:59 comes 03:00.
    const forward = Date.parse('2027-03-28T01:00:00Z');
    const daily: WorkingDays = { week: Array.from({ length: 7 }, () => true), holidays: [] };
    const begins = (now: number): string =>
      dayOf(orderMoment(now, 'Europe/Berlin', daily, 150)?.begins ?? NaN);
    expect(begins(forward - 1)).to.equal('2027-03-28');
    expect(begins(forward)).to.equal('2027-03-29');
  });

  it('T03 a cutoff in the doubled hour passes once, the first time', () => {
    // Berlin, Sunday 31 October 2027: 02:00 to 03:00 comes twice.
    const first = Date.parse('2027-10-31T00:30:00Z');
    const daily: WorkingDays = { week: Array.from({ length: 7 }, () => true), holidays: [] };
    for (let now = first - HOUR; now < first + 3 * HOUR; now += 60_000) {
      const { begins = NaN } = orderMoment(now, 'Europe/Berlin', daily, 150) ?? {};
      expect(dayOf(begins), new Date(now).toISOString()).to.equal(now < first ? '2027-10-31' : '2027-11-01');
    }
  });

  it('T02 a day that an island never had is passed over', () => {
    // Samoa went from 29 to 31 December 2011.
    const skipped = Date.parse('2011-12-30T10:00:00Z');
    expect(new Date(instantOf(Date.parse('2011-12-30T12:00Z'), 'Pacific/Apia')).toISOString()).to.equal(
      new Date(skipped).toISOString(),
    );
    expect(new Date(wallTime(skipped, 'Pacific/Apia')).toISOString().slice(0, 10)).to.equal('2011-12-31');
  });

  it('T17 is none where nobody knows the time zone', () => {
    for (const zone of ['Mars/Phobos', '', 'Europe', 'x'.repeat(300), '__proto__']) {
      expect(isTimeZone(zone), zone).to.equal(false);
      expect(orderMoment(Date.parse('2027-01-28T00:00Z'), zone, CALENDAR), zone).to.equal(undefined);
    }
  });

  it('has no day to begin on where nobody ever works', () => {
    const never: WorkingDays = { week: [], holidays: [] };
    expect(orderMoment(Date.parse('2027-01-28T00:00Z'), 'UTC', never)?.begins).to.deep.equal(NaN);
  });

  it('is kept while it holds, and reckoned anew when the cutoff passes, the day ends or the clock goes back', () => {
    const clock = orderClock(CALENDAR, 14 * 60);
    const noon = Date.parse('2027-01-28T12:00:00Z');
    const kept = clock(noon, 'UTC');
    expect(clock(noon + HOUR, 'UTC')).to.equal(kept);
    for (const now of [noon + 2 * HOUR, noon + 13 * HOUR, noon - HOUR, noon - DAY]) {
      const fresh = orderMoment(now, 'UTC', CALENDAR, 14 * 60);
      expect(clock(now, 'UTC'), new Date(now).toISOString()).to.deep.equal(fresh);
      clock(noon, 'UTC');
    }
    expect(clock(noon, 'Pacific/Kiritimati')?.today).to.equal((kept?.today ?? 0) + 1);
  });
});
