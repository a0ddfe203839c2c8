import { transaction, type Tx } from '../database/transaction.js';
import { ANSWER_LIFE } from '../idempotency.js';
import type { Job } from '../job.js';
import type { Parts } from '../parts.js';
import { removeSignUps } from './erase-person.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Days that messages which are done with are kept: they name a person by a hash only, except those that were captured. */
const KEEP_MESSAGES = 30;
/** Rows at a time: sign-ups of shoppers come in between. */
const BATCH = 500;

/** Takes away what has been kept for as long as it may be. */
export const RETENTION_JOB: Job = { name: 'retention', every: HOUR, run: forgetOld };

async function forgetOld(parts: Parts, closing?: AbortSignal): Promise<void> {
  const now = parts.now();
  const inBatches = async (work: (tx: Tx) => Promise<number>): Promise<void> => {
    let done = BATCH;
    while (done === BATCH && !closing?.aborted) done = await transaction(parts.database, work, parts.now);
  };
  await inBatches((tx) => forgetSignUps(tx, parts, now));
  await inBatches((tx) => forgetMessages(tx, now));
  await transaction(
    parts.database,
    async (tx) => {
      await tx.deleteFrom('links').where('until', '<', now).execute();
      await tx
        .deleteFrom('idempotency')
        .where('created_at', '<', now - ANSWER_LIFE)
        .execute();
      const yesterday = new Date(now - DAY).toISOString().slice(0, 10);
      await tx.deleteFrom('mail_counts').where('day', '<', yesterday).execute();
      await tx
        .deleteFrom('restocks')
        .where('state', '=', 'done')
        .where('created_at', '<', now - KEEP_MESSAGES * DAY)
        .execute();
    },
    parts.now,
  );
}

async function forgetSignUps(tx: Tx, { settings }: Parts, now: number): Promise<number> {
  const { KEEP_PENDING_DAYS, KEEP_WAITING_DAYS, KEEP_TOLD_DAYS } = settings;
  const told = now - KEEP_TOLD_DAYS * DAY;
  const rows = await tx
    .selectFrom('sign_ups')
    .select('id')
    .where((it) =>
      it.or([
        it.and([it('state', '=', 'pending'), it('created_at', '<', now - KEEP_PENDING_DAYS * DAY)]),
        it.and([it('state', '=', 'active'), it('created_at', '<', now - KEEP_WAITING_DAYS * DAY)]),
        it.and([it('state', 'in', ['told', 'converted']), it('told_at', '<', told)]),
        it.and([it('state', '=', 'left'), it('left_at', '<', told)]),
      ]),
    )
    .limit(BATCH)
    .execute();
  await removeSignUps(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.length;
}

async function forgetMessages(tx: Tx, now: number): Promise<number> {
  const rows = await tx
    .selectFrom('outbox')
    .select('id')
    .where('state', 'in', ['sent', 'dropped', 'dead'])
    .where('created_at', '<', now - KEEP_MESSAGES * DAY)
    .limit(BATCH)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await tx.deleteFrom('outbox').where('id', 'in', ids).execute();
  return rows.length;
}
