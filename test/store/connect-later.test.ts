import { expect } from '@open-wc/testing';
import { connectEndpoint } from '../../src/store/connect-endpoint.js';
import { comeBack, connectLater } from '../../src/store/connect-later.js';
import { Scope } from '../../src/store/scope.js';
import { shared } from '../../src/store/shared-store.js';
import { HOUR, NOW } from '../support/arbitraries.js';
import { json, stubFetch, unstubFetch, type Asked } from '../support/fetch-stub.js';
import { quietConsole } from '../support/quiet.js';
import { Time, turnOfEvents } from '../support/time.js';
import { backorder, told } from '../support/told.js';

const endpoint = '/later';
const KEY = Symbol.for('backorder-elements.store.1');

describe('connectLater', () => {
  quietConsole();
  let time: Time;
  let asked: Asked[];

  const follow = (product: string): Scope => {
    const scope = new Scope(shared().store);
    scope.set({ product });
    scope.subscribe(() => undefined);
    return scope;
  };

  /** Waits for the code that asks, and for the answer. */
  const until = async (times: number): Promise<void> => {
    for (let index = 0; index < 200 && asked.length < times; index += 1) await turnOfEvents();
    await time.pass(0);
    expect(asked).to.have.length(times);
  };

  const nothing = async (): Promise<void> => {
    for (let index = 0; index < 10; index += 1) await turnOfEvents();
    expect(asked).to.deep.equal([]);
  };

  beforeEach(() => {
    time = new Time(NOW);
    delete (globalThis as { [KEY]?: unknown })[KEY];
    asked = stubFetch(() => json({ version: 1, products: [backorder('b'), backorder('a', { onHand: 3 })] }));
    shared().store.put(told([backorder('a')]));
    connectLater(endpoint, ['a', 'unheard-of']);
  });

  afterEach(async () => {
    // For the life of a page there is no end to it: what still waits connects now, and is closed then.
    const before = asked.length;
    follow('c');
    comeBack(true);
    for (let index = 0; index < 200 && asked.length === before; index += 1) await turnOfEvents();
    connectEndpoint(endpoint)();
    unstubFetch();
    time.release();
  });

  it('asks nothing while all that the page names has been asked for', async () => {
    expect(follow('a').offer.state).to.equal('backorder');
    expect(follow('unheard-of').offer.state).to.equal('unknown');
    await nothing();
  });

  it('asks for a product that comes new into the page', async () => {
    const b = follow('b');
    await until(1);
    expect(asked[0]?.url.pathname).to.equal(endpoint);
    expect(asked[0]?.url.searchParams.get('products')).to.equal('b');
    expect(b.offer.state).to.equal('backorder');
  });

  it('asks for what is followed when the shopper comes back to an old page, and past the cache', async () => {
    const a = follow('a');
    comeBack(false);
    await nothing();
    comeBack(true);
    await until(1);
    expect(asked[0]?.request.cache).to.equal('no-cache');
    expect(a.offer.state).to.equal('in-stock');
  });

  it('decides again by the clock when the shopper comes back, without a question', async () => {
    shared().store.put(
      told([backorder('e', { policy: { sell: 'backorder', ends: new Date(NOW + HOUR).toISOString() } })]),
    );
    const e = follow('e');
    expect(e.offer.state).to.equal('backorder');
    time.setClock(2 * HOUR);
    comeBack(false);
    expect(e.offer.state).to.equal('sold-out');
    await nothing();
  });
});
