/**
 * The one place where Backorder Elements enter the shop's pages.
 *
 * Each function returns a piece of HTML that the templates in theme.mjs put
 * into every page of that kind. Change one here, run
 * `node demo/tools/pages.mjs`, and all the pages follow.
 *
 * `product` is an entry of demo/data/products.json.
 */

/** In <head> of every page, after the theme's own style sheet. */
export const head = () => `<!-- backorder:head -->`;

/** In the product form, between the quantity box and the add-to-cart button. */
export const product = (product) => `<!-- backorder:product -->`;

/** Right after the product form: the place for a form of its own, because a form cannot hold another. */
export const afterForm = (product) => `<!-- backorder:after-form -->`;

/** In every card of a grid, over the corner of the picture. */
export const card = (product) => `<!-- backorder:card -->`;
