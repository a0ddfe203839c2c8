import { expect } from '@open-wc/testing';
import { AvailabilityStore, type Follower } from '../../src/store/availability-store.js';
import { HOUR, NOW } from '../support/arbitraries.js';
import { Time } from '../support/time.js';
import { backorder, inStock, told } from '../support/told.js';

/** Somebody who follows a product, and counts how often there was something to look at. */
class Counter implements Follower {
  readonly reference: string;
  times = 0;

  constructor(reference: string) {
    this.reference = reference;
  }

  refresh(): void {
    this.times += 1;
  }
}

const NOTHING = { product: undefined, variant: undefined, record: undefined, policy: {} };

describe('AvailabilityStore', () => {
  let store: AvailabilityStore;

  /** Follows all of these. */
  const follow = (...references: string[]): Counter[] =>
    references.map((reference) => {
      const follower = new Counter(reference);
      store.follow(follower);
      return follower;
    });

  const onHand = (reference: string, selection = {}): number | undefined =>
    store.lookup(reference, selection).record?.onHand;

  beforeEach(() => {
    store = new AvailabilityStore();
  });

  it('knows nothing at first', () => {
    expect(store.lookup('a', {})).to.deep.equal(NOTHING);
    expect(store.followed).to.deep.equal([]);
    expect([store.signUp, store.disabled]).to.deep.equal([undefined, false]);
  });

  it('finds a product by each of its names, and a variant by its own', () => {
    const variants = [
      { id: '11', sku: 'T-OAK', options: { Wood: 'Oak' }, onHand: 3 },
      { id: '12', sku: 'T-ASH', options: { Wood: 'Ash' }, onHand: 7 },
    ];
    store.put(told([{ id: '1', handle: 'table', sku: 'T', variants }]));
    for (const name of ['1', 'table', 'T', '11', 'T-OAK']) {
      expect(store.lookup(name, {}).product?.id, name).to.equal('1');
    }
    for (const [reference, selection] of [
      ['1', { id: '12' }],
      ['table', { sku: 'T-ASH' }],
      ['T', { options: { Wood: 'Ash' } }],
      ['12', {}],
      ['T-ASH', {}],
      ['11', { id: '12' }],
    ] as const) {
      expect(onHand(reference, selection), JSON.stringify([reference, selection])).to.equal(7);
    }
  });

  it('gives no record of a product whose variant is not chosen, or is none that it knows', () => {
    store.put(told([{ id: '1', onHand: 0, variants: [{ id: '11' }, { id: '12' }] }]));
    for (const selection of [{}, { id: '99' }, { options: {} }]) {
      expect(store.lookup('1', selection).record, JSON.stringify(selection)).to.equal(undefined);
    }
  });

  it('tells only those who follow a product that has changed', () => {
    store.put(told([backorder('a'), backorder('b')]));
    const [a, alsoA, b] = follow('a', 'a', 'b') as [Counter, Counter, Counter];
    store.put(told([backorder('a', { onHand: 4 }), backorder('b')]));
    expect([a.times, alsoA.times, b.times]).to.deep.equal([1, 1, 0]);
    expect(onHand('a')).to.equal(4);
  });

  it('is silent when the same comes again', () => {
    const all = [backorder('a'), inStock('b')];
    store.put(told(all, { messages: { en: { 'badge.backorder': 'x' } }, signUp: { url: '/s' } }));
    const followers = follow('a', 'b');
    for (let turn = 1; turn < 4; turn += 1) {
      store.put(told(all, { messages: { en: { 'badge.backorder': 'x' } }, signUp: { url: '/s' } }), turn);
    }
    expect(followers.map(({ times }) => times)).to.deep.equal([0, 0]);
  });

  it('tells followers by another name of the product, and of one of its variants', () => {
    const product = (count: number): object => ({
      id: '1',
      handle: 'h',
      variants: [{ id: '11', onHand: count }],
    });
    store.put(told([product(1)]));
    const followers = follow('1', 'h', '11');
    store.put(told([product(2)]));
    expect(followers.map(({ times }) => times)).to.deep.equal([1, 1, 1]);
  });

  it('tells those who waited for a product that nobody knew', () => {
    const [a, b] = follow('a', 'b') as [Counter, Counter];
    store.put(told([backorder('a')]));
    expect([a.times, b.times]).to.deep.equal([1, 0]);
  });

  describe('D09 late answers', () => {
    it('of a product are dropped when a newer request was answered', () => {
      store.put(told([backorder('a', { onHand: 2 })]), 2);
      const [a] = follow('a') as [Counter];
      store.put(told([backorder('a', { onHand: 1 })]), 1);
      expect(onHand('a')).to.equal(2);
      expect(a.times).to.equal(0);
      store.put(told([backorder('a', { onHand: 3 })]), 3);
      expect(onHand('a')).to.equal(3);
    });

    it('still tell of products that the newer answer was not about', () => {
      store.put(told([backorder('a')]), 2);
      store.put(told([backorder('b', { onHand: 1 })]), 1);
      expect(onHand('b')).to.equal(1);
    });

    it('do not undo the newer answer about the shop: switched off stays switched off', () => {
      store.put(told([], { disabled: true, signUp: { url: '/new' }, messages: { en: { a: 'new' } } }), 2);
      store.put(told([], { disabled: false, signUp: { url: '/old' }, messages: { en: { a: 'old' } } }), 1);
      expect(store.disabled).to.equal(true);
      expect(store.signUp?.url).to.equal('/new');
      expect({ ...store.wording.en }).to.deep.equal({ a: 'new' });
    });
  });

  describe('settings of the shop', () => {
    for (const [name, more] of [
      ['K22 the switch', { disabled: true }],
      ['the wording', { messages: { en: { 'badge.backorder': 'Later' } } }],
      ['where sign-ups go', { signUp: { url: '/s' } }],
    ] as const) {
      it(`${name}: a change tells everyone, whoever it may concern`, () => {
        store.put(told([backorder('a')]));
        const followers = follow('a', 'unheard-of');
        store.put(told([backorder('a')], more));
        expect(followers.map(({ times }) => times)).to.deep.equal([1, 1]);
        store.put(told([backorder('a')], more));
        expect(followers.map(({ times }) => times)).to.deep.equal([1, 1]);
      });
    }

    it('are those of the last document', () => {
      store.put(told([], { signUp: { url: '/a' }, policy: { sell: 'backorder' } }));
      expect(store.lookup('x', {}).policy.sell).to.equal('backorder');
      store.put(told([]));
      expect(store.signUp).to.equal(undefined);
      expect(store.lookup('x', {}).policy).to.deep.equal({});
    });
  });

  describe('asking', () => {
    it('asks for what it does not know, once for all who follow it', () => {
      const asked: string[] = [];
      store.ask = (references) => asked.push(...references);
      store.put(told([backorder('known')]));
      follow('known', 'a', 'a', 'b');
      expect(asked).to.deep.equal(['a', 'b']);
      expect(store.followed).to.deep.equal(['known', 'a', 'b']);
    });

    it('without a source nothing is asked', () => {
      expect(() => follow('a')).not.to.throw();
    });

    it('forgets who has stopped, and is not troubled by stopping twice', () => {
      const one = new Counter('a');
      const two = new Counter('a');
      store.follow(one);
      store.follow(two);
      store.unfollow(one, 'a');
      store.unfollow(one, 'a');
      expect(store.followed).to.deep.equal(['a']);
      store.unfollow(two, 'a');
      expect(store.followed).to.deep.equal([]);
      store.put(told([backorder('a')]));
      expect(one.times).to.equal(0);
    });

    it('whoever stops while others are told is told once at most, and breaks nothing', () => {
      const followers: Follower[] = [];
      let times = 0;
      for (let index = 0; index < 5; index += 1) {
        const follower: Follower = {
          reference: 'a',
          refresh: () => {
            times += 1;
            for (const it of followers) store.unfollow(it, 'a');
          },
        };
        followers.push(follower);
        store.follow(follower);
      }
      store.put(told([backorder('a')]));
      expect(times).to.be.within(1, 5);
      expect(store.followed).to.deep.equal([]);
    });
  });

  describe('time', () => {
    let time: Time;

    beforeEach(() => {
      time = new Time(NOW);
      store = new AvailabilityStore();
    });

    afterEach(() => time.release());

    it('wakes a follower at the instant it asked for', async () => {
      const [a] = follow('a') as [Counter];
      store.wakeAt(NOW + HOUR);
      await time.pass(HOUR - 1);
      expect(a.times).to.equal(0);
      await time.pass(1);
      expect(a.times).to.equal(1);
    });

    it('refreshAll has everyone look again', () => {
      const followers = follow('a', 'b', 'c');
      store.refreshAll();
      expect(followers.map(({ times }) => times)).to.deep.equal([1, 1, 1]);
    });
  });

  it('H14 the names of Object.prototype are names of nothing', () => {
    store.put(told([backorder('a')]));
    for (const name of ['toString', 'constructor', '__proto__', 'hasOwnProperty']) {
      expect(store.lookup(name, { id: name, sku: name }), name).to.deep.equal(NOTHING);
    }
  });

  it('D43 follows a thousand products at little cost', () => {
    const many = Array.from({ length: 1000 }, (_, index) => backorder(`p${index}`));
    const followers = follow(...many.map((_, index) => `p${index}`));
    const began = performance.now();
    store.put(told(many));
    store.put(told(many));
    expect(followers.every(({ times }) => times === 1)).to.equal(true);
    // A few milliseconds; the bound is for slow machines that do other things as well.
    expect(performance.now() - began).to.be.below(500);
  });
});
