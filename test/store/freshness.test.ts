import { expect } from '@open-wc/testing';
import { keepFresh } from '../../src/store/freshness.js';

/** Makes the page look hidden or visible, and says so. */
function show(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  Object.defineProperty(document, 'hidden', { value: state === 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

const pageshow = (persisted: boolean): boolean =>
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));

describe('keepFresh', () => {
  let now: number;
  let asks: number;
  let looks: number;
  let ending: AbortController;

  beforeEach(() => {
    now = asks = looks = 0;
    ending = new AbortController();
    keepFresh(
      { ask: () => (asks += 1), redecide: () => (looks += 1) },
      () => 60_000,
      () => now,
      ending.signal,
    );
  });

  afterEach(() => {
    ending.abort();
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(document, 'hidden');
  });

  it('N38 asks again when the tab comes back after longer than the data may be shown', () => {
    now = 60_000;
    show('visible');
    expect([asks, looks]).to.deep.equal([1, 1]);
  });

  it('only looks at the clock when the tab comes back sooner', () => {
    now = 59_999;
    show('visible');
    expect([asks, looks]).to.deep.equal([0, 1]);
  });

  it('does nothing when the tab goes', () => {
    now = 100_000;
    show('hidden');
    expect([asks, looks]).to.deep.equal([0, 0]);
  });

  it('counts from the last time it asked', () => {
    now = 60_000;
    show('visible');
    now = 100_000;
    show('visible');
    expect(asks).to.equal(1);
    now = 120_000;
    show('visible');
    expect(asks).to.equal(2);
  });

  it('S04 asks again, however old, when Back restores the page, but not on a first load', () => {
    pageshow(false);
    expect([asks, looks]).to.deep.equal([0, 0]);
    pageshow(true);
    expect([asks, looks]).to.deep.equal([1, 1]);
  });

  it('N25 asks again when the network is back', () => {
    dispatchEvent(new Event('online'));
    expect([asks, looks]).to.deep.equal([1, 1]);
  });

  it('T06 asks when the clock has gone back by years, rather than never again', () => {
    now = -1e11;
    show('visible');
    expect(asks).to.equal(1);
  });

  it('stops when it is told', () => {
    ending.abort();
    now = 1e9;
    show('visible');
    pageshow(true);
    dispatchEvent(new Event('online'));
    expect([asks, looks]).to.deep.equal([0, 0]);
  });
});
