/**
 * Formatters are dear to make and cheap to use, so they are kept: one a language and form. A page speaks one or two
 * languages, so the bound is there only against a page that makes up a new one with every element.
 */
const kept = new Map<string, Intl.DateTimeFormat>();
const MOST_KEPT = 24;

const FORMS = {
  day: { day: 'numeric', month: 'long' },
  'day-year': { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function formatter(tag: string, form: keyof typeof FORMS): Intl.DateTimeFormat {
  const key = `${tag} ${form}`;
  let found = kept.get(key);
  if (!found) {
    if (kept.size >= MOST_KEPT) kept.clear();
    // Shop calendars are Gregorian: a promise must mean the same day in the text and in the order.
    found = new Intl.DateTimeFormat(tag, { ...FORMS[form], calendar: 'gregory', timeZone: 'UTC' });
    kept.set(key, found);
  }
  return found;
}

/** A calendar day in words: "12 December", with its year where that is not `thisYear`. */
export function dayWords(tag: string, isoDate: string, thisYear: string): string {
  const form = isoDate.startsWith(thisYear) ? 'day' : 'day-year';
  return formatter(tag, form).format(Date.parse(`${isoDate}T00:00Z`));
}

/** A month in words, with its year: "December 2026". */
export function monthWords(tag: string, isoDate: string): string {
  return formatter(tag, 'month').format(Date.parse(`${isoDate}T00:00Z`));
}
