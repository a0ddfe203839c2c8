import type { Tx } from '../database/transaction.js';
import { countDemand } from '../demand/count-demand.js';

/**
 * Notes that somebody who was told of an item has ordered it; for the room that hears of orders.
 *
 * @param address_hash keyed hash of the person's address, see `findPerson`
 * @returns how many sign-ups it was that led there
 */
export async function markConverted(
  tx: Tx,
  now: number,
  item: { readonly product: string; readonly variant: string },
  address_hash: string,
): Promise<number> {
  const rows = await tx
    .selectFrom('sign_ups')
    .select(['id', 'quantity'])
    .where('product', '=', item.product)
    .where((it) => it.or([it('variant', '=', item.variant), it('any_variant', '=', 1)]))
    .where('address_hash', '=', address_hash)
    .where('state', '=', 'told')
    .orderBy('id')
    .execute();
  for (const { id, quantity } of rows) {
    await tx.updateTable('sign_ups').set({ state: 'converted' }).where('id', '=', id).execute();
    await countDemand(tx, now, item, 'converted', Number(quantity));
  }
  return rows.length;
}
