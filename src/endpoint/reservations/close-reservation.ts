import { transaction, type Tx } from '../database/transaction.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import { markConverted } from '../restock/mark-converted.js';
import { byName, lockItems } from './locked-items.js';
import {
  linesOf,
  lockReservation,
  tell,
  type Reservation,
  type ReservationLineRow,
  type ReservationRow,
} from './reservation.js';
import { countBeyond, keepSold } from './sold-lines.js';

type Found = { readonly row: ReservationRow; readonly lines: readonly ReservationLineRow[] };
type Clocked = Pick<Parts, 'database' | 'now' | 'metrics'>;

/** Platform under which confirmed reservations stand among what is sold. */
export const OWN = 'reservation';

/**
 * Turns what is held into what is sold. Again is the same.
 *
 * @param orderReference the shop's id of the order; when the order has been counted by itself, the hold is only ended
 * @param signUp the sign-up that led to it
 * @throws Problem 404, or 409 `expired` or `released` when nothing is held any more
 */
export function confirmReservation(
  parts: Clocked,
  id: string,
  { orderReference, signUp }: { orderReference?: string | undefined; signUp?: string | undefined },
): Promise<Reservation> {
  return close(parts, id, async (tx, found, now) => {
    if (found.row.state !== 'held') return found.row.state;
    const reference = orderReference ?? found.row.order_reference;
    const isCounted = reference !== null && (await knowsOrder(tx, reference));
    await endHold(tx, found, now, 'confirmed', reference, !isCounted);
    if (signUp !== undefined) {
      for (const name of [...found.lines].sort(byName)) {
        await markConverted(tx, now, name, { signUp, placedAt: now });
      }
    }
    parts.metrics.reservations.inc({ outcome: 'confirmed' });
    return 'confirmed';
  }).then(({ told }) => {
    if (told.state === 'confirmed') return told;
    const detail = `The reservation is ${told.state}: nothing is held for it any more.`;
    throw new Problem(409, told.state, detail);
  });
}

/**
 * Gives back what is held. Again is the same.
 *
 * @throws Problem 404, or 409 `confirmed` for what is sold
 */
export function releaseReservation(parts: Clocked, id: string): Promise<Reservation> {
  return close(parts, id, async (tx, found, now) => {
    if (found.row.state !== 'held') return found.row.state;
    await endHold(tx, found, now, 'released', found.row.order_reference, false);
    parts.metrics.reservations.inc({ outcome: 'released' });
    return 'released';
  }).then(({ told }) => {
    if (told.state !== 'confirmed') return told;
    throw new Problem(409, 'confirmed', 'The reservation is confirmed: its pieces are sold.');
  });
}

/**
 * A reservation as it is now; one whose time is over has expired for good, whatever a clock says later.
 *
 * @throws Problem 404
 */
export async function readReservation(parts: Clocked, id: string): Promise<Reservation> {
  const { db } = parts.database;
  const row = await db.selectFrom('reservations').selectAll().where('id', '=', id).executeTakeFirst();
  // Only what is about to expire is written.
  if (row && (row.state !== 'held' || row.expires_at > parts.now())) {
    return tell(row, await linesOf(db, id), row.state);
  }
  const { told } = await close(parts, id, (_, found) => Promise.resolve(found.row.state));
  return told;
}

/** Frees what has not been confirmed in time. @returns how many there were */
export async function expireDue(parts: Clocked, most = 200): Promise<number> {
  const due = await parts.database.db
    .selectFrom('reservations')
    .select('id')
    .where('state', '=', 'held')
    .where('expires_at', '<=', parts.now())
    .orderBy('expires_at')
    .limit(most)
    .execute();
  let count = 0;
  for (const { id } of due) {
    const { didExpire } = await close(parts, id, (_, { row }) => Promise.resolve(row.state));
    if (didExpire) count += 1;
  }
  return count;
}

/** Does `work` with a locked reservation that has not expired; one that has is expired first, and kept so. */
async function close(
  { database, now, metrics }: Clocked,
  id: string,
  work: (tx: Tx, found: Found, now: number) => Promise<ReservationRow['state']>,
): Promise<{ told: Reservation; didExpire: boolean }> {
  return transaction(database, async (tx) => {
    const found = await lockReservation(tx, id);
    if (!found) throw new Problem(404, 'unknown-reservation', 'There is no such reservation.');
    // After the lock: who waited for it is judged by the time at which it is their turn.
    const at = now();
    const { row, lines } = found;
    if (row.state === 'held' && row.expires_at <= at) {
      await endHold(tx, found, at, 'expired', row.order_reference, false);
      metrics.reservations.inc({ outcome: 'expired' });
      return { told: tell(row, lines, 'expired'), didExpire: true };
    }
    return { told: tell(row, lines, await work(tx, found, at)), didExpire: false };
  });
}

/** Whether a shop's own order has been counted. */
async function knowsOrder(tx: Tx, order: string): Promise<boolean> {
  const known = tx.selectFrom('order_lines').select('order').where('order', '=', order);
  return Boolean(await known.where('platform', '!=', OWN).where('line', '=', '').executeTakeFirst());
}

/** Takes the pieces of a held reservation out of what is held, and into what is sold where `isSold`. */
export async function endHold(
  tx: Tx,
  { row, lines }: Found,
  now: number,
  state: ReservationRow['state'],
  order_reference: string | null,
  isSold: boolean,
): Promise<void> {
  const items = await lockItems(tx, lines);
  for (const { line, product, variant, shelf, beyond } of lines) {
    items.add({ product, variant }, { shelf_held: -shelf, beyond_held: -beyond });
    if (!isSold) continue;
    if (beyond > 0) items.ownUp({ product, variant });
    items.add({ product, variant }, { shelf_sold: shelf, beyond_sold: beyond });
    const key = { platform: OWN, order: row.id, line: String(line) };
    const pieces = { quantity: shelf + beyond, shelf, beyond };
    await keepSold(tx, { ...key, product, variant, ...pieces, placed_at: now, changed_at: now });
  }
  await items.save(now);
  if (isSold) await countBeyond(tx, now, lines);
  await tx
    .updateTable('reservations')
    .set({ state, order_reference, updated_at: now })
    .where('id', '=', row.id)
    .execute();
}
