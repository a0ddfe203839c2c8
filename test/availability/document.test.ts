import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { decide } from '../../src/availability/decide.js';
import { explainProblem } from '../../src/availability/explain-problem.js';
import { parseDocument, type AvailabilityDocument } from '../../src/availability/document.js';
import type { Problem } from '../../src/availability/problem.js';
import { isDeepFrozen, NOW, placesIn, put, rawDocuments } from '../support/arbitraries.js';

function parsed(value: unknown): AvailabilityDocument {
  const result = parseDocument(value);
  if (!result.ok) throw new Error(`${result.problem.path}: ${explainProblem(result.problem)}`);
  return result.value;
}

function problemsOf(value: unknown): readonly Problem[] {
  const result = parseDocument(value);
  return result.ok ? result.problems : [result.problem];
}

describe('parseDocument', () => {
  it('reads the smallest document', () => {
    expect(parsed({ version: 1, products: [] })).to.deep.equal({
      ttl: 60,
      disabled: false,
      policy: {},
      messages: {},
      products: [],
    });
  });

  it('refuses what is no document, another version, and a document without products', () => {
    for (const value of [null, undefined, 5, 'text', [], {}, { version: 1 }, { version: 1, products: {} }]) {
      expect(problemsOf(value)[0]?.code).to.equal('bad-document');
    }
    for (const version of [undefined, 2, '1', null, [1], true]) {
      expect(problemsOf({ version, products: [] })[0]?.code).to.equal('bad-version');
    }
  });

  it('reads every well-formed document without a problem', () => {
    fc.assert(
      fc.property(rawDocuments, (raw) => {
        expect(problemsOf(raw)).to.deep.equal([]);
        expect(parsed(raw).products.map(({ id }) => id)).to.deep.equal(
          raw.products.map(({ id }) => String(id)),
        );
      }),
    );
  });

  it('is frozen throughout', () => {
    fc.assert(
      fc.property(rawDocuments, (raw) => {
        expect(isDeepFrozen(parsed(raw))).to.equal(true);
      }),
    );
    expect(isDeepFrozen(parsed({ version: 1, products: [{ id: 1 }] }))).to.equal(true);
  });

  it('does not alter what it reads', () => {
    fc.assert(
      fc.property(rawDocuments, (raw) => {
        const before = JSON.stringify(raw);
        parsed(raw);
        expect(JSON.stringify(raw)).to.equal(before);
      }),
    );
  });

  it('one bad field never loses another: it counts as not told, and is noted', () => {
    const bad = fc.constantFrom<unknown>([], [1], null, Infinity, -Infinity, NaN, -0.5);
    fc.assert(
      fc.property(rawDocuments, fc.nat(), bad, (raw, pick, value) => {
        const spoiled = structuredClone(raw);
        const without = structuredClone(raw);
        const among = (document: unknown) => {
          const all = placesIn(document);
          // Two of an unknown unit are no time: a lead time is one field.
          const leads = all.flatMap(({ holder, key }) => (key === 'leadTime' ? [holder[key]] : []));
          return all.filter(
            ({ holder, key }) => !['version', 'products', 'id'].includes(key) && !leads.includes(holder),
          );
        };
        const places = among(spoiled);
        const at = pick % (places.length || 1);
        const there = places[at];
        const same = among(without)[at];
        if (!there || !same) return;
        put(there, value);
        if (Array.isArray(same.holder)) same.holder.splice(Number(same.key), 1);
        else delete same.holder[same.key];
        expect(parsed(spoiled)).to.deep.equal(parsed(without));
      }),
      { numRuns: 1000 },
    );
  });

  it('H35 never throws and always gives an offer, whatever is put where', () => {
    fc.assert(
      fc.property(rawDocuments, fc.array(fc.tuple(fc.nat(), fc.jsonValue())), (raw, changes) => {
        const document = structuredClone(raw);
        for (const [pick, value] of changes) {
          const places = placesIn(document);
          const place = places[pick % (places.length || 1)];
          if (place) put(place, value);
        }
        const result = parseDocument(document);
        if (!result.ok) return;
        expect(isDeepFrozen(result.value)).to.equal(true);
        for (const { record, policy } of result.value.products) decide(record, policy, 1, NOW);
      }),
      { numRuns: 500 },
    );
  });

  it('H35 never throws over free JSON and over anything else', () => {
    fc.assert(fc.property(fc.json(), (json) => void parseDocument(JSON.parse(json))));
    fc.assert(
      fc.property(fc.anything({ withSparseArray: true, withBigInt: true }), (it) => void parseDocument(it)),
    );
    fc.assert(
      fc.property(fc.array(fc.anything()), (products) => {
        expect(parseDocument({ version: 1, products }).ok).to.equal(true);
      }),
    );
  });

  it('an entry without a usable id is left out and noted once, the others stay', () => {
    const products = [{ handle: 'a' }, 5, { id: {} }, { id: 7 }, null, { id: '' }];
    expect(parsed({ version: 1, products }).products.map(({ id }) => id)).to.deep.equal(['7']);
    expect(problemsOf({ version: 1, products }).map(({ path }) => path)).to.deep.equal([
      'products[0]',
      'products[1]',
      'products[2].id',
      'products[4]',
      'products[5].id',
    ]);
  });
});

describe('where sign-ups go', () => {
  const urlOf = (url: unknown): string | undefined =>
    parsed({ version: 1, products: [], signUp: { url } }).signUp?.url;

  it('is an address of the web or a path of the same site', () => {
    for (const url of [
      'https://shop.example/sign-up?x=1#y',
      'http://localhost:8080/',
      '/sign-up',
      '/',
      'HTTPS://A.B',
    ]) {
      expect(urlOf(url)).to.equal(url);
    }
  });

  it('H04 is never a script, another scheme or a trick that a browser reads as another host', () => {
    const tricks = [
      'javascript:alert(1)',
      'JaVaScript:x',
      ' javascript:x',
      'java\nscript:x',
      'data:text/html,x',
      'vbscript:x',
    ];
    const hosts = [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      'https:/evil',
      'https:evil',
    ];
    const rest = [
      '',
      ' /a',
      'blob:https://x/y',
      'mailto:a@b.c',
      'sign-up',
      '?x',
      '#x',
      'ftp://x',
      '/a b',
      'https://a/\n',
      5,
      {},
    ];
    for (const url of [...tricks, ...hosts, ...rest])
      expect(urlOf(url), JSON.stringify(url)).to.equal(undefined);
  });

  it('keeps the sign-up when only the privacy notice cannot be read', () => {
    const signUp = { url: '/sign-up', privacyUrl: 'javascript:x' };
    expect(parsed({ version: 1, products: [], signUp }).signUp).to.deep.equal({ url: '/sign-up' });
  });
});
