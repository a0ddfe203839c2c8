import { transaction, type Tx } from '../database/transaction.js';
import { countDemand } from '../demand/count-demand.js';
import type { Parts } from '../parts.js';
import { findLink, type SignUp } from './links.js';

/**
 * Takes a person off a product's list, or with `all` off every list of the shop, for good. Doing it again changes nothing
 * and is answered alike: mail programs try again.
 *
 * @returns the sign-up; nothing where the link is wrong
 */
export async function leaveSignUp(
  { database, now: clock }: Parts,
  token: string,
  all: boolean,
): Promise<SignUp | undefined> {
  const now = clock();
  return transaction(
    database,
    async (tx) => {
      const signUp = await findLink(tx, token, 'leave', now);
      if (!signUp) return undefined;
      const rows = all ? await ofSamePerson(tx, signUp) : [signUp];
      for (const row of rows) await leave(tx, row, now);
      if (all) await suppress(tx, signUp.address_hash, now);
      return signUp;
    },
    clock,
  );
}

/** Notes that a person must not be written to again, by the keyed hash of the address. */
export async function suppress(tx: Tx, address_hash: string, now: number): Promise<void> {
  await tx
    .insertInto('suppressions')
    .values({ address_hash, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function ofSamePerson(tx: Tx, { address_hash }: SignUp): Promise<SignUp[]> {
  return tx
    .selectFrom('sign_ups')
    .selectAll()
    .where('address_hash', '=', address_hash)
    .orderBy('product')
    .orderBy('variant')
    .orderBy('id')
    .execute();
}

async function leave(tx: Tx, row: SignUp, now: number): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('sign_ups')
    .set({ state: 'left', left_at: now, address: null })
    .where('id', '=', row.id)
    .where('state', '!=', 'left')
    .executeTakeFirst();
  if (!numUpdatedRows) return;
  // What was captured, and what was put aside as dead, may hold the address.
  await tx.deleteFrom('outbox').where('sign_up', '=', row.id).where('target', '=', 'captured').execute();
  // Who had not confirmed was not counted as asking.
  if (row.state === 'active') await countDemand(tx, now, row, 'left', Number(row.quantity));
}
