import type { Database } from '../database/connect.js';
import { ANSWER_LIFE } from '../idempotency.js';

/** Whether a key has its answer already: the token that came with it the first time is used up, and is not asked for again. */
export async function isAnswered(
  { reader }: Pick<Database, 'reader'>,
  scope: string,
  key: string,
  now: number,
): Promise<boolean> {
  const row = await reader
    .selectFrom('idempotency')
    .select('key')
    .where('scope', '=', scope)
    .where('key', '=', key)
    .where('created_at', '>=', now - ANSWER_LIFE)
    .executeTakeFirst();
  return row !== undefined;
}
