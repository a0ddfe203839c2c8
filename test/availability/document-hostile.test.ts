import { expect } from '@open-wc/testing';
import { decide } from '../../src/availability/decide.js';
import { explainProblem } from '../../src/availability/explain-problem.js';
import { parseDocument, type AvailabilityDocument } from '../../src/availability/document.js';
import { findVariant, isNamed } from '../../src/availability/find-variant.js';
import { NOW } from '../support/arbitraries.js';

function parsed(value: unknown): AvailabilityDocument {
  const result = parseDocument(value);
  if (!result.ok) throw new Error(`${result.problem.path}: ${explainProblem(result.problem)}`);
  return result.value;
}

describe('hostile documents', () => {
  it('H13 __proto__, constructor and prototype at any depth pollute nothing and change no item', () => {
    const clean =
      '{"version":1,"policy":{"sell":"backorder"},"messages":{"en":{"a":"b"}},"products":[{"id":1,"onHand":0,"restock":{"date":"2026-12","leadTime":{"max":2}},"variants":[{"id":2,"options":{"Size":"L"},"quantity":{"max":3}}]}]}';
    const evil =
      '"__proto__":{"polluted":1,"onHand":99,"limit":0,"url":"/x"},"constructor":{"prototype":{"polluted":1}},"prototype":{"polluted":1}';
    const everywhere = clean.replace(/\{(?!"a"|"Size"|"en")/g, `{${evil},`);
    const found = parsed(JSON.parse(everywhere));
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
    expect(found).to.deep.equal(parsed(JSON.parse(clean)));
  });

  it('H13 the same keys as wording or option names are names like any other', () => {
    const texts = '{"__proto__":"a","constructor":"b","hasOwnProperty":"c"}';
    const json = `{"version":1,"messages":{"__proto__":${texts}},"products":[{"id":1,"variants":[{"id":2,"options":${texts}}]}]}`;
    const { messages, products } = parsed(JSON.parse(json));
    expect(Object.keys(messages)).to.deep.equal(['__proto__']);
    expect(Object.keys(products[0]?.variants[0]?.options ?? {})).to.have.length(3);
    expect(({} as { a?: unknown }).constructor).to.equal(Object);
  });

  it('H14 a page that asks for "toString" or "constructor" finds nothing', () => {
    const product = parsed({
      version: 1,
      products: [{ id: 1, variants: [{ id: 2, options: { Size: 'L' } }] }],
    }).products[0];
    for (const name of ['toString', 'constructor', '__proto__', 'hasOwnProperty', 'valueOf']) {
      expect(product && isNamed(product, name), name).to.equal(false);
      expect(product && findVariant(product, { id: name, sku: name, options: { [name]: name } })).to.equal(
        undefined,
      );
    }
  });

  it('H15 what other scripts have put on Object.prototype is never read, by parser or rules', () => {
    const raw = {
      version: 1,
      products: [{ id: 1, onHand: 0, policy: { sell: 'backorder' }, variants: [{ id: 2 }] }],
    };
    const offerOf = (document: AvailabilityDocument) =>
      document.products.flatMap(({ record, policy, variants }) =>
        [{ record, policy }, ...variants].map((it) => JSON.stringify(decide(it.record, it.policy, 3, NOW))),
      );
    const before = parsed(raw);
    const offers = offerOf(before);
    const pollution: Record<string, unknown> = {
      ...{
        html: '<img src=x>',
        onHand: 99,
        tracked: false,
        status: 'in-stock',
        orderable: false,
        hint: 'sold-out',
      },
      ...{
        availableToSell: 0,
        availableForBackorder: 0,
        quantity: { max: 1 },
        max: 1,
        restock: '2026-12-01',
      },
      ...{
        limit: 0,
        trigger: 'always',
        sell: 'none',
        starts: NOW + 1,
        promise: '2026-12-01',
        asOf: 5,
        maxAge: 1,
      },
      ...{
        disabled: true,
        signUp: { url: '/evil' },
        messages: { en: {} },
        handle: 'x',
        sku: 'x',
        options: {},
        window: {},
      },
    };
    const keys = Object.keys(pollution);
    const add = (key: string) =>
      Object.defineProperty(Object.prototype, key, {
        value: pollution[key],
        configurable: true,
        writable: true,
      });
    let during: { document: unknown; offers: string[] };
    try {
      keys.forEach(add);
      const document = parsed(raw);
      during = { document, offers: offerOf(document) };
    } finally {
      for (const key of keys) delete (Object.prototype as unknown as Record<string, unknown>)[key];
    }
    expect(during.document).to.deep.equal(before);
    expect(during.offers).to.deep.equal(offers);
  });

  it('H34 is not led astray by depth, only by what it knows', () => {
    let deep: unknown = 'x';
    for (let depth = 0; depth < 5000; depth++) deep = { products: [deep], policy: deep };
    expect(
      parsed({ version: 1, products: [deep], policy: deep, messages: { en: deep } }).products,
    ).to.deep.equal([]);
  });
});
