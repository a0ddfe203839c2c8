import { expect } from '@open-wc/testing';
import { readQuickView, readUpdate } from '../../../src/platforms/prestashop/read-combination.js';

const CHAIR = [{ id: '31', record: {}, variants: [{ id: '102', record: {} }] }];
const fields = [
  { name: 'token', value: 'x' },
  { name: 'id_product', value: '31' },
];

describe('readQuickView', () => {
  it('reads product and combination out of the name', () => {
    expect(readQuickView('quickview-modal-31-102')).to.deep.equal(CHAIR);
  });

  it('a product without combinations has none', () => {
    expect(readQuickView('quickview-modal-31-0')).to.deep.equal([{ id: '31', record: {}, variants: [] }]);
  });

  it('reads nothing out of other names', () => {
    for (const it of [
      '',
      'quickview-modal-31',
      'quickview-modal--1-2',
      'quickview-modal-31-102-5',
      null,
      7,
      {},
    ])
      expect(readQuickView(it)).to.deep.equal([]);
  });
});

describe('readUpdate', () => {
  it('reads the answer, and the product out of the fields that were sent', () => {
    expect(readUpdate([{ id_product_attribute: 102 }, fields])).to.deep.equal(CHAIR);
    expect(readUpdate([{ id_product_attribute: '102' }, fields])).to.deep.equal(CHAIR);
  });

  it('reads nothing where one of them is not told', () => {
    for (const it of [
      undefined,
      null,
      5,
      [],
      [null],
      [{}, fields],
      [{ id_product_attribute: 102 }],
      [{ id_product_attribute: {} }, fields],
    ])
      expect(readUpdate(it)).to.deep.equal([]);
  });
});
