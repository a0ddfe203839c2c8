import { expect } from '@open-wc/testing';
import type { Storefront } from '../fixtures/storefronts/storefront.js';
import { whatComesAndGoes } from './what-comes-and-goes.js';
import { whatIsBought } from './what-is-bought.js';
import { whatIsShown } from './what-is-shown.js';

/** Families that are worked in every engine; the others differ in their themes and not in what a browser does. */
const EVERYWHERE: readonly string[] = ['Dawn 15', 'WooCommerce 9.9, variable'];

/** All that holds on every theme family. A family is a test file of its own: all of them together would take too long for one. */
export function conform(front: Storefront): void {
  if (!/Chrome\//.test(navigator.userAgent) && !EVERYWHERE.includes(front.name)) {
    it(`${front.name} is worked in Chromium alone, as CI has no time for it thrice`, () => {
      expect(EVERYWHERE).to.have.length(2);
    });
    return;
  }
  whatIsShown(front);
  whatIsBought(front);
  whatComesAndGoes(front);
}
