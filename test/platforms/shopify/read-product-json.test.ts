import { expect } from '@open-wc/testing';
import type { AvailabilityRecord } from '../../../src/availability/record.js';
import { readProductJson } from '../../../src/platforms/shopify/read-product-json.js';
import { expectTotal } from '../../support/hostile-json.js';

const VARIANT = {
  id: 4101,
  title: 'S / Moss',
  option1: 'S',
  option2: 'Moss',
  option3: null,
  options: ['S', 'Moss'],
  sku: 'RAIN-S-MO',
  available: true,
  price: 12900,
  inventory_management: 'shopify',
  quantity_rule: { min: 1, max: null, increment: 1 },
};

const product = (...variants: object[]) => ({
  id: 77,
  handle: 'rain-jacket',
  title: 'Rain jacket',
  available: true,
  options: [
    { name: 'Size', position: 1, values: ['S', 'M'] },
    { name: 'Colour', position: 2, values: ['Moss'] },
  ],
  variants,
});

const recordOf = (fields: object): AvailabilityRecord | undefined =>
  readProductJson(product({ ...VARIANT, ...fields }))[0]?.variants[0]?.record;
const counted = (inventory_quantity: number, inventory_policy: string) => ({
  inventory_quantity,
  inventory_policy,
});

describe('readProductJson', () => {
  it('reads names of a product and its variants, options by their names', () => {
    const [read] = readProductJson(product(VARIANT));
    expect(read?.id).to.equal('77');
    expect(read?.handle).to.equal('rain-jacket');
    const variant = read?.variants[0];
    expect([variant?.id, variant?.sku]).to.deep.equal(['4101', 'RAIN-S-MO']);
    expect(variant?.options).to.deep.equal({ Size: 'S', Colour: 'Moss' });
  });

  it('reads option names that are bare words, and values out of option1 to option3', () => {
    const { options: _, ...old } = VARIANT;
    const [read] = readProductJson({ variants: [old], options: ['Size', 'Colour'] });
    expect(read?.variants[0]?.options).to.deep.equal({ Size: 'S', Colour: 'Moss' });
  });

  it('"available" alone is an order taken, and neither stock nor backorder', () => {
    expect(recordOf({})).to.deep.equal({ tracked: true, orderable: true, quantity: { min: 1, step: 1 } });
  });

  it('what is not available is refused, whatever number stands beside it', () => {
    for (const more of [{}, counted(5, 'deny'), { inventory_management: null }]) {
      const record = recordOf({ available: false, ...more });
      expect(record?.status).to.equal('sold-out');
      expect(record?.orderable).to.equal(false);
      expect(record?.onHand).to.equal(undefined);
    }
    expect(recordOf({ available: false, ...counted(-4, 'deny') })?.onHand).to.equal(-4);
  });

  it('a counted shelf sells its number where selling stops, and more where it goes on', () => {
    expect(recordOf(counted(6, 'deny'))).to.include({ onHand: 6, availableToSell: 6, orderable: true });
    const goesOn = recordOf(counted(6, 'continue'));
    expect(goesOn).to.include({ onHand: 6, availableForBackorder: 'unlimited' });
    expect(goesOn?.availableToSell).to.equal(undefined);
  });

  it('an empty shelf with selling that goes on is a backorder', () => {
    for (const quantity of [0, -3]) {
      expect(recordOf(counted(quantity, 'continue'))).to.include({
        onHand: quantity,
        status: 'backorder',
        orderable: true,
        availableForBackorder: 'unlimited',
      });
    }
    expect(recordOf({ inventory_quantity: -1 }), 'for sale, so selling goes on').to.include({
      status: 'backorder',
    });
  });

  it('an empty shelf with selling that stops is refused, also where "available" is not told', () => {
    const record = recordOf({ available: undefined, ...counted(0, 'deny') });
    expect(record).to.include({ onHand: 0, status: 'sold-out', orderable: false });
  });

  it('what is not counted is in stock, and its number and date mean nothing', () => {
    for (const inventory_management of [null, '']) {
      const record = recordOf({
        inventory_management,
        ...counted(-12, 'continue'),
        next_incoming_date: '2026-12-01',
        quantity_rule: null,
      });
      expect(record).to.deep.equal({ tracked: false, orderable: true, status: 'in-stock' });
    }
  });

  it('a number of which nobody tells whether it counts makes no claim when it is used up', () => {
    const [read] = readProductJson({ id: 9, variants: [{ inventory_quantity: -2, incoming: false }] });
    expect(read?.variants[0]?.record).to.deep.equal({});
  });

  it('reads the incoming date, also as Liquid prints it, and not where nothing is incoming', () => {
    const date = (more: object) => recordOf({ ...counted(0, 'continue'), ...more })?.restock?.window?.start;
    expect(date({ incoming: true, next_incoming_date: '2026-12-01' })).to.equal('2026-12-01');
    expect(date({ next_incoming_date: '2026-12-01 00:00:00 -0500' })).to.equal('2026-12-01');
    expect(date({ incoming: false, next_incoming_date: '2026-12-01' })).to.equal(undefined);
    expect(date({ incoming: true, next_incoming_date: 'early December' })).to.equal(undefined);
    expect(date({ incoming: true, next_incoming_date: null })).to.equal(undefined);
  });

  it('reads the rule of quantities', () => {
    expect(recordOf({ quantity_rule: { min: 6, max: 60, increment: 6 } })?.quantity).to.deep.equal({
      min: 6,
      max: 60,
      step: 6,
    });
  });

  it('a pre-order plan makes a pre-order of what is not plainly on the shelf', () => {
    const read = (fields: object) =>
      readProductJson(
        product({ ...VARIANT, selling_plan_allocations: [{ selling_plan_id: 31 }], ...fields }),
        {
          plans: ['31'],
        },
      )[0]?.variants[0]?.record;
    expect(read({})).to.include({ status: 'preorder', orderable: true });
    expect(read(counted(0, 'continue'))).to.include({ status: 'preorder' });
    expect(read(counted(5, 'deny'))?.status, 'the plan is a choice').to.equal(undefined);
    const required = read({ ...counted(5, 'deny'), requires_selling_plan: true });
    expect(required).to.include({ status: 'preorder', availableToSell: 5 });
    expect(read({ available: false })?.status).to.equal('sold-out');
  });

  it('takes a list, a wrapped product, and the one variant that a newer theme prints', () => {
    expect(readProductJson({ product: product(VARIANT) })[0]?.id).to.equal('77');
    expect(readProductJson({ products: [product(VARIANT), product(VARIANT)] })).to.have.length(2);
    const [alone] = readProductJson(VARIANT);
    expect(alone?.id).to.equal(undefined);
    expect(alone?.variants[0]?.id).to.equal('4101');
  });

  it('a combination that does not exist is printed as null and gives nothing', () => {
    expect(readProductJson(null)).to.deep.equal([]);
  });

  it('a product that is not available as a whole is refused as a whole', () => {
    expect(readProductJson({ ...product(), available: false })[0]?.record.status).to.equal('sold-out');
    expect(readProductJson(product())[0]?.record).to.deep.equal({ orderable: true });
  });

  it('an empty counted shelf, of which nothing else is told, is not known to be sold out', () => {
    expect(recordOf({ available: undefined, inventory_quantity: 0, quantity_rule: null })).to.deep.equal({
      tracked: true,
    });
  });

  it('stays total, frozen and bounded whatever the data is', () => {
    expectTotal(
      (it) => readProductJson(it, { plans: ['1'] }),
      product({ ...VARIANT, ...counted(3, 'continue') }),
    );
    const many = product(...Array<object>(9000).fill(VARIANT));
    expect(readProductJson(many)[0]?.variants.length).to.equal(2000);
  });
});
