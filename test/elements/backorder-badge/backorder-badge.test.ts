import { expect } from '@open-wc/testing';
import '../../../src/elements/backorder-badge/backorder-badge-define.js';
import { elementPage, part, put, seen, sixProducts, tell, until } from '../../support/element-page.js';
import { offerElementSuite } from '../../support/offer-element-suite.js';

offerElementSuite({
  tag: 'backorder-badge',
  seen: {
    backorder: 'Backorder',
    preorder: 'Pre-order',
    'coming-soon': 'Coming soon',
    'sold-out': 'Sold out',
  },
  inGerman: 'Nachlieferung',
  message: 'badge.backorder',
});

describe('<backorder-badge>', () => {
  elementPage();

  beforeEach(() => tell(sixProducts()));

  it('A12 is no button, takes no focus and is no alert', async () => {
    const badge = put('<backorder-badge product="backorder"></backorder-badge>');
    await until(() => seen(badge) === 'Backorder');
    expect(badge.shadowRoot?.querySelector('button, a, [role], [tabindex], [aria-live]')).to.equal(null);
    expect(badge.hasAttribute('role')).to.equal(false);
    badge.focus();
    expect(document.activeElement).not.to.equal(badge);
  });

  it('A11 inside a card’s link it leaves the link a sensible name', async () => {
    const link = put('<a href="#x">Walnut table <backorder-badge product="preorder"></backorder-badge></a>');
    await until(() => seen(link) === 'Walnut table Pre-order');
    await expect(link).to.be.accessible();
  });

  it('A10 has a word beside its dot, and a tone of its own for each state', async () => {
    const tones = new Set<string>();
    for (const state of ['backorder', 'preorder', 'coming-soon', 'sold-out']) {
      const badge = put(`<backorder-badge product="${state}"></backorder-badge>`);
      await until(() => part(badge, 'dot'));
      tones.add(getComputedStyle(part(badge, 'dot') as Element).backgroundColor);
      expect(seen(badge)).not.to.equal('');
    }
    expect(tones.size).to.equal(4);
  });

  it('takes the theme’s font and colour, and the tones that it is given', async () => {
    const card = put(
      '<p style="font-family: monospace; color: rgb(1, 2, 3); --backorder-tone-backorder: rgb(9, 9, 9)"><backorder-badge product="backorder"></backorder-badge></p>',
    );
    const badge = card.querySelector('backorder-badge') as Element;
    await until(() => part(badge, 'dot'));
    const style = getComputedStyle(part(badge, 'badge') as Element);
    expect(style.fontFamily).to.equal('monospace');
    expect(style.color).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(part(badge, 'dot') as Element).backgroundColor).to.equal('rgb(9, 9, 9)');
  });

  it('can be hidden by the page, whatever the theme says of it', async () => {
    const badge = put('<backorder-badge product="backorder" hidden></backorder-badge>');
    await until(() => badge.shadowRoot);
    expect(getComputedStyle(badge).display).to.equal('none');
  });

  it('H20 T19 a word without end does not make the page scroll sideways', async () => {
    tell(sixProducts({ messages: { en: { 'badge.backorder': 'W'.repeat(500) } } }));
    const box = put(
      '<div style="width: 300px"><backorder-badge product="backorder"></backorder-badge></div>',
    );
    const badge = box.querySelector('backorder-badge') as Element;
    await until(() => seen(badge).length === 500);
    expect(badge.getBoundingClientRect().width).to.be.at.most(300);
    expect(box.scrollWidth).to.be.at.most(300);
  });
});
