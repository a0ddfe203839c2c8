// What the published JSON Schema takes and refuses, beside what the parser does with the same.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';

const read = (file) => JSON.parse(readFileSync(new URL(`../../demo/data/${file}`, import.meta.url), 'utf8'));

const isInstant = (text) => /T.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
const validate = new Ajv({ allErrors: true, formats: { 'date-time': isInstant } }).compile(
  read('availability-v1.schema.json'),
);

const complaints = (document) => {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const rich = () => ({
  $schema: './availability-v1.schema.json',
  version: 1,
  asOf: '2026-11-25T09:00:00+01:00',
  ttl: 30,
  disabled: false,
  policy: {
    sell: 'backorder',
    signUp: 'beside',
    timeZone: 'Europe/Berlin',
    maxAge: 86400,
    limit: 'unlimited',
  },
  signUp: { url: '/sign-up', privacyUrl: 'https://shop.example/privacy' },
  messages: { en: { 'add-backorder': 'Order now, ships later' }, de: {} },
  products: [
    {
      id: 7001,
      handle: 'alma-lounge-chair',
      sku: 'ND-ALMA',
      onHand: 2,
      tracked: true,
      availableForBackorder: 20,
      availableToSell: 'unlimited',
      orderable: true,
      restock: { date: '2026-W49', basis: 'deliver', confidence: 'confirmed' },
      quantity: { min: 1, max: 6, step: 1 },
      policy: {
        limit: 20,
        threshold: 1,
        partial: 'together',
        express: 'hide',
        atLimit: 'theme',
        maxPerOrder: 4,
      },
      variants: [
        {
          id: 41001,
          sku: 'ND-ALMA-OAT',
          options: { Fabric: 'Oat' },
          onHand: -3,
          restock: '2026-12-01/2026-12-05',
        },
        { id: '41002', status: 'preorder', release: '2027-Q1', policy: { starts: '2026-12-01T00:00:00Z' } },
        { id: 41003, policy: { promise: { leadTime: { min: 2, max: 3, unit: 'week' } }, trigger: 'always' } },
      ],
    },
    { id: 'gid://shopify/Product/1', restock: '2026-12' },
  ],
});

describe('availability-v1.schema.json', () => {
  it('takes a document that says all it can', () => {
    assert.deepEqual(complaints(rich()), []);
  });

  it('takes the least that is a document, and fields of a later version', () => {
    assert.deepEqual(complaints({ version: 1, products: [] }), []);
    assert.deepEqual(complaints({ version: 1, products: [{ id: 1, new: true }], new: {} }), []);
  });

  it("takes the demo's own document", () => {
    assert.deepEqual(complaints(read('availability.json')), []);
  });

  const wrong = {
    'without a version': (it) => delete it.version,
    'of another version': (it) => (it.version = 2),
    'whose version is a text': (it) => (it.version = '1'),
    'without products': (it) => delete it.products,
    'whose products are no list': (it) => (it.products = {}),
    'with a product without an id': (it) => delete it.products[0].id,
    'with a quantity of "5 pcs"': (it) => (it.products[0].onHand = '5 pcs'),
    'with half a piece': (it) => (it.products[0].onHand = 0.5),
    'with a limit below zero': (it) => (it.policy.limit = -3),
    'with a limit that is a text': (it) => (it.policy.limit = '100'),
    'with an unknown status': (it) => (it.products[0].status = 'IN_STOCK'),
    'with a date in words': (it) => (it.products[1].restock = 'early 2027'),
    'with a date in an unknown form': (it) => (it.products[0].restock.date = '01.12.2026'),
    'with a lead time without its end': (it) => (it.policy.promise = { leadTime: { min: 2 } }),
    'with a start without its zone': (it) => (it.policy.starts = '2026-12-01'),
    'with a smallest order of none': (it) => (it.products[0].quantity.min = 0),
    'with a script as address': (it) => (it.signUp.url = 'javascript:alert(1)'),
    "with another host's address in disguise": (it) => (it.signUp.url = '//evil.example'),
    'with sign-ups that go to nobody known': (it) => (it.signUp = { target: 'nobody' }),
    'with wording that is no text': (it) => (it.messages.en['add-backorder'] = 5),
    'with an option that is no text': (it) => (it.products[0].variants[0].options.Fabric = 3),
  };
  for (const [name, spoil] of Object.entries(wrong)) {
    it(`refuses a document ${name}`, () => {
      const document = rich();
      spoil(document);
      assert.notDeepEqual(complaints(document), []);
    });
  }
});
