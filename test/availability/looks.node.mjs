// Colours, lengths and names of custom properties have no place in a document: how things look is the shop's stylesheet's to say.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideProduct, parseDocument } from 'backorder-elements/availability';

const FIELDS = [
  'theme',
  'tokens',
  'style',
  'styles',
  'css',
  'class',
  'className',
  'colors',
  'colours',
  'part',
];
const PLACES = [
  (more) => ({ ...base(), ...more }),
  (more) => ({ ...base(), policy: { ...base().policy, ...more } }),
  (more) => ({ ...base(), products: [{ ...base().products[0], ...more }] }),
  (more) => ({
    ...base(),
    products: [{ ...base().products[0], variants: [{ id: 'red', onHand: 0, ...more }] }],
  }),
  (more) => ({ ...base(), signUp: { ...base().signUp, ...more } }),
  (more) => ({ ...base(), delivery: { ...base().delivery, ...more } }),
];

function base() {
  return {
    version: 1,
    policy: { sell: 'backorder' },
    signUp: { url: '/sign-ups' },
    delivery: { timeZone: 'Europe/Berlin' },
    products: [{ id: 'lamp', onHand: 0, restock: '2099-12-01' }],
  };
}

/** Whatever of a value is somewhere in what was read. */
const holds = (read, canary) =>
  JSON.stringify(read, (_, it) => (it instanceof Map ? [...it] : it instanceof Set ? [...it] : it)).includes(
    canary,
  );

const FETCHING = [
  'url(//canary.example/a)',
  'image-set("//canary.example/a" 1x)',
  'src("//canary.example/a")',
];
const BREAKING = [
  'red;background:url(//canary.example)',
  'red}body{display:none}/*canary',
  '</style><img src=x onerror=canary()>',
  '@import "//canary.example"',
  'attr(data-canary)',
  'if(style(--canary: 1): red)',
  'var(--canary)',
];
const VANISHING = ['0px canary', 'transparent /*canary*/', '-1e9px canary', 'calc(1e9px * canary)'];
const NAMES = ['--backorder-canary', 'position:canary', '--x}body{canary', 'canary', '__proto__canary'];

describe('looks in a document', () => {
  const offers = (document) =>
    parseDocument(document).value.products.map((it) => decideProduct(it, 1, Date.UTC(2026, 10, 22)));

  /** No place and no field keeps anything of them, and the product is what it was. */
  const isDropped = (values) => {
    const without = PLACES.map((put) => JSON.stringify(offers(put({}))));
    for (const [nth, put] of PLACES.entries()) {
      for (const field of FIELDS) {
        const document = put({ [field]: values });
        const { ok, value } = parseDocument(document);
        assert.ok(ok, field);
        assert.ok(!holds(value, 'canary'), `${field} at ${nth}`);
        assert.equal(JSON.stringify(offers(document)), without[nth], `${field} at ${nth}`);
      }
    }
  };

  it('are found where something is kept', () => {
    const { value } = parseDocument({ ...base(), messages: { en: { 'badge.backorder': 'canary' } } });
    assert.ok(holds(value, 'canary'));
  });

  it('H07 values that fetch something are dropped', () => {
    for (const it of FETCHING) isDropped({ '--backorder-color': it });
    for (const it of FETCHING) isDropped(it);
  });

  it('H08 values that are more than a value are dropped', () => {
    for (const it of BREAKING) isDropped({ '--backorder-color': it });
    for (const it of BREAKING) isDropped(it);
  });

  it('H09 names that are none are dropped', () => {
    for (const it of NAMES) isDropped({ [it]: 'red' });
    for (const name of NAMES)
      for (const put of PLACES)
        assert.ok(!holds(parseDocument(put({ [name]: 'red' })).value, 'canary'), name);
  });

  it('H10 values that would have us vanish are dropped', () => {
    for (const it of VANISHING) isDropped({ '--backorder-size': it, display: it });
  });
});
