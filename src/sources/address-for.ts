/** Longest address that every server, proxy and CDN takes. */
export const LONGEST_URL = 2000;

/** Half a character, which no address can carry. */
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/** The address that asks for these references. Sorted, so that caches see one address for one page. */
export function addressFor(url: string, references: Iterable<string>): string {
  const asked = [...references].sort().join().replace(LONE_SURROGATE, '\ufffd');
  return `${url}${url.includes('?') ? '&' : '?'}products=${encodeURIComponent(asked)}`;
}
