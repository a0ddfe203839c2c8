import type { Parts } from '../parts.js';
import { findPerson } from './person.js';

/** All that is kept of a person. Secrets of links are hashes and say nothing, so they are left out. */
export async function exportPerson(
  parts: Pick<Parts, 'database'>,
  address: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { db } = parts.database;
  const { hash, mailbox } = await findPerson(parts, address);
  const [signUps, messages, suppressed, mailCounts] = await Promise.all([
    db.selectFrom('sign_ups').selectAll().where('address_hash', '=', hash).orderBy('turn').execute(),
    db
      .selectFrom('outbox')
      .select(['id', 'kind', 'target', 'state', 'attempts', 'created_at', 'sent_at', 'payload'])
      .where('lane', '=', hash)
      .orderBy('turn')
      .execute(),
    db.selectFrom('suppressions').select('created_at').where('address_hash', '=', hash).executeTakeFirst(),
    db.selectFrom('mail_counts').select(['day', 'mails']).where('address_hash', '=', mailbox).execute(),
  ]);
  return {
    signUps: signUps.map(({ address_hash: _hash, turn: _turn, ...row }) => row),
    messages: messages.map(({ payload, ...row }) => ({ ...row, payload: JSON.parse(payload) as unknown })),
    suppressedSince: suppressed?.created_at ?? null,
    confirmationMails: mailCounts,
  };
}
