import type { Tx } from './database/transaction.js';
import { hashOf } from './hashes.js';
import { Problem } from './problem.js';

/** A reply that can be given again. */
export interface Answer {
  readonly status: 200 | 201 | 202;
  readonly body: unknown;
}

/** Milliseconds that an answer is kept for. */
export const ANSWER_LIFE = 24 * 3_600_000;

/** Visible ASCII, as RFC 8941 strings have it, and short enough for an index. */
const KEY = /^[\x21-\x7e]{8,200}$/;

/** @throws Problem 400 for a key that is missing, too short to be unique, too long, or not ASCII */
export function readKey(header: string | undefined): string {
  if (header !== undefined && KEY.test(header)) return header;
  const detail = 'Send an Idempotency-Key of 8 to 200 visible ASCII characters, one for each intent.';
  throw new Problem(400, 'bad-idempotency-key', detail, { field: 'Idempotency-Key' });
}

/**
 * Does `work` once for each key of a scope; a repeat gets the first's answer. Inside the caller's transaction, so that
 * the answer is kept exactly when what it tells of is: whoever sends the same at the same time waits for the first.
 * What fails is not kept, so it can be tried again with the same key.
 *
 * @param now milliseconds since 1970
 * @throws Problem 422 when the key was used for another body
 */
export async function once(
  tx: Tx,
  { scope, key, body, now }: { scope: string; key: string; body: unknown; now: number },
  work: () => Promise<Answer>,
): Promise<Answer> {
  const body_hash = hashOf(JSON.stringify(body));
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('idempotency')
    .values({ scope, key, body_hash, status: null, answer: null, created_at: now })
    // One that has lived its day is taken over, also before the purge has come by.
    .onConflict((conflict) =>
      conflict
        .columns(['scope', 'key'])
        .doUpdateSet({ body_hash, status: null, answer: null, created_at: now })
        .where('idempotency.created_at', '<', now - ANSWER_LIFE),
    )
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) {
    const row = await tx
      .selectFrom('idempotency')
      .selectAll()
      .where('scope', '=', scope)
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    if (row.body_hash !== body_hash) {
      throw new Problem(422, 'key-reused', 'This Idempotency-Key was used for another request.', {
        field: 'Idempotency-Key',
      });
    }
    return {
      status: Number(row.status) as Answer['status'],
      body: JSON.parse(row.answer ?? 'null') as unknown,
    };
  }
  const answer = await work();
  await tx
    .updateTable('idempotency')
    .set({ status: answer.status, answer: JSON.stringify(answer.body) })
    .where('scope', '=', scope)
    .where('key', '=', key)
    .execute();
  return answer;
}
