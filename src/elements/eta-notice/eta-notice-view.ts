import type { Offer, ShipPromise } from '../../availability/offer.js';
import type { Language } from '../../messages/catalogue.js';
import { say } from '../../messages/say.js';
import { asideWords } from '../shared/aside-words.js';
import { limitWords, promiseWords } from '../shared/promise-words.js';

/** What the notice says of an offer. Empty texts are not shown. */
export interface EtaNoticeView {
  /** The promise in one sentence. */
  readonly promise: string;
  /** That the date has moved, until when it holds, where it holds. */
  readonly aside: string;
  /** That fewer can be ordered than were asked for. */
  readonly limit: string;
  /** The name of the button that explains the date; empty where there is nothing to explain. */
  readonly explain: string;
  /** The first day of the promise, for machines. */
  readonly datetime: string | undefined;
}

/**
 * @param now milliseconds since 1970
 * @param earlier the promise that this shopper was shown before
 * @param near says "tomorrow" and "today"
 */
export function etaNoticeView(
  offer: Offer,
  language: Language,
  now: number,
  earlier?: ShipPromise,
  near = true,
): EtaNoticeView {
  const { promise } = offer;
  const sentence = promiseWords(offer, language, now, near);
  return {
    promise: sentence,
    aside: sentence && asideWords(offer, earlier, language, now),
    limit: limitWords(offer, language),
    explain: sentence && promise ? say(language, 'explain.open') : '',
    datetime: promise && !promise.leadTime ? promise.window.start : undefined,
  };
}
