// Whole promises against an oracle that reckons in another way: day by day, with Temporal, from the same words.
import { expect } from '@open-wc/testing';
import { Temporal } from 'temporal-polyfill/implementation';
import { DAY, HOUR } from '../support/arbitraries.js';
import { inShort, planOf } from '../support/delivery.js';
import { parseRecord } from '../../src/availability/parse-record.js';
import { NO_POLICY } from '../../src/availability/policy.js';

type Day = Temporal.PlainDate;
const day = (text: string): Day => Temporal.PlainDate.from(text);
const later = (a: Day, b: Day): Day => (Temporal.PlainDate.compare(a, b) < 0 ? b : a);

/** Who works when, as a list of every single day off. */
interface Worker {
  readonly days: readonly string[];
  readonly off: ReadonlySet<string>;
}

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function worker(days: readonly string[], ranges: readonly string[]): Worker {
  const off = new Set<string>();
  for (const range of ranges) {
    const [first = '', last = first] = range.split('/');
    for (let it = day(first); Temporal.PlainDate.compare(it, day(last)) <= 0; it = it.add({ days: 1 })) {
      off.add(it.toString());
    }
  }
  return { days, off };
}

const works = ({ days, off }: Worker, it: Day): boolean =>
  days.includes(NAMES[it.dayOfWeek - 1] ?? '') && !off.has(it.toString());

/** Counts working days one after another: the zeroth is the first from `it` on. */
function count(who: Worker, it: Day, many: number): Day {
  let left = many;
  for (let at = it; ; at = at.add({ days: 1 })) if (works(who, at) && left-- === 0) return at;
}

const HOLIDAYS = ['2027-01-01', '2027-03-26/2027-03-29', '2027-12-24/2028-01-02', '2028-02-29'];
const RESTS = ['2027-01-01', '2027-12-25', '2028-01-01'];
const WORK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const CARRY = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const [merchant, carrier] = [worker(WORK, HOLIDAYS), worker(CARRY, RESTS)];

/** What every case below is about: two days of handling at most, one to three days on the way. */
const delivery = (timeZone: string): object => ({
  timeZone,
  businessDays: WORK,
  holidays: HOLIDAYS,
  cutoffTime: '14:30',
  handlingTime: { min: 0, max: 2 },
  leadTime: { min: 5, max: 12 },
  carrierDays: CARRY,
  carrierHolidays: RESTS,
  transitTime: [{ min: 1, max: 3 }],
  destination: { addressCountry: 'DE' },
});

const ARRIVALS = { first: '2027-11-18', last: '2027-12-23' };

const dispatched = (from: Day, to: Day): readonly [Day, Day] => [
  count(merchant, from, 0),
  count(merchant, to, 2),
];
const words = ([from, to]: readonly [Day, Day], confidence: string): string =>
  inShort({
    window: { start: from.toString(), end: to.toString(), precision: 'day' },
    confidence: confidence as 'estimated',
  });

/** The days of dispatch and arrival of an order, in the words that both sides use. */
function expected(now: number, timeZone: string, source: 'shelf' | 'lead' | 'shipment'): string {
  const at = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const inTime = Temporal.PlainTime.compare(at.toPlainTime(), Temporal.PlainTime.from('14:30')) < 0;
  const begins = count(merchant, inTime ? at.toPlainDate() : at.toPlainDate().add({ days: 1 }), 0);
  const own = dispatched(begins, begins);
  let ship = own;
  if (source === 'lead') ship = dispatched(begins.add({ days: 5 }), begins.add({ days: 12 }));
  if (source === 'shipment') {
    if (Temporal.PlainDate.compare(at.toPlainDate(), day(ARRIVALS.last)) > 0) return 'date-passed';
    const goods = dispatched(day(ARRIVALS.first), day(ARRIVALS.last));
    ship = [later(own[0], goods[0]), later(own[1], goods[1])];
  }
  const sent = (it: Day): Day => count(carrier, it, 0);
  const arrive = [count(carrier, sent(ship[0]), 1), count(carrier, sent(ship[1]), 3)] as const;
  return `${words(ship, source === 'lead' ? 'estimated' : 'confirmed')}, ${words(arrive, 'estimated')}`;
}

describe('ship and arrival windows', () => {
  for (const zone of ['Europe/Berlin', 'Pacific/Chatham', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
    it(`T04 T10 in ${zone} are as the oracle has them, each two hours of 400 days`, () => {
      const shipments = [
        { quantity: 5, date: `${ARRIVALS.first}/${ARRIVALS.last}`, confidence: 'confirmed' },
      ];
      const { plan, problems } = planOf(delivery(zone), { shipments, backordered: 0 });
      expect(problems).to.deep.equal([]);
      const [goods, none] = [plan.reckonFor('p'), plan.reckonFor('another')];
      const { record } = parseRecord({});
      const start = Date.parse('2027-01-28T00:30:00Z');
      for (let now = start; now < start + 400 * DAY; now += 2 * HOUR) {
        const found = {
          shelf: none(record, NO_POLICY, 'in-stock', now, 1),
          lead: none(record, NO_POLICY, 'backorder', now, 1),
          shipment: goods(record, NO_POLICY, 'backorder', now, 1),
        };
        for (const source of ['shelf', 'lead', 'shipment'] as const) {
          const { promise, withheld = '' } = found[source] ?? {};
          const ours = promise ? `${inShort(promise.ship)}, ${inShort(promise.arrive)}` : withheld;
          const theirs = expected(now, zone, source);
          if (ours !== theirs) expect(ours, `${source} at ${new Date(now).toISOString()}`).to.equal(theirs);
        }
      }
    });
  }
});
