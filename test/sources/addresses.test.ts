import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { addresses } from '../../src/sources/addresses.js';

const URL_ASKED = 'https://shop.example/availability';

describe('addresses', () => {
  it('are the same for the same products, in any order', () => {
    const one = addresses(URL_ASKED, ['b', 'a', 'c', 'a']);
    expect(one).to.deep.equal([`${URL_ASKED}?products=a%2Cb%2Cc`]);
    expect(addresses(URL_ASKED, ['c', 'b', 'a'])).to.deep.equal(one);
  });

  it('keep the query that the endpoint has', () => {
    expect(addresses(`${URL_ASKED}?shop=1`, ['a'])).to.deep.equal([`${URL_ASKED}?shop=1&products=a`]);
  });

  it('N34 are never longer than every server takes, and ask for each product once', () => {
    const references = fc.array(fc.string({ maxLength: 60, unit: 'grapheme' }), { maxLength: 300 });
    fc.assert(
      fc.property(references, (all) => {
        const found = addresses(URL_ASKED, all);
        for (const address of found) expect(address.length).to.be.at.most(2000);
        const asked = found.flatMap((it) => new URL(it).searchParams.get('products')?.split(',') ?? []);
        const wanted = new Set(all.join(',').split(','));
        if (all.length) expect(new Set(asked)).to.deep.equal(wanted);
      }),
    );
    expect(
      addresses(
        URL_ASKED,
        Array.from({ length: 1000 }, (_, index) => `product-${index}`),
      ).length,
    ).to.be.within(2, 12);
  });

  it('leave out what is too long to be an id', () => {
    expect(addresses(URL_ASKED, ['x'.repeat(10_000)])).to.deep.equal([]);
    expect(addresses(URL_ASKED, ['a', 'x'.repeat(201)])).to.deep.equal([`${URL_ASKED}?products=a`]);
    expect(addresses(URL_ASKED, ['x'.repeat(200)])).to.have.length(1);
    const longest = addresses(
      URL_ASKED,
      Array.from({ length: 40 }, (_, index) => `${index}`.padEnd(200, '🪑')),
    );
    for (const address of longest) expect(address.length).to.be.at.most(2000);
  });

  it('H22 carry any text: lone surrogates are replaced, control characters encoded', () => {
    for (const odd of [
      '\ud800',
      'a\udfffb',
      '\0',
      '\n',
      '#',
      '?',
      '&products=x',
      '../..',
      '<img>',
      '𝒳',
      '%',
    ]) {
      const [address] = addresses(URL_ASKED, [odd]);
      expect(new URL(address as string).searchParams.get('products')).to.equal(
        odd.replace(/[\ud800-\udfff]/gu, '\ufffd'),
      );
    }
  });
});
