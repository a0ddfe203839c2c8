import type { Selectable } from 'kysely';
import type { ReservationLineTable, ReservationTable } from '../database/stock-tables.js';
import { isPostgres } from '../database/lock-item.js';
import type { Tx } from '../database/transaction.js';

export type ReservationRow = Selectable<ReservationTable>;
export type ReservationLineRow = Selectable<ReservationLineTable>;

/** A line of a reservation, as it is told. */
export interface ReservationLine {
  readonly product: string;
  readonly variant: string;
  readonly quantity: number;
  /** Pieces that ship as usual, and those that ship when the promise says. */
  readonly now: number;
  readonly later: number;
}

/** A reservation, as it is told. */
export interface Reservation {
  readonly id: string;
  readonly state: ReservationRow['state'];
  readonly expiresAt: string;
  readonly lines: readonly ReservationLine[];
}

/** A reservation with its lines, locked until the transaction ends. */
export async function lockReservation(
  tx: Tx,
  id: string,
): Promise<{ row: ReservationRow; lines: readonly ReservationLineRow[] } | undefined> {
  const query = tx.selectFrom('reservations').selectAll().where('id', '=', id);
  const row = await (isPostgres(tx) ? query.forUpdate() : query).executeTakeFirst();
  return row && { row, lines: await linesOf(tx, id) };
}

/** Its lines, in the order of the request. */
export function linesOf(db: Pick<Tx, 'selectFrom'>, id: string): Promise<ReservationLineRow[]> {
  const lines = db.selectFrom('reservation_lines').selectAll().where('reservation', '=', id);
  return lines.orderBy('line').execute();
}

/** As it is told. */
export function tell(
  { id, expires_at }: ReservationRow,
  lines: readonly ReservationLineRow[],
  state: ReservationRow['state'],
): Reservation {
  return {
    id,
    state,
    expiresAt: new Date(expires_at).toISOString(),
    lines: lines.map(({ product, variant, shelf, beyond, ships_now }) => {
      const quantity = shelf + beyond;
      return { product, variant, quantity, now: ships_now, later: quantity - ships_now };
    }),
  };
}
