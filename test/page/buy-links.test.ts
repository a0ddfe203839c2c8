import { expect, waitUntil } from '@open-wc/testing';
import { NO_POLICY } from '../../src/availability/policy.js';
import { languageFor } from '../../src/messages/languages.js';
import { removeLineFields, setLineFields } from '../../src/outbox/line-fields.js';
import { BuyLinks } from '../../src/page/buy-links.js';
import { findUnits } from '../../src/page/find-units.js';
import type { Links } from '../../src/platforms/platform.js';
import { platform } from '../../src/platforms/shopify/platform.js';
import { Scope } from '../../src/store/scope.js';
import { shared } from '../../src/store/shared-store.js';
import { elementPage } from '../support/element-page.js';
import { productForm, removeForms } from '../support/forms.js';

const NAMES = { text: 'properties[Availability]', record: 'properties[_backorder]' };
const WORDS = 'Pre-order: Ships on 17 May – „später“ 予約';

describe('BuyLinks', () => {
  elementPage();

  let form: HTMLFormElement;
  let link: HTMLAnchorElement;
  let links: BuyLinks;
  const begin = (href: string, more = ''): void => {
    form = productForm('<input name="id" value="41"><button name="add">Add</button>');
    form.insertAdjacentHTML('afterend', `<a href="${href}"${more}>Buy it now</a>`);
    link = form.nextElementSibling as HTMLAnchorElement;
    links = new BuyLinks(platform.links as Links, platform.variant);
  };
  const look = (): void => links.look(findUnits(document, platform, undefined));
  const promise = (words = WORDS): void => setLineFields(form, NAMES, words, '1;preorder');
  const href = (): string | null => link.getAttribute('href');
  const properties = (): unknown => {
    const told = new URL(link.href).searchParams.get('properties');
    if (told === null) return undefined;
    expect(told).to.match(/^[\w-]+$/);
    const bytes = atob(told.replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (it) => it.charCodeAt(0))));
  };

  afterEach(() => {
    links.release();
    removeForms();
  });

  for (const before of [
    '/cart/41:1',
    '/de/cart/41:2?storefront=true#x',
    'https://shop.example/cart/41:1,42:1?note=a%20b',
  ]) {
    it(`carries the promise while there is one: ${before}`, () => {
      begin(before);
      look();
      expect(href()).to.equal(before);
      promise();
      look();
      expect(properties()).to.deep.equal({ Availability: WORDS, _backorder: '1;preorder' });
      expect(new URL(link.href).pathname).to.equal(new URL(before, document.baseURI).pathname);
      promise('Pre-order: later');
      look();
      expect(properties()).to.deep.include({ Availability: 'Pre-order: later' });
      removeLineFields(form);
      look();
      expect(href()).to.equal(before);
      expect(link.getAttributeNames()).to.deep.equal(['href']);
    });
  }

  it('what else it carries stays', () => {
    const theirs = btoa(JSON.stringify({ Gift: 'yes' })).replaceAll('=', '');
    begin(`/cart/41:1?discount=MAY&properties=${theirs}`);
    promise();
    look();
    expect(properties()).to.deep.equal({ Gift: 'yes', Availability: WORDS, _backorder: '1;preorder' });
    expect(new URL(link.href).searchParams.get('discount')).to.equal('MAY');
  });

  const OTHERS = [
    '/cart/42:1',
    '/cart',
    '/cart/change?line=1',
    '/products/41',
    '/cart/1234',
    '/cart/42:1,41:1',
  ];
  for (const other of OTHERS) {
    it(`other links are left alone: ${other}`, () => {
      begin(other);
      promise();
      look();
      expect(link.outerHTML).to.equal(`<a href="${other}">Buy it now</a>`);
    });
  }

  /** The words beside the link, which are also its description. */
  const note = (): HTMLElement | null =>
    form.parentElement?.querySelector('[data-backorder-without]') ?? null;
  const said = (words: string): string => `Bought this way, your order does not show the date: ${words}`;

  it('beside a link that can carry nothing it says so, for as long as there is a promise', () => {
    for (const before of ['/buy/41:1', '/cart/41:1?properties=%%%', '/cart/41:1?properties=bm8']) {
      begin(before);
      promise();
      look();
      expect([href(), note()?.textContent]).to.deep.equal([before, said(WORDS)]);
      expect(link.nextElementSibling).to.equal(note());
      expect(link.getAttribute('aria-describedby')).to.equal(note()?.id);
      expect(note()?.getClientRects().length, 'is seen').to.equal(1);
      promise('Pre-order: later');
      look();
      look();
      expect(note()?.textContent).to.equal(said('Pre-order: later'));
      removeLineFields(form);
      look();
      expect(link.getAttributeNames()).to.deep.equal(['href']);
      expect(note()).to.equal(null);
      removeForms();
    }
  });

  it('so it does beside one that would order without the form’s selling plan', () => {
    begin('/cart/41:1');
    promise();
    form.insertAdjacentHTML(
      'beforeend',
      '<input type="hidden" name="selling_plan" value="31" data-backorder-field="plan">',
    );
    look();
    expect([href(), note()?.textContent]).to.deep.equal(['/cart/41:1', said(WORDS)]);
    form.querySelector('[data-backorder-field=plan]')?.remove();
    look();
    expect(note()).to.equal(null);
    expect(link.hasAttribute('aria-describedby')).to.equal(false);
    expect(properties()).to.deep.include({ Availability: WORDS });
  });

  it('in the language of the page', async () => {
    begin('/buy/41:1');
    link.lang = 'de';
    promise();
    look();
    await waitUntil(() => note());
    expect(note()?.textContent).to.equal(
      `Wenn Sie so kaufen, steht der Termin nicht in Ihrer Bestellung: ${WORDS}`,
    );
    expect(note()?.lang).to.equal('de');
  });

  it('words that come too late are not said', async () => {
    begin('/buy/41:1');
    link.lang = 'fr';
    promise();
    look();
    links.release();
    await languageFor('fr');
    await new Promise((resolve) => setTimeout(resolve));
    expect(note()).to.equal(null);
  });

  for (const express of ['hide', 'disable', 'relabel'] as const) {
    it(`where the merchant has such links held (${express}) it says ${express === 'relabel' ? 'so' : 'nothing'}`, () => {
      begin('/buy/41:1');
      const scope = new Scope(shared().store);
      scope.set({ record: { status: 'preorder' }, policy: { ...NO_POLICY, express } });
      shared().scopes.set(form, scope);
      promise();
      look();
      expect(note() === null).to.equal(express !== 'relabel');
      shared().scopes.set(form, undefined);
    });
  }

  it('what a theme says of its link stays', () => {
    begin('/buy/41:1', ' title="Quick" aria-describedby="theirs"');
    const before = link.outerHTML;
    promise();
    look();
    expect(link.getAttribute('aria-describedby')).to.equal(`theirs ${note()?.id}`);
    links.release();
    expect(link.outerHTML).to.equal(before);
  });

  it('a theme that takes the words out each time has its way', () => {
    begin('/buy/41:1');
    promise();
    for (let turn = 0; turn < 50; turn += 1) {
      look();
      note()?.remove();
    }
    look();
    expect(note()).to.equal(null);
  });

  it('D10 words that came with a copied piece of page go', () => {
    begin('/buy/41:1');
    promise();
    look();
    const copy = document.createElement('div');
    copy.innerHTML = link.outerHTML + (note()?.outerHTML ?? '');
    document.body.append(copy);
    look();
    expect(copy.innerHTML).to.equal('<a href="/buy/41:1">Buy it now</a>');
    expect(note()?.textContent).to.equal(said(WORDS));
    copy.remove();
  });

  it('an address that the theme writes anew is taken from there, and given back as it is', () => {
    begin('/cart/41:1');
    promise();
    look();
    link.setAttribute('href', '/cart/41:3');
    look();
    expect(new URL(link.href).pathname).to.equal('/cart/41:3');
    expect(properties()).to.deep.include({ Availability: WORDS });
    links.release();
    expect(href()).to.equal('/cart/41:3');
    look();
    link.setAttribute('href', '/cart/42:1');
    look();
    expect(link.outerHTML).to.equal('<a href="/cart/42:1">Buy it now</a>');
  });

  it('a copy in which our change came along is given back', () => {
    begin('/cart/41:1');
    promise();
    look();
    const copy = link.cloneNode(true) as HTMLAnchorElement;
    document.body.append(copy);
    look();
    expect(copy.outerHTML).to.equal('<a href="/cart/41:1">Buy it now</a>');
    copy.setAttribute('data-backorder-link', '["onclick"]');
    look();
    expect(copy.outerHTML).to.equal('<a href="/cart/41:1">Buy it now</a>');
    copy.remove();
  });
});
