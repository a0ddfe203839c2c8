import { at } from '../json-data.js';

/** WooCommerce's own names of a state, as classes of its stock notice and in its APIs. */
export type StockClass = 'in-stock' | 'out-of-stock' | 'available-on-backorder';

const CLASSES: readonly StockClass[] = ['in-stock', 'out-of-stock', 'available-on-backorder'];

/** The state that a list of class names tells; two states at once tell none. */
export function stockClassOf(names: unknown): StockClass | undefined {
  if (typeof names !== 'string') return undefined;
  const words = names.slice(0, 500).split(/\s+/);
  const found = CLASSES.filter((it) => words.includes(it));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * The state in a variation's `availability_html`. Looks at class names alone: the words are translated and filtered, and markup of
 * unknown origin is never parsed as such.
 */
export function stockClassIn(markup: unknown): StockClass | undefined {
  if (typeof markup !== 'string') return undefined;
  for (const [, names] of markup.slice(0, 5000).matchAll(/\sclass\s*=\s*["']([^"']*)/gi)) {
    const found = stockClassOf(names);
    if (found) return found;
  }
  return undefined;
}

/**
 * Whether a product has no shelf of its own: it is bought at another shop, or as the single products of a group. WooCommerce calls
 * these "in stock" and never purchasable (`WC_Product_External`, `WC_Product_Grouped`), which neither fills nor empties a shelf.
 */
export const isSoldElsewhere = (product: unknown): boolean => {
  const type = at(product, 'type');
  return type === 'external' || type === 'grouped';
};
