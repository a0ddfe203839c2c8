import { expect } from '@open-wc/testing';
import { readDocument } from '../../src/store/read-document.js';
import { quietConsole, warned } from '../support/quiet.js';

describe('readDocument', () => {
  quietConsole();

  it('gives a document, in silence', () => {
    expect(readDocument({ version: 1, products: [] }, 'here')?.products).to.deep.equal([]);
  });

  it('gives nothing for nothing, in silence', () => {
    expect(readDocument(undefined, 'here')).to.equal(undefined);
  });

  it('tells what had to be left out, where it was and where it came from', async () => {
    const found = readDocument(
      { version: 1, products: [{ id: 'a', onHand: '5 pcs' }] },
      '/availability.json',
    );
    expect(found?.products).to.have.length(1);
    const [warning] = await warned(1);
    expect(warning).to.match(
      /^\[backorder-elements\] bad-field: products\[0\]\.onHand \(availability \/availability\.json\)/,
    );
    expect(warning).to.include('"5 pcs"');
  });

  it('tells why a document is none', async () => {
    expect(readDocument({ version: 2, products: [] }, 'here')).to.equal(undefined);
    expect(readDocument([], 'there')).to.equal(undefined);
    expect((await warned(2)).map((it) => it.split(':')[0])).to.deep.equal([
      '[backorder-elements] bad-version',
      '[backorder-elements] bad-document',
    ]);
  });

  it('does not fill the console: five problems of one document are enough', async () => {
    const products = Array.from({ length: 50 }, () => ({ id: 'a', onHand: 'x' }));
    readDocument({ version: 1, products }, 'here');
    expect(await warned(5)).to.have.length(5);
  });

  it('H01 markup in a field goes to the console as text', async () => {
    readDocument({ version: 1, products: [{ id: 1, status: '<img src=x: onerror=canary()>' }] }, 'here');
    expect((await warned(1))[0]).to.include('<img src=x:');
  });
});
