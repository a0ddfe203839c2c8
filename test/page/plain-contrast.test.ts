import { expect } from '@open-wc/testing';
import { adoptPlainStyles } from '../../src/page/plain-styles.js';
import { PlainTag } from '../../src/page/plain-tag.js';
import { elementPage, put, seen, sixProducts, tell, until } from '../support/element-page.js';

const { style } = document.documentElement;

describe('a merchant’s ground under plain badges', () => {
  elementPage();
  after(() => {
    document.documentElement.removeAttribute('style');
    document.adoptedStyleSheets = [];
  });

  it('A23 is kept where the word on it can be read, and left out where it cannot, also when the theme is switched', async () => {
    style.cssText =
      '--backorder-ground: rgb(0, 0, 0); color: rgb(20, 20, 20); background: rgb(255, 255, 255)';
    adoptPlainStyles();
    tell(sixProducts());
    const badge = put('<backorder-badge product="backorder"></backorder-badge>');
    const ground = (): string => getComputedStyle(badge).backgroundColor;
    new PlainTag(badge, (act) => act()).sync();
    expect(seen(badge)).to.equal('Backorder');
    await until(() => ground() === 'rgba(0, 0, 0, 0)', 'black under black to go');
    expect(badge.hasAttribute('style')).to.equal(false);
    for (const [told, text, page, wanted] of [
      ['rgb(255, 230, 0)', 'black', 'white', 'rgb(255, 230, 0)'],
      ['rgb(255, 230, 0)', 'white', 'black', 'rgba(0, 0, 0, 0)'],
      ['rgb(0 0 0 / 60%)', 'white', 'black', 'rgba(0, 0, 0, 0.6)'],
      ['color-mix(in srgb, white 90%, black)', 'white', 'navy', 'rgba(0, 0, 0, 0)'],
      ['no colour', 'black', 'white', 'rgba(0, 0, 0, 0)'],
      // A page whose own words are hard to read: not for us to mend by taking a ground away.
      ['rgb(250, 250, 250)', 'rgb(200, 200, 200)', 'white', 'rgba(0, 0, 0, 0)'],
      ['rgb(90, 90, 90)', 'rgb(200, 200, 200)', 'white', 'rgb(90, 90, 90)'],
    ] as const) {
      style.cssText = `--backorder-ground: ${told}; color: ${text}; background: ${page}`;
      await until(() => ground() === wanted, `${told} under ${text}: ${ground()} to be ${wanted}`);
    }
  });
});
