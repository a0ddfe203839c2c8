import { expect } from '@open-wc/testing';
import { STATES } from '../../src/availability/state.js';
import { adoptPlainStyles } from '../../src/page/plain-styles.js';
import { PLAIN, PlainTag } from '../../src/page/plain-tag.js';
import { Scope } from '../../src/store/scope.js';
import { shared } from '../../src/store/shared-store.js';
import { elementPage, put, seen, sixProducts, soon, tell, until } from '../support/element-page.js';
import { HOSTILE } from '../support/hostile.js';
import { backorder, inStock, told } from '../support/told.js';

/** Draws the first of our tags in some markup. */
function draw(html: string): { readonly tag: PlainTag; readonly element: HTMLElement } {
  const place = put(html);
  const element = (place.matches(PLAIN) ? place : place.querySelector(PLAIN)) as HTMLElement;
  const tag = new PlainTag(element, (act) => act());
  tag.sync();
  return { tag, element };
}

describe('PlainTag', () => {
  elementPage();

  before(() => adoptPlainStyles());
  beforeEach(() => tell(sixProducts()));

  const table: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    [
      'backorder-badge',
      { backorder: 'Backorder', preorder: 'Pre-order', 'coming-soon': 'Coming soon', 'sold-out': 'Sold out' },
    ],
    [
      'eta-notice',
      {
        backorder: 'Expected to ship on 12 December About this date',
        preorder: 'Expected to ship in Q1 2027 About this date',
        'coming-soon': 'Available in February 2027 About this date',
      },
    ],
    [
      'notify-me-form compact',
      { 'coming-soon': 'Tell me when I can order it', 'sold-out': 'Tell me when it is back' },
    ],
  ];
  for (const [name, words] of table) {
    const local = name.split(' ')[0] as string;
    for (const state of STATES) {
      it(`draws <${name}> of what is ${state}: "${words[state] ?? ''}"`, () => {
        const { element } = draw(`<${name} product="${state}"></${local}>`);
        // Between the sentence and its button is a margin.
        expect(seen(element).replace(/(\S)About/, '$1 About')).to.equal(words[state] ?? '');
        if (words[state]) expect(element.getAttribute('state')).to.equal(state);
        expect(element.shadowRoot === null).to.equal(true);
      });

      if (words[state]) {
        for (const [ground, attributes] of [
          ['light', 'style="color-scheme: light; background: Canvas; color: CanvasText"'],
          [
            'dark, right to left',
            'lang="ar" dir="rtl" style="color-scheme: dark; background: Canvas; color: CanvasText"',
          ],
        ] as const) {
          it(`A01 <${name}> of what is ${state} passes the audit, ${ground}`, async () => {
            const { element } = draw(`<div ${attributes}><${name} product="${state}"></${local}></div>`);
            await until(() => seen(element));
            await expect(element.parentElement).to.be.accessible();
          });
        }
      }
    }
  }

  it('another date leaves the focus on the button beside it, which is the same one', () => {
    const { tag, element } = draw('<eta-notice product="backorder"></eta-notice>');
    const button = element.querySelector('button') as HTMLButtonElement;
    button.focus();
    element.setAttribute('product', 'preorder');
    tag.sync();
    expect(seen(element)).to.include('Q1 2027');
    expect(document.activeElement).to.equal(button);
    expect(element.querySelectorAll('button')).to.have.length(1);
    expect(element.getAttribute('state')).to.equal('preorder');
  });

  it('in stock touches nothing at all', () => {
    for (const html of [
      '<backorder-badge product="in-stock"></backorder-badge>',
      '<eta-notice product="in-stock"></eta-notice>',
      '<notify-me-form product="in-stock" compact=""></notify-me-form>',
    ]) {
      expect(draw(html).element.outerHTML).to.equal(html);
    }
  });

  it('says the limit when it is passed, and goes back to nothing', async () => {
    tell(told([backorder('a', { availableForBackorder: 2 })]));
    const { element, tag } = draw('<eta-notice product="a" quantity="5"></eta-notice>');
    expect(seen(element)).to.include('You can order up to 2.');
    element.setAttribute('quantity', '1');
    tag.sync();
    expect(seen(element)).not.to.include('You can');
    tell(told([inStock('a')]));
    await soon();
    expect(seen(element)).to.equal('');
  });

  it('shows what the author wrote while nobody knows, and what is meant for stock in stock', () => {
    const { element } = draw(
      '<eta-notice product="a"><i>Ask us</i><b slot="in-stock">1 to 2 days</b></eta-notice>',
    );
    const before = element.innerHTML;
    expect(element.innerHTML).to.equal(before);
    tell(told([backorder('a')]));
    expect(seen(element)).to.match(/^Expected to ship/);
    expect(seen(element)).not.to.match(/Ask us|1 to 2/);
    tell(told([inStock('a')]));
    expect(seen(element)).to.equal('1 to 2 days');
    tell(told([{ id: 'a' }]));
    expect(element.innerHTML).to.equal(before);
  });

  it('gives the tag back as it was', () => {
    const { element, tag } = draw('<eta-notice product="backorder"><i>Ask us</i></eta-notice>');
    tag.release();
    expect(element.outerHTML).to.equal('<eta-notice product="backorder"><i>Ask us</i></eta-notice>');
    expect(shared().store.followed).to.deep.equal([]);
  });

  it('D10 does not take what was drawn in a copied tag for the author’s', () => {
    const { element } = draw('<backorder-badge product="backorder"></backorder-badge>');
    const { element: copy, tag } = draw(element.outerHTML);
    expect(seen(copy)).to.equal('Backorder');
    tag.release();
    expect(copy.innerHTML).to.equal('');
  });

  it('stands in the scope around it, or in that of what it names', () => {
    const root = put('<section id="there"><backorder-badge></backorder-badge></section>');
    const scope = new Scope(shared().store);
    scope.set({ product: 'preorder' });
    shared().scopes.set(root, scope);
    const inside = root.querySelector('backorder-badge') as HTMLElement;
    new PlainTag(inside, (act) => act()).sync();
    expect(seen(inside)).to.equal('Pre-order');
    expect(seen(draw('<backorder-badge for="there"></backorder-badge>').element)).to.equal('Pre-order');
    shared().scopes.set(root, undefined);
    expect(seen(inside)).to.equal('');
  });

  it('follows its attributes', () => {
    const { element, tag } = draw('<backorder-badge product="backorder"></backorder-badge>');
    element.setAttribute('product', 'sold-out');
    tag.sync();
    expect(seen(element)).to.equal('Sold out');
    tag.sync();
    element.removeAttribute('product');
    tag.sync();
    expect(seen(element)).to.equal('');
  });

  it('D22 writes nothing again that is right already', async () => {
    const { element, tag } = draw('<eta-notice product="backorder"></eta-notice>');
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((more) => records.push(...more));
    observer.observe(element, { childList: true, subtree: true, characterData: true, attributes: true });
    tell(sixProducts({ policy: { sell: 'backorder' } }));
    tag.sync();
    shared().store.refreshAll();
    await soon();
    expect(records).to.have.length(0);
    observer.disconnect();
  });

  it('T22 speaks the language of its place and says so', async () => {
    const { element } = draw('<div lang="de"><backorder-badge product="backorder"></backorder-badge></div>');
    await until(() => seen(element) === 'Nachlieferung');
    expect(element.firstElementChild?.getAttribute('lang')).to.equal('de');
  });

  it('speaks the merchant’s wording', async () => {
    tell(sixProducts({ messages: { en: { 'badge.backorder': '<b>Later</b>' } } }));
    const { element } = draw('<backorder-badge product="backorder"></backorder-badge>');
    await until(() => seen(element) === '<b>Later</b>');
    expect(element.querySelector('b')).to.equal(null);
  });

  it('offers no sign-up where there is nowhere to send it to', () => {
    tell(told([{ id: 'a', onHand: 0 }]));
    expect(seen(draw('<notify-me-form compact product="a"></notify-me-form>').element)).to.equal('');
    tell(told([{ id: 'a', onHand: 0 }], { signUp: { url: 'https://evil.example/' } }));
    expect(seen(draw('<notify-me-form compact product="a"></notify-me-form>').element)).to.equal('');
  });

  it('A22 its buttons are large enough to press', () => {
    for (const html of [
      '<eta-notice product="backorder"></eta-notice>',
      '<notify-me-form compact product="sold-out"></notify-me-form>',
    ]) {
      const button = draw(html).element.querySelector('button') as HTMLElement;
      expect(button.getBoundingClientRect().height).to.be.at.least(24);
    }
  });

  it('H23 a badge whose message is white space is no empty pill', () => {
    tell(sixProducts({ messages: { en: { 'badge.backorder': ' \u00a0\n' } } }));
    const { element } = draw('<backorder-badge product="backorder"></backorder-badge>');
    expect(element.getClientRects().length && element.getBoundingClientRect().width).to.equal(0);
    expect(element.hasAttribute('data-backorder-plain')).to.equal(false);
  });

  it('S27 a badge in a line of text does not make the line higher', () => {
    const line = put(
      '<p style="font: 16px/1.5 sans-serif">Table <backorder-badge product="backorder"></backorder-badge></p>',
    );
    const before = line.getBoundingClientRect().height;
    new PlainTag(line.querySelector('backorder-badge') as HTMLElement, (act) => act()).sync();
    expect(seen(line)).to.include('Backorder');
    expect(line.getBoundingClientRect().height).to.be.closeTo(before, 1);
  });

  it('H30 whatever its attributes are set to, nothing runs and nothing breaks', () => {
    for (const name of ['product', 'variant', 'quantity', 'for', 'lang', 'state', 'target', 'compact']) {
      for (const value of HOSTILE) {
        const element = put('<eta-notice product="backorder"></eta-notice>');
        element.setAttribute(name, value);
        const tag = new PlainTag(element, (act) => act());
        tag.sync();
        expect(element.querySelector('script, img, iframe, svg')).to.equal(null);
        tag.release();
        element.closest('main')?.remove();
      }
    }
  });
});
