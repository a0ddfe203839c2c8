import { Webhook } from 'standardwebhooks';
import { kindOf } from '../log.js';
import type { Parts } from '../parts.js';
import { PrivateAddressError, guardedPost } from './guarded-post.js';
import { messageFacts } from './message-facts.js';
import { outcomeOf, type Outcome } from './outcome.js';
import type { Sender } from './sender.js';

const TYPES = { confirm: 'sign-up.to-confirm', restock: 'restock.available' };

/** Tells the merchant's own system, signed as standardwebhooks.com says: its `webhook-id` stays the same when sent again. */
export function webhookSender(parts: Parts): Sender {
  return {
    send: (prepared) => {
      const { address, kind, signUp, id } = prepared;
      const isPhone = signUp.channel === 'sms' || signUp.channel === 'whatsapp';
      const to = isPhone ? { phone: address } : { email: address };
      return sendEvent(parts, id, TYPES[kind], { ...to, ...messageFacts(prepared, parts.settings) });
    },
    close: () => {},
  };
}

/** Posts one signed event to RESTOCK_WEBHOOK_URL. */
export async function sendEvent(
  { settings, now: clock }: Parts,
  id: string,
  type: string,
  data: unknown,
): Promise<Outcome> {
  const { RESTOCK_WEBHOOK_URL, RESTOCK_WEBHOOK_SECRET, RESTOCK_WEBHOOK_PRIVATE } = settings;
  if (!RESTOCK_WEBHOOK_URL || !RESTOCK_WEBHOOK_SECRET) return { state: 'again', problem: 'not-configured' };
  const now = new Date(clock());
  const body = JSON.stringify({ type, timestamp: now.toISOString(), data });
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(RESTOCK_WEBHOOK_SECRET).sign(id, now, body),
  };
  try {
    const mayBePrivate = RESTOCK_WEBHOOK_PRIVATE === 'allow';
    const { status, retryAfter } = await guardedPost(RESTOCK_WEBHOOK_URL, headers, body, mayBePrivate);
    return outcomeOf(status, retryAfter, clock());
  } catch (error) {
    if (error instanceof PrivateAddressError) return { state: 'dead', problem: 'webhook-private-address' };
    return { state: 'again', problem: `webhook ${kindOf(error)}` };
  }
}
