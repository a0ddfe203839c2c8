import { performance } from 'node:perf_hooks';
import type { OutboxTable } from '../database/people-tables.js';
import type { Job } from '../job.js';
import type { Parts } from '../parts.js';
import { claim, type Claimed } from './claim.js';
import { deliver } from './deliver.js';
import { klaviyoSender } from './send-klaviyo.js';
import { smtpSender } from './send-smtp.js';
import { webhookSender } from './send-webhook.js';
import type { Sender } from './sender.js';

/** Messages taken at a time, and sent at once. */
const BATCH = 10;
const AT_ONCE = 5;
/**
 * Mails can wait, shoppers cannot: for each millisecond that this process was at work while a batch went out, whoever's work
 * it was, so many pass before the next. Waiting for a mail server costs nothing here.
 */
const REST = 3;
const LONGEST_REST = 1_000;

/** Sends what waits in the outbox and is due. */
export const OUTBOX_JOB: Job = { name: 'outbox', every: 5_000, run: sendDue };

async function sendDue(parts: Parts, closing?: AbortSignal): Promise<void> {
  const senders = new Map<OutboxTable['target'], Promise<Sender>>();
  const senderFor = ({ target }: Claimed): Promise<Sender> => {
    const known = senders.get(target) ?? open(parts, target);
    senders.set(target, known);
    return known;
  };
  try {
    while (!closing?.aborted) {
      const before = performance.eventLoopUtilization();
      const rows = [...(await claim(parts, BATCH))];
      if (rows.length === 0) break;
      const worker = async (): Promise<void> => {
        for (let row = rows.shift(); row; row = rows.shift()) await deliver(parts, senderFor, row);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      const { active } = performance.eventLoopUtilization(before);
      await rest(Math.min(LONGEST_REST, REST * active), closing);
    }
  } finally {
    for (const sender of senders.values()) (await sender.catch(() => undefined))?.close();
  }
  await measure(parts);
}

function rest(ms: number, closing?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      closing?.removeEventListener('abort', end);
      resolve();
    };
    // Who closes while a batch goes out has said so already.
    const timer = setTimeout(end, closing?.aborted ? 0 : ms);
    closing?.addEventListener('abort', end);
  });
}

async function open(parts: Parts, target: OutboxTable['target']): Promise<Sender> {
  const { SMTP_URL, KLAVIYO_PRIVATE_KEY } = parts.settings;
  if (target === 'smtp' && SMTP_URL) return smtpSender(parts);
  if (target === 'klaviyo' && KLAVIYO_PRIVATE_KEY) return klaviyoSender(parts);
  if (target === 'webhook') return webhookSender(parts);
  // Its setting was taken away after the message was written: it may come back.
  return { send: () => Promise.resolve({ state: 'again', problem: 'not-configured' }), close: () => {} };
}

async function measure({ database, metrics }: Parts): Promise<void> {
  const rows = await database.db
    .selectFrom('outbox')
    .select((it) => ['state', it.fn.countAll().as('count')])
    .where('state', 'in', ['queued', 'sending', 'dead'])
    .groupBy('state')
    .execute();
  for (const state of ['queued', 'sending', 'dead'] as const) {
    metrics.outbox.set({ state }, Number(rows.find((it) => it.state === state)?.count ?? 0));
  }
}
