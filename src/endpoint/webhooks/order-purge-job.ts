import { transaction, type Tx } from '../database/transaction.js';
import type { Job } from '../job.js';
import type { Parts } from '../parts.js';
import { OWN } from '../reservations/close-reservation.js';
import { oldestOf } from './take-news.js';

/** Rows at a time: orders come in between. */
const BATCH = 500;

/**
 * Forgets orders and closed reservations that have been kept for KEEP_ORDERS_DAYS. Counts stay as they are: pieces that are
 * still owed are owed, and only who gives them back can no longer be told. A message about such an order that is sent
 * again finds it gone, and by the order's own date it is not counted as a new one.
 */
export const ORDER_PURGE_JOB: Job = { name: 'purge-orders', every: 3_600_000, run: forgetOrders };

async function forgetOrders(parts: Parts, closing?: AbortSignal): Promise<void> {
  const oldest = oldestOf(parts.settings, parts.now());
  for (const forget of [forgetLines, forgetReservations]) {
    let done = BATCH;
    while (done === BATCH && !closing?.aborted) {
      done = await transaction(parts.database, (tx) => forget(tx, oldest), parts.now);
    }
  }
}

/** Whole orders, by their heads: as long as one is there, what is told of it is compared with its lines. */
async function forgetLines(tx: Tx, oldest: number): Promise<number> {
  const rows = await tx
    .selectFrom('order_lines')
    .select(['platform', 'order', 'line'])
    .where('placed_at', '<', oldest)
    // One that was cancelled before it was placed has no date of its own; when it was told counts for it.
    .where('changed_at', '<', oldest)
    .where((it) => it.or([it('line', '=', ''), it('platform', '=', OWN)]))
    .orderBy('placed_at')
    .limit(BATCH)
    .execute();
  for (const { platform, order, line } of rows) {
    const lines = tx.deleteFrom('order_lines').where('platform', '=', platform).where('order', '=', order);
    await (line === '' ? lines : lines.where('line', '=', line)).execute();
  }
  return rows.length;
}

async function forgetReservations(tx: Tx, oldest: number): Promise<number> {
  const rows = await tx
    .selectFrom('reservations')
    .select('id')
    .where('state', 'in', ['confirmed', 'released', 'expired'])
    .where('expires_at', '<', oldest)
    .where('updated_at', '<', oldest)
    .limit(BATCH)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) {
    await tx.deleteFrom('reservation_lines').where('reservation', 'in', ids).execute();
    await tx.deleteFrom('reservations').where('id', 'in', ids).execute();
  }
  return rows.length;
}
