import type { Selectable } from 'kysely';
import { isPostgres } from '../database/lock-item.js';
import type { OutboxTable } from '../database/people-tables.js';
import { transaction } from '../database/transaction.js';
import type { Parts } from '../parts.js';

/** A message that this process has taken: until its lock ends no other sends it. */
export type Claimed = Selectable<OutboxTable>;

/** Milliseconds that sending a batch may take: far more than the time-outs of all its messages together. */
const LOCK = 120_000;

/**
 * Takes the next messages that are due, the oldest first and one a lane: what comes after it in its lane waits until it is
 * sent or given up. A message whose process has died is taken again when its lock has ended.
 */
export async function claim({ database, now: clock }: Parts, most: number): Promise<readonly Claimed[]> {
  const now = clock();
  return transaction(
    database,
    async (tx) => {
      const due = tx
        .selectFrom('outbox as it')
        .selectAll('it')
        .where((row) =>
          row.or([
            row.and([row('it.state', '=', 'queued'), row('it.next_at', '<=', now)]),
            row.and([row('it.state', '=', 'sending'), row('it.locked_until', '<', now)]),
          ]),
        )
        .where((row) =>
          row.not(
            row.exists(
              row
                .selectFrom('outbox as before')
                .select('before.id')
                .whereRef('before.lane', '=', 'it.lane')
                .whereRef('before.turn', '<', 'it.turn')
                // One that was put off for a day from the start holds nobody up; one that is tried again does.
                .where((it) =>
                  it.or([
                    it('before.state', '=', 'sending'),
                    it.and([
                      it('before.state', '=', 'queued'),
                      it.or([it('before.attempts', '>', 0), it('before.next_at', '<=', now)]),
                    ]),
                  ]),
                ),
            ),
          ),
        )
        .orderBy('it.turn')
        .limit(most);
      const rows = await (isPostgres(tx) ? due.forUpdate('it').skipLocked() : due).execute();
      const claimed = rows.map((row): Claimed => {
        const attempts = Number(row.attempts) + 1;
        return { ...row, state: 'sending', attempts, locked_until: now + LOCK };
      });
      for (const { id, state, attempts, locked_until } of claimed) {
        await tx.updateTable('outbox').set({ state, attempts, locked_until }).where('id', '=', id).execute();
      }
      return claimed;
    },
    clock,
  );
}
