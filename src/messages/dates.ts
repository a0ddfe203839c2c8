/**
 * Formatters are dear to make and cheap to use, so they are kept: one a language and form. A page speaks one or two
 * languages, so the bound is there only against a page that makes up a new one with every element.
 */
const kept = new Map<string, Intl.DateTimeFormat>();
const MOST_KEPT = 24;

function formatter(tag: string, day: boolean, year: boolean): Intl.DateTimeFormat {
  const key = `${tag} ${day} ${year}`;
  let found = kept.get(key);
  if (!found) {
    if (kept.size >= MOST_KEPT) kept.clear();
    found = new Intl.DateTimeFormat(tag, {
      day: day ? 'numeric' : undefined,
      month: 'long',
      year: year ? 'numeric' : undefined,
      // Shop calendars are Gregorian: a promise must mean the same day in the text and in the order.
      calendar: 'gregory',
      timeZone: 'UTC',
    });
    kept.set(key, found);
  }
  return found;
}

/** A calendar day in words: "12 December", with its year where that is not `thisYear`. */
export function dayWords(tag: string, isoDate: string, thisYear: string): string {
  return words(tag, isoDate, true, !isoDate.startsWith(thisYear));
}

/** A month in words, with its year: "December 2026". */
export function monthWords(tag: string, isoDate: string): string {
  return words(tag, isoDate, false, true);
}

const ENGLISH = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * The first formatter of a page costs more than all else that we do before a button is right, so English, which comes with
 * the first file, has its months there too.
 */
function words(tag: string, isoDate: string, day: boolean, year: boolean): string {
  const british = tag === 'en-GB';
  if (!british && tag !== 'en' && tag !== 'en-US')
    return formatter(tag, day, year).format(Date.parse(isoDate));
  const [yyyy, mm, dd] = isoDate.split('-').map(Number);
  const month = ENGLISH[(mm ?? 1) - 1];
  const monthAndDay = british ? `${dd} ${month}` : `${month} ${dd}`;
  if (!day) return `${month} ${yyyy}`;
  return year ? `${monthAndDay}${british ? '' : ','} ${yyyy}` : monthAndDay;
}
