import { expect } from '@open-wc/testing';
import { cartPromise, type CartLine, type CartPromise } from '../../src/availability/cart-promise.js';
import { deliveryPlan } from '../../src/availability/delivery-plan.js';
import { BERLIN, inShort, MONDAY, offered } from '../support/delivery.js';
import { isDeepFrozen } from '../support/arbitraries.js';

const document = (product: object, delivery: object = BERLIN): object => ({
  version: 1,
  policy: { sell: 'backorder' },
  delivery,
  products: [{ id: 'p', onHand: 0, backordered: 0, ...product }],
});
const due = (date: string, quantity = 9): object => ({
  quantity,
  date,
  basis: 'ship',
  confidence: 'confirmed',
});
const line = (product: object, wanted: number, delivery?: object): CartLine => ({
  offer: offered(document(product, delivery), wanted),
});

const chair = line({ onHand: 2, shipments: [due('2026-12-10', 1), due('2027-01-15')] }, 5);
const lamp = line({ shipments: [due('2026-12-10')] }, 1);
const shelf = line({ onHand: 9 }, 4);
const vague = line({}, 2);

/** Shipments in short: their pieces by line, and their days. */
function inWords({ shipments }: CartPromise): readonly string[] {
  return shipments.map(
    (it) =>
      `${it.lines.map((piece) => `${piece.line}x${piece.quantity}`).join('+')} ${it.basis ?? 'usual'} ${inShort(it)}`,
  );
}

describe('a cart that ships apart', () => {
  it('has a shipment for each date, with the pieces of all lines that have it; what is on the shelf ships as usual', () => {
    const cart = cartPromise([chair, lamp, shelf]);
    expect(inWords(cart)).to.deep.equal([
      '0x2+2x4 usual none',
      '0x1+1x1 ship 2026-12-10 day confirmed',
      '0x2 ship 2027-01-15 day confirmed',
    ]);
    expect(cart.undated).to.deep.equal([]);
    expect(inShort(cart.last)).to.equal('2027-01-15 day confirmed');
    expect(isDeepFrozen(cart)).to.equal(true);
  });

  it('says which lines have pieces without a date, and has no last date then', () => {
    const cart = cartPromise([chair, vague]);
    expect(cart.undated).to.deep.equal([1]);
    expect(cart.last).to.equal(undefined);
    expect(cart.shipments.length).to.equal(3);
    const nobody = { offer: {} };
    expect(cartPromise([nobody, lamp]).undated).to.deep.equal([0]);
  });

  it('says so of a line of which only some have one', () => {
    const some = line({ shipments: [due('2026-12-10', 1)] }, 3);
    expect(cartPromise([some]).undated).to.deep.equal([0]);
    expect(inWords(cartPromise([some]))).to.deep.equal(['0x1 ship 2026-12-10 day confirmed']);
  });

  it('takes the reckoned days of what is on the shelf', () => {
    const ready = {
      window: { start: '2026-11-24', end: '2026-11-25', precision: 'day' },
      basis: 'ship',
      confidence: 'confirmed',
    } as const;
    expect(inWords(cartPromise([{ ...shelf, ready }, lamp]))).to.deep.equal([
      '0x4 ship 2026-11-24/2026-11-25 day confirmed',
      '1x1 ship 2026-12-10 day confirmed',
    ]);
  });

  it('has nothing to say where all ships as usual, or nothing is in it', () => {
    expect(cartPromise([shelf])).to.deep.include({ undated: [] });
    expect(cartPromise([shelf]).last).to.equal(undefined);
    expect(cartPromise([])).to.deep.equal({ shipments: [], undated: [] });
  });
});

describe('a cart that ships together', () => {
  it('is one shipment with the last of it', () => {
    const cart = cartPromise([chair, lamp, shelf], 'together');
    expect(inWords(cart)).to.deep.equal(['0x2+0x1+0x2+1x1+2x4 ship 2027-01-15 day confirmed']);
    expect(inShort(cart.last)).to.equal('2027-01-15 day confirmed');
  });

  it('is as exact and as sure as the worst of it', () => {
    const month = line({ shipments: [{ ...due('2026-12'), confidence: 'estimated' }] }, 1);
    const cart = cartPromise([month, lamp], 'together');
    expect(inWords(cart)).to.deep.equal(['0x1+1x1 ship 2026-12-01/2026-12-31 month estimated']);
  });

  it('has no date where anything in it has none: all of it waits', () => {
    const cart = cartPromise([lamp, vague, shelf], 'together');
    expect(cart).to.deep.equal({ shipments: [], undated: [0, 1, 2] });
  });

  it('has no date out of one of dispatch and one of arrival', () => {
    const arrives = line({ restock: { date: '2026-12-12', basis: 'deliver' } }, 1);
    expect(cartPromise([lamp, arrives], 'together')).to.deep.equal({ shipments: [], undated: [0, 1] });
    expect(inWords(cartPromise([arrives, shelf], 'together'))).to.deep.equal([
      '0x1+1x4 deliver 2026-12-12 day estimated',
    ]);
  });

  it('arrives as late as the slowest of it that ships with the last, not when each would have by itself', () => {
    const delivery = {
      ...BERLIN,
      transitTime: [{ max: 1 }, { shippingClass: 'bulky', max: 10 }],
      destination: { addressCountry: 'DE' },
    };
    const bulky = line({ shipments: [due('2026-12-01')], shippingClass: 'bulky' }, 1, delivery);
    const small = line({ shipments: [due('2026-12-14')] }, 1, delivery);
    expect(bulky.offer.promise?.window.end).to.equal('2026-12-15');
    expect(small.offer.promise?.window.end).to.equal('2026-12-15');
    const plan = deliveryPlan({ delivery, products: [{ id: 'bulky', shippingClass: 'bulky' }] });
    if (!plan.ok) throw new Error('no plan');
    const items = [{ product: 'bulky' }, { product: 'small' }];
    const cart = cartPromise([bulky, small], 'together', (ship) => plan.value.arriveFor(ship, items));
    expect(inWords(cart)).to.deep.equal(['0x1+1x1 deliver 2026-12-28 day estimated']);
    expect(inWords(cartPromise([bulky, small], 'together'))).to.deep.equal([
      '0x1+1x1 ship 2026-12-14 day confirmed',
    ]);
    expect(
      plan.value.arriveFor(
        { window: { start: '2026-12-14', end: '2026-12-14', precision: 'day' }, confidence: 'confirmed' },
        [],
      ),
    ).to.equal(undefined);
    expect(MONDAY).to.be.lessThan(Date.parse('2026-12-01'));
  });
});
