import type { OutboxTable, SignUpTable } from '../database/people-tables.js';
import type { Settings } from '../settings.js';

/**
 * Who brings messages of a channel to the shopper: one way only, or they would come twice. Mails go by SMTP where that is
 * set, else by Klaviyo, else by the merchant's own webhook; all other channels by the latter two. With none of them set
 * messages are captured: kept in the outbox, for a look at what would be sent.
 *
 * @returns nothing where no sender that is set can do it
 */
export function targetFor(
  { SMTP_URL, KLAVIYO_PRIVATE_KEY, RESTOCK_WEBHOOK_URL }: Settings,
  channel: SignUpTable['channel'],
): OutboxTable['target'] | undefined {
  if (SMTP_URL && channel === 'email') return 'smtp';
  if (KLAVIYO_PRIVATE_KEY) return 'klaviyo';
  if (RESTOCK_WEBHOOK_URL) return 'webhook';
  return SMTP_URL ? undefined : 'captured';
}
