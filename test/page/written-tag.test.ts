import { expect } from '@open-wc/testing';
import { upgradeWritten } from '../../src/page/written-tag.js';
import { put } from '../support/element-page.js';

/** The element that comes of some markup, as its own tag without what stands inside. */
function made(html: string): string {
  const element = upgradeWritten(put(html));
  return element ? (element.cloneNode() as Element).outerHTML : '';
}

const BADGE = '<backorder-badge product="oak-bench"></backorder-badge>';

describe('upgradeWritten', () => {
  afterEach(() => document.querySelectorAll('main[data-test]').forEach((it) => it.remove()));

  for (const [kind, tag] of [
    ['availability', 'product-availability'],
    ['badge', 'backorder-badge'],
    ['notice', 'eta-notice'],
    ['date', 'eta-notice'],
    ['button', 'preorder-button'],
    ['form', 'notify-me-form'],
    ['eta-notice', 'eta-notice'],
  ] as const) {
    it(`data-backorder="${kind}" puts <${tag}> into the element, which stays where it is`, () => {
      const host = put(`<div data-backorder="${kind}" data-product="oak-bench"></div>`);
      upgradeWritten(host);
      expect(host.outerHTML).to.equal(
        `<div data-backorder="${kind}" data-product="oak-bench"><${tag} product="oak-bench"></${tag}></div>`,
      );
    });
  }

  describe('what editors make of it', () => {
    const spoiled: Readonly<Record<string, string>> = {
      'names and values in capitals': '<DIV DATA-BACKORDER="BADGE" DATA-PRODUCT="oak-bench"></DIV>',
      'quotes encoded': '<div data-backorder="&quot;badge&quot;" data-product="&quot;oak-bench&quot;"></div>',
      'quotes encoded twice':
        '<div data-backorder="&amp;quot;badge&amp;quot;" data-product="&amp;amp;quot;oak-bench&amp;amp;quot;"></div>',
      'curly quotes': '<div data-backorder=”badge” data-product=”oak-bench”></div>',
      'curly quotes, encoded':
        '<div data-backorder=&#8221;badge&#8221; data-product=&#8221;oak-bench&#8243;></div>',
      'low and angled quotes': '<div data-backorder="„badge“" data-product="«oak-bench»"></div>',
      'blanks that do not break': '<div data-backorder="&nbsp;badge" data-product="oak-bench&nbsp;"></div>',
      'such a blank before a name': '<div data-backorder="badge"\u00a0data-product="oak-bench"></div>',
      'a blank of no width': '<div data-backorder="badge\u200b" data-product="\ufeffoak-bench"></div>',
      'a filler inside': '<div data-backorder="badge" data-product="oak-bench"><p>&nbsp;<br></p></div>',
      'an attribute twice': '<div data-backorder="badge" data-product="oak-bench" data-product="x"></div>',
      'the address of the product':
        '<div data-backorder="badge" data-product="https://a.example/de/products/oak-bench?x=1"></div>',
      'data- attributes stripped': '<div class="backorder--badge backorder--product--oak-bench"></div>',
      'classes in capitals': '<div class="x Backorder--Badge BACKORDER--PRODUCT--oak-bench"></div>',
      'only one data- attribute stripped':
        '<div data-backorder="badge" class="backorder--product--oak-bench"></div>',
    };
    for (const [name, html] of Object.entries(spoiled)) {
      it(name, () => expect(made(html)).to.equal(BADGE));
    }

    it('wrapped in a paragraph, inside a paragraph', () => {
      const place = put('<p><span data-backorder="badge" data-product="oak-bench"></span></p>');
      upgradeWritten(place.firstElementChild as HTMLElement);
      expect(place.textContent).to.equal('');
      expect(place.querySelector('p > span > backorder-badge')).not.to.equal(null);
    });

    it('wrapped in a copy of itself, it is there once', () => {
      const host = put(
        '<div data-backorder="badge" data-product="a"><div data-backorder="badge" data-product="a"></div></div>',
      );
      upgradeWritten(host);
      upgradeWritten(host.firstElementChild as HTMLElement);
      expect(host.querySelectorAll('backorder-badge').length).to.equal(1);
    });

    it('a copy of what is upgraded has it once, and follows its own attributes', () => {
      const host = put('<div data-backorder="badge" data-product="a"></div>');
      upgradeWritten(host);
      const copy = host.cloneNode(true) as HTMLElement;
      host.after(copy);
      copy.dataset.product = 'b';
      upgradeWritten(copy);
      expect(copy.innerHTML).to.equal('<backorder-badge product="b"></backorder-badge>');
      expect(host.innerHTML).to.equal('<backorder-badge product="a"></backorder-badge>');
    });

    it('a size in inches keeps its mark', () => {
      expect(made(`<i data-backorder="badge" data-product='TV-55"'></i>`)).to.include(
        'product="TV-55&quot;"',
      );
    });

    it('a name in a class says in percent what a class cannot', () => {
      expect(made('<i class="backorder--badge backorder--product--caf%C3%A9%20crema"></i>')).to.include(
        'product="café crema"',
      );
      expect(made('<i class="backorder--badge backorder--product--100%"></i>')).to.include('product="100%"');
    });
  });

  it('what stood there becomes what stands inside the element', () => {
    const host = put('<div data-backorder="form" data-product="a"><a href="/ask">Ask us</a></div>');
    const link = host.firstElementChild;
    const form = upgradeWritten(host);
    expect(form?.firstElementChild).to.equal(link);
    expect(host.children.length).to.equal(1);
  });

  it('passes on variant, quantity, target and a compact form, and follows them', () => {
    const host = put(
      '<i data-backorder="form" data-product="a" data-variant="41" data-quantity="3" data-for="p" data-compact></i>',
    );
    const form = upgradeWritten(host);
    expect(form?.cloneNode()).to.have.property(
      'outerHTML',
      '<notify-me-form product="a" variant="41" quantity="3" for="p" compact=""></notify-me-form>',
    );
    host.removeAttribute('data-variant');
    host.dataset.product = 'b';
    upgradeWritten(host);
    expect(form?.cloneNode()).to.have.property(
      'outerHTML',
      '<notify-me-form product="b" quantity="3" for="p" compact=""></notify-me-form>',
    );
  });

  it('no other attribute is passed on', () => {
    expect(
      made(
        '<i data-backorder="badge" data-product="oak-bench" data-onclick="x" data-style="y" data-src="z"></i>',
      ),
    ).to.equal(BADGE);
  });

  describe('is left alone', () => {
    const alone: Readonly<Record<string, string>> = {
      'another word': '<div data-backorder="banner"></div>',
      'no word, as on our script tag': '<div data-backorder data-endpoint="/a.json"></div>',
      'a word of Object': '<div data-backorder="constructor"></div>',
      'a form': '<form data-backorder="badge"></form>',
      'a button': '<button data-backorder="badge"></button>',
      'a field': '<input data-backorder="badge">',
      'one of our own tags': '<eta-notice data-backorder="badge"></eta-notice>',
      'what is being edited': '<div contenteditable data-backorder="badge"></div>',
    };
    for (const [name, html] of Object.entries(alone)) {
      it(name, () => {
        const host = put(html);
        const before = host.outerHTML;
        expect(upgradeWritten(host)).to.equal(undefined);
        expect(host.outerHTML).to.equal(before);
      });
    }
  });

  it('a hostile value is a name and nothing else', () => {
    const host = put('<div data-backorder="badge"></div>');
    host.dataset.product = '"><img src=x onerror=alert(1)>';
    upgradeWritten(host);
    expect(host.querySelector('img')).to.equal(null);
    expect(host.firstElementChild?.getAttribute('product')).to.equal('><img src=x onerror=alert(1)>');
  });
});
