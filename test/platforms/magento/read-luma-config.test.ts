import { expect } from '@open-wc/testing';
import { readMagentoConfig } from '../../../src/platforms/magento/read-luma-config.js';
import { describeWithstanding, statesOf } from '../../support/reader-suite.js';

const config = {
  productId: '60',
  attributes: {
    '93': {
      id: '93',
      code: 'color',
      label: 'Color',
      options: [
        { id: '5', label: 'Blue', products: ['61', '62'] },
        { id: '6', label: 'Green', products: ['63'] },
      ],
    },
    '144': {
      id: '144',
      code: 'size',
      label: 'Size',
      options: [
        { id: '1', label: 'S', products: ['61', '63'] },
        { id: '2', label: 'L', products: ['62'] },
      ],
    },
  },
  index: {
    '61': { '93': '5', '144': '1' },
    '62': { '93': '5', '144': '2' },
    '64': { '93': '6', '144': '2' },
  },
  sku: { '61': 'SHIRT-BLUE-S' },
  salable: { '93': { '5': ['61', '62'], '6': ['63'] }, '144': { '1': ['61', '63'] } },
};

describe('readMagentoConfig', () => {
  it('refuses the children that are missing under "salable", and says nothing of the shelf of the others', () => {
    const products = readMagentoConfig(config);
    expect(statesOf(products)).to.deep.equal({
      61: 'unknown',
      62: 'sold-out',
      63: 'unknown',
      64: 'sold-out',
    });
    expect(products[0]?.id).to.equal('60');
    expect(products[0]?.variants[0]).to.deep.equal({
      id: '61',
      sku: 'SHIRT-BLUE-S',
      options: { color: 'Blue', size: 'S' },
      record: { orderable: true },
    });
  });

  it('finds it inside the JSON that starts the scripts of a Luma page', () => {
    const init = {
      '[data-role=swatch-options]': { 'Magento_Swatches/js/swatch-renderer': { jsonConfig: config } },
    };
    expect(readMagentoConfig(init)).to.deep.equal(readMagentoConfig(config));
  });

  it("reads the arguments of Hyva's component", () => {
    const { productId, attributes, salable } = config;
    const hyva = ['60', { productId, attributes, salable, titles: { '61': 'Shirt' } }];
    expect(statesOf(readMagentoConfig(hyva))).to.deep.equal({ 61: 'unknown', 62: 'sold-out', 63: 'unknown' });
    expect(readMagentoConfig(hyva)[0]?.variants[0]?.record.orderable).to.equal(true);
  });

  it('knows nothing without a map of what is salable', () => {
    for (const salable of [null, undefined]) {
      const [product] = readMagentoConfig({ ...config, salable });
      expect(product?.variants.map(({ record }) => record)).to.deep.equal([{}, {}, {}, {}]);
    }
  });

  it('reads the empty list that PHP prints for an empty map: nothing is salable', () => {
    const states = Object.values(statesOf(readMagentoConfig({ ...config, salable: [] })));
    expect(states).to.deep.equal(['sold-out', 'sold-out', 'sold-out', 'sold-out']);
  });

  describeWithstanding(readMagentoConfig, config);
});
