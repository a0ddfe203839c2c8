import { expect } from '@open-wc/testing';
import { quieten } from '../../src/page/quiet-tags.js';
import { tagsInNeed } from '../../src/page/tags-in-need.js';
import { put } from '../support/element-page.js';

/** Tags that nobody registers, for those that a page may register at any time. */
const TAGS = ['needed-badge', 'needed-button'];

describe('tagsInNeed', () => {
  afterEach(() => {
    for (const place of document.querySelectorAll('main[data-test], style[data-test]')) place.remove();
  });

  it('are none where the page has none, or has them in plain sight', () => {
    expect(tagsInNeed(TAGS)).to.deep.equal([]);
    put('<needed-badge>x</needed-badge>');
    expect(tagsInNeed(TAGS)).to.deep.equal([]);
  });

  it('D32 are those that the theme hides until they are registered', () => {
    const style = document.createElement('style');
    style.dataset.test = '';
    style.textContent = ':not(:defined) { display: none }';
    document.head.append(style);
    put('<needed-badge>x</needed-badge>');
    expect(tagsInNeed(TAGS)).to.deep.equal(['needed-badge']);
  });

  it('are not those that the author has hidden', () => {
    put('<needed-badge hidden>x</needed-badge>');
    expect(tagsInNeed(TAGS)).to.deep.equal([]);
  });

  it('are those that a script has handed something only the element can use', () => {
    for (const name of ['record', 'policy', 'send', 'adapter']) {
      const tag = put('<p><needed-button></needed-button><needed-button></needed-button></p>');
      Object.assign(tag.lastElementChild as Element, { [name]: {} });
      expect(tagsInNeed(TAGS), name).to.deep.equal(['needed-button']);
      tag.closest('main')?.remove();
    }
  });

  it('are not those that are registered', () => {
    customElements.define('needed-now', class extends HTMLElement {});
    Object.assign(put('<needed-now></needed-now>'), { record: {} });
    expect(tagsInNeed(['needed-now'])).to.deep.equal([]);
  });
});

describe('quieten', () => {
  afterEach(() => {
    for (const place of document.querySelectorAll('main[data-test]')) place.remove();
  });

  it('puts out of sight what stands inside our tags, and brings it back as it was', () => {
    const place = put(
      '<p><backorder-badge>Backorder</backorder-badge><notify-me-form><a href="/contact">Ask</a></notify-me-form><eta-notice>Soon</eta-notice></p>',
    );
    const before = place.innerHTML;
    quieten(true);
    const [badge, form, notice] = place.children as unknown as HTMLElement[];
    expect(getComputedStyle(badge as Element).display).to.equal('none');
    expect(getComputedStyle(form as Element).display).to.equal('none');
    expect(getComputedStyle(notice as Element).display).to.equal('inline');
    quieten(false);
    expect(place.innerHTML.replaceAll(' style=""', '')).to.equal(before);
  });

  it('leaves empty tags alone', () => {
    const place = put('<p><backorder-badge></backorder-badge></p>');
    quieten(true);
    expect(place.innerHTML).to.equal('<backorder-badge></backorder-badge>');
  });

  it('D31 with more force than a theme’s display', () => {
    const place = put(
      '<p><style>backorder-badge { display: flex }</style><backorder-badge>x</backorder-badge></p>',
    );
    quieten(true);
    expect(getComputedStyle(place.lastElementChild as Element).display).to.equal('none');
    quieten(false);
    expect(getComputedStyle(place.lastElementChild as Element).display).to.equal('flex');
  });

  it('D10 brings back a copy as well', () => {
    const place = put('<p><backorder-badge>x</backorder-badge></p>');
    quieten(true);
    const copy = put(`<p>${place.innerHTML}</p>`);
    quieten(false);
    expect(getComputedStyle(copy.firstElementChild as Element).display).to.equal('inline');
  });
});
