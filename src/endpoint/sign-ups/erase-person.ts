import { transaction, type Tx } from '../database/transaction.js';
import { newId } from '../ids.js';
import type { Parts } from '../parts.js';
import { suppress } from './leave-sign-up.js';
import { findPerson } from './person.js';

/**
 * Erases a person: sign-ups, links, messages that wait or were sent. The store of answers holds no address, and counts by
 * product hold no person, so they stay.
 *
 * @param told `suppress` keeps a keyed hash of the address, so that nobody can have the person written to again
 * @param actor id of the key that asked for it
 * @returns how many sign-ups there were
 */
export async function erasePerson(
  parts: Parts,
  told: { readonly address: string; readonly suppress: boolean },
  actor: string,
): Promise<number> {
  const now = parts.now();
  const { hash, mailbox } = await findPerson(parts, told.address);
  return transaction(
    parts.database,
    async (tx) => {
      const rows = await tx.selectFrom('sign_ups').select('id').where('address_hash', '=', hash).execute();
      await removeSignUps(
        tx,
        rows.map(({ id }) => id),
      );
      await tx.deleteFrom('outbox').where('lane', '=', hash).execute();
      await tx.deleteFrom('mail_counts').where('address_hash', '=', mailbox).execute();
      if (told.suppress) await suppress(tx, hash, now);
      await note(tx, 'people.erase', actor, now);
      return rows.length;
    },
    parts.now,
  );
}

/** Takes sign-ups away with all that belongs to them. */
export async function removeSignUps(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.deleteFrom('links').where('sign_up', 'in', ids).execute();
  await tx.deleteFrom('outbox').where('sign_up', 'in', ids).execute();
  await tx.deleteFrom('sign_ups').where('id', 'in', ids).execute();
}

/** Notes that it was done, and by which key; not for whom. */
export async function note(tx: Tx, action: string, actor: string, now: number): Promise<void> {
  const row = { id: newId(), at: now, actor, action, subject: 'person', before: null, after: null };
  await tx.insertInto('audit').values(row).execute();
}
