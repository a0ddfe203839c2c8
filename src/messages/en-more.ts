import type { Language, Messages, MoreMessages } from './catalogue.js';
import { aside } from './en-aside.js';

export const more: MoreMessages = {
  ...aside,
  'explain.close': 'Close',
  'explain.now': { one: '{count} is in stock and ships now.', other: '{count} are in stock and ship now.' },
  'explain.later': { one: '{count} ships later.', other: '{count} ship later.' },
  'explain.restock': 'We are out of stock and have more on the way.',
  'explain.release': 'This product is not out yet.',
  'explain.lead-time': 'We order or make it for you.',
  'explain.estimated': 'The date is an estimate.',
  'explain.as-of': 'As of {date}.',
  'form.email': 'E-mail address',
  'form.submit': 'Notify me',
  'form.sending': 'Sending…',
  'form.note': 'One message about this product, nothing else.',
  'form.privacy': 'Privacy notice',
  'form.done': 'Thank you. We will write to you as soon as you can order it.',
  'form.back': 'Good news: you can order it now.',
  'form.missing': 'Enter your e-mail address.',
  'form.invalid': 'Enter a full e-mail address, such as name@example.com.',
  'form.failed': 'That did not go through. Nothing is lost: please try again.',
  'split.together': { other: 'All {count} together {when}' },
  'cart.apart': { one: '{count} shipment, {when}', other: '{count} shipments, the last {when}' },
  'cart.together': 'Everything together {when}',
  'cart.undated': 'Part of your order has no ship date yet.',
  'express.without': 'Bought this way, your order does not show the date: {promise}',
  'receipt.lost': 'It is in your cart, but your cart does not show the date. Please ask us before you order.',
};

/** A language with all its messages: English keeps those that are said after a press apart, others have them already. */
export function withMore({ tag, messages }: Language): Language & { readonly messages: Messages } {
  const all: Record<string, unknown> = { ...more, ...messages };
  for (const name of ['explain.now', 'explain.later'] as const) {
    const own = messages[name];
    // A merchant has replaced one form of it.
    if (typeof own === 'object' && !own.other) all[name] = { ...more[name], ...own };
  }
  return { tag, messages: all as unknown as Messages };
}
