import type { Parts } from '../parts.js';
import { subjectOf } from './item-words.js';
import type { Prepared } from './prepare-message.js';

/** A message as facts and sentences, for a system that writes to the shopper itself. */
export function messageFacts(
  prepared: Prepared,
  { SHOP_NAME }: Parts['settings'],
): Readonly<Record<string, unknown>> {
  const { kind, names, item, signUp, spoken, confirm, leave } = prepared;
  return {
    channel: signUp.channel,
    // To be named with the order that comes of it.
    signUp: signUp.id,
    product: names.product,
    ...(names.variant !== '' && { variant: names.variant }),
    title: item.title,
    url: item.url,
    price: item.price,
    currency: item.currency,
    quantity: Number(signUp.quantity),
    language: spoken.language,
    shop: SHOP_NAME,
    subject: subjectOf(prepared, SHOP_NAME),
    text: spoken.words[`${kind}.lead`],
    confirmUrl: confirm,
    leaveUrl: leave,
  };
}
