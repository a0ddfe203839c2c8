import { expect } from '@open-wc/testing';
import { readNoticeClass, readProductClass } from '../../../src/platforms/woocommerce/read-product-class.js';

const SIMPLE = 'product type-product post-61 status-publish first shipping-taxable product-type-simple';

const recordOf = (text: unknown): object | undefined => readProductClass(text)[0]?.record;

describe('the class names that WooCommerce gives a product', () => {
  it('tell a simple product’s state, and which product it is', () => {
    expect(readProductClass(`${SIMPLE} onbackorder`)).to.deep.equal([
      { id: '61', record: { status: 'backorder', orderable: true }, variants: [] },
    ]);
    expect(recordOf(`${SIMPLE} instock`)).to.deep.equal({ status: 'in-stock' });
    expect(recordOf(`${SIMPLE} outofstock`)).to.deep.equal({ status: 'sold-out', orderable: false });
  });

  it('of a variable product tell only that all of it is sold out', () => {
    const variable = SIMPLE.replace('simple', 'variable');
    expect(readProductClass(`${variable} instock`)).to.deep.equal([]);
    expect(readProductClass(`${variable} onbackorder`)).to.deep.equal([]);
    expect(recordOf(`${variable} outofstock`)).to.deep.equal({ status: 'sold-out', orderable: false });
  });

  it('stand in any order, with any white space between', () => {
    expect(recordOf('\n\tonbackorder   product-type-simple\r\npost-61')).to.deep.equal({
      status: 'backorder',
      orderable: true,
    });
  });

  it('two states at once tell none', () => {
    expect(readProductClass(`${SIMPLE} instock outofstock`)).to.deep.equal([]);
    expect(readProductClass(`${SIMPLE} outofstock instock`)).to.deep.equal([]);
    expect(readProductClass(`${SIMPLE} onbackorder instock`)).to.deep.equal([]);
  });

  const NOTHING: Readonly<Record<string, unknown>> = {
    'no text': undefined,
    null: null,
    'a number': 61,
    'an object': { post: 61 },
    'an empty text': '',
    blanks: ' \n\t ',
    'no product': 'page post-type instock product-type-simple',
    'no state': SIMPLE,
    'no id': 'product instock product-type-simple',
    'an id that is none': 'post-x post- post--1 post-1.5 instock product-type-simple',
    'a state in another word': `${SIMPLE} not-instock instock-soon`,
    'another case of letters': `${SIMPLE} InStock`,
    'names of built-in members': 'post-61 product-type-simple constructor toString __proto__ hasOwnProperty',
    markup: '<script>post-61 instock</script>',
    'what is too long to be class names': `${SIMPLE} instock ${'x '.repeat(5000)}`,
  };
  for (const [what, text] of Object.entries(NOTHING)) {
    it(`tell nothing where there is ${what}`, () => {
      expect(readProductClass(text)).to.deep.equal([]);
    });
  }

  it('give what cannot be changed by who reads it', () => {
    const readings = readProductClass(`${SIMPLE} instock`);
    expect(Object.isFrozen(readings) && Object.isFrozen(readings[0])).to.equal(true);
    expect(readings[0]?.record).to.equal(readProductClass(`${SIMPLE} instock`)[0]?.record);
    expect(Object.isFrozen(readings[0]?.record)).to.equal(true);
  });
});

describe('class names of the notice of a chosen variation', () => {
  const NOTICES = {
    'stock in-stock': { status: 'in-stock' },
    'stock out-of-stock wd-style-default': { status: 'sold-out', orderable: false },
    'stock available-on-backorder': { status: 'backorder', orderable: true },
  };
  for (const [text, record] of Object.entries(NOTICES)) {
    it(`${text}: ${record.status}`, () => {
      expect(readNoticeClass(text)).to.deep.equal([{ record }]);
    });
  }

  it('tell nothing where there is no state, or two', () => {
    for (const text of ['stock', 'stock in-stock out-of-stock', '', 'constructor', undefined, 7, {}]) {
      expect(readNoticeClass(text)).to.deep.equal([]);
    }
  });
});
