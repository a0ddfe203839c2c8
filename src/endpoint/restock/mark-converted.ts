import type { Tx } from '../database/transaction.js';
import { countDemand } from '../demand/count-demand.js';
import { namesOf } from './item-names.js';

/** Who has ordered, as far as it can be told: by the keyed hash of the address (see `findPerson`), or by the sign-up itself. */
export type Ordered =
  | { readonly buyer: string; readonly placedAt: number }
  | { readonly signUp: string; readonly placedAt: number };

/** Shops tell whole seconds. */
const SECOND = 1_000;

/**
 * Notes that somebody who was told of an item has ordered it since. Once: what was told is turned into `converted`, so an
 * order that is told again finds nothing left to turn.
 *
 * @returns how many sign-ups it was that led there
 */
export async function markConverted(
  tx: Tx,
  now: number,
  item: { readonly product: string; readonly variant: string },
  ordered: Ordered,
): Promise<number> {
  const of = tx
    .selectFrom('sign_ups')
    .select(['id', 'quantity', 'product', 'variant', 'any_variant'])
    .where('state', '=', 'told')
    .where('told_at', '<', ordered.placedAt + SECOND)
    .orderBy('id');
  const told = await (
    'buyer' in ordered ? of.where('address_hash', '=', ordered.buyer) : of.where('id', '=', ordered.signUp)
  ).execute();
  if (told.length === 0) return 0;
  const { products, variants } = await namesOf(tx, item);
  const rows = told.filter(
    ({ product, variant, any_variant }) =>
      (products.includes(product) &&
        (Number(any_variant) === 1 || variants.includes(variant) || variant === item.variant)) ||
      variants.includes(product),
  );
  let count = 0;
  for (const { id, quantity } of rows) {
    const { numUpdatedRows } = await tx
      .updateTable('sign_ups')
      .set({ state: 'converted' })
      .where('id', '=', id)
      .where('state', '=', 'told')
      .executeTakeFirst();
    if (!numUpdatedRows) continue;
    await countDemand(tx, now, item, 'converted', Number(quantity));
    count += 1;
  }
  return count;
}
