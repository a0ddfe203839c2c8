// Random records, policies, documents and instants for property tests of the rules (fast-check).
import * as fc from 'fast-check';
import type { Policy } from '../../src/availability/policy.js';
import { parsePolicy } from '../../src/availability/parse-policy.js';
import { parseRecord } from '../../src/availability/parse-record.js';
import type { AvailabilityRecord } from '../../src/availability/record.js';
import { STATES } from '../../src/availability/state.js';

/** A Wednesday noon that most of the random dates lie around. */
export const NOW = Date.parse('2026-11-25T12:00:00Z');
export const DAY = 86_400_000;
export const HOUR = 3_600_000;

/** Offsets from -11 to +14, whole, half and quarter hours, with and without summer time. */
export const ZONES = [
  'Pacific/Kiritimati',
  'Pacific/Chatham',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Europe/Berlin',
  'Europe/London',
  'America/St_Johns',
  'America/Los_Angeles',
  'Pacific/Pago_Pago',
] as const;

/** A number as JSON may have it: it is read as Infinity. */
export const HUGE = JSON.parse('1e999') as number;

const few = fc.integer({ min: 0, max: 12 });
const allowances = fc.oneof(few, fc.constant('unlimited' as const));

/** Instants as documents have them, within some weeks of {@link NOW}. */
export const instantTexts = fc
  .integer({ min: -60, max: 60 })
  .map((hours) => new Date(NOW + hours * 11 * HOUR).toISOString());

const dayTexts = fc
  .integer({ min: -40, max: 200 })
  .map((days) => new Date(NOW + days * DAY).toISOString().slice(0, 10));

const padded = (max: number) => fc.integer({ min: 1, max }).map((number) => String(number).padStart(2, '0'));

/** Dates in every form that is read. */
export const dateTexts = fc.oneof(
  dayTexts,
  padded(53).map((week) => `2026-W${week}`),
  padded(12).map((month) => `2026-${month}`),
  fc.integer({ min: 1, max: 4 }).map((quarter) => `2026-Q${quarter}`),
  fc.tuple(dayTexts, dayTexts).map((pair) => pair.sort().join('/')),
);

const leadTimes = fc.record(
  {
    min: fc.integer({ min: 0, max: 5 }),
    max: fc.integer({ min: 5, max: 30 }),
    unit: fc.constantFrom('day', 'week'),
  },
  { requiredKeys: ['max'] },
);

export const rawExpectations = fc.oneof(
  dateTexts,
  fc.record(
    {
      date: dateTexts,
      leadTime: leadTimes,
      basis: fc.constantFrom('ship', 'deliver'),
      confidence: fc.constantFrom('confirmed', 'estimated'),
    },
    { requiredKeys: [] },
  ),
);

const recordFields = {
  onHand: fc.integer({ min: -5, max: 12 }),
  tracked: fc.boolean(),
  availableForBackorder: allowances,
  availableToSell: allowances,
  status: fc.constantFrom(...STATES),
  orderable: fc.boolean(),
  restock: rawExpectations,
  release: rawExpectations,
  quantity: fc.record(
    {
      min: fc.integer({ min: 1, max: 4 }),
      max: fc.integer({ min: 1, max: 12 }),
      step: fc.integer({ min: 1, max: 4 }),
    },
    { requiredKeys: [] },
  ),
  asOf: instantTexts,
};

/** Records as JSON has them, every field well formed, any of them missing. */
export const rawRecords = fc.record(recordFields, { requiredKeys: [] });

/** Policies as JSON has them, every field well formed, any of them missing. */
export const rawPolicies = fc.record(
  {
    sell: fc.constantFrom('backorder', 'preorder', 'none'),
    trigger: fc.constantFrom('when-zero', 'always'),
    threshold: fc.integer({ min: 0, max: 3 }),
    limit: allowances,
    maxPerOrder: fc.integer({ min: 1, max: 6 }),
    atLimit: fc.constantFrom('notify', 'theme'),
    starts: instantTexts,
    ends: instantTexts,
    promise: rawExpectations,
    partial: fc.constantFrom('split', 'together'),
    signUp: fc.constantFrom('when-sold-out', 'beside', 'never'),
    express: fc.constantFrom('keep', 'relabel', 'hide', 'disable'),
    maxAge: fc.integer({ min: 0, max: 900_000 }),
    timeZone: fc.constantFrom(...ZONES, 'Mars/Phobos'),
  },
  { requiredKeys: [] },
);

export const records: fc.Arbitrary<AvailabilityRecord> = rawRecords.map((raw) => parseRecord(raw).record);

/** Records as sources merge them: some know nothing but the hint of the page's structured data. */
export const hintedRecords: fc.Arbitrary<AvailabilityRecord> = fc
  .tuple(records, fc.option(fc.constantFrom(...STATES), { nil: undefined }))
  .map(([record, hint]) => (hint ? Object.freeze({ ...record, hint }) : record));

export const policies: fc.Arbitrary<Policy> = rawPolicies.map((raw) => parsePolicy(raw).policy);

/** Quantities that a page may ask for, some of them nonsense. */
export const wanteds = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, -3, 0, -0, 1.5, 2 ** 53, 1e300) },
);

export const nows = fc.integer({ min: -700, max: 700 }).map((quarters) => NOW + quarters * 3 * HOUR + 123);

/** Instants, some of them such that no clock could show them. */
export const anyNows = fc.oneof(
  { weight: 5, arbitrary: nows },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, -1, 0, 8.64e15, 2e14, 1e300, 1.5) },
  { weight: 1, arbitrary: fc.double() },
);

const ids = fc.oneof(fc.integer({ min: 1, max: 99 }), fc.string({ minLength: 1, maxLength: 4 }));
const names = fc.string({ minLength: 1, maxLength: 4 });
const texts = fc.dictionary(names, fc.string({ maxLength: 8 }), { maxKeys: 3 });

const rawVariants = fc.record(
  { ...recordFields, id: ids, sku: names, options: texts, policy: rawPolicies },
  { requiredKeys: ['id'] },
);

const rawProducts = fc.record(
  {
    ...recordFields,
    id: ids,
    handle: names,
    sku: names,
    policy: rawPolicies,
    variants: fc.array(rawVariants, { maxLength: 3 }),
  },
  { requiredKeys: ['id'] },
);

/** Availability documents as JSON has them, valid throughout. */
export const rawDocuments = fc.record(
  {
    version: fc.constant(1),
    asOf: instantTexts,
    ttl: few,
    disabled: fc.boolean(),
    policy: rawPolicies,
    signUp: fc.record({
      url: fc.constant('/signups'),
      privacyUrl: fc.constant('https://shop.example/privacy'),
    }),
    messages: fc.dictionary(fc.constantFrom('en', 'de', 'ar'), texts),
    products: fc.array(rawProducts, { maxLength: 3 }),
  },
  { requiredKeys: ['version', 'products'] },
);

/** A place in a JSON value: the object or list that has it, and its key there. */
export interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** Every place in a JSON value, outermost first. */
export function placesIn(value: unknown): readonly Place[] {
  if (value === null || typeof value !== 'object') return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

/** Puts a value in a place, also where the key is `__proto__`. */
export function put({ holder, key }: Place, value: unknown): void {
  Object.defineProperty(holder, key, { value, configurable: true, enumerable: true, writable: true });
}

/** Whether a value and all that it holds is frozen. */
export function isDeepFrozen(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeepFrozen);
}
