import { expect } from '@open-wc/testing';
import { readStructuredData } from '../../src/sources/structured-data.js';

/** Name and status of each product that a page with this markup describes. */
function statesIn(html: string): Record<string, string | undefined> {
  const root = document.createElement('div');
  root.innerHTML = html;
  const found = readStructuredData(root).flatMap(({ names, record }) =>
    names.map((name) => [name, record.status] as const),
  );
  return Object.fromEntries(found);
}

const ld = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;

const product = (sku: string, availability: string, more: object = {}): object => ({
  '@context': 'https://schema.org',
  '@type': 'Product',
  sku,
  offers: { '@type': 'Offer', availability, ...more },
});

describe('readStructuredData', () => {
  it('reads JSON-LD of several scripts', () => {
    const html =
      ld(product('a', 'https://schema.org/BackOrder')) +
      ld([product('b', 'OutOfStock'), product('c', 'InStock')]);
    expect(statesIn(html)).to.deep.equal({ a: 'backorder', b: 'sold-out', c: 'in-stock' });
  });

  it('broken JSON-LD is not ours to mend: the other scripts count', () => {
    for (const broken of ['', '{', '{"a":1,}', 'undefined', '\0']) {
      expect(statesIn(ld(broken) + ld(product('a', 'PreOrder')))).to.deep.equal({ a: 'preorder' });
    }
  });

  it('reads a date: a release for a pre-order, a restock otherwise', () => {
    const root = document.createElement('div');
    const starts = { availabilityStarts: '2026-12-01T00:00:00Z' };
    root.innerHTML = ld(product('a', 'PreOrder', starts)) + ld(product('b', 'BackOrder', starts));
    const [a, b] = readStructuredData(root);
    expect(a?.record.release?.window?.start).to.equal('2026-12-01');
    expect(a?.record.restock).to.equal(undefined);
    expect(b?.record.restock?.window?.start).to.equal('2026-12-01');
  });

  it('reads microdata, in each way that it is written', () => {
    const microdata = (property: string): string =>
      `<div itemscope itemtype="https://schema.org/Product"><span itemprop="sku"> a </span>${property}</div>`;
    for (const property of [
      '<link itemprop="availability" href="https://schema.org/BackOrder">',
      '<meta itemprop="availability" content="http://schema.org/BackOrder">',
      '<span itemprop="availability">BackOrder</span>',
    ]) {
      expect(statesIn(microdata(property)), property).to.deep.equal({ a: 'backorder' });
    }
    expect(statesIn(microdata(''))).to.deep.equal({});
    expect(statesIn(microdata('<span itemprop="availability">Perhaps</span>'))).to.deep.equal({});
  });

  it('microdata whose offers disagree says nothing', () => {
    const html = `<div itemscope itemtype="http://schema.org/Product"><meta itemprop="productID" content="a">
      <link itemprop="availability" href="https://schema.org/InStock">
      <link itemprop="availability" href="https://schema.org/OutOfStock"></div>`;
    expect(statesIn(html)).to.deep.equal({});
  });

  it('reads the date of microdata', () => {
    const root = document.createElement('div');
    root.innerHTML = `<div itemscope itemtype="http://schema.org/Product"><meta itemprop="sku" content="a">
      <link itemprop="availability" href="https://schema.org/PreOrder">
      <time itemprop="availabilityStarts" content="2027-01-05"></time></div>`;
    expect(readStructuredData(root)[0]?.record.release?.window?.start).to.equal('2027-01-05');
  });

  it('finds nothing on a page without any', () => {
    expect(
      statesIn('<p>Sold out</p><div itemscope itemtype="https://schema.org/Person"></div>'),
    ).to.deep.equal({});
  });
});
