import { PRECISIONS, type DateWindow } from './date-window.js';
import { expectation } from './expectation.js';
import type { ShipPromise, Split } from './offer.js';
import type { Problem } from './problem.js';
import { instant, known, ordinary } from './read.js';
import { STATES, type State } from './state.js';

/** What an order line says was promised when it was put into the cart. What the shopper was not told is missing. */
export interface LineRecord {
  /** Of what the shopper ordered. */
  readonly state: State;
  /** Pieces that ship as usual, and pieces that ship when the promise says. */
  readonly split?: Pick<Split, 'now' | 'later'>;
  /** The days that were named, how exactly, and when the date had been told. `asOf` is exact to the minute. */
  readonly promise?: Pick<ShipPromise, 'window' | 'basis' | 'confidence' | 'asOf'>;
  /** Language of the words that the shopper saw, as a BCP 47 tag. */
  readonly language?: string;
}

const LONGEST = 300;

/**
 * Reads the promise record back off an order line: the hidden field `properties[_backorder]`. Shoppers can write into hidden fields,
 * so it is evidence of what was shown and no ground for a price. Total: what is not a record, or is of a version that is not known
 * here, gives `undefined`; a part that cannot be read counts as not told. More parts than there are today are ignored.
 */
export function parseLineRecord(text: unknown): LineRecord | undefined {
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  const [version, told, split, days, exactness, meaning, sureness, asOf, language] = text.split(';');
  const state = STATES.find((it) => it === told);
  if (version !== '1' || state === undefined || language === undefined) return undefined;
  const promise = promiseOf(days, exactness, meaning, sureness);
  return ordinary({
    state,
    split: splitOf(split),
    promise: promise && ordinary({ ...promise, asOf: asOf ? instant(asOf, '', []) : undefined }),
    language: language || undefined,
  }) as LineRecord;
}

/** A date, in the words of documents. One whose meaning is not told is none. */
function promiseOf(days = '', exactness = '', basis = '', confidence = ''): LineRecord['promise'] {
  const precision = PRECISIONS.find((it) => it === exactness);
  if (!precision || !basis || !confidence || !/^[\d-]{10}\/[\d-]{10}$/.test(days)) return undefined;
  const problems: Problem[] = [];
  const told = expectation({ date: days, basis, confidence }, '', problems);
  if (!told?.window || problems.length) return undefined;
  const { start, end } = told.window;
  const window = known({ start, end, precision }) as DateWindow;
  return { window, basis: told.basis, confidence: told.confidence };
}

function splitOf(text = ''): LineRecord['split'] {
  const [now, later] = (/^(\d{1,16})\+(\d{1,16})$/.exec(text)?.slice(1) ?? []).map(Number);
  return Number.isSafeInteger(now) && Number.isSafeInteger(later)
    ? (ordinary({ now, later }) as LineRecord['split'])
    : undefined;
}
