import { expect } from '@open-wc/testing';
import { findUnits, type Unit } from '../../src/page/find-units.js';
import { Placement } from '../../src/page/placement.js';
import { html } from '../../src/platforms/html/platform.js';
import { productForm, removeForms } from '../support/forms.js';

const INSIDE = '<input type="hidden" name="id" value="1"><button>Add</button>';
const ALL = ['backorder-badge', 'eta-notice', 'notify-me-form'];

describe('Placement', () => {
  afterEach(removeForms);

  let form: HTMLFormElement;
  let root: Element;
  let placement: Placement;

  function setUp(inside = INSIDE): void {
    form = productForm(inside);
    root = form.parentElement as Element;
    placement = new Placement(findUnits(root, html, undefined)[0] as Unit, root);
  }

  const place = (): HTMLElement => root.querySelector('[data-backorder-place]') as HTMLElement;
  const tags = (element: Element = place()): readonly string[] =>
    [...element.children].map(({ localName }) => localName);

  it('puts what is missing after the form, and never into it', () => {
    setUp();
    const before = form.outerHTML;
    const made = placement.fill(ALL);
    expect(made.map(({ localName }) => localName)).to.deep.equal(ALL);
    expect(form.nextElementSibling).to.equal(place());
    expect(tags()).to.deep.equal(ALL);
    expect(form.outerHTML).to.equal(before);
    expect(placement.place).to.equal(place());
  });

  it('again puts in only what is missing then', () => {
    setUp();
    placement.fill(['backorder-badge']);
    expect(placement.fill(ALL).map(({ localName }) => localName)).to.deep.equal(ALL.slice(1));
    expect(placement.fill(ALL)).to.deep.equal([]);
    expect(root.querySelectorAll('[data-backorder-place]')).to.have.length(1);
  });

  it('puts in nothing where the theme has them itself, anywhere in the product', () => {
    setUp();
    form.insertAdjacentHTML('beforebegin', '<p><backorder-badge></backorder-badge></p>');
    expect(placement.fill(['backorder-badge'])).to.deep.equal([]);
    expect(place()).to.equal(null);
    expect(placement.fill(ALL).map(({ localName }) => localName)).to.deep.equal(ALL.slice(1));
  });

  it('fills the place that the theme names', () => {
    setUp();
    root.insertAdjacentHTML('afterbegin', '<aside data-backorder-place></aside>');
    placement.fill(ALL);
    expect(root.querySelectorAll('[data-backorder-place]')).to.have.length(1);
    expect(tags(root.querySelector('aside') as Element)).to.deep.equal(ALL);
    placement.remove();
    expect(root.querySelector('aside')?.outerHTML).to.equal('<aside data-backorder-place=""></aside>');
  });

  it('takes everything out again', () => {
    setUp();
    const before = root.innerHTML;
    placement.fill(ALL);
    placement.remove();
    placement.remove();
    expect(root.innerHTML).to.equal(before);
    expect(placement.place).to.equal(undefined);
  });

  it('puts them in again after a theme has thrown them out', () => {
    setUp();
    placement.fill(ALL);
    place().remove();
    placement.fill(ALL);
    expect(tags()).to.deep.equal(ALL);
    place().replaceChildren();
    placement.fill(ALL);
    expect(tags()).to.deep.equal(ALL);
  });

  it('D10 takes over a place that came with a copied piece of page', () => {
    setUp();
    placement.fill(ALL);
    const copy = productForm('').parentElement as Element;
    copy.innerHTML = root.innerHTML;
    const other = new Placement(findUnits(copy, html, undefined)[0] as Unit, copy);
    expect(other.fill(ALL)).to.deep.equal([]);
    expect(copy.querySelectorAll('[data-backorder-place]')).to.have.length(1);
    other.remove();
    expect(copy.querySelector('[data-backorder-place]')).to.equal(null);
  });

  it('goes on with its place wherever a theme has moved it', () => {
    setUp();
    placement.fill(['backorder-badge']);
    root.prepend(place());
    placement.fill(ALL);
    expect(root.querySelectorAll('[data-backorder-place]')).to.have.length(1);
    expect(tags(root.firstElementChild as Element)).to.deep.equal(ALL);
  });

  it('two forms of one product have a place each', () => {
    setUp();
    root.insertAdjacentHTML('beforeend', `<form action="/cart/add">${INSIDE}</form>`);
    const units = findUnits(root, html, undefined);
    const [first, second] = units.map((unit) => new Placement(unit, unit.form)) as [Placement, Placement];
    first.fill(['backorder-badge']);
    second.fill(['backorder-badge']);
    expect(root.querySelectorAll('[data-backorder-place=own]')).to.have.length(2);
    for (const { form: it_ } of units)
      expect(it_.nextElementSibling?.getAttribute('data-backorder-place')).to.equal('own');
  });

  it('D04 leaves out a tag that another library has for something of its own', () => {
    setUp();
    const get = customElements.get.bind(customElements);
    customElements.get = (tag) => (tag === 'eta-notice' ? class extends HTMLElement {} : get(tag));
    try {
      expect(placement.fill(ALL).map(({ localName }) => localName)).to.deep.equal([
        'backorder-badge',
        'notify-me-form',
      ]);
    } finally {
      Reflect.deleteProperty(customElements, 'get');
    }
  });

  describe('while there is nothing to say', () => {
    it('takes no room, and has it again', () => {
      setUp();
      placement.fill(ALL);
      placement.show(false);
      expect(getComputedStyle(place()).display).to.equal('none');
      placement.show(true);
      expect(getComputedStyle(place()).display).to.equal('grid');
    });

    it('S10 stays while the shopper has begun to write there', () => {
      setUp();
      placement.fill(['notify-me-form']);
      place().insertAdjacentHTML('beforeend', '<input>');
      const input = place().querySelector('input') as HTMLInputElement;
      input.focus();
      placement.show(false);
      expect(getComputedStyle(place()).display).to.equal('grid');
      input.blur();
      input.value = 'half@';
      placement.show(false);
      expect(getComputedStyle(place()).display).to.equal('grid');
      input.value = '';
      placement.show(false);
      expect(getComputedStyle(place()).display).to.equal('none');
    });

    it('leaves a place of the theme’s as the theme shows it', () => {
      setUp();
      root.insertAdjacentHTML('afterbegin', '<aside data-backorder-place></aside>');
      placement.fill(ALL);
      placement.show(false);
      expect(root.querySelector('aside')?.style.display).to.equal('');
    });
  });
});
