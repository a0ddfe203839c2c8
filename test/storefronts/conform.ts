import type { Storefront } from '../fixtures/storefronts/storefront.js';
import { whatComesAndGoes } from './what-comes-and-goes.js';
import { whatIsBought } from './what-is-bought.js';
import { whatIsShown } from './what-is-shown.js';

/** All that holds on every theme family. A family is a test file of its own: all of them together would take too long for one. */
export function conform(front: Storefront): void {
  whatIsShown(front);
  whatIsBought(front);
  whatComesAndGoes(front);
}
