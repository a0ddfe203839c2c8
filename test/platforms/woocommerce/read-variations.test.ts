import { expect } from '@open-wc/testing';
import type { AvailabilityRecord } from '../../../src/availability/record.js';
import { readVariations } from '../../../src/platforms/woocommerce/read-variations.js';
import { expectTotal } from '../../support/hostile-json.js';

const VARIATION = {
  attributes: { attribute_pa_size: 'large', attribute_pa_wood: '' },
  availability_html: '<p class="stock in-stock">3 in stock</p>\n',
  backorders_allowed: false,
  is_in_stock: true,
  is_purchasable: true,
  is_sold_individually: 'no',
  max_qty: 3,
  min_qty: 1,
  sku: 'STOOL-L',
  variation_id: 812,
  variation_is_active: true,
  variation_is_visible: true,
};

const recordOf = (fields: object): AvailabilityRecord | undefined =>
  readVariations([{ ...VARIATION, min_qty: 0, ...fields }])[0]?.record;
const notice = (names: string, words = '') => ({ availability_html: `<p class="${names}">${words}</p>` });
const BACKORDERS = { backorders_allowed: true, max_qty: '' };

describe('readVariations', () => {
  it('reads ids, SKUs and attributes under the names of their fields; an empty one fits any', () => {
    const [variation] = readVariations([VARIATION]);
    expect(variation).to.deep.include({ id: '812', sku: 'STOOL-L' });
    expect(variation?.options).to.deep.equal({ attribute_pa_size: 'large', attribute_pa_wood: '' });
    expect(variation?.record.quantity).to.deep.equal({ min: 1 });
  });

  it("takes the attribute's text, the parsed list, and the one variation that a request answers", () => {
    const list = readVariations([VARIATION]);
    expect(readVariations(JSON.stringify([VARIATION]))).to.deep.equal(list);
    expect(readVariations(VARIATION)).to.deep.equal(list);
    expect(readVariations(JSON.stringify(VARIATION))).to.deep.equal(list);
  });

  it('false, as the form says above its threshold, gives no variations, and neither does a broken text', () => {
    for (const none of [false, 'false', '', '[{', 'null', '{}', '"x"']) {
      expect(readVariations(none), String(none)).to.deep.equal([]);
    }
  });

  it('the most that may be ordered of a counted variation is what lies there', () => {
    expect(recordOf({})).to.deep.equal({ orderable: true, tracked: true, onHand: 3, availableToSell: 3 });
  });

  it('no limit, where nothing is sold beyond the shelf, is a shelf that nobody counts', () => {
    for (const html of [{ availability_html: '' }, notice('stock in-stock')]) {
      expect(recordOf({ max_qty: '', ...html })).to.deep.equal({
        orderable: true,
        tracked: false,
        status: 'in-stock',
      });
    }
  });

  it('one for each customer is a rule of the order and no count', () => {
    const record = recordOf({ is_sold_individually: 'yes', max_qty: 1 });
    expect(record).to.deep.equal({ orderable: true, status: 'in-stock', quantity: { max: 1 } });
  });

  it('the class of the notice tells a backorder', () => {
    for (const names of ['stock available-on-backorder', 'my-theme  available-on-backorder stock']) {
      expect(recordOf({ ...BACKORDERS, ...notice(names) })).to.deep.equal({
        status: 'backorder',
        orderable: true,
        availableForBackorder: 'unlimited',
      });
    }
    const single = {
      availability_html: "<div class='wrap'><P CLASS='stock available-on-backorder'>Later</P></div>",
    };
    expect(recordOf({ ...BACKORDERS, ...single })?.status).to.equal('backorder');
  });

  it('backorders that are allowed are not backorders now', () => {
    expect(
      recordOf({ ...BACKORDERS, ...notice('stock in-stock', '3 in stock (can be backordered)') }),
    ).to.deep.equal({
      orderable: true,
      status: 'in-stock',
      availableForBackorder: 'unlimited',
    });
  });

  it('backorders without notice leave the state unknown', () => {
    expect(recordOf({ ...BACKORDERS, availability_html: '' })).to.deep.equal({
      orderable: true,
      availableForBackorder: 'unlimited',
    });
  });

  it('what is out of stock, not for sale, or switched off is refused', () => {
    for (const no of [
      { is_in_stock: false },
      { is_purchasable: false },
      { variation_is_active: false },
      { variation_is_visible: false },
      { is_in_stock: false, ...notice('stock available-on-backorder') },
    ]) {
      expect(recordOf(no), JSON.stringify(no)).to.deep.equal({ status: 'sold-out', orderable: false });
    }
  });

  it('words are not read, nor class names among them', () => {
    const text = { availability_html: '<p class="stock">available-on-backorder, class in-stock, 5 left</p>' };
    expect(recordOf({ ...BACKORDERS, ...text })?.status).to.equal(undefined);
    expect(recordOf({ ...BACKORDERS, ...notice('not-in-stock out-of-stocking') })?.status).to.equal(
      undefined,
    );
    const both = notice('in-stock available-on-backorder');
    expect(recordOf({ ...BACKORDERS, ...both })?.status, 'two at once').to.equal(undefined);
  });

  it('"purchasable" alone tells nothing, for it stays when all is sold', () => {
    expect(recordOf({ is_in_stock: undefined, availability_html: '' })).to.deep.equal({});
  });

  it('nothing sold beyond the shelf is in stock without a count too', () => {
    const told = { max_qty: 0, availability_html: '' };
    expect(recordOf(told)).to.deep.equal({ orderable: true, status: 'in-stock' });
    expect(recordOf({ ...told, max_qty: undefined })?.status).to.equal(undefined);
    expect(recordOf({ is_sold_individually: true, max_qty: 1 })?.quantity).to.deep.equal({ max: 1 });
  });

  it('a notice that contradicts the flags decides nothing', () => {
    expect(recordOf(notice('stock out-of-stock'))).to.deep.equal({ orderable: true });
  });

  it('stays total, frozen and bounded whatever the data is', () => {
    expectTotal(readVariations, [VARIATION, { ...VARIATION, ...BACKORDERS, is_sold_individually: 'yes' }]);
    const odd = '[{"variation_id":1,"attributes":{"__proto__":"a","constructor":"b"}}]';
    expect(Object.keys(readVariations(odd)[0]?.options ?? {})).to.deep.equal(['__proto__', 'constructor']);
    const endless = ` class="${'a '.repeat(1e6)}`.repeat(3);
    expect(recordOf({ ...BACKORDERS, availability_html: endless })?.status).to.equal(undefined);
    expect(readVariations(`[${' '.repeat(5e6)}]`)).to.deep.equal([]);
    expect(readVariations(Array(30_000).fill(VARIATION)).length).to.equal(2000);
  });
});
