import { expect } from '@open-wc/testing';
import { connectEndpoint } from '../../src/store/connect-endpoint.js';
import { Scope } from '../../src/store/scope.js';
import { shared } from '../../src/store/shared-store.js';
import { DAY, NOW } from '../support/arbitraries.js';
import { json, never, stubFetch, unstubFetch, type Asked } from '../support/fetch-stub.js';
import { quietConsole, takeWarnings, warned } from '../support/quiet.js';
import { Time } from '../support/time.js';
import { backorder, inStock } from '../support/told.js';

const KEY = Symbol.for('backorder-elements.store.1');
const answer = (
  products: readonly object[],
  headers: Record<string, string> = {},
  more: object = {},
): Response => json({ version: 1, products, ...more }, headers);
const askedFor = (asked: readonly Asked[]): readonly (string | null)[] =>
  asked.map(({ url }) => url.searchParams.get('products'));

describe('connectEndpoint', () => {
  quietConsole();
  let time: Time;
  let close: () => void;

  /** Follows a product; `now` is the state that is offered. */
  function follow(product: string): { readonly now: string; readonly stop: () => void } {
    const scope = new Scope(shared().store);
    scope.set({ product });
    const stop = scope.subscribe(() => undefined);
    return {
      get now() {
        return scope.offer.state;
      },
      stop,
    };
  }

  beforeEach(() => {
    time = new Time(NOW);
    delete (globalThis as { [KEY]?: unknown })[KEY];
    close = () => undefined;
  });

  afterEach(() => {
    close();
    unstubFetch();
    time.release();
  });

  it('asks for what is followed already, and for what comes, in one request a tick', async () => {
    const asked = stubFetch(() => answer([backorder('a'), inStock('b')]));
    const a = follow('a');
    close = connectEndpoint('/availability');
    const [b, c] = [follow('b'), follow('b')];
    await time.pass(0);
    expect(askedFor(asked)).to.deep.equal(['a,b']);
    expect([a.now, b.now, c.now]).to.deep.equal(['backorder', 'in-stock', 'in-stock']);
    follow('d');
    await time.pass(0);
    expect(askedFor(asked)).to.deep.equal(['a,b', 'd']);
  });

  it('asks once for a product that the answer does not know, however often elements name it', async () => {
    const asked = stubFetch(() => answer([]));
    close = connectEndpoint('/availability');
    for (let index = 0; index < 3; index += 1) {
      follow('nobody').stop();
      await time.pass(0);
    }
    expect(askedFor(asked)).to.deep.equal(['nobody']);
  });

  it('does not ask for what the loader has asked for', async () => {
    const asked = stubFetch(() => answer([]));
    follow('a');
    follow('b');
    close = connectEndpoint('/availability', ['a']);
    await time.pass(0);
    expect(askedFor(asked)).to.deep.equal(['b']);
  });

  it('asks for all of it again where the loader’s answer may be old', async () => {
    const asked = stubFetch(() => answer([]));
    follow('a');
    close = connectEndpoint('/availability', ['a'], true);
    await time.pass(0);
    expect(askedFor(asked)).to.deep.equal(['a']);
    expect(asked[0]?.request.cache).to.equal('no-cache');
  });

  it('is one a page: the same address again changes nothing', async () => {
    const asked = stubFetch(() => answer([]));
    close = connectEndpoint('/availability');
    follow('a');
    expect(connectEndpoint(new URL('/availability', location.href).href)).to.equal(close);
    await time.pass(0);
    expect(asked).to.have.length(1);
  });

  it('another address takes its place, and its answers count, though it is asked for the first time', async () => {
    const a = follow('a');
    stubFetch(() => answer([backorder('a')]));
    connectEndpoint('/one');
    await time.pass(0);
    dispatchEvent(new Event('online'));
    await time.pass(0);
    expect(a.now).to.equal('backorder');
    const asked = stubFetch(() => answer([inStock('a')]));
    close = connectEndpoint('/two');
    await time.pass(0);
    expect(asked.map(({ url }) => url.pathname)).to.deep.equal(['/two']);
    expect(a.now).to.equal('in-stock');
  });

  it('K22 follows the switch: off is off at once, on is on again', async () => {
    let disabled = false;
    stubFetch(() => answer([backorder('a')], {}, { disabled }));
    const a = follow('a');
    close = connectEndpoint('/availability');
    await time.pass(0);
    for (const state of ['unknown', 'backorder']) {
      disabled = !disabled;
      dispatchEvent(new Event('online'));
      await time.pass(0);
      expect(a.now).to.equal(state);
    }
  });

  it('an older answer that arrives late takes no calendar back, and brings none', async () => {
    const held: ((reply: Response) => void)[] = [];
    stubFetch(async () => new Promise((resolve) => held.push(resolve)));
    const end = (): string | undefined => scope.offer.promise?.window.end;
    const { store } = shared();
    const scope = new Scope(store);
    scope.set({ product: 'lamp' });
    scope.subscribe(() => undefined);
    close = connectEndpoint('/availability');
    await time.pass(0);
    dispatchEvent(new Event('online'));
    await time.pass(0);
    expect(held).to.have.length(2);
    const lamp = { id: 'lamp', onHand: 0, policy: { sell: 'backorder' } };
    const ships = (max: number): object => ({
      delivery: { timeZone: 'Europe/Berlin', handlingTime: { max: 0 }, leadTime: { max } },
    });
    held[1]?.(answer([lamp], {}, ships(14)));
    // The file of the calendar comes by the network.
    while (end() === undefined) await time.pass(0);
    const newer = end();
    held[0]?.(answer([lamp], {}, ships(7)));
    await time.pass(0);
    store.refreshAll();
    expect(end()).to.equal(newer);
  });

  describe('staying fresh', () => {
    const comeBack = (): boolean => document.dispatchEvent(new Event('visibilitychange'));

    it('N38 asks again, past the browser’s cache, when the tab comes back after the ttl', async () => {
      const asked = stubFetch(() => answer([backorder('a')], {}, { ttl: 300 }));
      follow('a');
      close = connectEndpoint('/availability');
      await time.pass(299_000);
      comeBack();
      await time.pass(0);
      expect(asked).to.have.length(1);
      await time.pass(1000);
      comeBack();
      await time.pass(0);
      expect(asked.map(({ request }) => request.cache)).to.deep.equal(['default', 'no-cache']);
    });

    it('N29 never asks by itself while nobody does anything', async () => {
      const asked = stubFetch(() => answer([inStock('a')]));
      follow('a');
      close = connectEndpoint('/availability');
      await time.pass(7 * DAY);
      expect(asked).to.have.length(1);
    });

    it('S04 asks again when the page is restored, and N25 when the network is back', async () => {
      const asked = stubFetch(() => answer([inStock('a')]));
      follow('a');
      close = connectEndpoint('/availability');
      await time.pass(0);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await time.pass(0);
      dispatchEvent(new Event('online'));
      await time.pass(0);
      expect(asked).to.have.length(3);
    });

    it('asks nothing again once it is ended', async () => {
      const asked = stubFetch(() => answer([inStock('a')]));
      follow('a');
      close = connectEndpoint('/availability');
      await time.pass(0);
      close();
      close();
      dispatchEvent(new Event('online'));
      follow('b');
      await time.pass(DAY);
      expect(asked).to.have.length(1);
      expect(time.waits.filter((wait) => wait < DAY)).to.deep.equal([]);
    });
  });

  it('T05 decides by the server’s clock when the shopper’s cannot be right', async () => {
    time.setClock(-400 * DAY);
    const starts = new Date(NOW - DAY).toISOString();
    const launched = { id: 'a', onHand: 0, policy: { sell: 'preorder', starts } };
    stubFetch(() => answer([launched], { date: new Date(NOW).toUTCString() }));
    const a = follow('a');
    close = connectEndpoint('/availability');
    await time.pass(0);
    expect(a.now).to.equal('preorder');
  });

  it('T05 what came out the same is decided again when the clock was put right', async () => {
    time.setClock(-400 * DAY);
    const starts = new Date(NOW - DAY).toISOString();
    const launched = { id: 'a', onHand: 0, policy: { sell: 'preorder', starts } };
    let headers: Record<string, string> = {};
    stubFetch(() => answer([launched], headers));
    const a = follow('a');
    close = connectEndpoint('/availability');
    await time.pass(0);
    expect(a.now).to.equal('coming-soon');
    headers = { date: new Date(NOW).toUTCString() };
    dispatchEvent(new Event('online'));
    await time.pass(0);
    expect(a.now).to.equal('preorder');
  });

  describe('what goes wrong', () => {
    it('N09 is said once, with what to look at, and leaves everything unknown', async () => {
      stubFetch(() => json({}, {}, 404));
      const a = follow('a');
      close = connectEndpoint('/availability');
      await time.pass(0);
      dispatchEvent(new Event('online'));
      await time.pass(0);
      expect(a.now).to.equal('unknown');
      const warnings = takeWarnings();
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.match(/endpoint-failed: .*\/availability .*Access-Control-Allow-Origin/);
    });

    it('keeps what it knows when a later answer is no document', async () => {
      let broken = false;
      stubFetch(() => (broken ? json({ version: 2 }) : answer([backorder('a')])));
      const a = follow('a');
      close = connectEndpoint('/availability');
      await time.pass(0);
      broken = true;
      dispatchEvent(new Event('online'));
      await time.pass(0);
      expect(a.now).to.equal('backorder');
      expect((await warned(1))[0]).to.include('bad-document');
    });

    it('an address that never answers leaves nothing behind', async () => {
      stubFetch(never);
      follow('a');
      close = connectEndpoint('/availability');
      await time.pass(2000);
      expect(takeWarnings()[0]).to.include('endpoint-failed');
      expect(time.waits).to.deep.equal([]);
    });

    for (const address of [
      'javascript:canary()',
      'data:application/json,{}',
      'https://',
      'http://[',
      'ftp://x/y',
      'blob:x',
    ]) {
      it(`N32 refuses ${address} with one warning`, async () => {
        const asked = stubFetch(() => answer([]));
        follow('a');
        connectEndpoint(address);
        connectEndpoint(address)();
        await time.pass(0);
        expect(asked).to.deep.equal([]);
        expect(takeWarnings()).to.have.length(1);
      });
    }
  });
});
