import { expect } from '@open-wc/testing';
import { ListedProducts } from '../../src/page/listed-products.js';
import { referenceIn } from '../../src/page/place-reference.js';
import { platform as shopify } from '../../src/platforms/shopify/platform.js';
import { platform as woocommerce } from '../../src/platforms/woocommerce/platform.js';
import type { Place, Platform } from '../../src/platforms/platform.js';
import { openTarget } from '../../src/store/open-target.js';
import { Scope } from '../../src/store/scope.js';
import { shared } from '../../src/store/shared-store.js';
import { elementPage, put, tell } from '../support/element-page.js';
import { backorder, inStock, told } from '../support/told.js';

const SIGN_UP = { signUp: { url: '/sign-ups' } };
const BOX = ':not(.card-wrapper)[data-backorder-listed]';

/** Where a card of a Shopify theme has its product. */
const CARD = shopify.card as Place;

const card = (href: string, more = ''): string =>
  `<div class="card-wrapper"><h3 class="card__heading"><a href="${href}">Name</a></h3>${more}</div>`;

describe('ListedProducts', () => {
  elementPage();

  let listed: ListedProducts;
  const about = (platform: Platform): void => {
    listed = new ListedProducts(platform);
    listed.look();
  };
  const boxes = (): readonly Element[] => [...document.querySelectorAll(BOX)];
  const badges = (): readonly (string | null)[] =>
    [...document.querySelectorAll('backorder-badge')].map((it) => it.getAttribute('product'));

  beforeEach(() => {
    tell(told([backorder('late'), inStock('here'), { id: 'gone', onHand: 0 }], SIGN_UP));
  });
  afterEach(() => listed.release());

  it('a link says caf%C3%A9 of what the shop calls café; what is no such writing is read as it is', () => {
    tell(told([backorder('café'), backorder('50%-off'), backorder('%E0%A4%A')], SIGN_UP));
    put(
      `<ul>${card('/products/caf%C3%A9?variant=1')}${card('/products/50%-off')}${card('/products/%E0%A4%A')}</ul>`,
    );
    about(shopify);
    expect(badges()).to.deep.equal(['café', '50%-off', '%E0%A4%A']);
  });

  it('a card of what is not in stock gets a badge, the others nothing', () => {
    const place = put(
      `<ul>${card('/products/late')}${card('/products/here')}${card('/products/nobody')}</ul>`,
    );
    about(shopify);
    expect(badges()).to.deep.equal(['late']);
    expect(boxes()).to.have.length(1);
    expect(place.querySelectorAll('.card-wrapper:nth-child(n + 2) *')).to.have.length(4);
  });

  it('takes everything out again, to the letter', () => {
    const place = put(`<ul>${card('/products/late')}${card('/products/gone')}${card('/products/here')}</ul>`);
    const before = place.outerHTML;
    about(shopify);
    expect(boxes()).to.have.length(2);
    listed.release();
    expect(place.outerHTML).to.equal(before);
    expect(shared().store.followed).to.deep.equal([]);
  });

  it('follows the stock, both ways', () => {
    put(card('/products/here'));
    about(shopify);
    expect(badges()).to.deep.equal([]);
    tell(told([backorder('here')]));
    expect(badges()).to.deep.equal(['here']);
    tell(told([inStock('here')]));
    expect(boxes()).to.deep.equal([]);
  });

  it('looked at again, nothing is put in twice, and nothing is written', () => {
    const place = put(card('/products/late'));
    about(shopify);
    const observer = new MutationObserver(() => undefined);
    observer.observe(place, { subtree: true, childList: true, attributes: true, characterData: true });
    listed.look();
    listed.look();
    expect(observer.takeRecords()).to.deep.equal([]);
  });

  it('finds cards that come later, and lets go of those that leave', () => {
    const first = put(card('/products/late'));
    about(shopify);
    put(card('/products/gone'));
    listed.look();
    expect(badges()).to.deep.equal(['late', 'gone']);
    first.remove();
    listed.look();
    expect(shared().store.followed).to.deep.equal(['gone']);
    expect(first.querySelector(BOX)).to.equal(null);
  });

  it('a card into which a theme writes another product speaks of that one', () => {
    const element = put(card('/products/late'));
    about(shopify);
    element.querySelector('a')?.setAttribute('href', '/products/gone');
    listed.look();
    expect(badges()).to.deep.equal(['gone']);
    element.querySelector('a')?.setAttribute('href', '/products/here');
    listed.look();
    expect(boxes()).to.deep.equal([]);
  });

  it('D21 a card that a theme has rendered anew inside gets its badge again', () => {
    const element = put(card('/products/late'));
    about(shopify);
    element.innerHTML = '<h3 class="card__heading"><a href="/products/late">Name</a></h3>';
    listed.look();
    expect(badges()).to.deep.equal(['late']);
  });

  it('D10 a card that was copied with its badge has one of its own, given back like the others', () => {
    const element = put(card('/products/late'));
    about(shopify);
    const copy = element.cloneNode(true) as Element;
    element.after(copy);
    listed.look();
    expect(badges()).to.deep.equal(['late', 'late']);
    tell(told([inStock('late')]));
    expect(boxes()).to.deep.equal([]);
  });

  it('a card with a product form is left to that form, one with a tag of the theme’s own to that', () => {
    put(card('/products/late', '<form action="/cart/add"><button>Add</button></form>'));
    put(card('/products/late', '<backorder-badge product="late"></backorder-badge>'));
    about(shopify);
    expect(boxes()).to.deep.equal([]);
  });

  it('a card with a form has its badge by the choice in that form, and none beside the form', () => {
    const wrapper = put(card('/products/here', '<form action="/cart/add"><button>Add</button></form>'));
    about(shopify);
    const { store, scopes } = shared();
    const scope = new Scope(store);
    scopes.set(wrapper, scope);
    expect(listed.takes(wrapper)).to.equal(true);
    expect(boxes()).to.deep.equal([]);
    scope.set({ product: 'late' });
    expect(badges(), 'the nearest scope is the form’s').to.deep.equal([null]);
    scope.set({ product: 'here' });
    expect(badges()).to.deep.equal([]);
    scope.set({ product: 'late' });
    // The form has gone, or is another.
    scopes.set(wrapper, undefined);
    listed.look();
    expect(badges()).to.deep.equal([]);
    expect(store.followed).to.deep.equal([]);
  });

  it('a product form that stands in no card is not taken', () => {
    const element = put('<section><form action="/cart/add"><button>Add</button></form></section>');
    about(shopify);
    expect(listed.takes(element.firstElementChild as Element)).to.equal(false);
  });

  describe('a product that is sold out and has no form', () => {
    const product = (more = ''): string =>
      `<div class="product type-product post-63 outofstock"><p class="stock out-of-stock">Out of stock</p>${more}</div>`;

    const beside = (element: Element): readonly string[] =>
      [...element.querySelectorAll('.out-of-stock + div[data-backorder-listed] > *')].map(
        (it) => it.localName,
      );

    it('gets the sign-up after the shop’s own words, and the notice as soon as there is a date', () => {
      tell(told([{ id: '63', onHand: 0 }], SIGN_UP));
      const element = put(product());
      about(woocommerce);
      expect(beside(element)).to.deep.equal(['notify-me-form']);
      tell(told([backorder('63')], SIGN_UP));
      expect(beside(element)).to.deep.equal(['eta-notice', 'notify-me-form']);
    });

    it('gets the sign-up also where its target has to be looked at first', () => {
      const { store } = shared();
      store.target = undefined;
      tell(told([{ id: '63', onHand: 0 }], { signUp: { target: 'woocommerce', privacyUrl: '/privacy' } }));
      const element = put(product());
      about(woocommerce);
      // The file that does this is here already: what it does then.
      store.target = openTarget;
      store.refreshAll(true);
      expect(beside(element)).to.deep.equal(['notify-me-form']);
    });

    it('takes no room where there is nothing to say', () => {
      tell(told([{ id: '63', onHand: 0 }]));
      const element = put(`<div>${product()}<p>More</p></div>`);
      const height = element.getBoundingClientRect().height;
      about(woocommerce);
      expect(element.getBoundingClientRect().height).to.equal(height);
      expect(boxes()).to.deep.equal([]);
    });

    it('has nothing under a form that sells it together with others', () => {
      tell(told([{ id: '63', onHand: 0 }], SIGN_UP));
      put(
        `<form class="cart grouped_form"><table><tbody><tr class="product type-product post-63 outofstock"><td>
          <p class="stock out-of-stock">Out of stock</p></td></tr></tbody></table><button type="submit">Add</button></form>`,
      );
      about(woocommerce);
      expect(boxes()).to.deep.equal([]);
    });

    it('gets them after a form that has no button, and none beside one that has', () => {
      tell(told([{ id: '63', onHand: 0 }], SIGN_UP));
      const form = (more: string): string =>
        `<div class="product type-product post-63"><form class="wc-block-add-to-cart-with-options">
          <div class="wc-block-components-product-stock-indicator--out-of-stock">Out of stock</div>${more}</form></div>`;
      const sold = put(form(''));
      const other = put(form('<button class="wc-block-components-product-button__button">Add</button>'));
      about(woocommerce);
      expect(sold.querySelector('form + div[data-backorder-listed] > notify-me-form')).not.to.equal(null);
      expect(sold.querySelector('form [data-backorder-listed]')).to.equal(null);
      expect(other.querySelector('[data-backorder-listed]')).to.equal(null);
    });

    it('gets no sign-up where the shop takes none', () => {
      tell(told([{ id: '63', onHand: 0 }]));
      put(product());
      about(woocommerce);
      expect(document.querySelector('notify-me-form')).to.equal(null);
    });

    it('gets nothing where the theme has put the sign-up there itself', () => {
      tell(told([{ id: '63', onHand: 0 }], SIGN_UP));
      put(product('<notify-me-form product="63"></notify-me-form>'));
      about(woocommerce);
      expect(boxes()).to.deep.equal([]);
    });
  });

  it('the badge lies over a corner: nothing in the list moves, and presses go to the card', () => {
    const place = put(`<ul>${card('/products/late')}${card('/products/here')}</ul>`);
    const boxesOf = (): readonly string[] =>
      [...place.querySelectorAll('.card-wrapper, h3, a')].map((it) => {
        const { left, top, width, height } = it.getBoundingClientRect();
        return [left, top, width, height].join(' ');
      });
    const before = boxesOf();
    about(shopify);
    expect(boxesOf()).to.deep.equal(before);
    const badge = boxes()[0] as HTMLElement;
    expect(getComputedStyle(badge).pointerEvents).to.equal('none');
    expect(getComputedStyle(badge.parentElement as Element).position).to.equal('relative');
  });

  it('a card that the theme has positioned is left as it is', () => {
    const place = put(card('/products/late'));
    place.style.position = 'sticky';
    about(shopify);
    expect(place.getAttribute('style')).to.equal('position: sticky;');
    listed.release();
    expect(place.getAttribute('style')).to.equal('position: sticky;');
  });

  describe('cards whose link is odd', () => {
    const NONE = [
      '',
      '#',
      '#/products',
      'javascript:void(0)',
      'mailto:somebody@example.com',
      '/products/',
      '/products/?variant=1',
      '/products/#late',
      '/collections/late',
      'https://',
      'http://[',
      '//',
      '/product/late',
      '\ud800',
      '%',
      'data:text/html,late',
      '/'.repeat(100_000),
    ];
    for (const href of NONE) {
      it(`${JSON.stringify(href.slice(0, 40))} names no product`, () => {
        const element = put(card('x'));
        element.querySelector('a')?.setAttribute('href', href);
        about(shopify);
        expect(boxes()).to.deep.equal([]);
        expect(shared().store.followed).to.deep.equal([]);
      });
    }

    const SAME: Readonly<Record<string, string>> = {
      '/products/late': 'late',
      '/products/late?variant=1#reviews': 'late',
      '/en-gb/collections/all/products/late': 'late',
      'https://shop.example/products/late/': 'late',
      '../products/late': 'late',
      'javascript:alert("/products/late")': 'late")',
      '/products/<img src=x onerror=canary()>': '<img src=x onerror=canary()>',
      '/products/__proto__': '__proto__',
      '/products/caf%C3%A9': 'café',
      '/products/%E0%A4%A': '%E0%A4%A',
    };
    for (const [href, name] of Object.entries(SAME)) {
      it(`${href} is about ${name}, as a text`, () => {
        const element = put(card('x'));
        element.querySelector('a')?.setAttribute('href', href);
        expect(referenceIn(element, CARD)).to.equal(name);
        about(shopify);
        expect(element.querySelectorAll('img')).to.have.length(0);
      });
    }

    it('the first link that names a product counts, whatever stands before it', () => {
      const element = put(
        `<div class="card-wrapper"><svg><use href="#sale"></use></svg><a href="/collections/lamps">Lamps</a>
          <a href="/products/late">Name</a><a href="/products/here">Another</a></div>`,
      );
      expect(referenceIn(element, CARD)).to.equal('late');
    });

    it('where the link is the whole card too', () => {
      const element = put('<a href="/products/late" class="card-wrapper"><h3>Name</h3></a>');
      about(shopify);
      expect(element.querySelector(`backorder-badge${BOX}`)).not.to.equal(null);
    });
  });
});
