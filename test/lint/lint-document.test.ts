import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Region } from '../../src/availability/promise-rules.js';
import { lintDocument, type LintOptions } from '../../src/lint/lint-document.js';
import type { Finding } from '../../src/lint/finding.js';
import { DOCUMENT } from '../../src/lint/lint-fields.js';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const ASOF = '2026-11-22T08:00:00Z';

const lint = async (document: object, options: LintOptions = {}): Promise<readonly Finding[]> =>
  lintDocument(JSON.stringify({ version: 1, asOf: ASOF, ...document }), { now: NOW, ...options });

/** What is found, as `rule pointer`. */
const told = async (document: object, options?: LintOptions): Promise<readonly string[]> =>
  (await lint(document, options)).map(({ rule, place }) => `${rule} ${place.pointer}`);

const sold = (more: object): object => ({
  policy: { sell: 'backorder' },
  products: [{ id: 1, onHand: 0, ...more }],
});

describe('lintDocument', () => {
  it('finds nothing in a document whose every order ahead has a day', async () => {
    expect(await told(sold({ restock: '2026-12-01' }))).to.eql([]);
    expect(
      await told({
        products: [
          { id: 1, onHand: 3 },
          { id: 2, onHand: 0 },
        ],
      }),
    ).to.eql([]);
  });

  it('refuses what can be ordered without a date, and quotes what shoppers read', async () => {
    const [finding] = await lint(sold({}));
    expect(finding).to.include({ rule: 'no-date', severity: 'error', product: '1' });
    expect(finding?.message).to.contain('“Ship date to be confirmed”');
    const [german] = await lint(sold({}), { language: 'de' });
    expect(german?.message).to.contain('“Versandtermin noch offen”');
  });

  it('says of each region what it asks; where only the US rule counts, a missing date is a warning', async () => {
    const asked = async (regions: readonly Region[]): Promise<unknown> => {
      const [finding] = await lint(sold({}), { regions });
      return [finding?.severity, finding?.asked?.map(({ region }) => region)];
    };
    expect(await asked(['eu'])).to.eql(['error', ['eu']]);
    expect(await asked(['us'])).to.eql(['warning', ['us']]);
    expect(await asked(['eu', 'us', 'google'])).to.eql(['error', ['eu', 'google', 'us']]);
  });

  it('counts a lead time of the policy as a date, and nothing that is announced only', async () => {
    const leadTime = { max: 3, unit: 'week' };
    expect(await told({ ...sold({}), policy: { sell: 'backorder', promise: { leadTime } } })).to.eql([]);
    const soon = { sell: 'preorder', starts: '2027-01-01T00:00:00Z' };
    expect(await told({ ...sold({}), policy: soon })).to.eql([]);
    expect(await told({ products: [{ id: 1, status: 'coming-soon' }] })).to.eql([]);
  });

  it('finds the missing date that only the last pieces have', async () => {
    const [finding] = await lint({ ...sold({ onHand: 3 }), policy: { sell: 'backorder', limit: 5 } });
    expect(finding?.rule).to.equal('no-date');
    expect(finding?.message).to.contain('from piece 4 on');
  });

  it('looks at each variant, and says what all take from one place once', async () => {
    const variants = [
      { id: 'a', onHand: 0 },
      { id: 'b', onHand: 0, restock: '2026-12-01' },
      { id: 'c', onHand: 4 },
    ];
    const policy = { sell: 'backorder', limit: 9 };
    expect(await told({ policy, products: [{ id: 1, variants }] })).to.eql([
      'no-date /products/0/variants/0',
      'no-date /products/0/variants/2',
    ]);
    const passed = {
      policy,
      products: [
        {
          id: 1,
          restock: '2026-11-01',
          variants: [
            { id: 'a', onHand: 0 },
            { id: 'b', onHand: 0 },
          ],
        },
      ],
    };
    expect(await told(passed)).to.eql(['date-passed /products/0/restock']);
  });

  it('tells dates that have passed, are too old, far off, or no single day', async () => {
    const first = async (more: object, options?: LintOptions): Promise<readonly string[]> =>
      told(sold(more), options);
    expect(await first({ restock: '2026-11-21' })).to.eql(['date-passed /products/0/restock']);
    expect(await first({ restock: '2027-11-22' })).to.eql([]);
    expect(await first({ restock: '2027-11-23' })).to.eql(['far-date /products/0/restock']);
    expect(await first({ restock: '2026-12' })).to.eql(['no-single-day /products/0/restock']);
    expect(await first({ restock: '2026-12' }, { regions: ['eu', 'us'] })).to.eql([]);
    const old = { ...sold({ restock: '2026-12-01' }), policy: { sell: 'backorder', maxAge: 60 } };
    expect(await told(old)).to.eql(['old-as-of /asOf', 'date-too-old /products/0/restock']);
    expect(await told({ products: [{ id: 1, onHand: 4, restock: '2026-01-01' }] })).to.eql([
      'past-date /products/0/restock',
    ]);
  });

  it('asks for the age of an estimate only where the US rule counts', async () => {
    const undated = { ...sold({ restock: '2026-12-01' }), asOf: undefined };
    expect(await told(undated, { regions: ['us'] })).to.eql(['no-basis /products/0/restock']);
    expect(await told(undated, { regions: ['eu'] })).to.eql([]);
    const confirmed = {
      ...sold({ restock: { date: '2026-12-01', confidence: 'confirmed' } }),
      asOf: undefined,
    };
    expect(await told(confirmed, { regions: ['us'] })).to.eql([]);
  });

  it('refuses a vague word in a merchant’s wording for what can be ordered, and leaves “coming soon” alone', async () => {
    const messages = {
      de: { 'button.backorder': 'Bald lieferbar', 'badge.coming-soon': 'Demnächst' },
      'de-CH': { 'badge.preorder': 'In Kürze' },
      en: { 'promise.none': 'Ships soon', 'button.coming-soon': 'Coming soon' },
    };
    expect(await told({ messages, products: [] })).to.eql([
      'vague-words /messages/de/button.backorder',
      'vague-words /messages/de-CH/badge.preorder',
      'vague-words /messages/en/promise.none',
    ]);
    expect(await told({ messages, products: [] }, { language: 'en' })).to.eql([
      'vague-words /messages/en/promise.none',
    ]);
  });

  it('finds wording that nobody reads, that drops the date, or that shows braces', async () => {
    const messages = {
      en: {
        'promise.ship.confirmed': 'Leaves our works',
        'badge.backordr': 'x',
        'promise.release': 'Out {wen} {when}',
      },
      tlh: { 'badge.backorder': 'x' },
      'DE-ch': { 'badge.backorder': 'x' },
    };
    expect(await told({ messages, products: [] })).to.eql([
      'lost-date /messages/en/promise.ship.confirmed',
      'unknown-message /messages/en/badge.backordr',
      'unknown-placeholder /messages/en/promise.release',
      'unknown-language /messages/tlh',
      'unknown-language /messages/DE-ch',
    ]);
  });

  it('finds policies that forbid themselves', async () => {
    const policy = (it: object): object => ({
      products: [{ id: 1, onHand: 0, restock: '2026-12-01', quantity: { min: 6 }, policy: it }],
    });
    expect(await told(policy({ sell: 'backorder', limit: 0 }))).to.eql([
      'nothing-sold /products/0/policy/limit',
    ]);
    expect(await told(policy({ sell: 'backorder', maxPerOrder: 5 }))).to.eql([
      'unreachable-order /products/0/policy/maxPerOrder',
    ]);
    expect(await told(policy({ timeZone: 'Europe/Berln' }))).to.eql([
      'unknown-zone /products/0/policy/timeZone',
    ]);
    const [starts, ends] = ['2026-12-02T00:00:00Z', '2026-12-01T00:00:00Z'];
    expect(await told(policy({ starts, ends }))).to.eql(['reversed-sale /products/0/policy/ends']);
    expect(await told(policy({ ends: '2026-11-01T00:00:00Z' }))).to.eql([
      'sale-over /products/0/policy/ends',
    ]);
  });

  it('finds records that contradict themselves, products by one name, and insecure addresses', async () => {
    const products = [
      { id: 1, onHand: 3, status: 'sold-out' },
      { id: '1', onHand: 1 },
      {
        id: 2,
        handle: '2',
        onHand: 1,
        variants: [
          { id: 5, onHand: 1 },
          { id: '5', onHand: 1 },
        ],
      },
    ];
    expect(await told({ signUp: { url: 'http://shop.example/x', privacyUrl: '/privacy' }, products })).to.eql(
      [
        'insecure-address /signUp/url',
        'contradiction /products/0',
        'same-name /products/1',
        'same-name /products/2/variants/1/id',
      ],
    );
    expect(await told({ asOf: '2026-11-23T00:00:00Z', products: [] })).to.eql(['future-as-of /asOf']);
  });

  it('finds a sign-up without a privacy notice, and what its target cannot take', async () => {
    expect(await told({ signUp: { url: '/sign-ups' }, products: [] })).to.eql(['no-privacy-notice /signUp']);
    const privacyUrl = '/privacy';
    expect(await told({ signUp: { url: '/sign-ups', privacyUrl }, products: [] })).to.eql([]);
    expect(await told({ signUp: { target: 'klaviyo', companyId: 'a', privacyUrl }, products: [] })).to.eql([
      'bad-field /signUp/companyId',
    ]);
  });

  it('tells what the reader could not read, where it stands, also behind what was left out', async () => {
    const messages = { en: { 'promise.none': 7 } };
    const products = [
      7,
      { onHand: 1 },
      { id: 1, onHand: '5 pcs', restok: 'x', variants: [{}, { id: 2, onHand: 0 }] },
    ];
    expect(await told({ policy: { sell: 'backorder' }, messages, products })).to.eql([
      'bad-field /messages/en/promise.none',
      'bad-field /products/0',
      'bad-field /products/1',
      'bad-field /products/2/onHand',
      'unknown-field /products/2/restok',
      'bad-field /products/2/variants/0',
      'no-date /products/2/variants/1',
    ]);
  });

  it('says the line and column, and where the text stops being JSON', async () => {
    const text =
      '{\r\n  "version": 1,\r\n  "products": [\r\n    { "id": 1, "onhand": 2, "id": 1 }\r\n  ]\r\n}';
    const findings = await lintDocument(text, { now: NOW });
    expect(findings.map(({ rule, place }) => [rule, place.line, place.column])).to.eql([
      ['unknown-field', 4, 16],
      ['told-twice', 4, 29],
    ]);
    expect(findings[0]?.message).to.contain('“onHand”');
    const [broken] = await lintDocument('{\n  "version": 1,\n}');
    expect(broken).to.deep.include({
      rule: 'not-json',
      severity: 'error',
      place: { pointer: '', line: 3, column: 1 },
    });
    expect((await lintDocument('[]')).map(({ rule }) => rule)).to.eql(['bad-document']);
    expect((await lintDocument('{"products":[],"version":2}')).map(({ rule }) => rule)).to.eql([
      'bad-version',
    ]);
  });

  it('answers with a list whatever the text is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        expect(await lintDocument(text, { now: NOW })).to.be.an('array');
      }),
      { numRuns: 200 },
    );
  });

  it('knows the fields of the format: those of its schema, and no other', async () => {
    const reply = await fetch(new URL('../../demo/data/availability-v1.schema.json', import.meta.url));
    const schema = (await reply.json()) as unknown;
    type Schema = {
      readonly properties?: Readonly<Record<string, Schema>>;
      readonly items?: Schema;
      readonly $ref?: string;
      readonly anyOf?: readonly Schema[];
    };
    const { definitions } = schema as { readonly definitions: Readonly<Record<string, Schema>> };
    const open = (it: Schema): Schema =>
      it.$ref ? open(definitions[decodeURIComponent(it.$ref.split('/').at(-1) ?? '')] as Schema) : it;
    const fields = (it: Schema): object | true => {
      const all = [open(it), ...(open(it).anyOf ?? []).map(open)];
      const [inner] = all.flatMap(({ items }) => (items ? [items] : []));
      if (inner) return fields(inner);
      const properties = all.flatMap((one) => Object.entries(one.properties ?? {}));
      return properties.length
        ? Object.fromEntries(properties.map(([key, one]) => [key, fields(one)]))
        : true;
    };
    expect(DOCUMENT).to.deep.equal(fields(schema as Schema));
  });
});
