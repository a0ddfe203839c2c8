import { expect } from '@open-wc/testing';
import { removeLineFields, setLineFields } from '../../src/outbox/line-fields.js';
import { BuyLinks } from '../../src/page/buy-links.js';
import { findUnits } from '../../src/page/find-units.js';
import type { Links } from '../../src/platforms/platform.js';
import { platform } from '../../src/platforms/shopify/platform.js';
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

  it('a link that can carry nothing says what was promised, and no longer than it holds', () => {
    for (const before of ['/buy/41:1', '/cart/41:1?properties=%%%', '/cart/41:1?properties=bm8']) {
      begin(before);
      promise();
      look();
      expect([href(), link.title]).to.deep.equal([before, WORDS]);
      removeLineFields(form);
      look();
      expect(link.getAttributeNames()).to.deep.equal(['href']);
      removeForms();
    }
  });

  it('so does one that would order without the form’s selling plan', () => {
    begin('/cart/41:1');
    promise();
    form.insertAdjacentHTML(
      'beforeend',
      '<input type="hidden" name="selling_plan" value="31" data-backorder-field="plan">',
    );
    look();
    expect([href(), link.title]).to.deep.equal(['/cart/41:1', WORDS]);
    form.querySelector('[data-backorder-field=plan]')?.remove();
    look();
    expect(link.hasAttribute('title')).to.equal(false);
    expect(properties()).to.deep.include({ Availability: WORDS });
  });

  it('a title of the theme’s stays', () => {
    begin('/buy/41:1', ' title="Quick"');
    promise();
    look();
    links.release();
    expect(link.title).to.equal('Quick');
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
    copy.setAttribute('data-backorder-link', '["onclick",null,"x"]');
    look();
    expect(copy.outerHTML).to.equal('<a href="/cart/41:1">Buy it now</a>');
    copy.remove();
  });
});
