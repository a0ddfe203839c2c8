import { isDay, type DateWindow, type Precision } from './date-window.js';
import type { ShipPromise, Split } from './offer.js';
import { instant, known, oneOf, ordinary, type Read } from './read.js';
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
const PRECISIONS: readonly Precision[] = ['day', 'week', 'month', 'quarter'];

/**
 * Reads the promise record back off an order line: the hidden field `properties[_backorder]`. Shoppers can write into hidden fields,
 * so it is evidence of what was shown and no ground for a price. Total: what is not a record, or is of a version that is not known
 * here, gives `undefined`; a part that cannot be read counts as not told. More parts than there are today are ignored.
 */
export function parseLineRecord(text: unknown): LineRecord | undefined {
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  const [version, told, split, days, precision, basis, confidence, asOf, language] = text.split(';');
  const state = word(oneOf(...STATES), told);
  if (version !== '1' || state === undefined || language === undefined) return undefined;
  const window = windowOf(days, word(oneOf(...PRECISIONS), precision));
  const terms = {
    window,
    basis: word(oneOf('ship', 'deliver'), basis),
    confidence: word(oneOf('confirmed', 'estimated'), confidence),
  };
  const whole = terms.window && terms.basis && terms.confidence;
  return ordinary({
    state,
    split: splitOf(split),
    // A date whose meaning is not told is none.
    promise: whole ? ordinary({ ...terms, asOf: word(instant, asOf) }) : undefined,
    language: language || undefined,
  }) as LineRecord;
}

/** A word as documents are read; nobody is told of those that cannot be. */
function word<T>(read: Read<T>, text: string | undefined): T | undefined {
  return text ? read(text, '', []) : undefined;
}

function windowOf(text = '', precision: Precision | undefined): DateWindow | undefined {
  const [start = '', end = '', more] = text.split('/');
  const sound = precision && more === undefined && isDay(start) && isDay(end) && start <= end;
  return sound ? (known({ start, end, precision }) as DateWindow) : undefined;
}

function splitOf(text = ''): LineRecord['split'] {
  const [now, later] = (/^(\d{1,16})\+(\d{1,16})$/.exec(text)?.slice(1) ?? []).map(Number);
  return Number.isSafeInteger(now) && Number.isSafeInteger(later)
    ? (ordinary({ now, later }) as LineRecord['split'])
    : undefined;
}
