import type {
  AvailabilityDocumentV1,
  ProductV1,
  RecordV1,
  VariantV1,
} from '../../availability/document-v1.js';
import { leftOf, sharedUse, type Item } from './item.js';

/** What the shop says for all products: the document without them. */
export type ShopFields = Omit<AvailabilityDocumentV1, 'version' | 'products' | 'asOf'>;

/**
 * The availability document of these rows, products in the order of the rows.
 *
 * @param mostTold counts above it are told as this: whoever asks learns how few are left, not how many there are;
 *   undefined tells all
 */
export function availabilityDocument(
  items: readonly Item[],
  shop: ShopFields,
  mostTold: number | undefined,
): AvailabilityDocumentV1 {
  const products = items
    .filter((it) => it.variant === '')
    .map((product): ProductV1 => {
      const rows = items.filter((it) => it.product === product.product);
      const variants = rows
        .filter((it) => it.variant !== '')
        .map((it): VariantV1 => ({ id: it.variant, ...record(it, mostTold) }));
      const { handle } = product;
      return {
        id: product.product,
        ...(handle !== null && { handle }),
        ...record(product, mostTold, variants.length > 0 ? rows : []),
        ...(variants.length > 0 && { variants }),
      };
    });
  // The time of the last change, not of the question: the same answer has the same ETag.
  const latest = Math.max(0, ...items.map((it) => it.updated_at));
  // The shop's limit is already that of each product that told none, and what is left of it stands there.
  const { limit, ...policy } = shop.policy ?? {};
  return {
    ...shop,
    ...(shop.policy && { policy }),
    version: 1,
    ...(latest > 0 && { asOf: new Date(latest).toISOString() }),
    products,
  };
}

/** Counts of a row as a record, with all else that was told of it. */
function record(item: Item, mostTold = Infinity, sharing: readonly Item[] = []): RecordV1 & { sku?: string } {
  const { shelf, beyond: own } = leftOf(item);
  const limit = item.backorder_limit;
  const isShared = sharing.length > 0;
  const beyond = isShared && limit !== null ? Math.max(0, limit - sharedUse(sharing)) : own;
  const fields = JSON.parse(item.fields) as RecordV1;
  const at = Math.max(item.stock_at ?? item.updated_at, item.received_at ?? 0);
  const most = (count: number): number => Math.min(count, mostTold);
  return {
    ...(item.sku !== null && { sku: item.sku }),
    ...fields,
    ...(shelf !== undefined && { onHand: most(shelf) }),
    // A product's own allowance is shared by its variants; where they have theirs, 0 would take it from them.
    ...(!(isShared && limit === 0) && {
      availableForBackorder: beyond === 'unlimited' ? beyond : most(beyond),
    }),
    asOf: new Date(at).toISOString(),
  };
}
