import { expect } from '@open-wc/testing';
import { mergeRecords } from '../../../src/availability/merge-records.js';
import type { ProductReading } from '../../../src/platforms/reading.js';
import { readStructuredProducts } from '../../../src/platforms/schema-org/read-structured-products.js';
import { describeWithstanding, stateOf } from '../../support/reader-suite.js';

const offer = (availability: unknown, more: object = {}): object => ({
  '@type': 'Offer',
  availability,
  ...more,
});
const product = (sku: string, offers: unknown, more: object = {}): object => ({
  '@context': 'https://schema.org',
  '@type': 'Product',
  sku,
  offers,
  ...more,
});
const days = (minValue: number, maxValue: number): object => ({ minValue, maxValue, unitCode: 'DAY' });
const shippingDetails = {
  '@type': 'OfferShippingDetails',
  deliveryTime: { '@type': 'ShippingDeliveryTime', handlingTime: days(2, 3), transitTime: days(1, 4) },
};
const group = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'ProductGroup',
      '@id': '#lamp',
      productGroupID: 'LAMP',
      variesBy: ['https://schema.org/color'],
      hasVariant: [
        product('L-1', offer('https://schema.org/InStock'), { color: 'red', size: '20' }),
        product('L-2', offer('http://schema.org/BackOrder', { shippingDetails: { '@id': '#ship' } }), {
          color: 'blue',
        }),
        { '@id': '#l3' },
      ],
    },
    product('L-3', { '@id': '#offer3' }, { '@id': '#l3' }),
    { '@id': '#offer3', ...offer({ '@id': 'https://schema.org/SoldOut' }) },
    { '@id': '#ship', ...shippingDetails },
    product('L-4', offer('PreOrder', { availabilityStarts: '2027-02-03T00:00:00Z' }), {
      isVariantOf: { '@id': '#lamp' },
    }),
  ],
};

const states = (products: readonly ProductReading[]): unknown =>
  products.map((it) => [it.sku ?? it.id, stateOf(it), it.variants.map((one) => [one.sku, stateOf(one)])]);

describe('readStructuredProducts', () => {
  it('reads every value of availability, in every form', () => {
    const values = {
      InStock: 'in-stock',
      OnlineOnly: 'in-stock',
      LimitedAvailability: 'in-stock',
      BackOrder: 'backorder',
      MadeToOrder: 'backorder',
      PreOrder: 'preorder',
      PreSale: 'preorder',
      OutOfStock: 'sold-out',
      SoldOut: 'sold-out',
      Discontinued: 'sold-out',
      InStoreOnly: 'unknown',
      Reserved: 'unknown',
      Perhaps: 'unknown',
      constructor: 'unknown',
    };
    for (const [name, state] of Object.entries(values)) {
      for (const prefix of [
        '',
        'https://schema.org/',
        'http://schema.org/',
        'http://www.schema.org/',
        'schema:',
      ]) {
        for (const value of [
          prefix + name,
          { '@id': prefix + name },
          [prefix + name],
          ` ${prefix}${name}/ `,
        ]) {
          const [read] = readStructuredProducts(product('a', offer(value)));
          expect(stateOf(read), JSON.stringify(value)).to.equal(state);
          expect(read?.low).to.equal(name === 'LimitedAvailability' ? true : undefined);
        }
      }
    }
  });

  it('reads a group with variants on either side, and by @id', () => {
    const products = readStructuredProducts(group);
    expect(states(products)).to.deep.equal([
      [
        'LAMP',
        'unknown',
        [
          ['L-1', 'in-stock'],
          ['L-2', 'backorder'],
          ['L-3', 'sold-out'],
          ['L-4', 'preorder'],
        ],
      ],
    ]);
    expect(products[0]?.variants[0]?.options).to.deep.equal({ color: 'red' });
    expect(products[0]?.variants[3]?.record.release?.window?.start).to.equal('2027-02-03');
  });

  it('a variant without a SKU goes by the id in its addresses, as Shopify prints it', () => {
    const variant = (id: number, at: string, availability: string): object => ({
      '@id': `/products/lamp?variant=${id}#variant`,
      '@type': 'Product',
      offers: offer(availability, { url: `https://shop.example/products/lamp?${at}variant=${id}` }),
    });
    const hasVariant = [variant(41, '', 'http://schema.org/OutOfStock'), variant(42, 'a=1&', 'InStock')];
    const [read] = readStructuredProducts({ '@type': 'ProductGroup', productGroupID: '7', hasVariant });
    expect(read?.id).to.equal('7');
    expect(read?.variants.map((it) => [it.id, it.record.status])).to.deep.equal([
      ['41', 'sold-out'],
      ['42', 'in-stock'],
    ]);
    const offers = [41, 42].map((id) => offer('InStock', { url: `/products/lamp?variant=${id}` }));
    const [older] = readStructuredProducts({ '@type': 'Product', offers });
    expect(older?.variants.map((it) => it.id)).to.deep.equal(['41', '42']);
    // The only offer speaks of the product.
    const [only] = readStructuredProducts({ '@type': 'Product', offers: offers[0] });
    expect([only?.id, only?.record.status]).to.deep.equal([undefined, 'in-stock']);
  });

  it('knows a group once that is repeated inside each of its variants', () => {
    const isVariantOf = { '@type': 'ProductGroup', productGroupID: 'G' };
    const products = readStructuredProducts([
      product('a', offer('InStock'), { isVariantOf }),
      product('b', offer('SoldOut'), { isVariantOf: { ...isVariantOf } }),
      product('c', offer('InStock'), { inProductGroupWithID: 'G' }),
    ]);
    expect(states(products)).to.deep.equal([
      [
        'G',
        'unknown',
        [
          ['a', 'in-stock'],
          ['b', 'sold-out'],
          ['c', 'in-stock'],
        ],
      ],
    ]);
  });

  it('reads several offers: those with SKUs are variants, and what disagrees says nothing of the product', () => {
    const offers = [offer('InStock', { sku: '1' }), offer('OutOfStock', { sku: '2' })];
    expect(states(readStructuredProducts(product('p', offers)))).to.deep.equal([
      [
        'p',
        'unknown',
        [
          ['1', 'in-stock'],
          ['2', 'sold-out'],
        ],
      ],
    ]);
    expect(states(readStructuredProducts(product('p', [offer('PreOrder'), offer('InStock')])))).to.deep.equal(
      [['p', 'unknown', []]],
    );
  });

  it('takes an AggregateOffer for no word on any variant, but reads the offers that it holds', () => {
    const aggregate = { '@type': 'AggregateOffer', availability: 'InStock', offerCount: 2 };
    expect(states(readStructuredProducts(product('p', aggregate)))).to.deep.equal([['p', 'unknown', []]]);
    const holding = {
      ...aggregate,
      offers: [offer('BackOrder', { sku: '1' }), offer('BackOrder', { sku: '2' })],
    };
    expect(states(readStructuredProducts(product('p', holding)))).to.deep.equal([
      [
        'p',
        'backorder',
        [
          ['1', 'backorder'],
          ['2', 'backorder'],
        ],
      ],
    ]);
  });

  it('reads the time that an ordered product takes', () => {
    const restock = (more: object): unknown =>
      readStructuredProducts(product('a', offer('BackOrder', more)))[0]?.record.restock;
    const lead = (min: number, max: number, basis: string): object => ({
      leadTime: { min, max, unit: 'day' },
      basis,
      confidence: 'estimated',
    });
    expect(restock({ shippingDetails })).to.deep.equal(lead(3, 7, 'deliver'));
    expect(restock({ deliveryLeadTime: { value: '2', unitCode: 'WEE' }, shippingDetails })).to.deep.equal(
      lead(14, 14, 'ship'),
    );
    expect(restock({ deliveryLeadTime: { ...days(1, 2), unitCode: 'd' } })).to.deep.equal(lead(1, 2, 'ship'));
    expect(restock({ shippingDetails: { deliveryTime: { handlingTime: days(1, 2) } } })).to.deep.equal(
      lead(1, 2, 'ship'),
    );
    expect(restock({ shippingDetails: [shippingDetails, shippingDetails] })).to.equal(undefined);
    expect(restock({ deliveryLeadTime: { value: 2 } })).to.equal(undefined);
    expect(restock({ deliveryLeadTime: days(5, 2) })).to.equal(undefined);
    expect(restock({ deliveryLeadTime: days(1, 2), availabilityStarts: '2027-01-01' })).to.deep.include({
      basis: 'ship',
    });
    const [stocked] = readStructuredProducts(product('a', offer('InStock', { shippingDetails })));
    expect(stocked?.record.restock).to.equal(undefined);
  });

  it('leaves out what is not JSON, and reads the other scripts', () => {
    const broken = '{"@type":"Product","sku":"x","offers":{"@type":"Offer","availability":"InStock",}}';
    const whole = JSON.stringify(product('a', offer('InStock')));
    expect(states(readStructuredProducts([broken, whole, '', '{']))).to.deep.equal([['a', 'in-stock', []]]);
    expect(readStructuredProducts(broken)).to.deep.equal([]);
  });

  it('is a hint and nothing more once it is merged', () => {
    const [read] = readStructuredProducts(product('a', offer('BackOrder')));
    const record = mergeRecords([{ source: 'structured-data', record: read?.record ?? {} }]);
    expect(record).to.deep.equal({ hint: 'backorder' });
  });

  it('stops somewhere on a page of nothing but products', () => {
    const many = Array.from({ length: 3000 }, (_, n) =>
      product(String(n), offer('InStock'), { inProductGroupWithID: 'G' }),
    );
    const groups = Array.from({ length: 500 }, () => ({ '@type': 'ProductGroup', productGroupID: 'G' }));
    const started = performance.now();
    expect(readStructuredProducts([groups, many]).length).to.be.below(1001);
    expect(performance.now() - started).to.be.below(5000);
  });

  describeWithstanding(readStructuredProducts, group);
});
