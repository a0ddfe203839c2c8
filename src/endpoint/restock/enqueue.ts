import type { OutboxTable } from '../database/people-tables.js';
import type { Tx } from '../database/transaction.js';
import { newId } from '../ids.js';

/** Something to be sent. It names persons by their sign-ups only: address and links are looked up when it goes out. */
export interface Message {
  readonly kind: OutboxTable['kind'];
  readonly target: OutboxTable['target'];
  readonly signUp?: string;
  /** Messages of one lane go out in order: the keyed hash of an address, or a webhook's subject. */
  readonly lane: string;
  /** Whoever says the same again is not heard. */
  readonly dedupe: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Not before then. */
  readonly at?: number;
}

/**
 * Puts a message into the outbox, in the transaction that makes it necessary: it goes out exactly when that is kept.
 *
 * @returns false when the same was said before
 */
export async function enqueue(tx: Tx, now: number, message: Message): Promise<boolean> {
  const { kind, target, signUp = null, lane, dedupe, payload, at = now } = message;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('outbox')
    .values({
      id: newId(),
      kind,
      target,
      sign_up: signUp,
      lane,
      dedupe,
      payload: JSON.stringify(payload),
      state: 'queued',
      attempts: 0,
      next_at: at,
      locked_until: null,
      created_at: now,
      sent_at: null,
      last_problem: null,
    })
    .onConflict((conflict) => conflict.column('dedupe').doNothing())
    .executeTakeFirst();
  return Boolean(numInsertedOrUpdatedRows);
}
