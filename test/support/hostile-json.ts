import { expect } from '@open-wc/testing';
import { isDeepFrozen, placesIn, put } from './arbitraries.js';

const HOSTILE: readonly unknown[] = [
  null,
  undefined,
  true,
  false,
  0,
  -1,
  1.5,
  NaN,
  Infinity,
  -9e15,
  '',
  '5 pcs',
  'false',
  'null',
  '__proto__',
  'constructor',
  'x'.repeat(100_000),
  '<img src=x onerror=alert(1)>',
  [],
  [null],
  [[[[]]]],
  {},
  { edges: null },
  { edges: [{ node: null }, null, 5] },
  { nodes: 'none' },
  Symbol('s'),
  10n,
  () => 1,
  new Date(NaN),
];

const POISON =
  '"__proto__":{"polluted":1,"available":true,"status":"in-stock","onHand":99},"constructor":{"prototype":{"polluted":1}},';

/**
 * Holds a reader to what all of them promise: whatever stands in the data, wherever, the answer is a frozen list, made in bounded
 * time, without anything inherited; and data in which all is null claims nothing.
 *
 * @param good data that the reader understands
 */
export function expectTotal(read: (json: unknown) => readonly unknown[], good: unknown): void {
  const check = (json: unknown, what: string): readonly unknown[] => {
    const found = read(json);
    expect(Array.isArray(found), what).to.equal(true);
    if (!isDeepFrozen(found)) expect.fail(`not frozen: ${what}`);
    return found;
  };
  const clean = JSON.stringify(check(good, 'good data'));
  expect(clean.length, 'good data is understood').to.be.greaterThan(10);

  for (const [index, value] of HOSTILE.entries()) {
    check(value, `alone: ${index}`);
    check([value, value], `in a list: ${index}`);
    const places = placesIn(structuredClone(good)).length;
    for (let at = 0; at < places; at++) {
      const data = structuredClone(good);
      const place = placesIn(data)[at];
      if (place) put(place, value);
      check(data, `${place?.key}: ${index}`);
    }
  }

  const poisoned = JSON.parse(JSON.stringify(good).replace(/\{(?=")/g, `{${POISON}`)) as unknown;
  // Where names are the shop's own, odd ones are names like any other.
  const isMap = /attributes":\{/;
  if (!isMap.test(JSON.stringify(good))) expect(JSON.stringify(check(poisoned, 'poisoned'))).to.equal(clean);
  check(poisoned, 'poisoned');
  expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);

  const inherited = {
    status: 'in-stock',
    available: true,
    instock: true,
    is_in_stock: true,
    onHand: 9,
    stock: 9,
  };
  const more = {
    inventory_quantity: 9,
    beyond: true,
    sold: false,
    purchasable: false,
    toSell: 9,
    most: 1,
    low: true,
  };
  const all = { ...inherited, ...more };
  const prototype = Object.prototype as Record<string, unknown>;
  let polluted: string | undefined;
  try {
    for (const [key, value] of Object.entries(all)) {
      Object.defineProperty(prototype, key, { value, configurable: true, enumerable: false, writable: true });
    }
    polluted = JSON.stringify(read(good));
  } finally {
    for (const key of Object.keys(all)) delete prototype[key];
  }
  expect(polluted, 'with a polluted Object.prototype').to.equal(clean);

  const empty = structuredClone(good);
  for (const place of placesIn(empty)) {
    const value = place.holder[place.key];
    if (value === null || typeof value !== 'object') put(place, null);
  }
  const claims = JSON.stringify(check(empty, 'null everywhere'));
  expect(claims, 'null everywhere').not.to.match(/"(status|onHand|orderable|availableToSell)"/);

  let deep: unknown = good;
  for (let depth = 0; depth < 5000; depth++) deep = { data: deep };
  check(deep, 'far down');
  const circle: Record<string, unknown> = { variants: [], products: [] };
  circle.data = circle;
  (circle.variants as unknown[]).push(circle);
  check(circle, 'a circle');

  const started = performance.now();
  const many = Array.isArray(good) ? (good as unknown[])[0] : good;
  expect(check(Array<unknown>(30_000).fill(many), 'a huge list').length).to.be.lessThanOrEqual(2000);
  expect(performance.now() - started).to.be.lessThan(10_000);
}
