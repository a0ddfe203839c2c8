import { sql } from 'kysely';
import type { Tx } from '../database/transaction.js';
import type { Settings } from '../settings.js';

const DAY = 86_400_000;
/** Stands for all addresses. */
const ALL = 'all';

/**
 * Takes one confirmation mail out of what an address, and all addresses, may get on a day. When today's are spent, one can
 * wait until tomorrow: the page that it leads to confirms all that was asked until then, so nobody's wish is lost while a
 * mailbox that somebody else bombs gets a few mails a day.
 *
 * @param mailbox keyed hash of the address
 * @returns when the mail may go, or nothing: the day's and tomorrow's are spent
 */
export async function takeMail(
  tx: Tx,
  mailbox: string,
  { CONFIRM_MAILS_PER_ADDRESS, CONFIRM_MAILS_PER_DAY }: Settings,
  now: number,
): Promise<number | undefined> {
  const today = Math.floor(now / DAY) * DAY;
  for (const [start, most] of [
    [today, CONFIRM_MAILS_PER_ADDRESS],
    [today + DAY, 1],
  ] as const) {
    const day = new Date(start).toISOString().slice(0, 10);
    if (!(await countUp(tx, mailbox, day, most))) continue;
    if (await countUp(tx, ALL, day, CONFIRM_MAILS_PER_DAY)) return Math.max(now, start);
  }
  return undefined;
}

/** Counts one more, unless there are `most`. Read and written in one step, so that many at once do not pass. */
async function countUp(tx: Tx, address_hash: string, day: string, most: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mail_counts')
    .values({ address_hash, day, mails: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['address_hash', 'day'])
        .doUpdateSet({ mails: sql`mail_counts.mails + 1` })
        .where('mail_counts.mails', '<', most),
    )
    .executeTakeFirst();
  return Boolean(numInsertedOrUpdatedRows);
}
