import { expect } from '@open-wc/testing';
import { adoptPlainStyles } from '../../src/page/plain-styles.js';
import { PlainTag } from '../../src/page/plain-tag.js';
import { elementPage, put, seen, sixProducts, tell, until } from '../support/element-page.js';

describe('a merchant’s ground that only badges are told', () => {
  elementPage();
  const style = document.createElement('style');
  after(() => {
    style.remove();
    document.documentElement.removeAttribute('style');
    document.adoptedStyleSheets = [];
  });

  it('A23 is left out as well where the word on it cannot be read', async () => {
    document.documentElement.style.cssText = 'color: rgb(20, 20, 20); background: rgb(255, 255, 255)';
    style.textContent = 'backorder-badge { --backorder-ground: rgb(0, 0, 0) }';
    document.head.append(style);
    tell(sixProducts());
    const badge = put('<backorder-badge product="backorder"></backorder-badge>');
    adoptPlainStyles();
    new PlainTag(badge, (act) => act()).sync();
    expect(seen(badge)).to.equal('Backorder');
    await until(
      () => getComputedStyle(badge).backgroundColor === 'rgba(0, 0, 0, 0)',
      'black under black to go',
    );
  });
});
