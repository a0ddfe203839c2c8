import type { Offer } from '../../availability/offer.js';

const AS_OF = 'data-backorder-as-of';
const UNTIL = 'data-backorder-until';

/** Whether a server has drawn a tag. It says since when its words hold, and until when. */
export function isServed(host: HTMLElement): boolean {
  return host.hasAttribute(AS_OF);
}

/** Marks a tag as drawn by a server for an offer. */
export function markServed(host: HTMLElement, { state, changesAt }: Offer, now: number): void {
  host.setAttribute('state', state);
  host.setAttribute(AS_OF, new Date(now).toISOString());
  if (changesAt !== undefined) host.setAttribute(UNTIL, new Date(changesAt).toISOString());
}

/**
 * Whether it is time to take a server's drawing over. What is not true any more goes out of sight and leaves its room free, so that
 * nothing moves.
 *
 * @param said whether there are words for such an offer
 */
export function isTimeToTake(
  host: HTMLElement,
  offer: Offer | undefined,
  said: boolean,
  now: number,
): boolean {
  const known = !!offer && offer.state !== 'unknown';
  // What Lit has rendered can be rendered again without any words.
  const gone = known ? !said && !host.shadowRoot : Date.parse(host.getAttribute(UNTIL) ?? '') <= now;
  host.style.visibility = gone ? 'hidden' : '';
  return known && !gone;
}

/** The element takes a tag over: fewer words take no less room. */
export function takeServed(host: HTMLElement): void {
  host.style.minHeight = getComputedStyle(host).height;
  host.removeAttribute(AS_OF);
}
