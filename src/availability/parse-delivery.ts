import { dayNumber, type Confidence, type Span } from './dated-days.js';
import { parseDateWindow, type DateWindow } from './date-window.js';
import type { Delivery, SupplierTime, Told } from './delivery.js';
import { placeKey, type Destination } from './destination.js';
import { USUAL_QUANTILES, spanOfSample } from './lead-time-sample.js';
import { isTimeZone } from './local-time.js';
import { badField, type Problem } from './problem.js';
import { fieldsOf, known, list, oneOf, text, truth, wholeFrom, type Read, type ReadField } from './read.js';
import type { TransitTime } from './transit.js';
import { WEEKDAYS, type WorkingDays } from './working-days.js';

const MOST_HOLIDAYS = 500;
const MOST_TRANSIT_TIMES = 1000;
const MOST_OBSERVED = 1000;
const LONGEST_SPAN = 365;
const LONGEST_LEAD = 730;

/** Reads a field of which it matters whether it was told at all: what cannot be read is `bad`, and not left out. */
export function told<T>(get: ReadField, key: string, read: Read<T>): Told<T> {
  return get<T | 'bad'>(key, (value, path, problems) => noted(read)(value, path, problems) ?? 'bad');
}

/** A reader that always says so when it gives nothing, also where only a part was missing. */
function noted<T>(read: Read<T>): Read<T> {
  return (value, path, problems) => {
    const before = problems.length;
    const found = read(value, path, problems);
    return found ?? (problems.length > before ? undefined : refuse(path, 'all its fields', value, problems));
  };
}

/** Refuses a value, with words for what would have been right. */
function refuse(path: string, expected: string, value: unknown, problems: Problem[]): undefined {
  problems.push(badField(path, [expected], value));
  return undefined;
}

/** A reader of lists of up to `most`, in which every entry must be sound: with one left out, a date may come too early. */
export function all<T>(most: number, read: Read<T>): Read<readonly T[]> {
  return (value, path, problems) => {
    const entries = list(value, path, problems);
    if (!entries) return undefined;
    if (entries.length > most) return refuse(path, `up to ${most} entries`, value, problems);
    const found = entries.map((entry, index) => noted(read)(entry, `${path}[${index}]`, problems));
    return found.includes(undefined) ? undefined : (Object.freeze(found) as readonly T[]);
  };
}

export const dateWindow: Read<DateWindow> = (value, path, problems) => {
  const words = text(value, path, problems);
  const found = words === undefined ? undefined : parseDateWindow(words);
  if (words !== undefined && !found) problems.push(badField(path, 'date', value));
  return found;
};

export const confidenceIn = (get: ReadField): Told<Confidence> =>
  told(get, 'confidence', oneOf('confirmed', 'estimated')) ?? 'estimated';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Days of the week; a week without any is a slip, since nothing would ever ship. */
const week: Read<readonly boolean[]> = (value, path, problems) => {
  const named = all(DAYS.length, oneOf(...DAYS))(value, path, problems);
  if (!named?.length) return named && refuse(path, 'at least one day', value, problems);
  return DAYS.map((day) => named.includes(day));
};

const holidays = all<readonly [number, number]>(MOST_HOLIDAYS, (value, path, problems) => {
  const days = dateWindow(value, path, problems);
  return days && [dayNumber(days.start), dayNumber(days.end)];
});

type Holidays = WorkingDays['holidays'];

function workingDays(days: Told<readonly boolean[]>, free: Told<Holidays>): WorkingDays | 'bad' {
  return days === 'bad' || free === 'bad' ? 'bad' : { week: days ?? WEEKDAYS, holidays: free ?? [] };
}

const timeZone: Read<string> = (value, path, problems) => {
  const name = text(value, path, problems);
  if (name === undefined || isTimeZone(name)) return name;
  return refuse(path, 'a time zone such as Europe/Berlin', value, problems);
};

const CLOCK = /^(?:([01]\d|2[0-3]):([0-5]\d)|(24):(00))(?::00)?$/;

const timeOfDay: Read<number> = (value, path, problems) => {
  const [, hour, minute, end] = (typeof value === 'string' && CLOCK.exec(value)) || [];
  if (end) return 24 * 60;
  return hour ? Number(hour) * 60 + Number(minute) : refuse(path, 'a time such as 14:00', value, problems);
};

function spanIn(get: ReadField, longest: number, path: string, problems: Problem[]): Span | undefined {
  const max = get('max', wholeFrom(0));
  const min = told(get, 'min', wholeFrom(0)) ?? max;
  if (max === undefined || min === undefined || min === 'bad') return undefined;
  return min <= max && max <= longest
    ? { min, max }
    : refuse(path, `min up to max, max up to ${longest}`, `${min} to ${max}`, problems);
}

export const handlingTime: Read<Span> = (value, path, problems) => {
  const get = fieldsOf(value, path, problems);
  return get && spanIn(get, LONGEST_SPAN, path, problems);
};

export const supplierTime: Read<SupplierTime> = (value, path, problems) => {
  const get = fieldsOf(value, path, problems);
  if (!get) return undefined;
  const observed = told(get, 'observed', all(MOST_OBSERVED, wholeFrom(0)));
  const shares = told(get, 'quantiles', all(2, share)) ?? USUAL_QUANTILES;
  const unit = told(get, 'unit', oneOf('day', 'week')) ?? 'day';
  const working = told(get, 'working', truth) ?? false;
  const confidence = observed ? 'estimated' : confidenceIn(get);
  if ([observed, shares, unit, working, confidence].includes('bad')) return undefined;
  let span: Span | undefined;
  if (!observed) span = spanIn(get, LONGEST_LEAD, path, problems);
  else {
    span = spanOfSample(observed as number[], shares as [number, number]);
    if (!span || span.max > LONGEST_LEAD) {
      return refuse(path, `five or more observed days up to ${LONGEST_LEAD}`, value, problems);
    }
  }
  return span && ({ ...span, unit: observed ? 'day' : unit, working, confidence } as SupplierTime);
};

const share: Read<number> = (value, path, problems) =>
  typeof value === 'number' && value >= 0 && value <= 1
    ? value
    : refuse(path, 'a share from 0 to 1', value, problems);

const country: Read<string> = (value, path, problems) =>
  typeof value === 'string' && /^[a-z]{2}$/i.test(value)
    ? placeKey(value)
    : refuse(path, 'a country code such as DE', value, problems);

const place: Read<string> = (value, path, problems) => {
  const key = placeKey(text(value, path, problems) ?? '');
  return key || refuse(path, 'a region or a postcode', value, problems);
};

const transitTime: Read<TransitTime> = (value, path, problems) => {
  const get = fieldsOf(value, path, problems);
  if (!get) return undefined;
  const found = {
    addressCountry: told(get, 'addressCountry', country),
    addressRegion: told(get, 'addressRegion', place),
    postalCodePrefix: told(get, 'postalCodePrefix', place),
    shippingClass: told(get, 'shippingClass', text),
    working: told(get, 'working', truth) ?? true,
    confidence: confidenceIn(get),
  };
  const span = spanIn(get, LONGEST_SPAN, path, problems);
  if (!span || Object.values(found).includes('bad')) return undefined;
  // "9" begins postcodes in many countries.
  if (!found.addressCountry && (found.addressRegion ?? found.postalCodePrefix)) {
    return refuse(path, 'a country beside the region or postcode', value, problems);
  }
  return known({ ...span, ...found }) as TransitTime;
};

/** Reads where an order goes: the country, and what is known of the place in it. */
export const destination: Read<Destination> = (value, path, problems) => {
  const get = fieldsOf(value, path, problems);
  const addressCountry = get?.('addressCountry', country);
  if (!get || !addressCountry) return undefined;
  return known({
    addressCountry,
    addressRegion: get('addressRegion', text),
    postalCode: get('postalCode', text),
  }) as Destination;
};

/** Reads how the merchant works and ships. */
export const delivery: Read<Delivery> = (value, path, problems) => {
  const get = fieldsOf(value, path, problems);
  if (!get) return undefined;
  const free = told(get, 'holidays', holidays);
  return known({
    timeZone: told(get, 'timeZone', timeZone),
    workingDays: workingDays(told(get, 'businessDays', week), free),
    cutoffTime: told(get, 'cutoffTime', timeOfDay),
    handlingTime: told(get, 'handlingTime', handlingTime),
    leadTime: told(get, 'leadTime', supplierTime),
    carrierDays: workingDays(told(get, 'carrierDays', week), told(get, 'carrierHolidays', holidays) ?? free),
    transitTime: told(get, 'transitTime', all(MOST_TRANSIT_TIMES, transitTime)),
    destination: told(get, 'destination', destination),
  }) as Delivery;
};
