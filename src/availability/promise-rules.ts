import { addDays } from './date-window.js';
import { localDay } from './local-day.js';
import type { Offer, Withheld } from './offer.js';

/** Where rules on promises come from. */
export type Region = 'eu' | 'us' | 'google';

/** Why a calendar gives no date: a case of `no-date`, with its own remedy. */
type NoGround = Exclude<Withheld, 'date-passed' | 'too-old'>;

/** What can be wrong with what a shopper is promised. */
export type PromiseFault =
  | 'no-date'
  | 'date-passed'
  | 'date-too-old'
  | 'vague-words'
  | 'far-date'
  | 'no-single-day'
  | 'no-basis'
  | 'no-arrival'
  | NoGround;

/** One thing that one region asks of a promise, and where that is written. */
export interface PromiseRule {
  readonly fault: PromiseFault;
  readonly region: Region;
  readonly severity: 'error' | 'warning';
  /** What is asked, in a sentence. */
  readonly asks: string;
  readonly see: string;
}

export const REGIONS: readonly Region[] = ['eu', 'us', 'google'];

const LATEST = 'The latest date of delivery is told before the order (Directive 2011/83/EU, Art. 6 (1) g).';
const EU = 'https://eur-lex.europa.eu/eli/dir/2011/83/oj';
const BASIS =
  'A time that is told or implied has a reasonable basis; where none is told, 30 days are implied (16 CFR 435.2).';
const US = 'https://www.ecfr.gov/current/title-16/chapter-I/subchapter-D/part-435';
const DATE = 'What is ordered ahead bears the date from which it is available.';
const GOOGLE = 'https://support.google.com/merchants/answer/6324470';

/**
 * Law and practice as data. It is no advice: a rule says what was read, with its source. In the EU delivery is due within 30 days
 * unless agreed otherwise, so a date that is told is never too late for the law; an undated order is.
 */
export const PROMISE_RULES: readonly PromiseRule[] = [
  { fault: 'no-date', region: 'eu', severity: 'error', asks: LATEST, see: EU },
  { fault: 'no-date', region: 'us', severity: 'warning', asks: BASIS, see: US },
  { fault: 'no-date', region: 'google', severity: 'error', asks: DATE, see: GOOGLE },
  { fault: 'date-passed', region: 'eu', severity: 'error', asks: LATEST, see: EU },
  {
    fault: 'date-passed',
    region: 'us',
    severity: 'error',
    asks: 'A delay is told with a new date, and the buyer may cancel (16 CFR 435.2 b).',
    see: US,
  },
  { fault: 'date-passed', region: 'google', severity: 'error', asks: DATE, see: GOOGLE },
  { fault: 'date-too-old', region: 'eu', severity: 'error', asks: LATEST, see: EU },
  { fault: 'date-too-old', region: 'us', severity: 'warning', asks: BASIS, see: US },
  { fault: 'date-too-old', region: 'google', severity: 'error', asks: DATE, see: GOOGLE },
  {
    fault: 'vague-words',
    region: 'eu',
    severity: 'error',
    asks: '“Available soon” as the only word on delivery is unlawful (OLG München, 17 May 2018, 6 U 3815/17).',
    see: 'https://verbraucherzentrale.de/urteilsdatenbank/digitale-welt/mediamarkt-darf-liefertermin-nicht-nur-mit-bald-verfuegbar-angeben-27812',
  },
  { fault: 'vague-words', region: 'us', severity: 'warning', asks: BASIS, see: US },
  {
    fault: 'vague-words',
    region: 'google',
    severity: 'error',
    asks: 'The page shows the date, be it an estimate such as a month.',
    see: GOOGLE,
  },
  { fault: 'no-arrival', region: 'eu', severity: 'warning', asks: LATEST, see: EU },
  {
    fault: 'far-date',
    region: 'google',
    severity: 'error',
    asks: 'The date is at most one year ahead.',
    see: GOOGLE,
  },
  {
    fault: 'no-single-day',
    region: 'google',
    severity: 'warning',
    asks: 'The date in a feed is one day and no range; the page may show an estimate.',
    see: GOOGLE,
  },
  { fault: 'no-basis', region: 'us', severity: 'warning', asks: BASIS, see: US },
];

/** Days, as Google counts them. */
const YEAR = 365;

const NO_GROUND: Readonly<Record<NoGround, true>> = {
  'no-shipment-left': true,
  'no-position': true,
  'no-handling-time': true,
  'no-working-day': true,
  'no-time-zone': true,
  'bad-time-zone': true,
  'bad-delivery': true,
};

/** Whether a shopper can order ahead by an offer. */
export function isOrderedAhead({ state }: Offer): boolean {
  return state === 'backorder' || state === 'preorder';
}

/**
 * What is wrong with the promise of an offer: nothing where nothing is ordered ahead. That the date is honest nobody can tell
 * from here; only whether there is one, how far off it is, and whether anybody could say how old it is.
 *
 * @param now milliseconds since 1970
 */
export function promiseFaults(offer: Offer, now: number, timeZone?: string): readonly PromiseFault[] {
  if (!isOrderedAhead(offer)) return [];
  const { promise, withheld } = offer;
  if (!promise) {
    return [withheld === 'too-old' ? 'date-too-old' : (withheld ?? 'no-date')];
  }
  const { leadTime, confidence, asOf, ship, arrive } = promise;
  // What channels ask for is the day from which it is available: that of dispatch, where both are reckoned.
  const { window } = ship ?? promise;
  const found: PromiseFault[] = [];
  // The merchant reckons, and stops short of the day that the law asks for.
  if (ship && !arrive) found.push('no-arrival');
  if (window.end > addDays(localDay(now, timeZone), YEAR)) found.push('far-date');
  if (window.start !== window.end) found.push('no-single-day');
  // A lead time is a rule of the house; a date that nobody dates is a number without a source.
  if (!leadTime && confidence === 'estimated' && asOf === undefined) found.push('no-basis');
  return found;
}

/** The rules that a fault breaks in these regions; the gravest first. */
export function rulesFor(fault: PromiseFault, regions: readonly Region[]): readonly PromiseRule[] {
  // A calendar that gives no date leaves the shopper with none, whatever its reason.
  const known = Object.hasOwn(NO_GROUND, fault) ? 'no-date' : fault;
  const broken = PROMISE_RULES.filter((it) => it.fault === known && regions.includes(it.region));
  return [...broken].sort((a, b) => a.severity.localeCompare(b.severity));
}
