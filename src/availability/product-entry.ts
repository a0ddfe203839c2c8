import { inheritPolicy, lesser, policy, type Policy } from './policy.js';
import { each, identifier, known, list, texts, type ReadField } from './read.js';
import { readRecord, type AvailabilityRecord } from './record.js';

/** A variant as the document tells it: record and policy complete, with all that it takes from its product. */
export interface VariantEntry {
  readonly id: string;
  readonly sku?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly record: AvailabilityRecord;
  readonly policy: Policy;
}

/** A product as the document tells it. */
export interface ProductEntry {
  readonly id: string;
  readonly handle?: string;
  readonly sku?: string;
  readonly record: AvailabilityRecord;
  readonly policy: Policy;
  readonly variants: readonly VariantEntry[];
}

/** Reads a product with its variants; without an id it is none. */
export function readProduct(
  get: ReadField,
  shop: Policy,
  asOf: number | undefined,
): ProductEntry | undefined {
  const id = get('id', identifier);
  if (id === undefined) return undefined;
  const own = get('policy', policy);
  const record = known({ asOf, ...readRecord(get) });
  const productPolicy = inheritPolicy(shop, own);
  const variants = get('variants', (value, path, problems) => {
    const entries = list(value, path, problems);
    return (
      entries && each(entries, path, problems, (read) => readVariant(read, record, productPolicy, own?.limit))
    );
  });
  const product = {
    id,
    handle: get('handle', identifier),
    sku: get('sku', identifier),
    record,
    policy: productPolicy,
    variants: Object.freeze(shareLimit(variants ?? [], record.onHand, own?.limit)),
  };
  return known(product) as ProductEntry;
}

function readVariant(
  get: ReadField,
  product: AvailabilityRecord,
  productPolicy: Policy,
  shared: Policy['limit'],
): VariantEntry | undefined {
  const id = get('id', identifier);
  if (id === undefined) return undefined;
  const own = get('policy', policy);
  // A limit of the product is shared: a variant's own may be smaller, never larger.
  const limit = lesser(shared, own?.limit) ?? productPolicy.limit;
  const variant = {
    id,
    sku: get('sku', identifier),
    options: get('options', texts),
    record: inheritRecord(product, readRecord(get)),
    policy: inheritPolicy(productPolicy, own && known({ ...own, limit })),
  };
  return known(variant) as VariantEntry;
}

/** What one variant has sold beyond the shelf is gone from the limit that it shares with the others. */
function shareLimit(
  variants: readonly VariantEntry[],
  product: number | undefined,
  limit: Policy['limit'],
): readonly VariantEntry[] {
  const sold = (onHand = 0): number => Math.max(0, -onHand);
  // The product's own number, handed down to those without one, counts once.
  const told = variants.flatMap(({ record }) => (record.onHand === product ? [] : sold(record.onHand)));
  const all = Math.max(
    sold(product),
    told.reduce((a, b) => a + b, 0),
  );
  if (typeof limit !== 'number' || !all) return variants;
  return variants.map((variant) => {
    // Its own are taken off when the offer is decided.
    const left = limit - all + sold(variant.record.onHand);
    const shared = { limit: lesser(variant.policy.limit, Math.max(0, left)) };
    return known({ ...variant, policy: inheritPolicy(variant.policy, known(shared)) }) as VariantEntry;
  });
}

/**
 * What a variant takes from its product: dates, rules, an empty shelf and a shared allowance. That the product is in
 * stock says nothing of one variant, so a positive count is not handed down.
 */
function inheritRecord(product: AvailabilityRecord, own: AvailabilityRecord): AvailabilityRecord {
  const { onHand, status, ...shared } = product;
  const tellsItself = own.onHand !== undefined || own.tracked === false;
  return known({
    ...shared,
    onHand: onHand !== undefined && onHand <= 0 ? onHand : undefined,
    status: status === 'in-stock' || tellsItself ? undefined : status,
    ...own,
    availableForBackorder: lesser(product.availableForBackorder, own.availableForBackorder),
  });
}
