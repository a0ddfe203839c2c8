import type { Offer } from '../../availability/offer.js';
import type { Language } from '../../messages/catalogue.js';
import { dayWords } from '../../messages/dates.js';
import { withMore } from '../../messages/en-more.js';
import { say } from '../../messages/say.js';
import { ended } from '../shared/aside-words.js';
import { promiseWords, whenWords } from '../shared/promise-words.js';
import { isoDate } from '../../availability/date-window.js';

/** Why this date, in sentences: what ships now, what later, when, how sure that is and as of when. */
export function explanationView(offer: Offer, language: Language, now: number): readonly string[] {
  const { split, promise } = offer;
  if (!promise) return [];
  const spoken = withMore(language);
  const lines: string[] = [];
  if (split && split.now > 0) lines.push(say(spoken, 'explain.now', { count: split.now }));
  if (split && split.now > 0 && split.later > 0)
    lines.push(say(spoken, 'explain.later', { count: split.later }));
  const why = promise.leadTime ? 'lead-time' : promise.event;
  lines.push(say(spoken, `explain.${why}`));
  const sure = say(spoken, `explain.${promise.confidence}`);
  const together = offer.reason === 'partly-beyond-shelf' && split?.now === 0;
  const sentence = together
    ? say(spoken, 'split.together', { count: split.later, when: whenWords(promise, language, now) })
    : promiseWords({ ...offer, split: { now: 0, later: 1, refused: 0 } }, language, now);
  lines.push(ended(sentence, sure));
  // Those that come at different times, the soonest first.
  for (const { quantity, window } of offer.parts ?? []) {
    const when = window ? whenWords({ window }, language, now) : say(spoken, 'promise.none');
    lines.push(`${quantity} × ${when}`);
  }
  lines.push(sure);
  if (promise.asOf !== undefined) {
    const date = dayWords(language.tag, isoDate(promise.asOf), isoDate(now).slice(0, 4));
    lines.push(say(spoken, 'explain.as-of', { date }));
  }
  return lines;
}
