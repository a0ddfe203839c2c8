import type { AvailabilityRecord } from '../../availability/record.js';
import { isType, openGraph, textOf, type Node } from './graph.js';
import { commonState, offersOf, recordOf, startOf } from './offer.js';
import { membersIn } from './product-group.js';

export { recordOf, stateOf } from './offer.js';

/** What structured data says of one product or variant. */
export interface DescribedProduct {
  /** Names by which a page may ask for it: SKU, product id, identifiers. */
  readonly names: readonly string[];
  readonly record: AvailabilityRecord;
}

const MOST_PRODUCTS = 200;

/**
 * Finds products in JSON-LD: a Product, a ProductGroup with its variants (`hasVariant`, `isVariantOf`), lists, `@graph`, and members that
 * point elsewhere in the page by `@id`. A group says something only if all of its variants agree; so does a product with several
 * offers, whose own SKUs are products by themselves. Total: whatever the JSON is, the answer is a list.
 *
 * @param graphs the parsed contents of all JSON-LD scripts of a page
 */
export function readProducts(graphs: readonly unknown[]): readonly DescribedProduct[] {
  const graph = openGraph(graphs);
  const products = graph.nodes.filter((node) => isType(node, 'Product', 'ProductGroup', 'ProductModel'));
  const members = membersIn(graph, products);
  const describe = (nodes: readonly Node[], offers: readonly Node[]): readonly DescribedProduct[] => {
    const status = commonState(offers);
    const names = nodes.flatMap((node) =>
      ['sku', 'productID', 'gtin', 'gtin13', 'mpn', 'productGroupID'].flatMap(
        (key) => textOf(node, key) ?? [],
      ),
    );
    return status ? [{ names: [...new Set(names)], record: recordOf(status, startOf(offers)) }] : [];
  };
  return products.slice(0, MOST_PRODUCTS).flatMap((product) => {
    const own = offersOf(graph, product);
    const offers = [product, ...members(product)].flatMap((it) => offersOf(graph, it));
    return own.length > 1
      ? [...describe([product], offers), ...own.flatMap((offer) => describe([offer], [offer]))]
      : describe([product, ...own], offers);
  });
}
