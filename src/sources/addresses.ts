/** Longest address that every server, proxy and CDN takes. */
const LONGEST_URL = 2000;

/** What is longer is no id. */
const LONGEST_REFERENCE = 200;

/** Half a character, which no address can carry. */
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/**
 * The addresses that ask for all the references that can be ids, none too long. Sorted, so that caches see one address for one
 * page.
 */
export function addresses(url: string, references: readonly string[]): readonly string[] {
  const usable = [...new Set(references)].filter((it) => it.length <= LONGEST_REFERENCE).sort();
  if (!usable.length) return [];
  const asked = encodeURIComponent(usable.join().replace(LONE_SURROGATE, '\ufffd'));
  const whole = `${url}${url.includes('?') ? '&' : '?'}products=${asked}`;
  if (whole.length <= LONGEST_URL || usable.length === 1) return [whole];
  const half = usable.length / 2;
  return [...addresses(url, usable.slice(0, half)), ...addresses(url, usable.slice(half))];
}
