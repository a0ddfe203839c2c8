import type { Offer } from '../availability/offer.js';
import { scriptJson } from '../platforms/schema-org/script-json.js';
import { toSchemaOrg, type OfferFacts } from '../platforms/schema-org/to-schema-org.js';
import { htmlTag } from './html-tag.js';

/**
 * A product's JSON-LD with the offer in it: the same state and date as the words on the page.
 *
 * @param product what the shop says of it in schema.org's terms, such as `{ name: 'Chair' }`
 */
export function structuredDataHtml(product: object, offer: Offer, facts: OfferFacts = {}): string {
  const node = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    ...product,
    offers: toSchemaOrg(offer, facts),
  };
  return htmlTag('script', { type: 'application/ld+json' }, scriptJson(node));
}
