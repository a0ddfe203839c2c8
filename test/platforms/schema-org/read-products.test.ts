import { expect } from '@open-wc/testing';
import { readProducts } from '../../../src/platforms/schema-org/read-products.js';

const offer = (availability: string, more: object = {}): object => ({
  '@type': 'Offer',
  availability,
  ...more,
});
const product = (sku: string, offers: unknown, more: object = {}): object => ({
  '@type': 'Product',
  sku,
  offers,
  ...more,
});

/** The state of each name that a page may ask for. */
const states = (...graphs: unknown[]): Record<string, unknown> =>
  Object.fromEntries(
    readProducts(graphs).flatMap(({ names, record }) => names.map((name) => [name, record.status])),
  );

describe('readProducts', () => {
  it('names the offers of a product apart when they disagree, and says nothing of the product then', () => {
    const offers = [offer('InStock', { sku: '1' }), offer('OutOfStock', { sku: '2' })];
    expect(states(product('p', offers))).to.deep.equal({ 1: 'in-stock', 2: 'sold-out' });
    expect(
      states(product('p', [offer('InStock', { sku: '1' }), offer('InStock', { sku: '2' })])),
    ).to.deep.equal({
      p: 'in-stock',
      1: 'in-stock',
      2: 'in-stock',
    });
  });

  it('says of a group what all of its variants agree on, whichever side points', () => {
    const group = {
      '@type': 'ProductGroup',
      '@id': '#g',
      productGroupID: 'G',
      hasVariant: [product('a', offer('SoldOut'))],
    };
    const other = (availability: string): object =>
      product('b', offer(availability), { isVariantOf: { '@id': '#g' } });
    expect(states([group, other('SoldOut')])).to.deep.equal({ G: 'sold-out', a: 'sold-out', b: 'sold-out' });
    expect(states([group, other('InStock')])).to.deep.equal({ a: 'sold-out', b: 'in-stock' });
  });

  it('says nothing of variants by an AggregateOffer', () => {
    expect(states(product('p', { '@type': 'AggregateOffer', availability: 'InStock' }))).to.deep.equal({});
  });

  it('says nothing of an offer that is in stock with nothing on its shelf', () => {
    const level = (value: unknown): object => ({ inventoryLevel: { '@type': 'QuantitativeValue', value } });
    const said = [
      product('none', offer('InStock', level(0))),
      product('text', offer('https://schema.org/InStock', level('0'))),
      product('bare', offer('InStock', { inventoryLevel: -2 })),
      product('some', offer('InStock', level(4))),
      product('late', offer('BackOrder', level(0))),
    ];
    expect(states(said)).to.deep.equal({ some: 'in-stock', late: 'backorder' });
  });

  it('says nothing of what is sold elsewhere only', () => {
    expect(states(product('a', offer('InStoreOnly')), product('b', offer('Reserved')))).to.deep.equal({});
    expect(states(product('c', offer('https://schema.org/Discontinued')))).to.deep.equal({ c: 'sold-out' });
  });

  it('never throws on a type that is no text', () => {
    expect(states({ '@type': { toString: 1, valueOf: 1 }, offers: [] })).to.deep.equal({});
  });
});
