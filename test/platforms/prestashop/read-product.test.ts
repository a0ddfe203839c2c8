import { expect } from '@open-wc/testing';
import { readPrestashopProducts } from '../../../src/platforms/prestashop/read-product.js';
import type { ProductReading } from '../../../src/platforms/reading.js';
import { describeWithstanding, stateOf } from '../../support/reader-suite.js';

const product = (more: object = {}): object => ({
  id_product: 3,
  id_product_attribute: 0,
  reference: 'LAMP',
  link_rewrite: 'lamp',
  minimal_quantity: '2',
  available_for_order: '1',
  available_date: null,
  out_of_stock: 2,
  allow_oosp: 0,
  quantity: 9,
  available_now: 'Ready',
  available_later: 'Back soon',
  attributes: [],
  ...more,
});

const read = (more: object = {}): ProductReading | undefined => readPrestashopProducts(product(more))[0];

describe('readPrestashopProducts', () => {
  it('reads a product without combinations, numbers as texts included', () => {
    expect(read()).to.deep.equal({
      id: '3',
      sku: 'LAMP',
      handle: 'lamp',
      record: { onHand: 9, orderable: true, availableToSell: 9, quantity: { min: 2 } },
      message: 'Ready',
      variants: [],
    });
  });

  it('reads the chosen combination as its variant', () => {
    const chosen = read({
      id_product_attribute: '41',
      attributes: { '1': { name: 'Red', group: 'Color' }, '4': { name: 'S', group: 'Size' } },
    });
    expect(chosen?.record).to.deep.equal({});
    expect(chosen?.variants[0]).to.deep.include({ id: '41', sku: 'LAMP' });
    expect(chosen?.variants[0]?.options).to.deep.equal({ Color: 'Red', Size: 'S' });
    expect(stateOf(chosen?.variants[0])).to.equal('in-stock');
  });

  it('counts nothing where stock management is off, though every order is allowed', () => {
    const off = { allow_oosp: true, show_availability: false, availability: null };
    expect(read({ ...off, quantity: 0 })?.record).to.deep.equal({ quantity: { min: 2 } });
    expect(stateOf(read({ ...off, quantity: 12 }))).to.equal('unknown');
  });

  it('sells nothing that is not active, whatever lies there', () => {
    const refused = { status: 'sold-out', orderable: false };
    for (const active of [false, 0, '0']) {
      expect(read({ active, availability: 'discontinued' })?.record).to.deep.include(refused);
      expect(read({ active, quantity: 0, allow_oosp: true })?.record).to.deep.include(refused);
    }
    expect(stateOf(read({ active: '1' }))).to.equal('in-stock');
  });

  it('sells past an empty shelf where the shop allows it, until its date', () => {
    const later = read({ quantity: -2, allow_oosp: true, available_date: '2027-01-15' });
    expect(later?.record).to.deep.include({
      onHand: -2,
      status: 'backorder',
      availableForBackorder: 'unlimited',
    });
    expect(later?.record.restock?.window?.start).to.equal('2027-01-15');
    expect(later?.message).to.equal('Back soon');
    expect(read({ available_date: '0000-00-00' })?.record.restock).to.equal(undefined);
    expect(read({ available_date: '2027-01-15 00:00:00' })?.record.restock?.window?.start).to.equal(
      '2027-01-15',
    );
  });

  it('refuses an empty shelf otherwise: a text about later is no leave to order', () => {
    expect(read({ quantity: 0 })?.record).to.deep.include({ status: 'sold-out', orderable: false });
  });

  it('reads out_of_stock 0 and 1, but not 2, which is what the shop does', () => {
    const told = (out_of_stock: unknown): unknown =>
      readPrestashopProducts({ id_product: 1, quantity: 0, out_of_stock })[0]?.record;
    expect(told('0')).to.deep.include({ orderable: false });
    expect(told(1)).to.deep.include({ orderable: true, status: 'backorder' });
    expect(told('2')).to.deep.equal({ onHand: 0, status: 'sold-out' });
  });

  it('refuses what is not for order, though it lies there', () => {
    expect(read({ available_for_order: '0' })?.record).to.deep.include({
      status: 'sold-out',
      orderable: false,
    });
    expect(read({ available_for_order: '0' })?.record.onHand).to.equal(undefined);
  });

  it('calls low what the shop calls the last items', () => {
    expect(read({ availability: 'last_remaining_items' })?.low).to.equal(true);
    expect(read({ availability: 'available' })?.low).to.equal(undefined);
  });

  it('believes the number and not "unavailable" when more was wanted than there is', () => {
    expect(stateOf(read({ availability: 'unavailable' }))).to.equal('in-stock');
    expect(read({ availability: 'unavailable', quantity: 0, allow_oosp: 1 })?.record.orderable).to.equal(
      false,
    );
  });

  it('knows nothing of a line that tells no quantity of its own', () => {
    const [line] = readPrestashopProducts({ name: 'Lamp', stock_quantity: 0, out_of_stock: '2' });
    expect(line?.record).to.deep.equal({});
  });

  describeWithstanding(
    readPrestashopProducts,
    product({ attributes: { '1': { name: 'Red', group: 'Color' } } }),
  );
});
