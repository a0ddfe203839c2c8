import { expect } from '@open-wc/testing';
import { shared } from '../../src/store/shared-store.js';

const KEY = Symbol.for('backorder-elements.store.1');
const page = globalThis as { [KEY]?: unknown };

describe('shared', () => {
  beforeEach(() => delete page[KEY]);
  afterEach(() => delete page[KEY]);

  it('D03 is one for the page, whoever asks', () => {
    const first = shared();
    expect(shared()).to.equal(first);
    expect(page[KEY]).to.equal(first);
  });

  it('D01 takes over what another copy of the script has made', () => {
    const theirs = { ...shared() };
    Object.defineProperty(page, KEY, { value: theirs, configurable: true });
    expect(shared()).to.equal(theirs);
  });

  it('H18 is not taken in by something else in its place', () => {
    for (const odd of [1, 'x', {}, { store: {} }, { store: { protocol: 2 } }, document.body]) {
      Object.defineProperty(page, KEY, { value: odd, configurable: true });
      expect(shared().store.protocol).to.equal(1);
      expect(shared()).to.equal(shared());
      delete page[KEY];
    }
  });

  it('begins with the fields that most shops keep and with no other origin for sign-ups', () => {
    const { config } = shared();
    expect(config.lineFields).to.deep.equal({
      text: 'properties[Availability]',
      record: 'properties[_backorder]',
    });
    expect(config.signUpOrigins).to.deep.equal([]);
  });

  it('H29 nothing in the address of the page changes it', () => {
    expect(Object.keys(globalThis).filter((key) => /backorder/i.test(key))).to.deep.equal([]);
  });
});
