import type { Offer } from '../availability/offer.js';
import { badgeWords } from '../elements/shared/promise-words.js';
import { textTag } from './html-tag.js';
import { ownTag, type Telling } from './own-tag.js';

/**
 * `<backorder-badge>` as HTML: the state in a word. Empty for what is in stock, and for what nobody knows: the script fills it
 * when that changes.
 */
export function badgeHtml(offer: Offer, telling: Telling): string {
  const { language } = telling;
  const word = textTag('span', { lang: language.tag }, badgeWords(offer, language));
  return ownTag('backorder-badge', offer, telling, word, !!word);
}
