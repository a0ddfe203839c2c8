import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import { hashOf } from '../hashes.js';
import { newId, newSecret } from '../ids.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import type { Scope } from './scopes.js';

/** Who a request comes from. */
export interface Caller {
  readonly id: string;
  readonly scopes: ReadonlySet<string>;
}

/** Marks our keys for scanners that look for secrets in code. */
const PREFIX = 'bok_';
const HEADER = /^Bearer (bok_[\w-]{43})$/i;

/**
 * Makes a key. It is shown this once: only its hash is kept.
 *
 * @returns the key, for the `Authorization: Bearer` header
 */
export async function createKey(
  { database, now }: Pick<Parts, 'database' | 'now'>,
  name: string,
  scopes: readonly Scope[],
): Promise<{ readonly id: string; readonly key: string }> {
  return insertKey(database.db, now(), name, scopes);
}

/** As {@link createKey}, in a transaction of the caller. */
export async function insertKey(
  db: Pick<Kysely<Tables>, 'insertInto'>,
  now: number,
  name: string,
  scopes: readonly Scope[],
): Promise<{ readonly id: string; readonly key: string }> {
  const id = newId();
  const key = `${PREFIX}${newSecret()}`;
  const row = { id, hash: hashOf(key), name, scopes: scopes.join(' '), created_at: now, revoked_at: null };
  await db.insertInto('api_keys').values(row).execute();
  return { id, key };
}

/**
 * Who the header's key belongs to. It is found by its hash, so no comparison tells how much of a guess was right.
 *
 * @throws Problem 401, the same for a missing, malformed, unknown or revoked key; 403 where the key lacks the scope
 */
export async function callerOf(
  { database }: Pick<Parts, 'database'>,
  header: string | undefined,
  scope: Scope,
): Promise<Caller> {
  const key = HEADER.exec(header ?? '')?.[1];
  const row =
    key &&
    (await database.db
      .selectFrom('api_keys')
      .select(['id', 'scopes'])
      .where('hash', '=', hashOf(key))
      .where('revoked_at', 'is', null)
      .executeTakeFirst());
  if (!row)
    throw new Problem(401, 'not-authenticated', 'Send a valid key as "Authorization: Bearer bok_...".');
  const scopes = new Set(row.scopes.split(' '));
  if (!scopes.has(scope)) throw new Problem(403, 'missing-scope', `This key lacks the scope ${scope}.`);
  return { id: row.id, scopes };
}
