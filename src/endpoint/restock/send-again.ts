import { transaction } from '../database/transaction.js';
import type { Parts } from '../parts.js';

/**
 * Puts a dead message back to those that wait, with as many tries as at first.
 *
 * @returns false where there is no dead message of this id
 */
export async function sendAgain({ database, now }: Parts, id: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction(
    database,
    (tx) =>
      tx
        .updateTable('outbox')
        .set({ state: 'queued', attempts: 0, next_at: now(), last_problem: null })
        .where('id', '=', id)
        .where('state', '=', 'dead')
        .executeTakeFirst(),
    now,
  );
  return Number(numUpdatedRows) > 0;
}
