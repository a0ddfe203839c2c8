import { expect } from '@open-wc/testing';
import { hideRepeatedBadges } from '../../src/page/repeated-badges.js';
import { elementPage, put } from '../support/element-page.js';

const OURS = '<div data-backorder-place="own"><backorder-badge><span>Sold out</span></backorder-badge></div>';

describe('hideRepeatedBadges', () => {
  elementPage();

  const badge = (): HTMLElement => document.querySelector('backorder-badge') as HTMLElement;
  const shown = (): boolean => {
    hideRepeatedBadges('section');
    return badge().style.display !== 'none';
  };

  it('a badge of ours is not seen beside the theme’s own with the same words, whatever their case', () => {
    put(`<section><b class="price__badge-sold-out badge"> SOLD out </b>${OURS}</section>`);
    expect(shown()).to.equal(false);
  });

  it('it is seen again when the theme’s says something else, is hidden, or has gone', () => {
    const place = put(`<section><b class="card__Badge">Sold out</b>${OURS}</section>`);
    const theirs = place.querySelector('b') as HTMLElement;
    expect(shown()).to.equal(false);
    theirs.textContent = 'Sale';
    expect(shown(), 'Sale').to.equal(true);
    theirs.textContent = 'Sold out';
    expect(shown()).to.equal(false);
    theirs.style.display = 'none';
    expect(shown(), 'hidden').to.equal(true);
    theirs.style.display = '';
    expect(shown()).to.equal(false);
    theirs.remove();
    expect(shown(), 'gone').to.equal(true);
  });

  it('the badge of another product says nothing of this one', () => {
    put(`<section><b class="badge">Sold out</b></section><section>${OURS}</section>`);
    expect(shown()).to.equal(true);
  });

  it('neither what stands around ours, nor words without a badge, nor a badge without words', () => {
    put(`<section class="has-badge"><div class="badges">${OURS}</div><b>Sold out</b></section>`);
    expect(shown()).to.equal(true);
    badge().textContent = '';
    badge()
      .closest('section')
      ?.append(Object.assign(document.createElement('i'), { className: 'badge' }));
    expect(shown()).to.equal(true);
  });

  it('a badge that the theme has placed is left alone', () => {
    put('<section><b class="badge">Sold out</b><backorder-badge>Sold out</backorder-badge></section>');
    expect(shown()).to.equal(true);
    expect(badge().hasAttribute('style')).to.equal(false);
  });
});
