import { PLAIN_LOOK } from '../elements/shared/plain-look.js';
import { htmlTag } from './html-tag.js';

/**
 * The looks of badge and notice, once a page, before them: nothing moves when the script comes.
 *
 * @param nonce of the page's content security policy
 */
export function stylesHtml(nonce?: string): string {
  return htmlTag('style', { nonce }, PLAIN_LOOK.trim().replaceAll(PLAIN, SERVED) + ROOM);
}

/** What the script draws, and what a server has drawn. */
const PLAIN = '[data-backorder-plain]';
const SERVED = `:is(${PLAIN},[data-backorder-as-of])`;

/** The button that explains a date is there for the room it takes, until it can be pressed. */
const ROOM = '\n:where(eta-notice[data-backorder-as-of]>button[inert]){visibility:hidden}\n';
