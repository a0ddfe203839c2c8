import { isPostgres } from '../database/lock-item.js';
import type { RestockTable } from '../database/people-tables.js';
import { transaction, type Tx } from '../database/transaction.js';
import type { Job } from '../job.js';
import type { Parts } from '../parts.js';
import { enqueue } from './enqueue.js';
import { piecesOf } from './shown-item.js';
import { targetFor } from './target-for.js';
import { nextInTurn } from './next-in-turn.js';

const MINUTE = 60_000;
/** Milliseconds after which a return of stock is no news any more, also for those who confirm late. */
const LIFE = 7 * 24 * 60 * MINUTE;

/** When stock has returned, tells those who asked for it: in the order of asking, so many at a time. */
export const WAVES_JOB: Job = { name: 'waves', every: 10_000, run: tellNext };

async function tellNext(parts: Parts, closing?: AbortSignal): Promise<void> {
  const { database, now } = parts;
  const due = await database.db
    .selectFrom('restocks')
    .select('id')
    .where('state', '=', 'open')
    .where('next_at', '<=', now())
    .orderBy('created_at')
    .execute();
  for (const { id } of due) {
    if (closing?.aborted) return;
    await transaction(database, (tx) => tellWave(tx, parts, id), now);
  }
}

async function tellWave(tx: Tx, { settings, now: clock }: Parts, id: string): Promise<void> {
  const now = clock();
  const found = tx
    .selectFrom('restocks')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('next_at', '<=', now);
  const restock = await (isPostgres(tx) ? found.forUpdate().skipLocked() : found).executeTakeFirst();
  if (!restock) return;
  const set = (changes: Partial<RestockTable>) =>
    tx.updateTable('restocks').set(changes).where('id', '=', id).execute();
  const pieces = await piecesOf(tx, restock);
  if (pieces <= 0 || restock.created_at < now - LIFE || (await isOld(tx, restock))) {
    await set({ state: 'done' });
    return;
  }
  // While the last wave has not gone out, as when the mail server is down, the next would only double it.
  if (await isWaiting(tx, id)) {
    await set({ next_at: now + MINUTE });
    return;
  }
  const most = settings.WAVE_SIZE ?? Infinity;
  const enough = settings.WAVE_SIZE === undefined ? pieces * settings.WAVE_FACTOR : Infinity;
  let told = 0;
  let wanted = 0;
  const { product, variant } = restock;
  for (const signUp of await nextInTurn(tx, restock)) {
    if (told >= most || wanted >= enough) break;
    const target = targetFor(settings, signUp.channel);
    if (!target) continue;
    const dedupe = `${dedupeOf(id)}${signUp.id}`;
    const lane = signUp.address_hash;
    const payload = { restock: id, product, variant };
    if (!(await enqueue(tx, now, { kind: 'restock', target, signUp: signUp.id, lane, dedupe, payload })))
      continue;
    told += 1;
    wanted += Number(signUp.quantity);
  }
  await set({
    told: Number(restock.told) + told,
    next_at: now + Math.max(1, settings.WAVE_MINUTES) * MINUTE,
  });
}

const dedupeOf = (restock: string): string => `restock ${restock} `;

/** Whether stock has returned again since: those who are left are told of that. */
async function isOld(tx: Tx, { id, product, variant, created_at }: RestockTable): Promise<boolean> {
  const newer = await tx
    .selectFrom('restocks')
    .select('id')
    .where('product', '=', product)
    .where('variant', '=', variant)
    .where('state', '=', 'open')
    .where((it) =>
      it.or([
        it('created_at', '>', created_at),
        it.and([it('created_at', '=', created_at), it('id', '>', id)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return newer !== undefined;
}

async function isWaiting(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('outbox')
    .select('id')
    .where('state', 'in', ['queued', 'sending'])
    .where('kind', '=', 'restock')
    .where('dedupe', 'like', `${dedupeOf(id).replace(/[%_\\]/g, '_')}%`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
