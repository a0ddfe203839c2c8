import type { Offer } from '../availability/offer.js';
import type { Language } from '../messages/catalogue.js';
import { htmlTag, type Attributes } from './html-tag.js';

/** What a piece of HTML is about, and how and when it is said. */
export interface Telling {
  /** Product id, handle or SKU; or a variant's id or SKU. Without it the browser takes the product that the tag stands in. */
  readonly product?: string | number | undefined;
  /** Variant id or SKU. */
  readonly variant?: string | number | undefined;
  /** As `speak()` gives it. */
  readonly language: Language;
  /** The instant that the offer was decided for, in milliseconds since 1970. */
  readonly now: number;
}

/**
 * One of our tags with what a server says in it. Words carry since when they hold and, where it is known, until when: the
 * script, when it comes, corrects what a cache has kept too long.
 *
 * @param inside HTML
 * @param told whether there are words of ours in it
 */
export function ownTag(
  name: string,
  offer: Offer,
  { product, variant, language, now }: Telling,
  inside: string,
  told: boolean,
): string {
  const attributes: Attributes = {
    product,
    variant,
    quantity: offer.wanted === 1 ? undefined : offer.wanted,
    state: offer.state,
    // The script speaks the language of the nearest `lang`, which may not be the one spoken here.
    lang: language.tag,
    'data-backorder-as-of': told && instant(now),
    'data-backorder-until': told && instant(offer.changesAt),
  };
  return htmlTag(name, attributes, inside);
}

/** An instant in ISO 8601; nothing for one that is not told or that no calendar has. */
function instant(ms: number | undefined): string | undefined {
  const date = new Date(ms ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
