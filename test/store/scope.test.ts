import { expect } from '@open-wc/testing';
import { parsePolicy } from '../../src/availability/parse-policy.js';
import { parseRecord } from '../../src/availability/parse-record.js';
import { AvailabilityStore } from '../../src/store/availability-store.js';
import { Scope } from '../../src/store/scope.js';
import { DAY, HOUR, NOW } from '../support/arbitraries.js';
import { planOf } from '../support/delivery.js';
import { Time } from '../support/time.js';
import { backorder, inStock, told } from '../support/told.js';

describe('Scope', () => {
  let time: Time;
  let store: AvailabilityStore;
  let scope: Scope;
  let offers: string[];

  /** Subscribes, and lists the states of the offers that come. */
  const listen = (): (() => void) => scope.subscribe((offer) => offers.push(offer.state));

  beforeEach(() => {
    time = new Time(NOW);
    store = new AvailabilityStore();
    scope = new Scope(store);
    offers = [];
  });

  afterEach(() => time.release());

  it('knows nothing while it is about nothing', () => {
    expect(scope.offer.state).to.equal('unknown');
    expect(scope.offer.control).to.equal('theme');
  });

  it('decides nothing again while nothing that it was decided from has changed', () => {
    const restock = new Date(NOW + 2 * DAY).toISOString().slice(0, 10);
    scope.set({
      record: parseRecord({ onHand: 0, restock }).record,
      policy: parsePolicy({ sell: 'backorder' }).policy,
    });
    const decided = (): boolean => {
      const before = scope.offer;
      store.refreshAll();
      scope.refresh();
      return scope.offer !== before;
    };
    const stop = listen();
    expect(scope.offer.promise?.window.end).to.equal(restock);
    expect(decided()).to.equal(false);
    // Another quantity, another plan, and the end of the day that was promised are each a reason.
    scope.set({ quantity: 2 });
    expect(scope.offer.wanted).to.equal(2);
    scope.set({ record: parseRecord({ onHand: 9 }).record });
    expect(scope.offer.state).to.equal('in-stock');
    store.put(told([], { disabled: true }));
    expect(decided()).to.equal(true);
    expect(scope.offer.state).to.equal('unknown');
    stop();
  });

  it('products that have not changed make nothing when all are looked at again, also with a calendar', () => {
    const products = Array.from({ length: 100 }, (_, index) => ({
      id: `p${index}`,
      onHand: index % 2,
      policy: { sell: 'backorder' },
      ...(index % 3 === 0 && { variants: [{ id: `v${index}`, onHand: 0 }] }),
    }));
    const { plan } = planOf({ timeZone: 'UTC', handlingTime: { max: 1 }, leadTime: { max: 9 } });
    store.reckonFor = (product, variant) => plan.reckonFor(product, variant);
    store.put(told(products));
    const scopes = products.map(({ id }) => {
      const one = new Scope(store);
      one.set({ product: id });
      one.subscribe(() => undefined);
      return one;
    });
    expect(scopes[2]?.offer.promise?.leadTime).to.equal(undefined);
    const before = scopes.map((one) => one.offer);

    /** What is read of the store, and made into text, while something is done. */
    const counted = (act: () => void): readonly number[] => {
      const { lookup, find, reckonFor } = store;
      const { stringify } = JSON;
      let [looked, reckoned, written] = [0, 0, 0];
      store.lookup = (...all) => ((looked += 1), lookup.apply(store, all));
      store.find = (...all) => ((looked += 1), find.apply(store, all));
      store.reckonFor = (...all) => ((reckoned += 1), reckonFor?.(...all));
      JSON.stringify = ((...all: Parameters<typeof stringify>) => (
        (written += 1),
        stringify(...all)
      )) as typeof stringify;
      try {
        act();
      } finally {
        Object.assign(store, { lookup, find, reckonFor });
        JSON.stringify = stringify;
      }
      return [looked, reckoned, written];
    };
    expect(counted(() => store.refreshAll())).to.deep.equal([0, 0, 0]);
    expect(scopes.map((one, index) => one.offer === before[index])).not.to.include(false);

    // One of them has sold out: that one is looked up, once, and nobody else.
    const next = told(products.map((it) => (it.id === 'p1' ? { ...it, onHand: 0 } : it)));
    const [looked, reckoned] = counted(() => {
      store.put(next, 1);
      store.refreshAll();
    });
    expect([looked, reckoned]).to.deep.equal([2, 1]);
    expect(scopes.filter((one, index) => one.offer !== before[index])).to.deep.equal([scopes[1]]);
    expect(scopes[1]?.offer.state).to.equal('backorder');

    // What the page or the calendar tells besides is a reason to look at all of them.
    store.facts += 1;
    expect(counted(() => store.refreshAll())[0]).to.be.above(100);
  });

  it('follows the store from its first listener to its last', () => {
    scope.set({ product: 'a' });
    expect(store.followed).to.deep.equal([]);
    const [stopOne, stopTwo] = [listen(), listen()];
    expect(store.followed).to.deep.equal(['a']);
    stopOne();
    expect(store.followed).to.deep.equal(['a']);
    stopTwo();
    stopTwo();
    expect(store.followed).to.deep.equal([]);
  });

  it('gives a new offer when what the store knows has changed, and only then', () => {
    scope.set({ product: 'a' });
    listen();
    store.put(told([backorder('a')]));
    store.put(told([backorder('a')]), 1);
    store.put(told([backorder('a'), backorder('b')]), 2);
    store.put(told([inStock('a')]), 3);
    expect(offers).to.deep.equal(['backorder', 'in-stock']);
  });

  it('is silent when another record makes the same offer', () => {
    scope.set({ product: 'a' });
    store.put(told([inStock('a')]));
    listen();
    expect(scope.offer.quantity.max).to.equal(5);
    store.put(told([inStock('a', { onHand: 6, quantity: { max: 5 } })]));
    expect(scope.product?.record.onHand).to.equal(6);
    expect(offers).to.deep.equal([]);
  });

  it('tells its listeners of new settings of the shop, which no offer shows', () => {
    scope.set({ product: 'a' });
    store.put(told([backorder('a')]));
    listen();
    store.put(told([backorder('a')], { messages: { en: { 'badge.backorder': 'Later' } } }));
    expect(offers).to.deep.equal(['backorder']);
  });

  it('changes what it follows with what it is about', () => {
    listen();
    expect(store.followed).to.deep.equal([]);
    store.put(told([backorder('a'), inStock('b')]));
    scope.set({ product: 'a' });
    expect(store.followed).to.deep.equal(['a']);
    scope.set({ product: 'b' });
    expect(store.followed).to.deep.equal(['b']);
    scope.set({ product: undefined });
    expect(store.followed).to.deep.equal([]);
    expect(offers).to.deep.equal(['backorder', 'in-stock', 'unknown']);
  });

  it('keeps what is not named when it is set', () => {
    store.put(told([backorder('a', { onHand: 2 })]));
    scope.set({ product: 'a', quantity: 3 });
    scope.set({ selection: { id: 'x' } });
    expect(scope.settings).to.deep.include({ product: 'a', quantity: 3 });
  });

  it('S12 the quantity decides', () => {
    store.put(told([backorder('a', { onHand: 2 })]));
    scope.set({ product: 'a' });
    listen();
    scope.set({ quantity: 2 });
    scope.set({ quantity: 3 });
    expect(scope.offer.split).to.deep.equal({ now: 2, later: 1, refused: 0 });
    expect(offers).to.deep.equal(['in-stock', 'backorder']);
  });

  it('the variant decides; without one the product as a whole, which leaves the shop’s control alone', () => {
    const variants = [
      { id: '11', onHand: 3 },
      { id: '12', onHand: 0 },
    ];
    store.put(told([{ id: 'a', policy: { sell: 'backorder' }, variants }]));
    scope.set({ product: 'a' });
    expect([scope.offer.state, scope.offer.control]).to.deep.equal(['in-stock', 'theme']);
    scope.set({ selection: { id: '12' } });
    expect([scope.offer.state, scope.offer.control]).to.deep.equal(['backorder', 'swap']);
  });

  it('a record of its own goes before the store, which is then not asked', () => {
    const asked: string[] = [];
    store.ask = (references) => asked.push(...references);
    store.put(told([inStock('a')]));
    const { record } = parseRecord({ onHand: 0 });
    const { policy } = parsePolicy({ sell: 'preorder' });
    scope.set({ product: 'a', record, policy });
    listen();
    expect(scope.offer.state).to.equal('preorder');
    expect(store.followed).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
  });

  it('goes back to the store when its own record is taken away, and the other way round', () => {
    store.put(told([inStock('a')]));
    const { record } = parseRecord({ status: 'sold-out' });
    scope.set({ product: 'a', record });
    listen();
    scope.set({ record: undefined });
    expect(store.followed).to.deep.equal(['a']);
    store.put(told([backorder('a')]), 1);
    scope.set({ record });
    expect(store.followed).to.deep.equal([]);
    expect(offers).to.deep.equal(['in-stock', 'backorder', 'sold-out']);
  });

  it('D08 a button that the theme has switched off sells nothing', () => {
    store.put(told([backorder('a')]));
    scope.set({ product: 'a' });
    listen();
    scope.set({ blocked: true });
    expect(scope.offer.control).to.equal('theme');
    expect(scope.offer.state).to.equal('sold-out');
    scope.set({ blocked: false });
    expect(offers).to.deep.equal(['sold-out', 'backorder']);
  });

  it('K22 knows nothing once the merchant has switched everything off', () => {
    store.put(told([backorder('a')]));
    scope.set({ product: 'a' });
    listen();
    store.put(told([backorder('a')], { disabled: true }), 1);
    expect(offers).to.deep.equal(['unknown']);
    store.put(told([backorder('a')]), 2);
    expect(offers).to.deep.equal(['unknown', 'backorder']);
  });

  describe('time', () => {
    const told12 = (): void => store.put(told([backorder('a')]));

    it('T11 decides again when the promised day has passed', async () => {
      told12();
      scope.set({ product: 'a' });
      const said = new Set<string>();
      scope.subscribe((offer) => said.add(offer.withheld ?? 'promised'));
      expect(scope.offer.withheld).to.equal(undefined);
      await time.pass(16 * DAY);
      expect([...said]).not.to.include('date-passed');
      await time.pass(2 * DAY);
      expect([...said]).to.include('date-passed');
      expect(scope.offer.withheld).to.equal('date-passed');
    });

    it('D43 a thousand scopes have one timer', async () => {
      told12();
      const stops = Array.from({ length: 1000 }, () => {
        const one = new Scope(store);
        one.set({ product: 'a' });
        const stop = one.subscribe(() => undefined);
        expect(one.offer.changesAt).to.be.above(NOW);
        return stop;
      });
      await time.pass(0);
      expect(time.waits).to.have.length(1);
      for (const stop of stops) stop();
      // What it rings for then is nobody, once.
      await time.pass(400 * DAY);
      expect(time.waits).to.deep.equal([]);
    });

    it('a scope with a record of its own leaves no timer that is set again', async () => {
      scope.set({
        record: parseRecord({ onHand: 0, restock: '2026-12-12' }).record,
        policy: parsePolicy({ sell: 'backorder' }).policy,
      });
      const stop = listen();
      expect(scope.offer.changesAt).to.be.above(NOW);
      await time.pass(0);
      expect(time.waits).to.have.length(1);
      stop();
      await time.pass(400 * DAY);
      expect(time.waits).to.deep.equal([]);
    });

    it('sets no timer for whoever only asks', async () => {
      told12();
      scope.set({ product: 'a' });
      expect(scope.offer.state).to.equal('backorder');
      await time.pass(0);
      expect(time.waits).to.deep.equal([]);
    });

    it('an offer is as old as its last listener: later it is decided anew', async () => {
      told12();
      scope.set({ product: 'a' });
      listen()();
      await time.pass(20 * DAY + HOUR);
      expect(scope.offer.withheld).to.equal('date-passed');
    });
  });
});
