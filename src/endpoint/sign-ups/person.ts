import { secretOf } from '../database/migrate.js';
import { keyedHashOf } from '../hashes.js';
import type { Parts } from '../parts.js';
import { mailboxOf, personOf } from './address.js';

/** An address as the database knows it where the address itself is not kept: hashed with the database's own secret. */
export interface Person {
  /** The same for all ways to write one person's address. */
  readonly hash: string;
  /** The same for all addresses that may reach one mailbox, for limits. */
  readonly mailbox: string;
}

/** Who an address belongs to. */
export async function findPerson({ database }: Pick<Parts, 'database'>, address: string): Promise<Person> {
  const secret = await secretOf(database, 'address');
  return {
    hash: keyedHashOf(personOf(address), secret),
    mailbox: keyedHashOf(`mailbox ${mailboxOf(address)}`, secret),
  };
}
