import { expectation, type Expectation } from './expectation.js';
import { allowance, count, fieldsOf, instant, known, oneOf, text, wholeFrom, type Read } from './read.js';

/** What the merchant allows and promises. Every field is optional; see {@link inheritPolicy} for how levels combine. */
export interface Policy {
  /** What is sold once the shelf is empty. `none`: nothing; the shop's own page stands. */
  readonly sell?: 'backorder' | 'preorder' | 'none';
  /** `when-zero`: only beyond the shelf. `always`: also while there is stock, as for goods not out yet. */
  readonly trigger?: 'when-zero' | 'always';
  /** Pieces on the shelf that are kept back and never sold as in stock. */
  readonly threshold?: number;
  /** Pieces that may be sold beyond the shelf in all. Not told: no limit of ours; the shop system's own still holds. */
  readonly limit?: number | 'unlimited';
  /** Most pieces in one order, those from the shelf included, as soon as one of them comes from beyond it. */
  readonly maxPerOrder?: number;
  /** At the limit: `notify` shows sold out and offers a sign-up, `theme` leaves the page as the theme made it. */
  readonly atLimit?: 'notify' | 'theme';
  /** Selling beyond the shelf starts; before it the product is `coming-soon`. */
  readonly starts?: number;
  /** Selling beyond the shelf ends; after it the theme's own state stands. */
  readonly ends?: number;
  /** The date to promise where the record has none. */
  readonly promise?: Expectation;
  /** When part of an order is on the shelf: ship that part now (`split`), or all when the rest is there (`together`). */
  readonly partial?: 'split' | 'together';
  /** When a sign-up is offered: when sold out, beside the backorder as well, or never. */
  readonly signUp?: 'when-sold-out' | 'beside' | 'never';
  /** Express and wallet buttons, which may leave the promise behind, while the product is not simply in stock. */
  readonly express?: 'keep' | 'relabel' | 'hide' | 'disable';
  /** Seconds after a record's `asOf` from which its dates are no longer shown. */
  readonly maxAge?: number;
  /** The merchant's time zone, an IANA name: in it a promised day ends. */
  readonly timeZone?: string;
}

export const NO_POLICY: Policy = known({});

/** Reads a policy. Bad fields are left out and noted, so that the level above decides them. */
export const policy: Read<Policy> = (value, path, problems) => {
  const get = fieldsOf(value, path, problems);
  if (!get) return undefined;
  const read: Policy = known({
    sell: get('sell', oneOf('backorder', 'preorder', 'none')),
    trigger: get('trigger', oneOf('when-zero', 'always')),
    threshold: get('threshold', count),
    limit: get('limit', allowance),
    maxPerOrder: get('maxPerOrder', wholeFrom(1)),
    atLimit: get('atLimit', oneOf('notify', 'theme')),
    starts: get('starts', instant),
    ends: get('ends', instant),
    promise: get('promise', expectation),
    partial: get('partial', oneOf('split', 'together')),
    signUp: get('signUp', oneOf('when-sold-out', 'beside', 'never')),
    express: get('express', oneOf('keep', 'relabel', 'hide', 'disable')),
    maxAge: get('maxAge', count),
    timeZone: get('timeZone', text),
  });
  return read;
};

/** The nearer level decides each field that it names; the others come from the level above. */
export function inheritPolicy(above: Policy, nearer: Policy | undefined): Policy {
  return nearer ? known({ ...above, ...nearer }) : above;
}

/** The smaller of two allowances; one that is not told does not count. */
export function lesser(
  a: number | 'unlimited' | undefined,
  b: number | 'unlimited' | undefined,
): number | 'unlimited' | undefined {
  if (typeof a === 'number' && typeof b === 'number') return Math.min(a, b);
  return typeof a === 'number' ? a : typeof b === 'number' ? b : (a ?? b);
}
