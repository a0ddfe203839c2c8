import { parseDateWindow, type DateWindow } from './date-window.js';
import { fieldsOf, known, oneOf, refuse, text, wholeFrom, type Read } from './read.js';

/** From order to dispatch (or delivery), in whole days or weeks. */
export interface LeadTime {
  readonly min: number;
  readonly max: number;
  readonly unit: 'day' | 'week';
}

/** When something is expected, as the merchant or the platform told it. Exactly one of `window` and `leadTime` is there. */
export interface Expectation {
  readonly window?: DateWindow;
  readonly leadTime?: LeadTime;
  /** Whether the date is that of dispatch or that of arrival. Dispatch unless told. */
  readonly basis: 'ship' | 'deliver';
  /** Confirmed by a supplier, or only estimated. Estimated unless told. */
  readonly confidence: 'confirmed' | 'estimated';
}

/** Reads `"2026-12-01"` (or any form of {@link parseDateWindow}), or an object with `date` or `leadTime`. */
export const expectation: Read<Expectation> = (value, path, problems) => {
  const get = fieldsOf(typeof value === 'string' ? { date: value } : value, path, problems);
  if (!get) return undefined;
  const window = get('date', dateWindow);
  const lead = window ? undefined : get('leadTime', leadTime);
  if (!window && !lead) return undefined;
  const read = {
    window,
    leadTime: lead,
    basis: get('basis', oneOf('ship', 'deliver')) ?? 'ship',
    confidence: get('confidence', oneOf('confirmed', 'estimated')) ?? 'estimated',
  };
  return known(read) as Expectation;
};

const dateWindow: Read<DateWindow> = (value, path, problems) => {
  const words = text(value, path, problems);
  if (words === undefined) return undefined;
  return parseDateWindow(words) ?? refuse(path, 'date', value, problems);
};

const leadTime: Read<LeadTime> = (value, path, problems) => {
  const get = fieldsOf(value, path, problems);
  const max = get?.('max', wholeFrom(0));
  if (!get || max === undefined) return undefined;
  const noted = problems.length;
  const min = get('min', wholeFrom(0)) ?? max;
  const unit = get('unit', oneOf('day', 'week')) ?? 'day';
  // Two of who knows what are not two days, nor is a span whose beginning cannot be read a single day.
  if (noted < problems.length) return undefined;
  return min > max || max > 730
    ? refuse(path, 'lead time', value, problems)
    : Object.freeze({ min, max, unit });
};
