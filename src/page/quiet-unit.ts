import type { Offer } from '../availability/offer.js';
import { isSaid } from '../elements/shared/promise-words.js';
import { call, read } from '../native.js';
import type { Unit } from './find-units.js';

/** What we leave on a product that is not simply in stock; a theme may have copied or stored it. */
const OURS =
  '[data-backorder-was],[data-backorder-stopped],[data-backorder-field],[data-backorder-place=own],[data-backorder-express-held]';

/** Whether there is nothing to draw on a product, and nothing of ours to take back from it: most products, most of the time. */
export function isQuiet({ control, state }: Offer, { form, root, button }: Unit): boolean {
  if (control !== 'theme' || isSaid(state)) return false;
  // The form is in its root, its button may stand elsewhere.
  const around = [root, read(form, 'nextElementSibling'), button];
  return !around.some((it) => it && (call(it, 'matches', OURS) || call(it, 'querySelector', OURS)));
}
