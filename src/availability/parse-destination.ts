import { placeKey, type Destination } from './destination.js';
import type { Problem } from './problem.js';
import { fieldsOf, known, text, type Read } from './read.js';
import { word } from './told-fields.js';

export const country = word('country', (words) => (/^[a-z]{2}$/i.test(words) ? placeKey(words) : undefined));

/** Reads where an order goes: the country, and what is known of the place in it. */
export const destination: Read<Destination> = (value, path, problems) => {
  const get = fieldsOf(value, path, problems);
  const addressCountry = get?.('addressCountry', country);
  return get && addressCountry
    ? (known({
        addressCountry,
        addressRegion: get('addressRegion', text),
        postalCode: get('postalCode', text),
      }) as Destination)
    : undefined;
};

/** Parses a destination by itself, such as one that a shopper chose. */
export function parseDestination(value: unknown): {
  readonly destination: Destination | undefined;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  return { destination: destination(value, 'destination', problems), problems };
}
