import type { MoreMessages } from './catalogue.js';

/** What English says beside a promise: apart from the rest that is said after a press, since a date is read without one. */
export const aside = {
  'explain.confirmed': 'The date is confirmed.',
  'promise.changed': 'This date has changed. Before: {when}.',
  'promise.cutoff': 'Order by {time} for this date.',
  'promise.place': 'For delivery to {place}.',
} satisfies Partial<MoreMessages>;
