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

/** What stands of a line by now: what was promised, or what the source says since. */
export interface LineState {
  /** As much of an offer as there is to tell. */
  readonly told: Told;
  /** The later pieces come at these times, where the source tells that. */
  readonly parts?: Offer['parts'];
  /** There is nothing to say of it: all of it is on the shelf, or what was promised is over. */
  readonly quiet: boolean;
  /** The date has become worse. */
  readonly changed: boolean;
  /** It says more than the record does. */
  readonly altered: boolean;
}

/** What to stand behind of a line: the promise that went into the cart, unless the source says something worse by now. */
export function lineState({ record, quantity }: OwnLine, { offer, now, timeZone }: LineNews): LineState {
  const before = record.promise;
  const over = Boolean(before && isOver(before.window.end, now, timeZone));
  const known = isSaid(offer.state) ? offer : undefined;
  if (known?.state === 'sold-out' || known?.state === 'coming-soon') {
    return { told: { state: known.state }, quiet: false, changed: false, altered: true };
  }
  const split = splitOf(record, quantity, known);
  const changed = Boolean(before && known && isWorse(before, known));
  const same = split?.now === record.split?.now && split?.later === record.split?.later;
  const news = known && (changed || !before || over || known.promise?.leadTime) ? known : undefined;
  const { state, promise, withheld }: Told = news ?? {
    state: record.state,
    ...(before && !over && { promise: before }),
    ...(over && PASSED),
  };
  const parts = news?.split?.later === split?.later ? news?.parts : undefined;
  return {
    told: {
      state,
      ...(promise && { promise }),
      ...(withheld && { withheld }),
      ...(split && { split }),
    },
    ...(parts && { parts }),
    // By now all of it is on the shelf.
    quiet: split?.later === 0 || (over && offer.state === 'in-stock'),
    changed,
    altered: changed || over || !same,
  };
}

const NOTHING: LineWords = { sentences: [], altered: false };

/**
 * What to say beside a line of the cart: what was promised when it was put there, and, where the source says something
 * worse by now, that, with the date that was told before. Nothing is said that nobody has told.
 */
export function cartLineWords(line: OwnLine, news: LineNews, language: Language): LineWords {
  const { told, quiet, changed, altered } = lineState(line, news);
  if (told.state === 'sold-out' || told.state === 'coming-soon') {
    return { sentences: [badgeWords(told, language)], altered };
  }
  const words = quiet ? '' : promiseWords(told, language, news.now);
  if (!words) return NOTHING;
  const sentences = [[badgeWords(told, language), words].filter(Boolean).join(': ')];
  const before = line.record.promise;
  if (changed && before)
    sentences.push(say(language, 'promise.changed', { when: whenWords(before, language, news.now) }));
  const limit = limitWords(news.offer, language);
  if (limit) sentences.push(limit);
  return { sentences, altered: altered || Boolean(limit) };
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
