// Documents made from the published schema, with anything at all in some of their places, through everything that reads one
// (case H35). 300 a change; `BO_FUZZ=10000 node --test test/availability/fuzz.node.mjs` for more. What is found gets a name in
// FOUND, and is tried for ever after.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  cartPromise,
  decide,
  decideProduct,
  deliveryPlan,
  explainDecision,
  explainProblem,
  explainPromise,
  parseDocument,
  parseLineRecord,
  signUpSettings,
} from 'backorder-elements/availability';
import { lintDocument } from 'backorder-elements/lint';
import {
  badgeHtml,
  buttonHtml,
  documentHtml,
  noticeHtml,
  speak,
  structuredDataHtml,
} from 'backorder-elements/server';
import * as fc from 'fast-check';

const schema = JSON.parse(
  readFileSync(new URL('../../demo/data/availability-v1.schema.json', import.meta.url), 'utf8'),
);
const RUNS = Number(process.env.BO_FUZZ) || 300;
const NOW = Date.parse('2026-11-25T12:00:00Z');
const STATES = ['in-stock', 'backorder', 'preorder', 'coming-soon', 'sold-out', 'unknown'];

/** Documents that were once read wrongly, by what was wrong. */
const FOUND = {
  'an id that is an object with a toString of its own': {
    version: 1,
    products: [{ id: { toString: 1 } }, { id: 'lamp', onHand: 0 }],
  },
  'a public key that is an object with a toString of its own': {
    version: 1,
    products: [{ id: 'lamp', onHand: 0 }],
    signUp: { target: 'klaviyo', companyId: { toString: { onHand: 9 } } },
  },
};

const HOSTILE = [
  '<img src=x: onerror=canary()>',
  '</script><script>canary()</script>',
  '"><svg onload=canary()>',
  '<!--<script>',
  'javascript:canary()',
  '__proto__',
  'constructor',
  '{when}{__proto__}$&',
  '\ud800',
  '\u202e',
  '\u2028',
  '\u0000',
  '9999-12-31',
  '2026-02-30',
  '2026-12-05/2026-12-01',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '1e999',
  'x'.repeat(600),
  'Pacific/Kiritimati',
  'Mars/Phobos',
  'Etc/GMT+12',
  'de-DE-u-nu-arab',
  '24:00',
  '99:99',
  '',
];
const NUMBERS = [0, -0, -1, 0.5, 1e21, -1e21, JSON.parse('1e999'), 2 ** 31, 2 ** 53, 5e-324, 366, 100_000];

/** Any JSON, and objects with names that others have already. */
const wild = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom(...NUMBERS),
  fc.constantFrom(null, true, false, [], {}, [[]], [null], { '': '' }),
  fc.jsonValue({ maxDepth: 2 }),
  fc
    .constantFrom('__proto__', 'constructor', 'toString', 'length')
    .map((key) => JSON.parse(`{"${key}":{"polluted":1,"onHand":9}}`)),
);

const two = (most) => fc.integer({ min: 0, max: most }).map((it) => String(it).padStart(2, '0'));
const day = fc
  .tuple(fc.constantFrom('2026', '2026', '2027', '2028'), two(13), two(32))
  .map((it) => it.join('-'));
const dateText = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .integer({ min: -60, max: 500 })
      .map((days) => new Date(NOW + days * 86_400_000).toISOString().slice(0, 10)),
  },
  day,
  two(54).map((it) => `2026-W${it}`),
  fc.constantFrom('2026-Q1', '2027-Q4', '2026-Q5', '2027-02', '2028-02-29', '2026-12-01T10:00'),
  fc.tuple(day, day).map((it) => it.join('/')),
);
const instant = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .integer({ min: -2000, max: 4000 })
      .map((hours) => new Date(NOW + hours * 3_600_000).toISOString()),
  },
  fc.constantFrom(
    '2026-11-25T09:00:00+14:00',
    '2026-11-25T09:00-11:30',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
  ),
);

/** Texts by the pattern that the schema has for them: a pattern is told by a text that fits it. */
const TEXTS = [
  ['2026-12-01', dateText],
  ['/x', fc.constantFrom('/sign-ups', 'https://shop.example/x', 'HTTP://x', '/%2f/x', '//x')],
  ['13:30', fc.tuple(two(25), two(61)).map((it) => it.join(':'))],
  ['DE', fc.constantFrom('DE', 'us', 'GB', 'XX', 'ZZ', 'A1')],
  ['KEY123', fc.stringMatching(/^[A-Za-z0-9]{4,13}$/)],
];

const textOf = ({ pattern, format }) => {
  if (format === 'date-time') return instant;
  const known = pattern && TEXTS.find(([fits]) => new RegExp(pattern).test(fits));
  if (known) return known[1];
  return fc.oneof(
    fc.constantFrom('lamp', 'oak', 'en', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'),
    fc.string({ maxLength: 8, unit: 'binary' }),
  );
};

/** What a part of the schema allows, with something else in its place one time in twenty. */
function of(part, depth = 0) {
  const good = sound(part, depth);
  return fc.oneof({ weight: 19, arbitrary: good }, { weight: 1, arbitrary: wild });
}

function sound(part, depth) {
  if (part.$ref) return sound(schema.definitions[part.$ref.split('/').pop()], depth);
  if (part.anyOf) return fc.oneof(...part.anyOf.map((it) => of(it, depth)));
  if ('const' in part) return fc.constant(part.const);
  if (part.enum) return fc.constantFrom(...part.enum);
  const type = Array.isArray(part.type) ? part.type[0] : part.type;
  if (Array.isArray(part.type)) return fc.oneof(...part.type.map((it) => of({ ...part, type: it }, depth)));
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer' || type === 'number') {
    const { minimum = -20 } = part;
    return fc.oneof(
      fc.integer({ min: minimum, max: Math.min(part.maximum ?? 40, minimum + 60) }),
      fc.constantFrom(...NUMBERS),
    );
  }
  if (type === 'string') return textOf(part);
  if (type === 'array')
    return fc.array(of(Array.isArray(part.items) ? part.items[0] : (part.items ?? {}), depth + 1), {
      maxLength: 3,
    });
  if (type === 'object' || part.properties) {
    const { properties, required = [], additionalProperties } = part;
    if (!properties) {
      const value = typeof additionalProperties === 'object' ? of(additionalProperties, depth + 1) : wild;
      const name = fc.oneof(
        fc.constantFrom(
          'en',
          'de',
          'badge.backorder',
          'when.days#one',
          'promise.ship.estimated',
          'DE',
          'Size',
          ...HOSTILE.slice(0, 9),
        ),
        fc.string({ maxLength: 5 }),
      );
      return fc.dictionary(name, value, { maxKeys: 3 });
    }
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, it]) => [name, depth > 6 ? wild : of(it, depth + 1)]),
    );
    return fc.record(fields, { requiredKeys: required });
  }
  return wild;
}

/** Mostly whole documents: of one that is refused there is nothing to decide. */
const documents = fc
  .tuple(sound(schema, 0), fc.array(fc.tuple(fc.nat(), wild), { maxLength: 2 }))
  .map(([made, changes]) => {
    // What is altered must not be a constant of the lists above.
    const raw = structuredClone(made);
    const document = { ...raw, version: 1, products: Array.isArray(raw.products) ? raw.products : [] };
    document.products = [{ id: 'lamp', onHand: 0, ...document.products[0] }, ...document.products];
    const places = placesIn(document);
    for (const [at, value] of changes) {
      const place = places[at % places.length];
      if (place)
        Object.defineProperty(place[0], place[1], {
          value,
          configurable: true,
          enumerable: true,
          writable: true,
        });
    }
    return document;
  });

function placesIn(value) {
  if (value === null || typeof value !== 'object') return [];
  return Object.keys(value).flatMap((key) => [[value, key], ...placesIn(value[key])]);
}

const isFrozen = (value) =>
  value === null ||
  typeof value !== 'object' ||
  (Object.isFrozen(value) && Object.values(value).every(isFrozen));

const TAGS = /^<\/?(?:backorder-badge|eta-notice|preorder-button|span|button|i|b|input|time)(?:\s[^<>]*)?>$/;
const ATTRIBUTES = /\s([^\s"'<>/=]+)(?:="[^"]*")?/g;
const NAMES =
  /^(?:state|product|variant|lang|dir|type|inert|name|value|aria-[a-z]+|disabled|class|part|quantity|popover|role|id|for|data-backorder-[a-z-]+|datetime|hidden)$/;

/** HTML in which texts are texts: every tag and every attribute is one of ours. */
function expectOurs(html) {
  const tags = html.match(/<[^>]*>?/g) ?? [];
  for (const tag of tags) {
    assert.match(tag, TAGS);
    const inside = tag.replace(/^<\/?[\w-]+/, '').replace(/>$/, '');
    for (const [, name] of inside.matchAll(ATTRIBUTES)) assert.match(name, NAMES);
  }
}

/** JSON in a script element that nothing in it can leave. */
function expectShut(html) {
  const inside = html.replace(/^<script[^>]*>/, '').replace(/<\/script>$/, '');
  assert.doesNotMatch(inside, /<|\u2028|\u2029/);
  JSON.parse(inside);
}

function readEverything(document, wanted, now, languages) {
  const before = JSON.stringify(document);
  const result = parseDocument(document);
  const { problems: ofSignUp } = signUpSettings(document.signUp);
  const plan = deliveryPlan(document);
  assert.equal(JSON.stringify(document), before, 'it is left as it came');
  for (const problem of [...(result.problems ?? [result.problem]), ...ofSignUp, ...(plan.problems ?? [])]) {
    assert.equal(typeof problem.path, 'string');
    assert.equal(typeof explainProblem(problem), 'string');
  }
  expectShut(documentHtml(document));
  if (!result.ok) return;
  assert.ok(isFrozen(result.value));
  for (const entry of result.value.products) {
    assert.ok(STATES.includes(decideProduct(entry, wanted, now).state));
    for (const it of [entry, ...entry.variants]) {
      const offer = decide(it.record, it.policy, wanted, now);
      assert.ok(STATES.includes(offer.state), offer.state);
      JSON.stringify(offer);
      const { split, promise } = offer;
      if (split) assert.ok(split.now >= 0 && split.later >= 0, 'no pieces below none');
      if (promise?.window) assert.match(promise.window.start, /^\d{4}-\d\d-\d\d$/);
      for (const language of languages(result.value.messages)) {
        const telling = { product: entry.id, variant: it.id, language, now, label: 'Add <to> cart' };
        for (const write of [badgeHtml, noticeHtml, buttonHtml]) expectOurs(write(offer, telling));
      }
      expectShut(structuredDataHtml({ name: entry.id, sku: it.sku }, offer));
      explainDecision({ told: [{ record: it.record, source: 'endpoint' }], policy: it.policy, wanted, now });
      if (plan.ok)
        explainPromise(plan.value, entry.id, it === entry ? undefined : it.id, {
          now,
          wanted,
          quantity: wanted,
          record: it.record,
          policy: it.policy,
        });
      cartPromise([{ offer }, { offer }]);
    }
  }
  parseLineRecord(before);
  assert.equal({}.polluted, undefined);
}

describe('H35 documents made from the schema, with anything in them', async () => {
  const english = await speak('en');
  const spoken = new Map();
  const languages = () => [...new Set([english, ...spoken.values()])];
  for (const tag of ['ar', 'ja', 'de-CH']) spoken.set(tag, await speak(tag));
  const read = (document, wanted = 1, now = NOW) => readEverything(document, wanted, now, languages);

  it('H35 control: most of them are read, many with something noted, and every state comes up', () => {
    const seen = { read: 0, noted: 0, states: new Set() };
    for (const document of fc.sample(documents, { numRuns: 400, seed: 7 })) {
      const result = parseDocument(document);
      if (!result.ok) continue;
      seen.read += 1;
      if (result.problems.length) seen.noted += 1;
      for (const { record, policy } of result.value.products)
        seen.states.add(decide(record, policy, 1, NOW).state);
    }
    assert.ok(seen.read > 250, `${seen.read} read`);
    assert.ok(seen.noted > 100 && seen.noted < seen.read, `${seen.noted} noted`);
    assert.deepEqual([...seen.states].sort(), [...STATES].sort());
  });

  for (const [name, document] of Object.entries(FOUND))
    it(`H35 found: ${name}`, async () => {
      read(document);
      await lintDocument(JSON.stringify(document));
    });

  const wanteds = fc.constantFrom(1, 1, 1, 2, 7, 0, -1, NaN, 1e300);
  const nows = fc.oneof(
    fc.constant(NOW),
    fc.integer({ min: -4000, max: 4000 }).map((it) => NOW + it * 3_600_000),
    fc.constantFrom(0, NaN, 8.64e15, 2 ** 45),
  );

  it(`H35 ${RUNS} of them: nothing is thrown, nothing is altered, no text becomes markup`, () => {
    fc.assert(fc.property(documents, wanteds, nows, read), { numRuns: RUNS, includeErrorInReport: true });
  });

  it(`H35 ${Math.ceil(RUNS / 10)} of them by the linter, in the merchant's words: it names places, and throws nothing`, async () => {
    const property = fc.asyncProperty(documents, async (document) => {
      const text = JSON.stringify(document);
      const findings = await lintDocument(text, { now: NOW });
      for (const it of findings) assert.match(it.message, /./);
      const result = parseDocument(JSON.parse(text));
      if (!result.ok) return;
      for (const tag of ['en', 'de', ...Object.keys(result.value.messages).slice(0, 2)]) {
        const language = await speak(tag, result.value.messages);
        for (const { id, record, policy } of result.value.products) {
          const telling = { product: id, language, now: NOW, label: 'Add' };
          for (const write of [badgeHtml, noticeHtml, buttonHtml])
            expectOurs(write(decide(record, policy, 3, NOW), telling));
        }
      }
    });
    await fc.assert(property, { numRuns: Math.ceil(RUNS / 10), includeErrorInReport: true });
  });
});
