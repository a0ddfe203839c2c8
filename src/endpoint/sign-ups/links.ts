import type { Selectable } from 'kysely';
import type { LinkTable, SignUpTable } from '../database/people-tables.js';
import type { Tx } from '../database/transaction.js';
import { hashOf } from '../hashes.js';
import { newSecret } from '../ids.js';
import type { Settings } from '../settings.js';

/** A row of a sign-up. */
export type SignUp = Selectable<SignUpTable>;

/** Milliseconds that links work for. One to leave by works for as long as the sign-up is kept. */
const LIFE = { confirm: 48 * 3_600_000, leave: 10 * 365 * 86_400_000 };

/** Makes a link that does one thing to one sign-up. Its secret stands in the message only: here its hash is kept. */
export async function newLink(
  tx: Tx,
  { PUBLIC_URL, HOST, PORT }: Pick<Settings, 'PUBLIC_URL' | 'HOST' | 'PORT'>,
  signUp: string,
  purpose: LinkTable['purpose'],
  now: number,
): Promise<string> {
  const token = newSecret();
  const until = now + LIFE[purpose];
  await tx
    .insertInto('links')
    .values({ hash: hashOf(token), sign_up: signUp, purpose, until })
    .execute();
  return `${PUBLIC_URL ?? `http://${HOST}:${PORT}`}/v1/sign-ups/${purpose}?token=${token}`;
}

/**
 * The sign-up that a link's secret opens; nothing for one that is wrong, of another purpose, expired or used, all found out
 * by the same question. It is found by its hash, so no comparison tells how much of a guess was right.
 */
export async function findLink(
  db: Pick<Tx, 'selectFrom'>,
  token: string,
  purpose: LinkTable['purpose'],
  now: number,
): Promise<SignUp | undefined> {
  return db
    .selectFrom('sign_ups')
    .innerJoin('links', 'links.sign_up', 'sign_ups.id')
    .selectAll('sign_ups')
    .where('links.hash', '=', hashOf(token))
    .where('links.purpose', '=', purpose)
    .where('links.until', '>', now)
    .executeTakeFirst();
}
