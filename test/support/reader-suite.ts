import { expect } from '@open-wc/testing';
import { decide } from '../../src/availability/decide.js';
import { NO_POLICY } from '../../src/availability/policy.js';
import type { State } from '../../src/availability/state.js';
import type { ProductReading, VariantReading } from '../../src/platforms/reading.js';
import { HOSTILE } from './hostile.js';

type Reader = (json: unknown) => readonly VariantReading[];

const NOW = Date.parse('2026-11-22T12:00:00Z');

/** The state that one piece of what was read has for a shopper, without any policy of the merchant. */
export function stateOf(reading: VariantReading | undefined): State {
  return decide(reading?.record ?? {}, NO_POLICY, 1, NOW).state;
}

/** All variants that were read, of all products. */
export function variantsOf(products: readonly ProductReading[]): readonly VariantReading[] {
  return products.flatMap(({ variants }) => variants);
}

/** The states of all variants by their id, or by their SKU where they have none. */
export function statesOf(products: readonly ProductReading[]): Record<string, State> {
  return Object.fromEntries(variantsOf(products).map((it) => [it.id ?? it.sku ?? '', stateOf(it)]));
}

const ODD: readonly unknown[] = [
  null,
  undefined,
  NaN,
  -Infinity,
  1.5,
  1e300,
  -0,
  true,
  [],
  {},
  [[[]]],
  { toString: 1, valueOf: 1 },
  { length: 3 },
  Object.create(null),
  JSON.parse('{"__proto__":{"id":"evil","variants":[{"id":"evil"}]},"constructor":{"id":"evil"}}'),
  ...HOSTILE,
];

/** Copies of JSON in each of which one value is another one. */
function* broken(json: unknown): Generator<unknown> {
  yield* ODD;
  if (json === null || typeof json !== 'object') return;
  for (const key of Object.keys(json)) {
    const copy = (value: unknown): unknown =>
      Array.isArray(json)
        ? json.map((it: unknown, index) => (String(index) === key ? value : it))
        : { ...json, [key]: value };
    for (const value of broken((json as Record<string, unknown>)[key])) yield copy(value);
  }
}

function expectFrozen(value: unknown): void {
  if (value === null || typeof value !== 'object') return;
  expect(Object.isFrozen(value), 'frozen').to.equal(true);
  for (const it of Object.values(value)) expectFrozen(it);
}

/** What each reader of foreign data withstands, tried on `sample`, which it can read. */
export function describeWithstanding(read: Reader, sample: unknown): void {
  describe('withstands', () => {
    it('any value in any place: it gives frozen readings and never throws', () => {
      for (const json of broken(sample)) {
        const readings = read(json);
        expectFrozen(readings);
        for (const reading of readings) expect(stateOf(reading)).to.be.a('string');
      }
    });

    it('null everywhere: nothing is known then', () => {
      const nulls = (value: unknown): unknown =>
        Array.isArray(value)
          ? value.map(nulls)
          : value !== null && typeof value === 'object'
            ? Object.fromEntries(Object.entries(value).map(([key, it]) => [key, nulls(it)]))
            : null;
      for (const reading of read(nulls(sample))) expect(stateOf(reading)).to.equal('unknown');
    });

    it('what stands on prototypes: it is no data', () => {
      const bare = read({});
      const child: unknown = Object.create(sample as object);
      expect(read(child)).to.deep.equal(bare);
      const keys = ['id', 'sku', 'variants', 'quantity', 'stock', 'inStock', 'attributes', 'options'];
      const plain = JSON.stringify(read(sample));
      for (const key of keys) {
        Object.defineProperty(Object.prototype, key, { value: '7', configurable: true, writable: true });
      }
      try {
        expect(JSON.stringify(read(sample))).to.equal(plain);
      } finally {
        for (const key of keys) Reflect.deleteProperty(Object.prototype, key);
      }
    });

    it('lists without end, depth without end, and circles', () => {
      const many = Array.from({ length: 50_000 }, () => sample);
      const circle: Record<string, unknown> = { sample };
      circle.circle = circle;
      circle.list = [circle, circle, circle];
      let deep: unknown = sample;
      for (let i = 0; i < 10_000; i++) deep = { deep };
      const started = performance.now();
      for (const json of [many, { variants: many, data: many }, circle, deep]) expectReadable(read(json));
      expect(performance.now() - started).to.be.below(10_000);
    });
  });
}

function expectReadable(readings: readonly VariantReading[]): void {
  expect(readings.length).to.be.below(10_001);
}
