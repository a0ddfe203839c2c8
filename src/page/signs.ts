/** Tags of ours with something inside that is for products in stock as well. */
export const OPEN_TAGS = ['product-availability', 'preorder-button', 'eta-notice'];

/**
 * Needs everything, whatever else is on the page: lines of a cart that a theme has marked; what a server has drawn, which may not
 * be true any more; a developer who wants to see why nothing of ours is there.
 */
export const ALWAYS = '[data-backorder-line],[data-backorder-as-of],[data-backorder-explain]';

/** Our elements as an editor writes them: plain HTML, by attributes or, where a system strips those, by classes. */
export const WRITTEN = '[data-backorder],[class*=backorder--]';
