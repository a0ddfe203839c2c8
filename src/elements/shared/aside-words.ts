import type { Offer, ShipPromise } from '../../availability/offer.js';
import type { Language } from '../../messages/catalogue.js';
import { aside } from '../../messages/en-aside.js';
import { say } from '../../messages/say.js';
import { whenWords } from './promise-words.js';

const DAY = 86_400_000;

/**
 * What has to be said beside a promise: that it has moved, until when it holds, and where. Few offers have any of it, so this comes in a file of its own.
 *
 * @param earlier the promise that this shopper was shown before
 * @param now milliseconds since 1970
 * @param timeZone of the hour that is said; that of the reader unless told
 */
export function asideWords(
  { promise }: Offer,
  earlier: ShipPromise | undefined,
  language: Language,
  now: number,
  timeZone?: string,
): string {
  const spoken: Language = { ...language, messages: { ...aside, ...language.messages } };
  const said: string[] = [];
  if (earlier) said.push(say(spoken, 'promise.changed', { when: whenWords(earlier, language, now) }));
  if (promise?.cutoffAt !== undefined && promise.cutoffAt - now < DAY) {
    said.push(
      say(spoken, 'promise.cutoff', { time: timeWords(promise.cutoffAt, language.tag, now, timeZone) }),
    );
  }
  const country = promise?.place && countryWords(promise.place.addressCountry, language.tag);
  if (country) said.push(say(spoken, 'promise.place', { place: country }));
  const like = say(spoken, 'explain.confirmed');
  return said.map((it) => ended(it, like)).join(' ');
}

/** Words as a sentence that ends as another of the language does: Chinese has its own full stop, Thai none. */
export function ended(words: string, like: string): string {
  const stop = /[.\u3002\u0964]?$/.exec(like)?.[0] ?? '';
  // "December 2026 г." and "2 p.m." have it already.
  return (words.endsWith(stop) ? words : words + stop).replace(/\.{2}$/, '.');
}

/** A time of day in a zone, with the weekday where that is not today. */
function timeWords(instant: number, tag: string, now: number, timeZone: string | undefined): string {
  const form: Intl.DateTimeFormatOptions = {
    hour: 'numeric',
    minute: '2-digit',
    calendar: 'gregory',
    timeZone,
  };
  const dayOf = new Intl.DateTimeFormat('en', { timeZone });
  const sameDay = dayOf.format(instant) === dayOf.format(now);
  return new Intl.DateTimeFormat(tag, sameDay ? form : { ...form, weekday: 'long' }).format(instant);
}

function countryWords(country: string, tag: string): string | undefined {
  try {
    return new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' }).of(country);
  } catch {
    // No country code.
    return undefined;
  }
}
