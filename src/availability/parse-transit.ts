import type { TransitTime } from './country-transit.js';
import { placeKey } from './destination.js';
import { LONGEST_SPAN } from './parse-delivery.js';
import { country } from './parse-destination.js';
import { refuse, text, type Read } from './read.js';
import { timeOf, word } from './told-fields.js';

const place = word('place', (words) => placeKey(words) || undefined);

const toPlace = timeOf<TransitTime>(LONGEST_SPAN, true, {
  addressCountry: country,
  addressRegion: place,
  postalCodePrefix: place,
  shippingClass: text,
});

/** Reads a transit time that may be told for a part of a country, or for a class of items. */
export const transitTime: Read<TransitTime> = (value, path, problems) => {
  const found = toPlace(value, path, problems);
  // "9" begins postcodes in many countries.
  return found && !found.addressCountry && (found.addressRegion ?? found.postalCodePrefix)
    ? refuse(path, 'country beside', value, problems)
    : found;
};
