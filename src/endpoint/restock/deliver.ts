import { transaction, type Tx } from '../database/transaction.js';
import { countDemand } from '../demand/count-demand.js';
import { kindOf } from '../log.js';
import type { Parts } from '../parts.js';
import { readAgain } from '../webhooks/read-later.js';
import type { Wanted } from '../webhooks/shop-not-read-error.js';
import type { Claimed } from './claim.js';
import { composeMail } from './compose-mail.js';
import type { Outcome } from './outcome.js';
import { prepareMessage, type Prepared } from './prepare-message.js';
import type { Sender } from './sender.js';
import { sendEvent } from './send-webhook.js';

/** Tries before a message is put aside as dead: spread over most of a day. */
const MOST_TRIES = 12;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 6 * 3_600_000;

/**
 * Sends a claimed message and writes down what became of it. Between the two a process may die: the message is then sent
 * again with the same id, by which mailboxes, Klaviyo and webhook receivers can tell that it is the same.
 */
export async function deliver(
  parts: Parts,
  senderFor: (row: Claimed) => Promise<Sender>,
  row: Claimed,
): Promise<void> {
  const { database, now: clock, metrics, log } = parts;
  let prepared: Prepared | Outcome | undefined;
  let outcome: Outcome;
  let payload = row.payload;
  try {
    if (row.kind === 'event') {
      const { type, data } = JSON.parse(row.payload) as { type: string; data: unknown };
      outcome = await sendEvent(parts, row.id, type, data);
    } else if (row.kind === 'read') {
      outcome = await readAgain(parts, JSON.parse(row.payload) as Wanted);
    } else {
      prepared = await transaction(database, (tx) => prepareMessage(tx, parts, row), clock);
      if ('state' in prepared) outcome = prepared;
      else if (row.target === 'captured') {
        outcome = { state: 'sent' };
        payload = JSON.stringify({ ...(JSON.parse(payload) as object), captured: captured(prepared, parts) });
      } else outcome = await (await senderFor(row)).send(prepared);
    }
  } catch (error) {
    outcome = { state: 'again', problem: kindOf(error) };
  }
  const isLast = outcome.state === 'again' && row.attempts >= MOST_TRIES;
  const state = outcome.state === 'again' ? (isLast ? 'dead' : 'queued') : outcome.state;
  const problem = 'problem' in outcome ? outcome.problem : null;
  const now = clock();
  const told = prepared && 'id' in prepared ? prepared : undefined;
  await transaction(
    database,
    async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('outbox')
        .set({
          state,
          payload,
          locked_until: null,
          last_problem: problem,
          ...(state === 'queued' && { next_at: now + waitOf(row.attempts, outcome) }),
          ...(state === 'sent' && { sent_at: now }),
          // What was not needed has not been said: when the pieces are back it may be.
          ...(state === 'dropped' && { dedupe: `${row.dedupe} ${row.id}` }),
        })
        .where('id', '=', row.id)
        // Whoever was so slow that another took it over has no say any more.
        .where('state', '=', 'sending')
        .where('attempts', '=', row.attempts)
        .executeTakeFirst();
      if (numUpdatedRows && state === 'sent' && told?.kind === 'restock') await markTold(tx, told, now);
    },
    clock,
  );
  metrics.messages.inc({ target: row.target, outcome: state });
  if (state === 'dead') {
    log('error', 'message-dead', { message: row.id, target: row.target, problem: problem ?? '' });
  }
}

async function markTold(tx: Tx, { signUp, names }: Prepared, now: number): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('sign_ups')
    .set({ state: 'told', told_at: now })
    .where('id', '=', signUp.id)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (numUpdatedRows) await countDemand(tx, now, names, 'told', Number(signUp.quantity));
}

/** What would have been sent, for a look at it. */
function captured(prepared: Prepared, { settings, now }: Parts): unknown {
  const { to, subject, text, html } = composeMail(prepared, settings, now());
  return { to: to.address, subject, text, html };
}

/** Twice as long each time, and never for all at the same moment. */
function waitOf(attempts: number, outcome: Outcome): number {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempts - 1)) * (0.5 + Math.random());
  const asked = outcome.state === 'again' ? (outcome.after ?? 0) : 0;
  return Math.round(Math.max(wait, asked * (1 + Math.random() / 10)));
}
