import type { Offer } from '../availability/offer.js';
import type { PromiseFault } from '../availability/promise-rules.js';
import type { Language } from '../messages/catalogue.js';
import { say } from '../messages/say.js';

/**
 * What is wrong with an offer, with what its shoppers read instead.
 *
 * @param name of what is offered, in quotes
 */
export function offerSentence(
  fault: PromiseFault,
  { state, wanted, promise }: Offer,
  name: string,
  language: Language,
): string {
  const sold = `${name} can be ordered (${state})`;
  const { window } = promise?.ship ?? promise ?? {};
  const read = (message: 'promise.none' | 'promise.withheld'): string =>
    `shoppers read “${say(language, message)}”`;
  const none = read('promise.none');
  switch (fault) {
    case 'no-date':
      return `${sold} and has no date: ${none}.`;
    case 'date-passed':
      return `${sold} and its date has passed: ${read('promise.withheld')}.`;
    case 'date-too-old':
      return `${sold} and its date is older than maxAge allows: ${read('promise.withheld')}.`;
    case 'no-shipment-left':
      return `${sold}, ${wanted} at once, and the shipments on their way do not hold as many, after those who wait already: ${none}.`;
    case 'no-position':
      return `${sold} and has shipments, but nobody tells how many wait for them already: ${none}.`;
    case 'no-handling-time':
      return `${sold}, but how long it takes from the warehouse to dispatch is not told: ${none}.`;
    case 'no-working-day':
      return `${sold}, but the calendar has no day to work on for more than a year: ${none}.`;
    case 'no-time-zone':
      return `${sold}, but neither delivery nor policy tells a time zone: ${none}.`;
    case 'bad-time-zone':
      return `${sold}, but the time zone cannot be reckoned with: ${none}.`;
    case 'bad-delivery':
      return `${sold}, but what its date is reckoned from cannot be read: ${none}.`;
    case 'no-arrival':
      return `${sold} with days of dispatch and none of arrival: for orders of which only the document is known, no transit time holds.`;
    case 'far-date':
      return `${sold} for ${window?.end}, more than a year away.`;
    case 'no-single-day':
      return `${sold} for ${window?.start} to ${window?.end}, which is no single day.`;
    default:
      return `${sold} with an estimated date of which nobody knows how old it is.`;
  }
}
