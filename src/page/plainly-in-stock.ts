/** As much of an availability document as the loader looks at, before anything is parsed. */
type Loose = Readonly<Record<string, unknown>> | null | undefined;

/** What the loader makes of a document. */
export interface Glance {
  /** Whether every product that was asked for is in stock and needs nothing of ours. */
  readonly plain: boolean;
  /** The smallest number on a shelf: a shopper who wants more is not simply in stock any more. */
  readonly least: number;
  /** Seconds for which the document may be shown. */
  readonly ttl: number;
}

/**
 * A glance at an unparsed document: is there anything for us to do? When in doubt there is, since the real rules then decide.
 *
 * @param references products that the page shows, by any of their names; all of the document's when it is empty
 * @param least the smallest number on a shelf that other documents have told
 */
export function glanceAt(json: unknown, references: ReadonlySet<string>, least = Infinity): Glance {
  const document = json as Loose;
  const products = own(document, 'products');
  const ttl = own(document, 'ttl');
  let plain = Array.isArray(products) && !own(document, 'disabled');
  for (const product of plain ? (products as Loose[]) : []) {
    const variants = own(product, 'variants');
    const entries = Array.isArray(variants) && variants.length ? (variants as Loose[]) : [product];
    const names: readonly unknown[] = [product, ...entries].flatMap((it) => [
      own(it, 'id'),
      own(it, 'handle'),
      own(it, 'sku'),
    ]);
    const shown = names.some((name) => typeof name !== 'object' && references.has(`${name as string}`));
    if (references.size && !shown) continue;
    // Rules that look at more than the shelf are for the real thing to read.
    if (RULES.test(JSON.stringify([own(document, 'policy'), product]))) plain = false;
    for (const entry of entries) {
      const onHand = own(entry, 'onHand');
      const status = own(entry, 'status');
      const counted = Number.isSafeInteger(onHand) && (onHand as number) > 0;
      if (counted) least = Math.min(least, onHand as number);
      const told =
        counted || own(entry, 'tracked') === false
          ? status === undefined || status === 'in-stock'
          : onHand === undefined && status === 'in-stock';
      // Fewer than the smallest order are none.
      const rule = (own(entry, 'quantity') ?? own(product, 'quantity')) as Loose;
      const min = own(rule, 'min');
      if (!told || (counted && typeof min === 'number' && min > (onHand as number))) plain = false;
    }
  }
  return { plain, least, ttl: typeof ttl === 'number' ? ttl : 60 };
}

// Old libraries have JSON write arrays in their own way, as texts with blanks in them (Prototype.js: Array.prototype.toJSON).
const RULES = /always|threshold|availableToSell|orderable\W+f/;

function own(from: Loose, key: string): unknown {
  return from !== null && typeof from === 'object' && Object.hasOwn(from, key) ? from[key] : undefined;
}

/** Data of the page that does not simply say "in stock": schema.org's words, and those of shop systems. In doubt it has something. */
const NOT_IN_STOCK =
  /backorder|pre-?order|presale|out-?of-?stock|soldout|madetoorder|(?:stock|available)":false/i;
const DATA = 'script[type$=json],[itemprop=availability],.type-product,[data-product_variations]';

/** Whether the page's own data have something for us, where nothing else is told. */
export function hinted(): boolean {
  const data = [...document.querySelectorAll(DATA)].flatMap(({ attributes, textContent }) => [
    textContent,
    ...[...attributes].map(({ value }) => value),
  ]);
  return NOT_IN_STOCK.test(data.join() + JSON.stringify((globalThis as { BCData?: unknown }).BCData));
}
