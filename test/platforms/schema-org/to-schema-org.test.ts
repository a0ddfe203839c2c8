import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { decide } from '../../../src/availability/decide.js';
import { parseDocument } from '../../../src/availability/document.js';
import type { Offer } from '../../../src/availability/offer.js';
import { readStructuredProducts } from '../../../src/platforms/schema-org/read-structured-products.js';
import { scriptJson } from '../../../src/platforms/schema-org/script-json.js';
import { toSchemaOrg } from '../../../src/platforms/schema-org/to-schema-org.js';
import { BERLIN, offered as reckoned } from '../../support/delivery.js';

const NOW = Date.parse('2026-11-22T09:00:00Z');

/** The offer of one piece of a product as a document tells it. */
function offered(product: object): Offer {
  const result = parseDocument({ version: 1, products: [{ id: 1, ...product }] });
  if (!result.ok) throw new Error(result.problem.code);
  const [entry] = result.value.products;
  if (!entry) throw new Error('no product');
  return decide(entry.record, entry.policy, 1, NOW);
}

const backorder = { onHand: 0, policy: { sell: 'backorder' } };
const preorder = { onHand: 0, policy: { sell: 'preorder' } };

describe('toSchemaOrg', () => {
  for (const [name, product, availability] of [
    ['in stock', { onHand: 3 }, 'https://schema.org/InStock'],
    ['on backorder', backorder, 'https://schema.org/BackOrder'],
    ['on pre-order', preorder, 'https://schema.org/PreOrder'],
    ['sold out', { onHand: 0 }, 'https://schema.org/OutOfStock'],
    ['announced, and cannot be ordered', { status: 'coming-soon' }, 'https://schema.org/OutOfStock'],
    ['unknown', {}, undefined],
  ] as const) {
    it(`says what is ${name}`, () => {
      expect(toSchemaOrg(offered(product)).availability).to.equal(availability);
    });
  }

  it('tells the last day of what was promised, so that no day is too early', () => {
    const starts = (restock: unknown): unknown =>
      toSchemaOrg(offered({ ...backorder, restock })).availabilityStarts;
    expect(starts('2026-12-01')).to.equal('2026-12-01');
    expect(starts('2026-W50')).to.equal('2026-12-13');
    expect(starts('2026-12')).to.equal('2026-12-31');
    expect(starts('2027-Q1')).to.equal('2027-03-31');
    expect(starts('2026-12-01/2026-12-05')).to.equal('2026-12-05');
    expect(starts('2026-01-01')).to.equal(undefined);
    expect(starts(undefined)).to.equal(undefined);
  });

  describe('of a promise by the calendar', () => {
    const document = (delivery: object): object => ({
      version: 1,
      delivery: { ...BERLIN, ...delivery },
      products: [{ id: 'p', ...backorder, shipments: [{ quantity: 4, date: '2026-12-01' }] }],
    });
    const transitTime = [{ addressCountry: 'DE', min: 1, max: 3 }];
    const destination = { addressCountry: 'DE', addressRegion: 'BY' };

    it('tells the last day of dispatch, the way, and where to', () => {
      const offer = reckoned(document({ transitTime, destination }), 1);
      expect(offer.promise?.arrive?.window).to.include({ start: '2026-12-03', end: '2026-12-08' });
      expect(toSchemaOrg(offer)).to.eql({
        '@type': 'Offer',
        availability: 'https://schema.org/BackOrder',
        availabilityStarts: '2026-12-03',
        shippingDetails: {
          '@type': 'OfferShippingDetails',
          shippingDestination: { '@type': 'DefinedRegion', ...destination },
          deliveryTime: {
            '@type': 'ShippingDeliveryTime',
            transitTime: { '@type': 'QuantitativeValue', minValue: 1, maxValue: 5, unitCode: 'DAY' },
          },
        },
      });
    });

    it('tells the cutoff where another day follows from it, in UTC', () => {
      const lead = { ...document({ transitTime, destination, leadTime: { max: 2 } }) } as {
        products: object[];
      };
      const offer = reckoned({ ...lead, products: [{ id: 'p', ...backorder }] }, 1);
      expect(offer.promise?.cutoffAt).to.be.a('number');
      expect(toSchemaOrg(offer).shippingDetails?.deliveryTime.cutoffTime).to.equal('13:00:00Z');
    });

    it('tells no way and no place where nobody told them', () => {
      const offer = reckoned(document({}), 1);
      expect(toSchemaOrg(offer)).to.eql({
        '@type': 'Offer',
        availability: 'https://schema.org/BackOrder',
        availabilityStarts: '2026-12-03',
      });
      expect(
        toSchemaOrg(reckoned(document({ handlingTime: undefined, transitTime, destination }), 1)),
      ).to.eql({
        '@type': 'Offer',
        availability: 'https://schema.org/BackOrder',
      });
    });
  });

  it('tells a lead time as a lead time, and as a day only where that is asked for', () => {
    const leadTime = { min: 2, max: 3, unit: 'week' };
    const offer = offered({ ...backorder, restock: { leadTime } });
    const time = { '@type': 'QuantitativeValue', minValue: 2, maxValue: 3, unitCode: 'WEE' };
    expect(toSchemaOrg(offer)).to.eql({
      '@type': 'Offer',
      availability: 'https://schema.org/BackOrder',
      deliveryLeadTime: time,
    });
    expect(toSchemaOrg(offer, { leadTimeAsDate: true }).availabilityStarts).to.equal('2026-12-13');
    const arrives = offered({ ...backorder, restock: { leadTime, basis: 'deliver' } });
    expect(toSchemaOrg(arrives)).to.not.have.property('deliveryLeadTime');
  });

  it('adds shipping details where the shop knows the way’s days, and a stock only where it is given', () => {
    const offer = offered({ ...backorder, restock: { leadTime: { min: 1, max: 2, unit: 'week' } } });
    const { shippingDetails } = toSchemaOrg(offer, { transitTime: { min: 1, max: 4 } });
    const days = (minValue: number, maxValue: number): object => ({
      '@type': 'QuantitativeValue',
      minValue,
      maxValue,
      unitCode: 'DAY',
    });
    expect(shippingDetails?.deliveryTime.handlingTime).to.eql(days(7, 14));
    expect(shippingDetails?.deliveryTime.transitTime).to.eql(days(1, 4));
    expect(JSON.stringify(toSchemaOrg(offered({ onHand: 4711 })))).to.not.contain('4711');
    expect(toSchemaOrg(offered({ onHand: 3 }), { inventoryLevel: 3 }).inventoryLevel?.value).to.equal(3);
  });

  it('carries the shop’s own facts, and makes none up', () => {
    const facts = { sku: 'L-1', url: 'https://shop.example/l', price: '145.00', priceCurrency: 'EUR' };
    expect(toSchemaOrg(offered({}), facts)).to.eql({ '@type': 'Offer', ...facts });
    expect(toSchemaOrg(undefined as unknown as Offer)).to.eql({ '@type': 'Offer' });
  });

  it('what it writes is read back as the same state, and as no earlier day', () => {
    const dates = fc.constantFrom(undefined, '2026-12-01', '2026-W50', '2026-12', '2027-Q2');
    const products = fc.record({
      onHand: fc.integer({ min: -2, max: 2 }),
      sell: fc.constantFrom('none', 'backorder', 'preorder'),
      date: dates,
    });
    fc.assert(
      fc.property(products, ({ onHand, sell, date }) => {
        const offer = offered({ onHand, restock: date, policy: { sell } });
        const offers = toSchemaOrg(offer, { sku: 'a' });
        const [read] = readStructuredProducts(scriptJson({ '@type': 'Product', sku: 'a', offers }));
        expect(read?.record.status).to.equal(offer.state);
        const window = (read?.record.release ?? read?.record.restock)?.window;
        expect(window?.start).to.equal(offer.promise?.window.end);
      }),
    );
  });
});

describe('scriptJson', () => {
  it('nothing in it ends the script or opens a comment, and it is the same JSON', () => {
    const value = { name: '</script><!-- <script> & \u2028\u2029 "\\' };
    const text = scriptJson(value);
    expect(text).to.not.match(/[<>&\u2028\u2029]/);
    expect(JSON.parse(text)).to.eql(value);
    expect(scriptJson(undefined)).to.equal('null');
  });
});
