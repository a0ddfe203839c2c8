import type { AvailabilityRecord } from '../../availability/record.js';
import type { Expectation } from '../../availability/expectation.js';
import { parseDateWindow } from '../../availability/date-window.js';
import type { State } from '../../availability/state.js';

/** What structured data says of one product or variant. */
export interface DescribedProduct {
  /** Names by which a page may ask for it: SKU, product id, identifiers. */
  readonly names: readonly string[];
  readonly record: AvailabilityRecord;
}

/** schema.org's ItemAvailability, read as what a shopper can do. Values not listed say nothing that we could use. */
const AVAILABILITY: Readonly<Record<string, State>> = {
  InStock: 'in-stock',
  OnlineOnly: 'in-stock',
  LimitedAvailability: 'in-stock',
  BackOrder: 'backorder',
  MadeToOrder: 'backorder',
  PreOrder: 'preorder',
  PreSale: 'preorder',
  OutOfStock: 'sold-out',
  SoldOut: 'sold-out',
};

const DEEPEST = 12;
const MOST_PRODUCTS = 200;

type Node = Readonly<Record<string, unknown>>;

/**
 * Finds products in JSON-LD: a Product, a ProductGroup with its variants, lists, `@graph`, and members that point
 * elsewhere in the page by `@id`. Total: whatever the JSON is, the answer is a list.
 *
 * @param graphs the parsed contents of all JSON-LD scripts of a page
 */
export function readProducts(graphs: readonly unknown[]): readonly DescribedProduct[] {
  const byId = new Map<string, Node>();
  const nodes: Node[] = [];
  const walk = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || nodes.length > MOST_PRODUCTS * 20) return;
    if (Array.isArray(value)) value.forEach((it) => walk(it, depth + 1));
    else if (isNode(value)) {
      nodes.push(value);
      const id = own(value, '@id');
      if (typeof id === 'string' && Object.keys(value).length > 1) byId.set(id, value);
      for (const key of Object.keys(value)) walk(value[key], depth + 1);
    }
  };
  graphs.forEach((graph) => walk(graph, 0));
  const resolve = (value: unknown): readonly Node[] => {
    if (!isNode(value)) return [];
    const id = own(value, '@id');
    return [(typeof id === 'string' ? byId.get(id) : undefined) ?? value];
  };
  const products = nodes.filter((node) => isType(node, 'Product', 'ProductGroup', 'ProductModel'));
  return products.slice(0, MOST_PRODUCTS).flatMap((product) => {
    const offers = listOf(own(product, 'offers')).flatMap(resolve);
    const single = offers.filter((offer) => !isType(offer, 'AggregateOffer'));
    const states = new Set(single.map((offer) => stateOf(own(offer, 'availability'))));
    const names = [product, ...single].flatMap((node) =>
      ['sku', 'productID', 'gtin', 'gtin13', 'mpn', 'inProductGroupWithID', 'productGroupID'].flatMap((key) =>
        nameOf(own(node, key)),
      ),
    );
    // Several offers that disagree say nothing of this product.
    const status = states.size === 1 ? [...states][0] : undefined;
    if (!status) return [];
    const starts = single
      .map((offer) => own(offer, 'availabilityStarts'))
      .find((it) => typeof it === 'string');
    return [{ names: [...new Set(names)], record: recordOf(status, starts) }];
  });
}

/** The state that an availability value names: `https://schema.org/BackOrder`, `http:`, a bare word, or `{"@id": …}`. */
export function stateOf(value: unknown): State | undefined {
  const name = isNode(value) ? own(value, '@id') : value;
  const word = typeof name === 'string' ? /(?:^|schema\.org\/|#)(\w+)\/?$/.exec(name.trim())?.[1] : undefined;
  return word !== undefined && Object.hasOwn(AVAILABILITY, word) ? AVAILABILITY[word] : undefined;
}

/** A record of structured data; its date is a release for pre-orders and a restock otherwise. */
export function recordOf(status: State, starts: string | undefined): AvailabilityRecord {
  const window = starts === undefined ? undefined : parseDateWindow(starts);
  const date: Expectation | undefined = window && { window, basis: 'ship', confidence: 'estimated' };
  return Object.freeze({
    status,
    ...(date && (status === 'preorder' ? { release: date } : { restock: date })),
  });
}

function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function own(node: Node, key: string): unknown {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : value === undefined ? [] : [value];
}

function isType(node: Node, ...types: readonly string[]): boolean {
  return listOf(own(node, '@type')).some((it) => types.includes(String(it).replace(/^.*[/:#]/, '')));
}

function nameOf(value: unknown): readonly string[] {
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}
