import { expect } from '@open-wc/testing';
import { nameOf, rescueProperties } from '../../../src/elements/shared/own-properties.js';
import { piecesOf } from '../../../src/availability/pieces-of.js';

describe('rescueProperties', () => {
  class Late {
    readonly got: unknown[] = [];

    set product(value: unknown) {
      this.got.push(value);
    }
  }

  it('D35 hands what was set before to the accessor that it would hide', () => {
    const late = new Late();
    Object.defineProperty(late, 'product', { value: 'a', configurable: true, writable: true });
    rescueProperties(late, ['product', 'quantity']);
    expect(late.got).to.deep.equal(['a']);
    expect(Object.hasOwn(late, 'product')).to.equal(false);
    expect(Object.hasOwn(late, 'quantity')).to.equal(false);
  });

  it('H15 does not take what is only inherited', () => {
    const late = new Late();
    Object.defineProperty(Object.prototype, 'quantity', { value: 5, configurable: true });
    try {
      rescueProperties(late, ['product', 'quantity']);
      expect(late.got).to.deep.equal([]);
      expect(Object.hasOwn(late, 'quantity')).to.equal(false);
    } finally {
      delete (Object.prototype as { quantity?: unknown }).quantity;
    }
  });
});

describe('nameOf', () => {
  it('takes texts and numbers; anything else, and nothing, is no name', () => {
    expect(['a', 42, ' '].map(nameOf)).to.deep.equal(['a', '42', ' ']);
    for (const odd of ['', null, undefined, true, {}, [], ['a'], Symbol('a'), 1n, () => 'a']) {
      expect(nameOf(odd), typeof odd).to.equal(undefined);
    }
  });
});

describe('piecesOf', () => {
  it('H24 takes whole numbers from 1; anything else counts as not set', () => {
    expect([1, '1', ' 12 ', 5, '5.0'].map(piecesOf)).to.deep.equal([1, 1, 12, 5, 5]);
    const odd = [
      0,
      -1,
      1.5,
      NaN,
      Infinity,
      2 ** 53,
      '',
      ' ',
      '0',
      '-3',
      '5 pcs',
      '1e999',
      'x',
      null,
      undefined,
      true,
      [],
      [5],
      {},
      5n,
    ];
    for (const it_ of odd) expect(piecesOf(it_), typeof it_).to.equal(undefined);
  });
});
