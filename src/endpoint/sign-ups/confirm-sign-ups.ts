import { isPostgres } from '../database/lock-item.js';
import { transaction, type Tx } from '../database/transaction.js';
import { countDemand } from '../demand/count-demand.js';
import type { Parts } from '../parts.js';
import { findLink, type SignUp } from './links.js';

/** What waits for the owner of an address to confirm it: what a link was sent for, and all else that was asked since. */
export async function waitingWith(
  db: Pick<Tx, 'selectFrom'>,
  signUp: SignUp | undefined,
): Promise<readonly SignUp[]> {
  if (signUp?.state !== 'pending') return [];
  return db
    .selectFrom('sign_ups')
    .selectAll()
    .where('address_hash', '=', signUp.address_hash)
    .where('state', '=', 'pending')
    .orderBy('product')
    .orderBy('variant')
    .orderBy('id')
    .execute();
}

/**
 * Confirms what waits for it. From now on it waits for stock instead, in the order in which it was asked.
 *
 * @returns what was confirmed; nothing where the link is wrong, expired or used
 */
export async function confirmSignUps(
  { database, now: clock }: Parts,
  token: string,
): Promise<readonly SignUp[]> {
  const now = clock();
  const work = async (tx: Tx): Promise<readonly SignUp[]> => {
    const waiting = await waitingWith(tx, await findLink(tx, token, 'confirm', now));
    const confirmed: SignUp[] = [];
    for (const it of waiting) {
      // Two that press the button at once: the second finds nothing left to change.
      const { numUpdatedRows } = await tx
        .updateTable('sign_ups')
        .set({ state: 'active', confirmed_at: now })
        .where('id', '=', it.id)
        .where('state', '=', 'pending')
        .executeTakeFirst();
      if (!numUpdatedRows) continue;
      await tx.deleteFrom('links').where('sign_up', '=', it.id).where('purpose', '=', 'confirm').execute();
      await countDemand(tx, now, it, 'asked', Number(it.quantity));
      confirmed.push(it);
    }
    return confirmed;
  };
  return transaction(database, work, clock);
}

/** Reads a sign-up that is about to be changed. */
export async function lockSignUp(tx: Tx, id: string): Promise<SignUp | undefined> {
  const row = tx.selectFrom('sign_ups').selectAll().where('id', '=', id);
  return (isPostgres(tx) ? row.forUpdate() : row).executeTakeFirst();
}
