import { expect } from '@open-wc/testing';
import type { Finding } from '../../src/lint/finding.js';
import { lintDocument, type LintOptions } from '../../src/lint/lint-document.js';

const NOW = Date.parse('2026-11-23T09:00:00Z');

const DELIVERY = {
  timeZone: 'Europe/Berlin',
  cutoffTime: '14:00',
  handlingTime: { min: 1, max: 2 },
  transitTime: [{ addressCountry: 'DE', max: 2 }],
  destination: { addressCountry: 'DE' },
};
const COMING = [{ quantity: 10, date: '2026-12-01', confidence: 'confirmed' }];

const lint = async (document: object, options: LintOptions = {}): Promise<readonly Finding[]> =>
  lintDocument(
    JSON.stringify({
      version: 1,
      asOf: '2026-11-23T08:00:00Z',
      policy: { sell: 'backorder' },
      delivery: DELIVERY,
      ...document,
    }),
    { now: NOW, ...options },
  );
const told = async (document: object, options?: LintOptions): Promise<readonly string[]> =>
  (await lint(document, options)).map(({ rule, place }) => `${rule} ${place.pointer}`);
const product = (more: object): object => ({ products: [{ id: 1, onHand: 0, shipments: COMING, ...more }] });
const eu: LintOptions = { regions: ['eu', 'us'] };

describe('lintDocument with a calendar', () => {
  it('a product dated by its shipments alone, or by the shop’s lead time, has a date', async () => {
    expect(await told(product({}), eu)).to.eql([]);
    const delivery = { ...DELIVERY, leadTime: { min: 10, max: 14 } };
    expect(await told({ delivery, ...product({ shipments: undefined }) }, eu)).to.eql([]);
    expect(await told({ delivery, asOf: undefined, ...product({ shipments: undefined }) }, eu)).to.eql([]);
    expect(await told(product({ shipments: undefined }), eu)).to.eql(['no-date /products/0']);
  });

  it('says each reason for which the calendar gives no date where it stands, with its own words and fix', async () => {
    const cases: readonly (readonly [found: string, document: object])[] = [
      ['no-shipment-left /products/0/shipments', product({ backordered: 10 })],
      ['no-position /products/0/shipments', product({ onHand: undefined, status: 'sold-out' })],
      ['no-handling-time /delivery', { delivery: { timeZone: 'Europe/Berlin' }, ...product({}) }],
      [
        'no-working-day /delivery/holidays',
        { delivery: { ...DELIVERY, holidays: ['2026-01-01/2029-12-31'] }, ...product({}) },
      ],
      ['no-time-zone /delivery', { delivery: { handlingTime: { max: 1 } }, ...product({}) }],
      [
        'bad-delivery /delivery/cutoffTime',
        { delivery: { ...DELIVERY, cutoffTime: '2 pm' }, ...product({}) },
      ],
      ['bad-delivery /products/0/shipments/0/date', product({ shipments: [{ quantity: 4, date: 'soon' }] })],
    ];
    const fixes = new Set<string>();
    for (const [found, document] of cases) {
      const findings = await lint(document, eu);
      const [rule] = found.split(' ');
      const finding = findings.find((it) => it.rule === rule);
      expect(`${finding?.rule} ${finding?.place.pointer}`, JSON.stringify(findings)).to.equal(found);
      expect(finding?.severity, found).to.equal('error');
      expect(finding?.message, found).to.contain('“Ship date to be confirmed”');
      expect(
        finding?.asked?.map(({ region }) => region),
        found,
      ).to.eql(['eu', 'us']);
      fixes.add(finding?.fix ?? '');
    }
    // The last two are one reason in two places.
    expect(fixes.size).to.equal(cases.length - 1);
  });

  it('tells what of the calendar cannot be read, with its line, and a time zone that nobody knows', async () => {
    const delivery = { ...DELIVERY, timeZone: 'Europe/Berln', holidays: ['Christmas'], handlingtime: 1 };
    const found = await told({ delivery, products: [] });
    expect(found).to.eql([
      'bad-field /delivery/timeZone',
      'bad-field /delivery/holidays/0',
      'unknown-field /delivery/handlingtime',
    ]);
    expect(await told({ delivery: 7, products: [] })).to.eql(['bad-field /delivery']);
  });

  it('looks as far as the limit: pieces that no shipment is left for', async () => {
    expect(await told(product({ policy: { limit: 10 } }), eu)).to.eql([]);
    const [finding] = await lint(product({ policy: { limit: 11 } }), eu);
    expect(finding?.rule).to.equal('no-shipment-left');
    expect(finding?.message).to.contain('11 at once');
  });

  it('in the EU a reckoned promise is one of arrival; Google has the day of dispatch', async () => {
    const { destination: _, ...delivery } = DELIVERY;
    const [finding, ...more] = await lint({ delivery, ...product({}) }, eu);
    expect(more).to.eql([]);
    expect(finding).to.include({ rule: 'no-arrival', severity: 'warning' });
    expect(finding?.place.pointer).to.equal('/delivery/transitTime');
    expect(await told({ delivery, ...product({}) }, { regions: ['us'] })).to.eql([]);

    const [range] = await lint(product({}), { regions: ['google'] });
    expect(range?.rule).to.equal('no-single-day');
    expect(range?.message).to.contain('2026-12-02 to 2026-12-03');
  });

  it('a shipment that is over is told by itself, and what is on the way counts', async () => {
    const shipments = [{ quantity: 5, date: '2026-11-20' }, ...COMING];
    expect(await told(product({ shipments }), eu)).to.eql(['past-date /products/0/shipments/0/date']);
    expect(await told(product({ shipments: shipments.slice(0, 1) }), eu)).to.eql([
      'date-passed /products/0/shipments',
      'past-date /products/0/shipments/0/date',
    ]);
  });

  it('shipments without a calendar are read by nobody', async () => {
    expect(await told({ delivery: undefined, ...product({ restock: '2026-12-01' }) }, eu)).to.eql([
      'unread-field /products/0/shipments',
    ]);
  });

  it('variants have what is their product’s', async () => {
    const variants = [
      { id: 'a', onHand: -4 },
      { id: 'b', onHand: -5 },
    ];
    const shared = { products: [{ id: 1, shipments: COMING, variants }] };
    expect(await told(shared, eu)).to.eql([]);
    const more = [...variants, { id: 'c', onHand: -1 }];
    expect(await told({ products: [{ id: 1, shipments: COMING, variants: more }] }, eu)).to.eql([
      'no-shipment-left /products/0/shipments',
    ]);
  });
});
