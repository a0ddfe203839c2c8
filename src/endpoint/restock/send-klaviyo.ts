import { kindOf } from '../log.js';
import type { Parts } from '../parts.js';
import { messageFacts } from './message-facts.js';
import { outcomeOf } from './outcome.js';
import type { Prepared } from './prepare-message.js';
import type { Sender } from './sender.js';

const REVISION = '2025-10-15';
const BUDGET = 10_000;
/** Names of the metrics that flows start with. */
const METRICS = { confirm: 'Backorder sign-up to confirm', restock: 'Backorder item available' };

/** Tells Klaviyo of events, by the private key, which stays on this server. `unique_id` lets it drop what comes twice. */
export function klaviyoSender({ settings, fetch, now }: Parts): Sender {
  const url = new URL('/api/events', settings.KLAVIYO_URL);
  return {
    send: async (prepared) => {
      try {
        const reply = await fetch(url, {
          method: 'POST',
          redirect: 'error',
          signal: AbortSignal.timeout(BUDGET),
          headers: {
            authorization: `Klaviyo-API-Key ${settings.KLAVIYO_PRIVATE_KEY ?? ''}`,
            accept: 'application/vnd.api+json',
            'content-type': 'application/vnd.api+json',
            revision: REVISION,
          },
          body: JSON.stringify({ data: eventOf(prepared, settings, now()) }),
        });
        await reply.body?.cancel();
        return outcomeOf(reply.status, reply.headers.get('retry-after') ?? undefined, now());
      } catch (error) {
        return { state: 'again', problem: `klaviyo ${kindOf(error)}` };
      }
    },
    close: () => {},
  };
}

function eventOf(prepared: Prepared, settings: Parts['settings'], now: number): unknown {
  const { id, kind, address, signUp, item } = prepared;
  const isPhone = signUp.channel === 'sms' || signUp.channel === 'whatsapp';
  const profile = isPhone ? { phone_number: address } : { email: address };
  return {
    type: 'event',
    attributes: {
      unique_id: id,
      time: new Date(now).toISOString(),
      properties: messageFacts(prepared, settings),
      ...(item.currency !== undefined && { value_currency: item.currency }),
      metric: { data: { type: 'metric', attributes: { name: METRICS[kind] } } },
      profile: { data: { type: 'profile', attributes: profile } },
    },
  };
}
