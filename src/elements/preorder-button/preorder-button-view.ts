import type { Offer } from '../../availability/offer.js';
import type { Language } from '../../messages/catalogue.js';
import { say } from '../../messages/say.js';

/** What our own button says and allows. */
export interface PreorderButtonView {
  readonly label: string;
  /** It cannot be pressed to any effect, and says why by its label. */
  readonly stopped: boolean;
}

export function preorderButtonView({ state }: Offer, language: Language): PreorderButtonView {
  // Unknown is no reason to stop a sale: the shop decides when it gets the order.
  const name = state === 'unknown' ? 'in-stock' : state;
  return {
    label: say(language, `button.${name}`),
    stopped: state === 'sold-out' || state === 'coming-soon',
  };
}
