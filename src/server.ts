/**
 * Our tags as HTML, for servers that do not run Lit: strings from an {@link Offer} alone. No DOM, no network, no clock, no API of
 * Node: for any server, worker or edge. In the browser the script or the elements take them over as they stand.
 *
 * @module backorder-elements/server
 */
export { badgeHtml } from './server/badge-html.js';
export { buttonHtml } from './server/button-html.js';
export type { ButtonTelling } from './server/button-html.js';
export { noticeHtml } from './server/notice-html.js';
export type { NoticeTelling } from './server/notice-html.js';
export type { Telling } from './server/own-tag.js';
export { documentHtml } from './server/document-html.js';
export { structuredDataHtml } from './server/structured-data-html.js';
export { stylesHtml } from './server/styles-html.js';
export { speak } from './server/speak.js';
export type { Language } from './messages/catalogue.js';
export type { Offer } from './availability/offer.js';
export type { OfferFacts } from './platforms/schema-org/to-schema-org.js';
