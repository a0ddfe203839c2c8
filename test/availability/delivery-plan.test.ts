import { expect } from '@open-wc/testing';
import { decideProduct } from '../../src/availability/decide-product.js';
import { deliveryPlan, type DeliveryPlan } from '../../src/availability/delivery-plan.js';
import { parseDocument } from '../../src/availability/document.js';
import { explainProblem } from '../../src/availability/explain-problem.js';
import { parseDestination } from '../../src/availability/parse-destination.js';
import { parseRecord } from '../../src/availability/parse-record.js';
import { NO_POLICY } from '../../src/availability/policy.js';
import { BERLIN, inShort, MONDAY, offered, partsInShort, planOf } from '../support/delivery.js';
import { HOUR } from '../support/arbitraries.js';

const first = { quantity: 10, date: '2026-12-10', confidence: 'confirmed' };
const second = { quantity: 10, date: '2027-01-15', confidence: 'confirmed' };

function promisedFor(plan: DeliveryPlan, variant: string | undefined, record: object, pieces = 1): string {
  const found = plan.reckonFor('p', variant)(
    parseRecord(record).record,
    NO_POLICY,
    'backorder',
    MONDAY,
    pieces,
  );
  return found?.withheld ?? inShort(found?.promise);
}

describe('a delivery plan', () => {
  it('is none of a document without delivery data', () => {
    for (const value of [
      undefined,
      null,
      5,
      'x',
      [],
      {},
      { delivery: 5 },
      { delivery: [] },
      { products: [] },
    ]) {
      const found = deliveryPlan(value);
      expect(found.ok, JSON.stringify(value)).to.equal(false);
      if (!found.ok) expect(explainProblem(found.problem)).to.match(/^expected /);
    }
  });

  it('is read though some of it cannot be; each problem says where and what would have been right', () => {
    const delivery = {
      timeZone: 'Mars/Phobos',
      businessDays: ['Monday', 'Funday'],
      holidays: ['2026-02-30'],
      cutoffTime: '25:00',
      handlingTime: { min: 5, max: 2 },
      leadTime: { observed: [1, 2] },
      transitTime: [
        { addressCountry: 'Germany', max: 2 },
        { postalCodePrefix: '9', max: 2 },
      ],
      destination: { addressCountry: 'DE ' },
    };
    const { problems } = planOf(delivery, {
      shipments: [{ date: '2026-12' }],
      shippingClass: 5,
      backordered: '3',
    });
    const said = problems.map((it) => `${it.path}: ${explainProblem(it)}`);
    for (const line of [
      'delivery.timeZone: expected a time zone such as Europe/Berlin, got "Mars/Phobos"',
      'delivery.holidays[0]: expected 2026-12-01, 2026-W49, 2026-12, 2026-Q4, or A/B, got "2026-02-30"',
      'delivery.cutoffTime: expected a time such as 14:00, got "25:00"',
      'delivery.handlingTime: expected min up to max, max up to 365, got "5 to 2"',
      'delivery.leadTime: expected five or more observed days up to 730, got an object',
      'delivery.transitTime[0].addressCountry: expected a country code such as DE, got "Germany"',
      'delivery.transitTime[1]: expected a country beside the region or postcode, got an object',
      'delivery.destination.addressCountry: expected a country code such as DE, got "DE "',
      'products[0].shipments[0]: expected all its fields, got an object',
      'products[0].shippingClass: expected text of up to 500 characters, got 5',
      'products[0].backordered: expected a whole number from 0, got "3"',
    ]) {
      expect(said).to.include(line);
    }
    expect(
      said.some((line) => line.startsWith('delivery.businessDays[1]: expected Monday, Tuesday')),
    ).to.equal(true);
  });

  it('takes no more than it can bear', () => {
    const many = (length: number, entry: unknown): unknown[] => Array.from({ length }, () => entry);
    const big = {
      ...BERLIN,
      holidays: many(501, '2026-12-25'),
      transitTime: many(1001, { max: 2 }),
      leadTime: { observed: many(1001, 5) },
    };
    const { problems } = planOf(big, { shipments: many(101, first) });
    expect(
      problems.filter(({ expected }) => String(expected).startsWith('up to')).map(({ path }) => path),
    ).to.deep.equal([
      'delivery.holidays',
      'delivery.leadTime.observed',
      'delivery.transitTime',
      'products[0].shipments',
    ]);
  });

  it('gives the same function for the same product, and the same promise while it holds', () => {
    const { plan } = planOf({ ...BERLIN, leadTime: { max: 9 } });
    const reckon = plan.reckonFor('p');
    expect(plan.reckonFor('p')).to.equal(reckon);
    expect(plan.reckonFor('p', 'v')).to.not.equal(reckon);
    expect(plan.reckonFor('p', undefined, { addressCountry: 'DE' })).to.not.equal(reckon);
    const { record } = parseRecord({});
    const at = (now: number, pieces = 1): unknown => reckon(record, NO_POLICY, 'backorder', now, pieces);
    const found = at(MONDAY);
    expect(at(MONDAY + HOUR)).to.equal(found);
    expect(at(MONDAY + 5 * HOUR)).to.not.deep.equal(found);
    expect(at(MONDAY)).to.deep.equal(found);
    expect(at(MONDAY, 2)).to.deep.equal(found);
  });

  it('makes nothing new for a page of a thousand products that nothing has changed for', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `p${index}`);
    const products = ids.map((id) => ({ id, backordered: 3, shipments: [first, second] }));
    const found = deliveryPlan({ version: 1, delivery: BERLIN, products });
    if (!found.ok) throw new Error('no plan');
    const { record } = parseRecord({});
    const page = (now: number): readonly unknown[] =>
      ids.map((id) => found.value.reckonFor(id)(record, NO_POLICY, 'backorder', now, 9));
    const before = page(MONDAY);
    const again = page(MONDAY + HOUR);
    expect(again.every((it, index) => it === before[index])).to.equal(true);
  });

  it('forgets rather than grows, for a shopper who tries many places', () => {
    const { plan } = planOf(BERLIN);
    const kept = plan.reckonFor('p');
    for (let code = 0; code < 5000; code++)
      plan.reckonFor('p', undefined, { addressCountry: 'DE', postalCode: `${code}` });
    expect(plan.reckonFor('p')).to.not.equal(kept);
  });

  it('knows where orders go by itself', () => {
    expect(
      planOf({ ...BERLIN, destination: { addressCountry: 'de', postalCode: '80331' } }).plan.destination,
    ).to.deep.include({
      addressCountry: 'DE',
      postalCode: '80331',
    });
    expect(planOf({ ...BERLIN, destination: 'DE' }).plan.destination).to.equal(undefined);
    expect(parseDestination({ addressCountry: 'us', addressRegion: 'HI' }).destination).to.deep.include({
      addressCountry: 'US',
    });
    expect(parseDestination({ addressCountry: 'USA' }).destination).to.equal(undefined);
    expect(parseDestination(null).problems).to.have.length(1);
  });
});

describe('a variant', () => {
  const product = (more: object, variants: readonly object[]): DeliveryPlan =>
    planOf({ ...BERLIN, leadTime: { max: 90 } }, { ...more, variants }).plan;

  it('has its own shipments and queue, and takes the rest from its product', () => {
    const plan = product({ delivery: { handlingTime: { max: 5 } } }, [
      { id: 'a', shipments: [first], backordered: 9 },
      { id: 'b', shipments: [first], backordered: 9, delivery: { handlingTime: { max: 0 } } },
    ]);
    expect(promisedFor(plan, 'a', {})).to.equal('2026-12-17 day confirmed');
    expect(promisedFor(plan, 'b', {})).to.equal('2026-12-10 day confirmed');
  });

  it("shares its product's shipments with the others: those who wait for them wait for the same", () => {
    const variants = [
      { id: 'a', onHand: -6 },
      { id: 'b', onHand: -4 },
      { id: 'c', shipments: [first], onHand: -50 },
    ];
    const plan = product({ shipments: [first, second] }, variants);
    // Ten wait: four of the other, six of its own.
    expect(promisedFor(plan, 'a', { onHand: -6 })).to.match(/^2027-01-18/);
    expect(promisedFor(plan, 'a', { onHand: -5 })).to.match(/^2026-12-11/);
    expect(promisedFor(plan, 'b', { onHand: 2 })).to.match(/^2026-12-11/);
    // What the product says of its queue is of all of them.
    expect(promisedFor(product({ shipments: [first, second], backordered: 12 }, variants), 'b', {})).to.match(
      /^2027-01/,
    );
  });

  it('is as its product where the document does not tell of it', () => {
    const plan = product({ shipments: [first], backordered: 0 }, []);
    expect(promisedFor(plan, 'unheard-of', {})).to.equal(promisedFor(plan, undefined, {}));
  });

  it('has no date where what it says in its product’s place cannot be read', () => {
    const plan = product({ shipments: [first], backordered: 0 }, [
      { id: 'a', delivery: { handlingTime: 'soon' } },
      { id: 'b', delivery: 5 },
    ]);
    expect(promisedFor(plan, 'a', {})).to.equal('bad-delivery');
    expect(promisedFor(plan, 'b', {})).to.equal('bad-delivery');
  });
});

describe('an offer by a delivery plan', () => {
  const document = (more: object = {}): object => ({
    version: 1,
    policy: { sell: 'backorder' },
    delivery: BERLIN,
    products: [{ id: 'p', onHand: 2, backordered: 8, shipments: [first, second], ...more }],
  });

  it('splits: two now, two out of the first shipment, one out of the second', () => {
    const offer = offered(document(), 5);
    expect(offer.split).to.deep.equal({ now: 2, later: 3, refused: 0 });
    expect(partsInShort(offer.parts)).to.deep.equal([
      '2: 2026-12-11/2026-12-14 day confirmed',
      '1: 2027-01-18/2027-01-19 day confirmed',
    ]);
    expect(offered(document(), 3).parts).to.equal(undefined);
    expect(inShort(offered(document(), 3).promise)).to.match(/^2026-12-11/);
  });

  it('together, waits for the last; pieces from the shelf do not stand in the queue', () => {
    const together = document({ policy: { partial: 'together' } });
    expect(offered(together, 5)).to.deep.include({ split: { now: 0, later: 5, refused: 0 } });
    expect(inShort(offered(together, 5).promise)).to.match(/^2027-01-18/);
    expect(inShort(offered(together, 4).promise)).to.match(/^2026-12-11/);
    expect(offered(together, 5).parts).to.equal(undefined);
  });

  it('says why there is no date', () => {
    const offer = offered(document({ backordered: 20 }), 3);
    expect(offer).to.include({ state: 'backorder', withheld: 'no-shipment-left' });
    expect(offer).to.not.have.property('promise');
  });

  it('is decided again when the promise or the sale changes, whichever is first', () => {
    const ends = '2026-11-23T10:00:00Z';
    expect(offered(document(), 3).changesAt).to.equal(Date.parse('2026-11-23T13:00:00Z'));
    expect(offered(document({ policy: { ends } }), 3).changesAt).to.equal(Date.parse(ends));
  });

  it('of a product as a whole is that of the variant that ships last', () => {
    const variants = [
      { id: 'a', onHand: 0, backordered: 0, shipments: [first] },
      { id: 'b', onHand: 0, backordered: 0, shipments: [second] },
    ];
    const whole = document({ onHand: undefined, shipments: undefined, variants });
    const [parsed, plan] = [parseDocument(whole), deliveryPlan(whole)];
    if (!parsed.ok || !plan.ok) throw new Error('no document');
    const [product] = parsed.value.products;
    if (!product) throw new Error('no product');
    const reckonOf = (variant?: string) => plan.value.reckonFor('p', variant);
    expect(inShort(decideProduct(product, 1, MONDAY, reckonOf).promise)).to.match(/^2027-01-18/);
    expect(decideProduct(product, 1, MONDAY).promise).to.equal(undefined);
  });

  it('a plan without an opinion leaves the plain rule', () => {
    const [parsed] = [parseDocument(document({ restock: '2026-12-24' }))];
    if (!parsed.ok) throw new Error('no document');
    const [product] = parsed.value.products;
    if (!product) throw new Error('no product');
    const { promise } = decideProduct(product, 3, MONDAY, () => () => undefined);
    expect(inShort(promise)).to.equal('2026-12-24 day estimated');
  });
});
