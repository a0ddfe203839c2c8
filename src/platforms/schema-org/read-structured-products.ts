import { known } from '../../availability/read.js';
import { UNKNOWN_RECORD, type AvailabilityRecord } from '../../availability/record.js';
import { idOf, optionsOf } from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { isType, listOf, openGraph, own, textOf, type Graph, type Node } from './graph.js';
import { leadTimeOf } from './lead-time.js';
import { availabilityName, commonState, offersOf, recordOf, startOf } from './offer.js';
import { membersIn } from './product-group.js';

const MOST_PRODUCTS = 1000;

/** Members by which the variants of a group differ, where the group does not tell (`variesBy`). */
const VARIES_BY = ['color', 'size', 'material', 'pattern'];

/**
 * Products out of a page's JSON-LD: Product, ProductGroup with its variants whichever side points, several offers, `@graph`, and
 * members that point elsewhere by `@id`. A product whose offers bear SKUs of their own has them as variants.
 *
 * Structured data is often wrong, stale, or a default. Give these records to `mergeRecords` with the source `structured-data`, which
 * makes hints of them; by themselves they are no ground to sell on.
 *
 * @param scripts a script's text or parsed content, or a list of them; what is not JSON is left out
 */
export function readStructuredProducts(scripts: unknown): readonly ProductReading[] {
  const graph = openGraph(listOf(scripts).flatMap(parsed));
  const products = graph.nodes.filter((node) => isType(node, 'Product', 'ProductGroup', 'ProductModel'));
  const members = membersIn(graph, products);
  const inner = new Set(products.flatMap((product) => members(product).filter((it) => it !== product)));
  const groups = new Set<string>();
  const found = products.slice(0, MOST_PRODUCTS).flatMap((product) => {
    if (inner.has(product)) return [];
    const group = textOf(product, 'productGroupID');
    // A group is repeated inside each of its variants.
    if (group !== undefined && groups.has(group)) return [];
    if (group !== undefined) groups.add(group);
    const variants = members(product);
    const offers = offersOf(graph, product);
    const single = offers.filter((offer) => (textOf(offer, 'sku') ?? variantIn([offer])) !== undefined);
    const varies = variesBy(product);
    const read = variants.length
      ? variants.map((it) => readVariant(graph, it, offersOf(graph, it), varies))
      : offers.length > 1
        ? single.map((offer) => readVariant(graph, offer, [offer], []))
        : [];
    return [
      known({
        ...readOne(graph, product, variants.length ? [] : offers, []),
        variants: Object.freeze(read),
      }) as ProductReading,
    ];
  });
  return Object.freeze(found);
}

function parsed(script: unknown): readonly unknown[] {
  if (typeof script !== 'string') return [script];
  try {
    return [JSON.parse(script) as unknown];
  } catch {
    return []; // Not our page to mend.
  }
}

function readVariant(
  graph: Graph,
  node: Node,
  offers: readonly Node[],
  varies: readonly string[],
): VariantReading {
  const id = variantIn([node, ...offers]);
  return known({ id, ...readOne(graph, node, offers, varies) }) as VariantReading;
}

function readOne(
  graph: Graph,
  node: Node,
  offers: readonly Node[],
  varies: readonly string[],
): VariantReading {
  const low = offers.length > 0 && offers.every(isLow);
  return known({
    id: idOf(textOf(node, 'productGroupID') ?? textOf(node, 'productID')),
    sku: idOf(textOf(node, 'sku') ?? offers.map((it) => textOf(it, 'sku')).find((it) => it !== undefined)),
    options: optionsOf(varies, (key) => [key, textOf(node, key as string)]),
    record: stateRecord(graph, offers),
    low: low || undefined,
  }) as VariantReading;
}

/** Shopify names a variant by its addresses alone, where the merchant gave it no SKU. */
function variantIn(nodes: readonly Node[]): string | undefined {
  const urls = nodes.flatMap((node) => ['@id', 'url'].map((key) => textOf(node, key) ?? ''));
  return urls.map((url) => /[?&]variant=(\d{1,20})(?:[&#]|$)/.exec(url)?.[1]).find(Boolean);
}

function stateRecord(graph: Graph, offers: readonly Node[]): AvailabilityRecord {
  const status = commonState(offers);
  if (!status) return UNKNOWN_RECORD;
  const record = recordOf(status, startOf(offers));
  // Only of what is ordered and awaited does the time say when it is there.
  const [offer] = offers;
  const restock = status === 'backorder' && !record.restock && offer ? leadTimeOf(graph, offer) : undefined;
  return known({ ...record, ...(restock && { restock }) });
}

const isLow = (offer: Node): boolean =>
  availabilityName(own(offer, 'availability')) === 'LimitedAvailability';

function variesBy(group: Node): readonly string[] {
  const told = listOf(own(group, 'variesBy')).flatMap((it) =>
    typeof it === 'string' ? (/(\w+)$/.exec(it)?.[1] ?? []) : [],
  );
  return told.length ? told : VARIES_BY;
}
