import { dayNumber } from './dated-days.js';
import { parseDateWindow } from './date-window.js';
import type { Delivery, Told } from './delivery.js';
import { isTimeZone } from './local-time.js';
import type { CarrierRules, RareRules } from './delivery-terms.js';
import { known, oneOf, refuse, type Read } from './read.js';
import { all, fieldsIn, timeOf, word, type Fields } from './told-fields.js';
import { WEEKDAYS, type WorkingDays, type WorkTime } from './working-days.js';

const MOST_HOLIDAYS = 500;
export const LONGEST_SPAN = 365;
export const LONGEST_LEAD = 730;
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Days of the week; a week without any is a slip, since nothing would ever ship. */
export const week: Read<readonly boolean[]> = (value, path, problems) => {
  const named = all(DAYS.length, oneOf(...DAYS))(value, path, problems);
  return named?.length === 0
    ? refuse(path, 'at least one day', value, problems)
    : named && DAYS.map((day) => named.includes(day));
};

export const holidays = all<readonly [number, number]>(
  MOST_HOLIDAYS,
  word('date', (words) => {
    const days = parseDateWindow(words);
    return days && [dayNumber(days.start), dayNumber(days.end)];
  }),
);

/** How long the work on an order takes, and what has to come first: told of the shop and of items alike. */
export function timesFor(rare: RareRules | undefined): Fields {
  const lead = timeOf<WorkTime>(LONGEST_LEAD, false, { unit: oneOf('day', 'week') });
  return { handlingTime: timeOf(LONGEST_SPAN, true), leadTime: rare ? rare.sampled(lead) : lead };
}

/** A reader of how the merchant works and ships. Without their rules, nothing that is told of carriers. */
export function deliveryFor(rare: RareRules | undefined, carrier: CarrierRules | undefined): Read<Delivery> {
  const read = fieldsIn<Delivery & Record<string, never>>({
    timeZone: word('time zone', (name) => (isTimeZone(name) ? name : undefined)),
    businessDays: week,
    holidays,
    cutoffTime: word('time', (words) => {
      const [, hour = NaN, minute] = /^(\d\d):([0-5]\d)(:00)?$/.exec(words) ?? [];
      const minutes = Number(hour) * 60 + Number(minute);
      return minutes <= 24 * 60 ? minutes : undefined;
    }),
    ...timesFor(rare),
    ...carrier?.fieldsFor(rare),
  });
  return (value, path, problems) => {
    const found = read(value, path, problems);
    return (
      found &&
      (known({
        ...found,
        workingDays: workingDays(found.businessDays, found.holidays),
        carrierDays: workingDays(found.carrierDays as never, found.carrierHolidays ?? found.holidays),
      }) as Delivery)
    );
  };
}

function workingDays(
  days: Told<readonly boolean[]>,
  free: Told<WorkingDays['holidays']>,
): WorkingDays | 'bad' {
  return days === 'bad' || free === 'bad' ? 'bad' : { week: days ?? WEEKDAYS, holidays: free ?? [] };
}
