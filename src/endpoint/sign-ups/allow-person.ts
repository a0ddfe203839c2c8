import { transaction } from '../database/transaction.js';
import type { Parts } from '../parts.js';
import { note } from './erase-person.js';
import { findPerson } from './person.js';

/**
 * Forgets that a person wanted no more messages, as the person has asked the merchant.
 *
 * @returns whether there was anything to forget
 */
export async function allowPerson(parts: Parts, address: string, actor: string): Promise<boolean> {
  const { hash } = await findPerson(parts, address);
  return transaction(
    parts.database,
    async (tx) => {
      const { numDeletedRows } = await tx
        .deleteFrom('suppressions')
        .where('address_hash', '=', hash)
        .executeTakeFirst();
      await note(tx, 'people.allow', actor, parts.now());
      return Number(numDeletedRows) > 0;
    },
    parts.now,
  );
}
