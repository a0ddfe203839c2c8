import type { Tx } from '../database/transaction.js';
import { owedBy } from '../products/item.js';
import { readShopFields } from '../products/shop-fields.js';
import { itemOffer } from '../reservations/item-offer.js';
import { productRows, type ItemName, type LockedItems } from '../reservations/locked-items.js';

/** Pieces that were reserved for the same order, and are free to be taken first. */
export interface Freed {
  shelf: number;
  beyond: number;
}

/**
 * Adds pieces that a shop has sold to an item's counts: from the shelf first, beyond it then. They are sold already, so
 * they are never refused. What was sold before the shelf was last counted is missing from that count, and is not taken
 * off again.
 *
 * @param at when they were sold, by the shop's clock
 * @returns what was added
 */
export async function addSold(
  tx: Tx,
  items: LockedItems,
  name: ItemName,
  sold: { readonly pieces: number; readonly at: number; readonly now: number; readonly freed: Freed },
): Promise<Freed> {
  const item = items.get(name);
  if (!item || sold.pieces === 0) return { shelf: 0, beyond: 0 };
  const { pieces, at, now, freed } = sold;
  if (item.stock_at !== null && at < item.stock_at) {
    const wasReserved = freed.shelf + freed.beyond > 0;
    const owed = wasReserved ? freed.beyond : Math.max(0, owedBy(item) - item.beyond_sold);
    // With pieces on the shelf nothing is owed any more.
    const beyond = (item.on_hand ?? 0) > 0 ? 0 : Math.min(pieces, owed);
    freed.beyond = Math.max(0, freed.beyond - beyond);
    freed.shelf = Math.max(0, freed.shelf - (pieces - beyond));
    items.add(name, { beyond_sold: beyond });
    return { shelf: 0, beyond };
  }
  items.ownUp(name);
  const shelf = Math.min(pieces, freed.shelf);
  const beyond = Math.min(pieces - shelf, freed.beyond);
  freed.shelf -= shelf;
  freed.beyond -= beyond;
  items.add(name, { shelf_sold: shelf, beyond_sold: beyond });
  const rest = pieces - shelf - beyond;
  if (rest === 0) return { shelf, beyond };
  const rows = await productRows(tx, name.product, items);
  const offer = itemOffer(rows, await readShopFields({ db: tx }), name.variant, rest, now);
  const more = offer?.split(rest) ?? { shelf: 0, beyond: rest };
  items.add(name, { shelf_sold: more.shelf, beyond_sold: more.beyond });
  return { shelf: shelf + more.shelf, beyond: beyond + more.beyond };
}
