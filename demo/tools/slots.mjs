/**
 * The one place where Backorder Elements enter the shop's pages.
 *
 * Each function returns a piece of HTML that the templates in theme.mjs put
 * into every page of that kind. Change one here, run
 * `node demo/tools/pages.mjs`, and all the pages follow.
 *
 * `product` is an entry of demo/data/products.json.
 */
import { readFileSync } from 'node:fs';

const { products: stock } = JSON.parse(
  readFileSync(new URL('../data/availability.json', import.meta.url), 'utf8'),
);

/** Product pages whose theme has places for our elements. On the others the script finds the form and adds them itself. */
const BY_HAND = [
  'alma-lounge-chair',
  'ember-fire-bowl',
  'hedda-sideboard',
  'lund-dining-table',
  'lykke-table-lamp',
  'mere-mug',
  'skagen-deck-chair',
  'skerry-lantern',
  'strand-rug',
  'tove-dining-chair',
  'tuva-planter',
  ...['ask-bookcase', 'dune-serving-bowl', 'holm-linen-cushion', 'rill-watering-can', 'tarn-carafe'],
];

const byHand = ({ handle }) => BY_HAND.includes(handle);

/** In <head> of every page, after the theme's own style sheet: what the page for theme developers says. */
export const head = () => readFileSync(new URL('examples/head.html', import.meta.url), 'utf8').trim();

/** Beside the price. */
export const byPrice = (product) => (byHand(product) ? '<backorder-badge></backorder-badge>' : '');

/** In the product form, between the quantity box and the add-to-cart button. */
export const product = (product) =>
  byHand(product)
    ? `<div class="availability">
  <eta-notice>${inStock(product)}</eta-notice>
  <notify-me-form compact></notify-me-form>
</div>`
    : '';

/** In every card of a grid, over the corner of the picture. */
export const card = ({ handle }) => `<backorder-badge product="${handle}"></backorder-badge>`;

/**
 * The shop's usual delivery time, only where the shop's own stock says that the first variant is on the shelf: with
 * scripts off, or the endpoint down, the sentence stands there alone and must be true.
 */
function inStock({ id }) {
  const { variants, policy } = stock.find((it) => it.id === id);
  const [first] = variants;
  const shelved = first.tracked === false || first.onHand > 0;
  return shelved && policy?.trigger !== 'always'
    ? '<span slot="in-stock">In stock, ships in 1 to 2 working days</span>'
    : '';
}
