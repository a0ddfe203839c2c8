import { expect } from '@open-wc/testing';
import { decide } from '../../src/availability/decide.js';
import type { ProductEntry } from '../../src/availability/document.js';
import { warnWording } from '../../src/page/warn-wording.js';
import { report } from '../../src/report.js';
import { quietConsole, takeWarnings } from '../support/quiet.js';
import { backorder, inStock, told } from '../support/told.js';

const NOW = Date.parse('2026-11-22T09:00:00Z');

/** Codes and subjects of what is said. */
function said(products: readonly object[], more: object = {}): readonly string[] {
  const found: string[] = [];
  warnWording(told(products, more), (code, _text, subject = '') => found.push(`${code} ${subject}`), NOW);
  return found;
}

describe('warnWording', () => {
  quietConsole();

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
    ];
    expect(said(products)).to.eql(['no-date bare', 'date-passed passed', 'no-date many']);
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
    expect(said([], { messages })).to.eql([
      'vague-words en button.backorder',
      'lost-date de promise.ship.confirmed',
    ]);
  });

  it('T17 warns once of a time zone that is none, and days then end as at UTC', () => {
    for (const zone of ['Mars/Phobos', 'Europe/Nowhere', '']) {
      const policy = { sell: 'backorder', timeZone: zone };
      const products = [backorder('a', { policy }), backorder('b', { policy })];
      const document = told(products, { policy });
      const warnings = said(products, { policy });
      expect(warnings, zone).to.eql([`bad-time-zone ${zone}`]);
      // The day after 12 December has begun at UTC, and nowhere west of it.
      const [end, before] = ['2026-12-13T00:00Z', '2026-12-12T23:59Z'].map((at) => {
        const [product] = document.products as readonly [ProductEntry];
        return decide(product.record, product.policy, 1, Date.parse(at)).withheld;
      });
      expect([before, end], zone).to.eql([undefined, 'date-passed']);
    }
    for (const zone of ['Europe/Berlin', 'UTC', 'Asia/Kathmandu', 'Europe/Kyiv']) {
      expect(said([backorder('a')], { policy: { timeZone: zone } }), zone).to.eql([]);
    }
  });

  it('says in the console what is missing and how to find the place', () => {
    warnWording(told([backorder('bare', { restock: undefined })]), report, NOW);
    warnWording(told([backorder('bare', { restock: undefined })]), report, NOW);
    const lines = takeWarnings();
    expect(lines).to.have.length(1);
    expect(lines[0]).to.contain('no-date: "bare" can be ordered (backorder) and has no date');
    expect(lines[0]).to.contain('npx backorder-elements lint');
  });
});
