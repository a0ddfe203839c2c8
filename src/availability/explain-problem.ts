import type { Problem } from './problem.js';

/** Apart from the parsers, because most pages have no problem and need no words for one. */
const WORDS: Readonly<Record<string, string>> = {
  address: 'an address that begins with https:// or /',
  date: '2026-12-01, 2026-W49, 2026-12, 2026-Q4, or A/B',
  country: 'a country code such as DE',
  'country beside': 'a country beside the region or postcode',
  'five observed': 'five or more observed days up to 730',
  place: 'a region or a postcode',
  'public key':
    'Klaviyo’s public key, some six letters and digits; its private keys (pk_…) must never be in a page',
  'text and version': 'the wording by language, with its version',
  share: 'a share from 0 to 1',
  time: 'a time such as 14:00',
  'time zone': 'a time zone such as Europe/Berlin',
  'bad-document': 'an object with a list of products',
  id: 'an id (text or whole number)',
  instant: 'an instant such as 2026-12-01T09:00:00Z',
  'lead time': 'min up to max, max up to 730',
  list: 'a list',
  object: 'an object',
  text: 'text of up to 500 characters',
  truth: 'true or false',
  'bad-version': '1',
};

const LONGEST_QUOTE = 60;

/** Says what would have been right and what came: `expected a whole number from 0, got "5 pcs"`. */
export function explainProblem({ code, expected, value }: Problem): string {
  const words =
    typeof expected === 'object'
      ? expected.join(', ')
      : (WORDS[expected ?? code] ?? String(expected).replace(/^from /, 'a whole number from '));
  return `expected ${words}, got ${describe(value)}`;
}

/** Describes an outside value for a message: short, on one line, never throwing. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, LONGEST_QUOTE));
  if (Array.isArray(value)) return 'a list';
  return value === Object(value) ? 'an object' : String(value);
}
