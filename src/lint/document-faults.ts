import type { PromiseFault } from '../availability/promise-rules.js';
import type { WordingProblem } from '../messages/check-wording.js';

/** What a document can be blamed for besides its promises. */
export type DocumentFault =
  | 'not-json'
  | 'bad-document'
  | 'bad-version'
  | 'bad-field'
  | 'unknown-field'
  | 'unread-field'
  | 'told-twice'
  | 'same-name'
  | 'past-date'
  | 'future-as-of'
  | 'old-as-of'
  | 'unknown-zone'
  | 'reversed-sale'
  | 'sale-over'
  | 'nothing-sold'
  | 'unreachable-order'
  | 'contradiction'
  | 'insecure-address'
  | 'no-privacy-notice'
  | 'unknown-language'
  | 'empty-wording'
  | 'lost-date'
  | 'markup'
  | WordingProblem['code'];

/** What may be meant so, or does no harm by itself. */
export const WARNINGS: readonly (DocumentFault | PromiseFault)[] = [
  'no-privacy-notice',
  'unknown-field',
  'unread-field',
  'past-date',
  'future-as-of',
  'sale-over',
  'nothing-sold',
  'contradiction',
  'unknown-language',
  'unknown-message',
  'missing-placeholder',
  'unknown-category',
  'no-count',
  'markup',
  'far-date',
];

/** What to do about each. */
export const FIXES: Readonly<Record<DocumentFault | PromiseFault, string>> = {
  'no-date':
    'Tell a date as exact as you know it (restock, release) or a lead time (policy.promise); or take it off sale until you do.',
  'date-passed': 'Tell the new date. Shoppers read that there is none; the old one is not repeated.',
  'date-too-old': 'Send a fresh asOf, or raise policy.maxAge.',
  'vague-words': 'Say the date with {when}, or say plainly that it is not known yet.',
  'no-shipment-left':
    'Tell the next shipment, or delivery.leadTime for what is ordered from then on; or lower the limit to what the shipments hold.',
  'no-position':
    'Tell onHand, below zero where pieces are sold already, or backordered: then the place in the queue is known.',
  'no-handling-time':
    'Tell delivery.handlingTime, or the day of dispatch with "basis": "ship" at each shipment.',
  'no-working-day': 'See whether the weekdays of businessDays and the years of holidays are right.',
  'no-time-zone': 'Tell delivery.timeZone, such as Europe/Berlin: it says when a day of yours ends.',
  'bad-time-zone': 'Write an IANA name such as Europe/Berlin.',
  'bad-delivery': 'Mend the field; left out, it would give a date that comes too early.',
  'no-arrival':
    'Tell delivery.transitTime, and delivery.destination for shoppers of whom nothing else is known; dispatch alone is shown until then.',
  'far-date': 'See whether the year is right; where it is, sell later.',
  'no-single-day':
    'Give channels the last day of it, as toSchemaOrg() does; the page may go on showing all of it.',
  'no-basis': 'Tell asOf, so that anybody can see how old the date is, or "confidence": "confirmed".',
  'not-json': 'Mend the JSON there.',
  'bad-document': 'Write an object with "version": 1 and a list of products.',
  'bad-version': 'Write "version": 1.',
  'bad-field': 'Mend the field; until then it counts as not told.',
  'unknown-field': 'Nobody reads it: write it as the format has it, or take it away.',
  'unread-field': 'Tell "delivery" in the document, be it { "timeZone": … } alone, or take the field away.',
  'told-twice': 'Keep one of the two; the last counts.',
  'same-name': 'Give each its own: a page cannot tell the two apart.',
  'past-date': 'Take it away or tell the new date.',
  'future-as-of': 'Send the time at which it was true.',
  'old-as-of': 'Send a fresh asOf, or raise policy.maxAge.',
  'unknown-zone': 'Write an IANA name such as Europe/Berlin; until then days end at UTC.',
  'reversed-sale': 'Let starts be before ends.',
  'sale-over': 'Take the policy away, or move its end.',
  'nothing-sold': 'Raise the limit, or write "sell": "none".',
  'unreachable-order': 'Let maxPerOrder be at least the smallest order.',
  contradiction: 'Mend the record; until then the page stays as the theme made it.',
  'insecure-address': 'Write https://.',
  'no-privacy-notice': 'Name the address of your privacy notice: "privacyUrl".',
  'unknown-language': 'Use the tag of a language that the widgets speak; nobody reads this one.',
  'unknown-message': 'Nobody says it: compare its name with the shipped ones.',
  'empty-wording': 'Write the words, or take the message away: then the shipped ones are said.',
  'lost-date': 'Put the place of the date into the text.',
  'missing-placeholder': 'Put it into the text, unless you leave it out on purpose.',
  'unknown-placeholder': 'Take it away: shoppers would read the braces.',
  'unknown-category': 'Write the forms that the language has, or the message without “#”.',
  'no-count': 'Write it by the name without “#”.',
  markup: 'Leave it out: it is shown as it is written.',
};
