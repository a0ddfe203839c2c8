import type { LineFieldNames } from '../outbox/line-fields.js';

/** What the page has said about itself, for all elements in it. Changed by the script tag's settings. */
export interface PageConfig {
  /** Names of the hidden fields that carry the promise with the order. Shops that do not know them ignore them. */
  lineFields: LineFieldNames;
  /** Origins besides the page's own that sign-ups may go to. */
  signUpOrigins: readonly string[];
  /** The country that the shop system has for the shopper, two letters, where it knows one. */
  country?: (() => unknown) | undefined;
}

export function defaultConfig(): PageConfig {
  return {
    lineFields: { text: 'properties[Availability]', record: 'properties[_backorder]' },
    signUpOrigins: [],
  };
}
