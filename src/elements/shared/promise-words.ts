import { addDays, isoDate, type IsoDate, type Precision } from '../../availability/date-window.js';
import type { Offer, ShipPromise, Split } from '../../availability/offer.js';
import type { State } from '../../availability/state.js';
import type { Language, MessageName } from '../../messages/catalogue.js';
import { dayWords, monthWords } from '../../messages/dates.js';
import { say } from '../../messages/say.js';

/** States that we have a badge and a label for; of the others the shop's own page speaks. */
export type SaidState = Exclude<State, 'in-stock' | 'unknown'>;

/** Whether a state is one that we say something about. */
export function isSaid(state: State): state is SaidState {
  return state !== 'in-stock' && state !== 'unknown';
}

/** The short word for a state: "Backorder". Empty for what is in stock or unknown. */
export function badgeWords({ state }: Pick<Offer, 'state'>, language: Language): string {
  return isSaid(state) ? say(language, `badge.${state}`).trim() : '';
}

/** As much of an offer as a promise is made of; an order line has no more. */
export interface Told extends Pick<Offer, 'state' | 'withheld'> {
  readonly split?: Omit<Split, 'refused'> & Partial<Split>;
  readonly promise?: Pick<ShipPromise, 'window' | 'leadTime' | 'basis' | 'confidence'>;
}

/**
 * The one sentence on when it comes: the date as exact as it was told, the split of a partly stocked quantity, or that
 * there is no date yet. Empty where there is nothing to say.
 *
 * @param now milliseconds since 1970, to leave out this year
 * @param near says "tomorrow" and "today": for what is read at once, and not kept
 */
export function promiseWords(offer: Told, language: Language, now: number, near = false): string {
  const { state, split, promise, withheld } = offer;
  if (state === 'coming-soon') {
    return promise ? say(language, 'promise.release', { when: whenWords(promise, language, now, near) }) : '';
  }
  if (state !== 'backorder' && state !== 'preorder') return '';
  const when = promise && whenWords(promise, language, now, near);
  if (split && split.now > 0 && split.later > 0) {
    return say(language, when ? 'split.dated' : 'split.undated', { ...split, when: when ?? '' });
  }
  if (when && promise) return say(language, `promise.${promise.basis}.${promise.confidence}`, { when });
  // Without a shipment, a time zone or the like there never was a date that could have been taken back.
  const lapsed = withheld === 'date-passed' || withheld === 'too-old';
  return say(language, lapsed ? 'promise.withheld' : 'promise.none');
}

/** What an order line says: "Backorder: Expected to ship on 12 December". */
export function lineWords(offer: Told, language: Language, now: number): string {
  return [badgeWords(offer, language), promiseWords(offer, language, now)].filter(Boolean).join(': ');
}

/** Whether more was asked for than can be ordered. */
export function isOver({ split, quantity, state }: Offer): boolean {
  return isSaid(state) && (split?.refused ?? 0) > 0 && (quantity.max ?? 0) > 0;
}

/** The most that can be ordered, said when more was asked for. Empty otherwise. */
export function limitWords(offer: Offer, language: Language): string {
  return isOver(offer) ? say(language, 'limit.most', { count: offer.quantity.max ?? 0 }) : '';
}

/** A time as a whole phrase: "on 12 December", "in the week of 7 December", "in 5 to 10 days", "by 12 December". */
export function whenWords(
  { window, leadTime }: Pick<ShipPromise, 'window' | 'leadTime'>,
  language: Language,
  now: number,
  near = false,
): string {
  if (leadTime) {
    const { min, max, unit } = leadTime;
    const name: MessageName = min === max ? `when.${unit}s` : `when.${unit}s-range`;
    return say(language, name, { min, count: max });
  }
  const { start, end, precision } = window;
  const { tag } = language;
  const name = (date: IsoDate, year: string): string =>
    precision === 'month'
      ? monthWords(tag, date)
      : precision === 'quarter'
        ? say(language, 'quarter', quarterOf(date))
        : dayWords(tag, date, year);
  const today = isoDate(now);
  const thisYear = today.slice(0, 4);
  const first = unitOf(start, precision);
  const days = near && precision === 'day' && start === end ? daysUntil(end, now) : 2;
  if (days === 0 || days === 1) {
    return new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(days, 'day');
  }
  if (first !== unitOf(end, precision)) {
    // What has begun has only an end left to wait for.
    if (precision === 'day' && start < today) return say(language, 'when.by', { date: name(end, thisYear) });
    // A year that both share is said once.
    const range = precision === 'month' ? 'when.months' : 'when.range';
    return say(language, range, { start: name(start, end.slice(0, 4)), end: name(end, thisYear) });
  }
  if (precision === 'quarter') return say(language, 'when.quarter', quarterOf(start));
  const date = name(precision === 'week' ? first : start, thisYear);
  return say(language, `when.${precision}`, { date, month: date });
}

/** Days from the reader's own today, which is the one that "tomorrow" is read by. */
function daysUntil(date: IsoDate, now: number): number {
  const here = new Date(now);
  return (Date.parse(date) - Date.UTC(here.getFullYear(), here.getMonth(), here.getDate())) / 86_400_000;
}

/** The day, the Monday of the week, the month or the quarter that a day lies in: a window of one of them is said as one. */
function unitOf(date: IsoDate, precision: Precision): string {
  if (precision === 'week') return addDays(date, -((new Date(date).getUTCDay() + 6) % 7));
  if (precision === 'quarter') return Object.values(quarterOf(date)).join(' ');
  return precision === 'month' ? date.slice(0, 7) : date;
}

function quarterOf(date: IsoDate): { readonly quarter: number; readonly year: number } {
  return { quarter: Math.ceil(Number(date.slice(5, 7)) / 3), year: Number(date.slice(0, 4)) };
}
