import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { decide } from '../../src/availability/decide.js';
import { decideProduct } from '../../src/availability/decide-product.js';
import { parseDocument } from '../../src/availability/document.js';
import type { Offer } from '../../src/availability/offer.js';
import { STATES } from '../../src/availability/state.js';
import { glanceAt, hinted } from '../../src/page/plainly-in-stock.js';
import { isNamed } from '../../src/availability/find-variant.js';
import { NOW, placesIn, rawDocuments } from '../support/arbitraries.js';
import { put } from '../support/element-page.js';

const glance = (products: unknown, more: object = {}, references: readonly string[] = []): boolean =>
  glanceAt({ version: 1, products, ...more }, new Set(references)).plain;

/** What the rules make of all that a page shows, with this many wanted of each. */
function offersOf(json: unknown, references: readonly string[], wanted: number): readonly Offer[] {
  const result = parseDocument(json);
  if (!result.ok) return [];
  const shown = result.value.products.filter(
    (product) => !references.length || references.some((it) => isNamed(product, it)),
  );
  return shown.flatMap((product) => [
    decideProduct(product, wanted, NOW),
    ...product.variants.map(({ record, policy }) => decide(record, policy, wanted, NOW)),
  ]);
}

describe('glanceAt', () => {
  it('finds nothing to do where all is in stock', () => {
    expect(glance([{ id: 1, onHand: 5 }])).to.equal(true);
    expect(glance([{ id: 1, status: 'in-stock' }])).to.equal(true);
    expect(glance([{ id: 1, tracked: false, onHand: 0 }])).to.equal(true);
    expect(
      glance([
        {
          id: 1,
          variants: [
            { id: 11, onHand: 1 },
            { id: 12, status: 'in-stock' },
          ],
        },
      ]),
    ).to.equal(true);
    expect(glance([{ id: 1, onHand: 5 }], { policy: { sell: 'backorder', limit: 5 } })).to.equal(true);
    expect(glance([])).to.equal(true);
  });

  const something: readonly (readonly [string, object, object?])[] = [
    ['nothing on the shelf', { id: 1, onHand: 0 }],
    ['sold past it', { id: 1, onHand: -2 }],
    ['nothing known', { id: 1 }],
    ['another state', { id: 1, status: 'backorder' }],
    ['another state beside a count', { id: 1, onHand: 5, status: 'preorder' }],
    ['another state of what is not counted', { id: 1, tracked: false, status: 'sold-out' }],
    [
      'one variant',
      {
        id: 1,
        variants: [
          { id: 11, onHand: 5 },
          { id: 12, onHand: 0 },
        ],
      },
    ],
    ['a variant of which nothing is known', { id: 1, onHand: 5, variants: [{ id: 11 }] }],
    ['sold early though on the shelf', { id: 1, onHand: 5, policy: { sell: 'preorder', trigger: 'always' } }],
    ['kept back', { id: 1, onHand: 1, policy: { threshold: 2 } }],
    ['kept back by the shop’s policy', { id: 1, onHand: 1 }, { policy: { threshold: 2 } }],
    ['refused by the shop', { id: 1, onHand: 5, orderable: false }],
    ['an allowance in all', { id: 1, onHand: 5, availableToSell: 0 }],
    ['fewer than the smallest order', { id: 1, onHand: 2, quantity: { min: 3 } }],
    ['a count that is none', { id: 1, onHand: 'many' }],
  ];
  for (const [what, product, more] of something) {
    it(`finds something: ${what}`, () => expect(glance([product], more)).to.equal(false));
  }

  it('finds something where a document is none, or is switched off', () => {
    for (const odd of [undefined, null, 5, 'x', [], {}, { products: {} }, { products: null }]) {
      expect(glanceAt(odd, new Set()).plain, JSON.stringify(odd)).to.equal(false);
    }
    expect(glance([{ id: 1, onHand: 5 }], { disabled: true })).to.equal(false);
  });

  it('looks only at what the page shows, by any of its names', () => {
    const products = [
      { id: 1, handle: 'table', sku: 'T', variants: [{ id: 11, sku: 'T-OAK', onHand: 0 }] },
      { id: 2, onHand: 5 },
    ];
    for (const name of ['1', 'table', 'T', '11', 'T-OAK'])
      expect(glance(products, {}, [name]), name).to.equal(false);
    expect(glance(products, {}, ['2'])).to.equal(true);
    expect(glance(products, {}, ['elsewhere'])).to.equal(true);
    expect(glance(products, {}, [])).to.equal(false);
  });

  it('knows how many the smallest shelf holds, and for how long that may be shown', () => {
    const { least, ttl } = glanceAt(
      {
        products: [
          { id: 1, onHand: 7 },
          { id: 2, variants: [{ id: 21, onHand: 3 }] },
        ],
        ttl: 300,
      },
      new Set(),
    );
    expect([least, ttl]).to.deep.equal([3, 300]);
    expect(glanceAt({ products: [{ id: 1, status: 'in-stock' }] }, new Set())).to.deep.equal({
      plain: true,
      least: Infinity,
      ttl: 60,
    });
  });

  it('never finds nothing to do where the rules find something, whatever the document', () => {
    // Mostly in stock: random documents hardly ever are throughout.
    const entry = {
      onHand: fc.option(fc.integer({ min: -1, max: 9 }), { nil: undefined, freq: 9 }),
      tracked: fc.option(fc.boolean(), { nil: undefined, freq: 2 }),
      status: fc.option(fc.constantFrom(...STATES), { nil: undefined, freq: 1 }),
      orderable: fc.option(fc.boolean(), { nil: undefined, freq: 1 }),
      quantity: fc.option(fc.record({ min: fc.integer({ min: 1, max: 4 }) }), { nil: undefined, freq: 2 }),
      policy: fc.option(
        fc.constantFrom<object>(
          { sell: 'backorder' },
          { threshold: 2 },
          { trigger: 'always', sell: 'preorder' },
        ),
        { nil: undefined, freq: 1 },
      ),
    };
    const product = fc.record({
      ...entry,
      id: fc.integer({ min: 1, max: 9 }),
      variants: fc.array(fc.record({ ...entry, id: fc.integer({ min: 10, max: 99 }) }), { maxLength: 3 }),
    });
    const documents = fc.record({
      version: fc.constant(1),
      products: fc.array(product, { minLength: 1, maxLength: 3 }),
    });
    const references = fc.array(fc.integer({ min: 1, max: 99 }).map(String), { maxLength: 3 });
    let plainly = 0;
    fc.assert(
      fc.property(fc.oneof(documents, rawDocuments), references, fc.nat(), (document, names, pieces) => {
        const { plain, least } = glanceAt(document, new Set(names));
        if (!plain) return;
        plainly += 1;
        for (const wanted of [1, Math.min(least, 1 + (pieces % 20))]) {
          for (const { state, control } of offersOf(document, names, wanted)) {
            expect([state, control], JSON.stringify(document)).to.deep.equal(['in-stock', 'theme']);
          }
        }
      }),
      { numRuns: 5000 },
    );
    expect(plainly).to.be.above(500);
  });

  it('finds the plain case plain often enough to be of use', () => {
    const stocked = fc.array(
      fc.record({
        id: fc.nat(),
        onHand: fc.integer({ min: 1 }),
        handle: fc.string({ minLength: 20, maxLength: 20 }),
      }),
      { maxLength: 5 },
    );
    fc.assert(fc.property(stocked, (products) => void expect(glance(products)).to.equal(true)));
  });

  it('H35 never throws over any JSON', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.array(fc.string()),
        (json, names) => void glanceAt(json, new Set(names)),
      ),
    );
    fc.assert(
      fc.property(rawDocuments, fc.array(fc.tuple(fc.nat(), fc.jsonValue())), (raw, changes) => {
        const document = structuredClone(raw);
        for (const [pick, value] of changes) {
          const places = placesIn(document);
          const place = places[pick % (places.length || 1)];
          if (place) place.holder[place.key] = value;
        }
        glanceAt(document, new Set(['1', 'a']));
      }),
    );
    expect(() => glance([{ id: { toString: 1, valueOf: 1 }, sku: [] }], {}, ['a'])).not.to.throw();
  });

  it('H13 H15 reads only what the document itself has', () => {
    Object.defineProperty(Object.prototype, 'status', { value: 'in-stock', configurable: true });
    try {
      expect(glance([{ id: 1 }])).to.equal(false);
    } finally {
      delete (Object.prototype as { status?: unknown }).status;
    }
    expect(glance(JSON.parse('[{"id":1,"__proto__":{"status":"in-stock"}}]'))).to.equal(false);
  });
});

describe('hinted', () => {
  afterEach(() => {
    for (const place of document.querySelectorAll('main[data-test]')) place.remove();
  });

  it('is a page whose structured data says anything but in stock', () => {
    expect(hinted()).to.equal(false);
    for (const html of [
      '<script type="application/ld+json">{"availability":"https://schema.org/BackOrder"}</script>',
      '<script type="application/ld+json">{"availability":"OutOfStock"</script>',
      '<link itemprop="availability" href="https://schema.org/PreOrder">',
      '<meta itemprop="availability" content="SoldOut">',
    ]) {
      const place = put(html).parentElement;
      expect(hinted(), html).to.equal(true);
      place?.remove();
    }
    put('<script type="application/ld+json">{"availability":"https://schema.org/InStock"}</script>');
    expect(hinted()).to.equal(false);
  });
});
