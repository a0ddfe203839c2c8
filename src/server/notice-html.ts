import type { Offer } from '../availability/offer.js';
import { asideWords } from '../elements/shared/aside-words.js';
import { limitWords, promiseWords } from '../elements/shared/promise-words.js';
import { say } from '../messages/say.js';
import { textTag } from './html-tag.js';
import { ownTag, type Telling } from './own-tag.js';

/** What a notice needs to know besides. */
export interface NoticeTelling extends Telling {
  /** The shop's time zone, in which the hour is told until which a date holds. Without it the hour is left to the browser. */
  readonly timeZone?: string | undefined;
}

/**
 * `<eta-notice>` as HTML: when it ships or arrives. It says the day and never "tomorrow", since a cache may keep it. Empty for
 * what is in stock, sold out or unknown.
 */
export function noticeHtml(offer: Offer, telling: NoticeTelling): string {
  const { language, now, timeZone } = telling;
  const { promise } = offer;
  const lang = { lang: language.tag };
  const sentence = promiseWords(offer, language, now);
  // An hour without its zone would be that of the server's machine.
  const { cutoffAt: _hour, ...without } = promise ?? {};
  const told = promise && { ...offer, promise: isZone(timeZone) ? promise : (without as typeof promise) };
  const inside = [
    textTag('span', lang, sentence),
    // Out of sight until the script is there to open something; it keeps the room.
    textTag(
      'button',
      { type: 'button', inert: true, ...lang },
      sentence && promise ? say(language, 'explain.open') : '',
    ),
    textTag('i', lang, sentence && told ? asideWords(told, undefined, language, now, timeZone) : ''),
    textTag('b', lang, limitWords(offer, language)),
  ].join('');
  return ownTag('eta-notice', offer, telling, inside, !!inside);
}

/** Whether it is a time zone: an error in a setting of the shop must not cost it the page. */
function isZone(timeZone: string | undefined): boolean {
  try {
    return !!timeZone && !!new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    return false;
  }
}
