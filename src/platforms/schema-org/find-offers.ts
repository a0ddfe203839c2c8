import { jsonPlaces, pointerPart, type JsonPlace } from '../json-places.js';
import { isNode, isType, openGraph, textOf, type Node } from './graph.js';
import { offersOf } from './offer.js';

/** A way to say which product an offer is of: a name, and the variant of it where an address tells one. */
export interface OfferName {
  readonly reference: string;
  readonly variant?: string;
}

/** An offer in a page's JSON-LD. */
export interface FoundOffer {
  readonly node: Node;
  /** Which of the scripts it stands in. */
  readonly script: number;
  /** Where its members stand in that script's text. */
  readonly placeOf: (key: string) => JsonPlace | undefined;
  /** Where the object itself stands. */
  readonly place: JsonPlace;
  /** What its product may be called; the surest first. */
  readonly names: readonly OfferName[];
  /** Addresses that it and its product name. */
  readonly urls: readonly string[];
}

const IDS = ['sku', 'productID', 'gtin', 'gtin13', 'gtin14', 'gtin12', 'mpn', 'productGroupID'];
const DEEPEST = 40;
const MOST_CHARACTERS = 2000;

/** The single offers of all products in a page's JSON-LD, each with what tells whose it is and where it stands. */
export function findOffers(texts: readonly string[]): readonly FoundOffer[] {
  const places = texts.map((text) => jsonPlaces(text));
  const parsed = texts.map((text, index) => (places[index]?.ok ? (JSON.parse(text) as unknown) : undefined));
  const where = new Map<Node, { readonly script: number; readonly pointer: string }>();
  const walk = (value: unknown, script: number, pointer: string, depth: number): void => {
    if (value === null || typeof value !== 'object' || depth > DEEPEST) return;
    if (isNode(value)) where.set(value, { script, pointer });
    for (const [key, inner] of Object.entries(value)) {
      walk(inner, script, `${pointer}/${pointerPart(key)}`, depth + 1);
    }
  };
  parsed.forEach((it, script) => walk(it, script, '', 0));

  const graph = openGraph(parsed);
  const found = new Map<Node, FoundOffer>();
  for (const product of graph.nodes) {
    if (!isType(product, 'Product', 'ProductGroup', 'ProductModel')) continue;
    const offers = offersOf(graph, product);
    for (const node of offers) {
      const at = where.get(node);
      const inside = at && places[at.script];
      const place = inside?.ok ? inside.places.get(at?.pointer ?? '') : undefined;
      if (found.has(node) || !at || !inside?.ok || !place) continue;
      // Of several offers none is that of the product as a whole.
      const nodes = offers.length === 1 ? [node, product] : [node];
      const urls = nodes.flatMap((it) => ['url', '@id'].flatMap((key) => textOf(it, key) ?? []));
      found.set(node, {
        node,
        script: at.script,
        place,
        placeOf: (key) => inside.places.get(`${at.pointer}/${pointerPart(key)}`),
        names: [...nodes.flatMap(idsOf), ...urls.flatMap(namesInUrl)],
        urls,
      });
    }
  }
  return [...found.values()];
}

function idsOf(node: Node): readonly OfferName[] {
  return IDS.flatMap((key) => {
    const reference = textOf(node, key);
    return reference ? [{ reference }] : [];
  });
}

/** Shops name the product as the last part of an address, and its variant behind `variant=`. */
function namesInUrl(url: string): readonly OfferName[] {
  if (url.length > MOST_CHARACTERS) return [];
  const variant = decoded(/[?&]variant=([^&#]+)/.exec(url)?.[1] ?? '') || undefined;
  const path = /^[^?#]*/.exec(url)?.[0].replace(/^\w+:\/\/[^/]*/, '') ?? '';
  const last = /([^/]+?)(?:\.html?)?\/?$/.exec(path)?.[1];
  const handle = last === undefined ? undefined : decoded(last);
  return [
    ...(variant ? [{ reference: variant }] : []),
    ...(handle ? [{ reference: handle, ...(variant && { variant }) }] : []),
  ];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
