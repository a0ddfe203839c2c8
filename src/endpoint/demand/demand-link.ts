import type { Database } from '../database/connect.js';
import { secretOf } from '../database/migrate.js';
import { keyedHashOf, sameSecret } from '../hashes.js';
import type { Parts } from '../parts.js';

/** What a link to the page lets its holder see, and until when. */
export interface DemandLink {
  readonly exact: boolean;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/**
 * A secret for the page's address, since a browser cannot send a key with it: it shows the report and does nothing else,
 * ends by itself, and ends at once when its key is revoked. Nothing is kept of it.
 *
 * @param key id of the key that asked for it
 */
export async function makeDemandLink(
  database: Pick<Database, 'db'>,
  key: string,
  { exact, expires }: DemandLink,
): Promise<string> {
  const text = `${key}.${expires}.${exact ? 1 : 0}`;
  return `${text}.${await sign(database, text)}`;
}

/** What a link says; undefined for one that is not ours, has ended, or whose key may not read the report any more. */
export async function readDemandLink(
  { database, now }: Pick<Parts, 'database' | 'now'>,
  link: string,
): Promise<DemandLink | undefined> {
  const [, text = '', key = '', until, exact, signature = ''] =
    /^(([\w-]{1,64})\.(\d{1,16})\.([01]))\.([\da-f]{64})$/.exec(link) ?? [];
  if (!text || !sameSecret(signature, await sign(database, text))) return undefined;
  const expires = Number(until);
  if (expires <= now()) return undefined;
  const row = await database.db
    .selectFrom('api_keys')
    .select('scopes')
    .where('id', '=', key)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  const scopes = row?.scopes.split(' ') ?? [];
  const needed = exact === '1' ? ['demand:read', 'people:admin'] : ['demand:read'];
  return needed.every((it) => scopes.includes(it)) ? { exact: exact === '1', expires } : undefined;
}

async function sign(database: Pick<Database, 'db'>, text: string): Promise<string> {
  return keyedHashOf(`demand-link ${text}`, await secretOf(database, 'address'));
}
