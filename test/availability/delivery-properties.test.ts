// What holds of a delivery plan for every calendar, product, quantity and instant, however odd.
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { deliveryPlan } from '../../src/availability/delivery-plan.js';
import { localDay } from '../../src/availability/local-day.js';
import { parseRecord } from '../../src/availability/parse-record.js';
import type { PromiseFound } from '../../src/availability/promise.js';
import {
  DAY,
  dateTexts,
  HOUR,
  isDeepFrozen,
  NOW,
  placesIn,
  policies,
  put,
  rawRecords,
  ZONES,
} from '../support/arbitraries.js';
import { planOf } from '../support/delivery.js';

const span = (most: number): fc.Arbitrary<object> =>
  fc
    .tuple(fc.nat({ max: most }), fc.nat({ max: most }))
    .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
const weeks = fc.subarray(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'], {
  minLength: 1,
});
const lists = (most: number): fc.Arbitrary<readonly string[]> => fc.array(dateTexts, { maxLength: most });

const leadTimes = fc.oneof(
  fc
    .tuple(span(20), fc.record({ unit: fc.constantFrom('day', 'week'), working: fc.boolean() }))
    .map(([a, b]) => ({ ...a, ...b })),
  fc.record({ observed: fc.array(fc.nat({ max: 60 }), { minLength: 5, maxLength: 12 }) }),
);

const transitTimes = fc
  .tuple(
    span(9),
    fc.record(
      {
        addressCountry: fc.constantFrom('DE', 'US'),
        shippingClass: fc.constantFrom('bulky', 'small'),
        working: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    fc.record(
      { addressRegion: fc.constantFrom('HI', 'BY'), postalCodePrefix: fc.constantFrom('9', '80') },
      { requiredKeys: [] },
    ),
  )
  .map(([days, place, more]) => ({ ...days, ...place, ...('addressCountry' in place && more) }));

const deliveries = fc.record(
  {
    timeZone: fc.constantFrom(...ZONES),
    businessDays: weeks,
    holidays: lists(3),
    cutoffTime: fc.constantFrom('00:00', '02:30', '14:00', '23:59', '24:00'),
    handlingTime: span(6),
    leadTime: leadTimes,
    carrierDays: weeks,
    carrierHolidays: lists(2),
    transitTime: fc.array(transitTimes, { maxLength: 5 }),
  },
  { requiredKeys: ['timeZone'] },
);

const products = fc
  .tuple(
    rawRecords,
    fc.record(
      {
        shipments: fc.array(
          fc.record({
            quantity: fc.integer({ min: 1, max: 12 }),
            date: dateTexts,
            confidence: fc.constantFrom('confirmed', 'estimated'),
            basis: fc.constantFrom('warehouse', 'ship'),
          }),
          { maxLength: 4 },
        ),
        backordered: fc.nat({ max: 15 }),
        shippingClass: fc.constantFrom('bulky', 'small'),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([record, more]) => ({ ...record, ...more }));

const destinations = fc.option(
  fc.record({ addressCountry: fc.constantFrom('DE', 'US'), postalCode: fc.constantFrom('80331', '96701') }),
  { nil: undefined },
);
const sales = fc.constantFrom('in-stock' as const, 'backorder' as const, 'preorder' as const);
const nows = fc.integer({ min: -300, max: 300 }).map((hours) => NOW + hours * 5 * HOUR + 77);

type Ask = (now?: number, pieces?: number) => PromiseFound;

function always(
  check: (ask: Ask, facts: { now: number; pieces: number; timeZone: string; delivery: object }) => void,
  runs = 1500,
): void {
  const pieces = fc.integer({ min: 1, max: 30 });
  fc.assert(
    fc.property(
      deliveries,
      products,
      policies,
      sales,
      nows,
      pieces,
      destinations,
      (delivery, product, policy, sold, now, many, to) => {
        const { record } = parseRecord(product);
        // A fresh plan each time, so that nothing is kept.
        const ask: Ask = (at = now, count = many) => {
          const found = planOf(delivery, product).plan.reckonFor('p', undefined, to)(
            record,
            policy,
            sold,
            at,
            count,
          );
          if (!found) throw new Error('no opinion');
          return found;
        };
        check(ask, { now, pieces: many, timeZone: delivery.timeZone, delivery });
      },
    ),
    { numRuns: runs },
  );
}

const windowsOf = ({
  promise,
  parts = [],
}: PromiseFound): readonly { readonly start: string; readonly end: string }[] =>
  [promise, ...parts].flatMap((it) =>
    [it?.window, it?.ship?.window, it?.arrive?.window].flatMap((days) => days ?? []),
  );

describe('a delivery plan, for every calendar, product, quantity and instant', () => {
  it('gives days in their order, none of them over, and no date beside a reason why there is none', () => {
    always((ask, { now, timeZone }) => {
      const found = ask();
      for (const { start, end } of windowsOf(found)) {
        expect(start <= end).to.equal(true);
        expect(end >= localDay(now, timeZone)).to.equal(true);
      }
      expect(found.promise && found.withheld).to.equal(undefined);
      expect(isDeepFrozen(found)).to.equal(true);
    });
  });

  it('never arrives before it ships', () => {
    always((ask) => {
      const { promise, parts = [] } = ask();
      for (const it of [promise, ...parts]) {
        if (!it?.ship || !it.arrive) continue;
        expect(it.arrive.window.start >= it.ship.window.start).to.equal(true);
        expect(it.arrive.window.end >= it.ship.window.end).to.equal(true);
      }
    });
  });

  it('never gives an earlier date to whoever orders later', () => {
    always((ask, { now }) => {
      const dates = [0, 1, 6, 14, 24, 49, 100].map((hours) => ask(now + hours * HOUR).promise);
      // Where a vague ground falls away, such as a release that has passed, a date may become more exact.
      for (let index = 1; index < dates.length; index++) {
        const [before, after] = [dates[index - 1], dates[index]];
        if (!before || !after || before.window.precision !== after.window.precision) continue;
        expect(after.window.end >= before.window.end).to.equal(true);
      }
    }, 600);
  });

  it('never gives an earlier date to whoever wants more', () => {
    always((ask, { now, pieces }) => {
      const [some, more] = [ask(now, pieces), ask(now, pieces + 3)];
      if (!more.promise) return;
      expect(some.promise, 'a date for fewer').to.not.equal(undefined);
      if (!some.promise) return;
      expect(more.promise.window.end >= some.promise.window.end).to.equal(true);
      // A week may begin before a day that lies in it.
      if (more.promise.window.precision === some.promise.window.precision) {
        expect(more.promise.window.start >= some.promise.window.start).to.equal(true);
      }
    });
  });

  it('gives parts that are those that were asked for, the soonest first, the last of them as the whole', () => {
    always((ask, { pieces }) => {
      const { parts, promise } = ask();
      if (!parts) return;
      expect(parts.length).to.be.greaterThan(1);
      expect(parts.reduce((sum, { quantity }) => sum + quantity, 0)).to.equal(pieces);
      const ends = parts.flatMap(({ window }) => window?.end ?? []);
      expect(ends).to.deep.equal([...ends].sort());
      if (promise) expect(parts.at(-1)?.window).to.deep.equal(promise.window);
    });
  });

  it('stays the same until the instant at which it says to ask again', () => {
    always((ask, { now }) => {
      const { changesAt, ...found } = ask();
      if (changesAt !== undefined) expect(changesAt).to.be.greaterThan(now);
      const until = changesAt ?? now + 300 * DAY;
      for (const at of [until - 1, Math.floor((now + until) / 2)]) {
        const { changesAt: _, ...then } = ask(at);
        expect(then).to.deep.equal(found);
      }
    });
  });

  it('tells of a cutoff only where the days differ after it', () => {
    always((ask) => {
      const { promise } = ask();
      if (promise?.cutoffAt === undefined) return;
      const after = ask(promise.cutoffAt).promise;
      expect(after?.window).to.not.deep.equal(promise.window);
    });
  });

  it('holds where anything in the document is anything else: problems, and nothing thrown', () => {
    const odd = fc.oneof(
      fc.anything(),
      fc.constantFrom<unknown>(
        '__proto__',
        -1,
        1e300,
        '5 pcs',
        [],
        {},
        null,
        'x'.repeat(9999),
        [[]],
        '2026-02-30',
      ),
    );
    fc.assert(
      fc.property(
        deliveries,
        products,
        fc.nat(),
        odd,
        nows,
        destinations,
        (delivery, product, at, value, now, to) => {
          const document = structuredClone({ version: 1, delivery, products: [{ ...product, id: 'p' }] });
          const places = placesIn(document);
          put(places[at % places.length] as (typeof places)[number], value);
          const found = deliveryPlan(document);
          if (!found.ok) return;
          const { record } = parseRecord(product);
          for (const sold of ['in-stock', 'backorder', 'preorder'] as const) {
            const reckon = found.value.reckonFor('p', undefined, to);
            const { promise } = reckon(record, {}, sold, now, 3) ?? {};
            if (promise) expect(promise.window.start <= promise.window.end).to.equal(true);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
