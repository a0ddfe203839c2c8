import { isOver } from '../availability/local-day.js';
import type { LineRecord } from '../availability/line-record.js';
import type { Offer } from '../availability/offer.js';
import { badgeWords, isSaid, limitWords, promiseWords, whenWords } from '../elements/shared/promise-words.js';
import type { Told } from '../elements/shared/promise-words.js';
import type { Language } from '../messages/catalogue.js';
import { say } from '../messages/say.js';

/** One of our lines in a cart. */
export interface OwnLine {
  readonly record: LineRecord;
  /** Pieces in the cart by now, where that is known. */
  readonly quantity?: number | undefined;
  /** The promise in words, as the theme may show it itself. */
  readonly text?: string | undefined;
}

/** What is known apart from the line. */
export interface LineNews {
  /** What the source says now, for the quantity of the line. */
  readonly offer: Offer;
  readonly now: number;
  readonly timeZone: string | undefined;
}

/** Sentences for one line, and whether they say more than its record does. */
export interface LineWords {
  readonly sentences: readonly string[];
  readonly altered: boolean;
}

const NOTHING: LineWords = { sentences: [], altered: false };

/**
 * What to say beside a line of the cart: what was promised when it was put there, and, where the source says something
 * worse by now, that, with the date that was told before. Nothing is said that nobody has told.
 */
export function cartLineWords({ record, quantity }: OwnLine, news: LineNews, language: Language): LineWords {
  const { offer, now, timeZone } = news;
  const before = record.promise;
  const over = before && isOver(before.window.end, now, timeZone);
  const known = isSaid(offer.state) ? offer : undefined;
  if (known?.state === 'sold-out' || known?.state === 'coming-soon') {
    return { sentences: [badgeWords(known, language)], altered: true };
  }
  const split = splitOf(record, quantity, known);
  // By now all of it is on the shelf.
  if (split?.later === 0 || (over && offer.state === 'in-stock')) return NOTHING;
  const changed = Boolean(before && known && isWorse(before, known));
  const told: Told =
    known && (changed || !before || over || known.promise?.leadTime)
      ? known
      : { state: record.state, ...(before && !over && { promise: before }), ...(over && PASSED) };
  const { state, promise, withheld } = told;
  const shown: Told = {
    state,
    ...(promise && { promise }),
    ...(withheld && { withheld }),
    ...(split && { split }),
  };
  const words = promiseWords(shown, language, now);
  if (!words) return NOTHING;
  const sentences = [[badgeWords(shown, language), words].filter(Boolean).join(': ')];
  if (changed && before)
    sentences.push(say(language, 'promise.changed', { when: whenWords(before, language, now) }));
  const limit = known && limitWords(known, language);
  if (limit) sentences.push(limit);
  const same = split?.now === record.split?.now && split?.later === record.split?.later;
  return { sentences, altered: changed || Boolean(over) || Boolean(limit) || !same };
}

const PASSED = { withheld: 'date-passed' } as const;

/** A later date, or none where there was one. A time from the order on moves by itself, and is no change. */
function isWorse({ window }: NonNullable<LineRecord['promise']>, { promise }: Offer): boolean {
  return !promise || (!promise.leadTime && promise.window.end > window.end);
}

/** Of the pieces in the cart by now, as many at once as were there then, but no more than are there now. */
function splitOf(
  { split }: LineRecord,
  quantity: number | undefined,
  known: Offer | undefined,
): Told['split'] {
  if (!split) return undefined;
  const all = quantity ?? split.now + split.later;
  const now = Math.min(split.now, all, known?.split?.now ?? Infinity);
  return { now, later: all - now };
}
