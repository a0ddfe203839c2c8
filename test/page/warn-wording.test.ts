import { expect } from '@open-wc/testing';
import { decide } from '../../src/availability/decide.js';
import type { ProductEntry } from '../../src/availability/document.js';
import { warnWording } from '../../src/page/warn-wording.js';
import { report } from '../../src/report.js';
import { AvailabilityStore } from '../../src/store/availability-store.js';
import { known } from '../../src/availability/read.js';
import { quietConsole, takeWarnings } from '../support/quiet.js';
import { planOf } from '../support/delivery.js';
import { Time } from '../support/time.js';
import { backorder, inStock, told } from '../support/told.js';

const NOW = Date.parse('2026-11-22T09:00:00Z');

function storeOf(products: readonly object[], more: object = {}): AvailabilityStore {
  const store = new AvailabilityStore();
  store.put(told(products, more));
  return store;
}

/** Codes and subjects of what is said of a page that shows all of it. */
function said(store: AvailabilityStore, references: readonly string[] = []): readonly string[] {
  const found: string[] = [];
  warnWording(store, references, (code, _text, subject = '') => found.push(`${code} ${subject}`));
  return found;
}

describe('warnWording', () => {
  quietConsole();

  let time: Time;
  beforeEach(() => {
    time = new Time(NOW);
  });
  afterEach(() => time.release());

  it('warns once a product of what can be ordered without a date', () => {
    const policy = { sell: 'backorder' };
    const variants = [
      { id: 'a', onHand: 0 },
      { id: 'b', onHand: 0 },
      { id: 'c', onHand: 2 },
    ];
    const products = [
      backorder('dated'),
      inStock('here'),
      { id: 'announced', status: 'coming-soon' },
      backorder('bare', { restock: undefined }),
      backorder('passed', { restock: '2026-11-01' }),
      { id: 'many', policy, variants },
      backorder('not shown', { restock: undefined }),
    ];
    const shown = ['dated', 'here', 'announced', 'bare', 'bare', 'passed', 'many', 'nobody knows'];
    expect(said(storeOf(products), shown)).to.eql(['no-date bare', 'date-passed passed', 'no-date many']);
  });

  it('asks the calendar, and tells why that gives no date', () => {
    const store = storeOf([backorder('p', { restock: undefined })]);
    const shipments = [{ quantity: 5, date: '2026-12-01' }];
    const of = (product: object): string =>
      said(
        Object.assign(store, {
          reckonFor: () =>
            planOf({ timeZone: 'Europe/Berlin', handlingTime: { max: 1 } }, product).plan.reckonFor('p'),
        }),
        ['p'],
      ).join();
    expect(of({ shipments })).to.equal('');
    expect(of({ shipments, backordered: 5 })).to.equal('no-shipment-left p');
  });

  it('looks at what only the page tells as well', () => {
    const store = storeOf([], { policy: { sell: 'backorder' } });
    store.fromPage = () => known({ onHand: 0 });
    expect(said(store, ['of the page'])).to.eql(['no-date of the page']);
  });

  it('warns of merchant’s wording that is vague or loses the date, and of no other', () => {
    const messages = {
      en: {
        'button.backorder': 'Coming soon',
        'badge.coming-soon': 'Coming soon',
        'promise.none': 'We will write to you',
      },
      de: { 'promise.ship.confirmed': 'Versand ab Werk' },
    };
    expect(said(storeOf([], { messages }))).to.eql([
      'vague-words en button.backorder',
      'lost-date de promise.ship.confirmed',
    ]);
  });

  it('T17 warns once of a time zone that is none, and days then end as at UTC', () => {
    for (const zone of ['Mars/Phobos', 'Europe/Nowhere', '']) {
      const policy = { sell: 'backorder', timeZone: zone };
      const products = [backorder('a', { policy }), backorder('b', { policy })];
      expect(said(storeOf(products, { policy }), ['a', 'b']), zone).to.eql([`bad-time-zone ${zone}`]);
      // The day after 12 December has begun at UTC, and nowhere west of it.
      const [product] = told(products, { policy }).products as readonly [ProductEntry];
      const [end, before] = ['2026-12-13T00:00Z', '2026-12-12T23:59Z'].map(
        (at) => decide(product.record, product.policy, 1, Date.parse(at)).withheld,
      );
      expect([before, end], zone).to.eql([undefined, 'date-passed']);
    }
    for (const zone of ['Europe/Berlin', 'UTC', 'Asia/Kathmandu', 'Europe/Kyiv']) {
      expect(said(storeOf([backorder('a')], { policy: { timeZone: zone } }), ['a']), zone).to.eql([]);
    }
  });

  it('says in the console what is missing, what to do, and how to find the place', () => {
    const store = storeOf([backorder('bare', { restock: undefined })]);
    warnWording(store, ['bare'], report);
    warnWording(store, ['bare'], report);
    const lines = takeWarnings();
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('no-date: “bare” can be ordered (backorder) and has no date');
    expect(lines[0]).to.contain('Tell a date as exact as you know it');
    expect(lines[0]).to.contain('npx backorder-elements lint');
  });
});
