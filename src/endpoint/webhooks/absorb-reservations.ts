import { isPostgres } from '../database/lock-item.js';
import type { Tx } from '../database/transaction.js';
import { OWN } from '../reservations/close-reservation.js';
import type { ItemName, LockedItems } from '../reservations/locked-items.js';
import { linesOf, type ReservationLineRow, type ReservationRow } from '../reservations/reservation.js';
import { settleLines, type SoldLine } from '../reservations/sold-lines.js';

/** What was reserved for an order that a shop now tells of itself. */
export interface Reserved {
  readonly held: readonly { readonly row: ReservationRow; readonly lines: readonly ReservationLineRow[] }[];
  /** Lines of confirmed reservations, as they stand among what is sold. */
  readonly sold: readonly SoldLine[];
}

/** Finds and locks the reservations for an order. */
export async function findReserved(tx: Tx, references: readonly string[]): Promise<Reserved> {
  if (references.length === 0) return { held: [], sold: [] };
  const query = tx
    .selectFrom('reservations')
    .selectAll()
    .where('order_reference', 'in', references)
    .where('state', 'in', ['held', 'confirmed'])
    .orderBy('id');
  const rows = await (isPostgres(tx) ? query.forUpdate() : query).execute();
  const held = [];
  const sold: SoldLine[] = [];
  for (const row of rows) {
    if (row.state === 'held') held.push({ row, lines: await linesOf(tx, row.id) });
    else sold.push(...(await soldLines(tx, row.id)));
  }
  return { held, sold };
}

function soldLines(tx: Tx, reservation: string): Promise<SoldLine[]> {
  const lines = tx.selectFrom('order_lines').selectAll().where('platform', '=', OWN);
  return lines.where('order', '=', reservation).orderBy('line').execute();
}

/**
 * Takes what was reserved out of the counts: the shop's own order counts from now on. The reservations stand as confirmed,
 * or as released when nothing is sold.
 *
 * @returns pieces that were taken out, with the demand that no longer stands
 */
export async function freeReserved(
  tx: Tx,
  now: number,
  items: LockedItems,
  { held, sold }: Reserved,
  isSold: boolean,
): Promise<readonly (ItemName & { shelf: number; beyond: number; counted: number })[]> {
  const freed = [];
  for (const { row, lines } of held) {
    for (const { product, variant, shelf, beyond } of lines) {
      items.add({ product, variant }, { shelf_held: -shelf, beyond_held: -beyond });
      freed.push({ product, variant, shelf, beyond, counted: 0 });
    }
    const state = isSold ? 'confirmed' : 'released';
    await tx.updateTable('reservations').set({ state, updated_at: now }).where('id', '=', row.id).execute();
  }
  for (const line of sold) await settleLines(tx, items, line);
  for (const order of new Set(sold.map((it) => it.order))) {
    // Read again: part of it may have been settled.
    for (const { product, variant, shelf, beyond } of await soldLines(tx, order)) {
      items.add({ product, variant }, { shelf_sold: -shelf, beyond_sold: -beyond });
      freed.push({ product, variant, shelf, beyond, counted: beyond });
    }
    await tx.deleteFrom('order_lines').where('platform', '=', OWN).where('order', '=', order).execute();
  }
  return freed;
}
