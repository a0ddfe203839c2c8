import { decide } from '../availability/decide.js';
import type { Offer } from '../availability/offer.js';
import { promiseFaults, type PromiseFault } from '../availability/promise-rules.js';
import type { Language } from '../messages/catalogue.js';
import { say } from '../messages/say.js';
import type { Part } from './document-parts.js';
import type { Note } from './finding.js';

/** Tells where a field of a product or variant stands: with itself, with its product, or with the shop. */
export type FieldPlace = (part: Part, ...fields: readonly string[]) => string;

/** More than this nobody orders; it stands for "as many as there may be". */
const MOST = 1_000_000;

/** What a shopper would be offered of one product or variant, for the first piece and for as many as there are, is held to the rules. */
export function lintOffers(part: Part, place: FieldPlace, language: Language, note: Note, now: number): void {
  const { record, policy } = part.variant ?? part.product;
  const first = decide(record, policy, record.quantity?.min ?? 1, now);
  const beyond = Math.max(0, record.onHand ?? 0) + 1;
  const last = decide(record, policy, Math.min(first.quantity.max ?? beyond, MOST), now);
  if (first.reason === 'contradiction') {
    note(
      'contradiction',
      part.pointer,
      `The record of “${part.name}” contradicts itself, or the shop system sells what the policy forbids.`,
      part.product.id,
    );
  }
  const seen = new Set<PromiseFault>();
  for (const offer of [first, last]) {
    for (const fault of promiseFaults(offer, now, policy.timeZone)) {
      if (seen.has(fault)) continue;
      seen.add(fault);
      const from = offer === last && first.state === 'in-stock' ? ` from piece ${beyond} on` : '';
      note(
        fault,
        placeOf(fault, offer, part, place),
        sentence(fault, offer, `“${part.name}”${from}`, language),
        part.product.id,
      );
    }
  }
}

function placeOf(fault: PromiseFault, { state }: Offer, part: Part, place: FieldPlace): string {
  if (fault === 'no-date') return part.pointer;
  const dates = state === 'preorder' ? ['release', 'restock'] : ['restock', 'release'];
  return place(part, ...dates, 'policy/promise');
}

function sentence(fault: PromiseFault, { state, promise }: Offer, name: string, language: Language): string {
  const sold = `${name} can be ordered (${state})`;
  const days = promise && `${promise.window.start} to ${promise.window.end}`;
  switch (fault) {
    case 'no-date':
      return `${sold} and has no date: shoppers read “${say(language, 'promise.none')}”.`;
    case 'date-passed':
      return `${sold} and its date has passed: shoppers read “${say(language, 'promise.withheld')}”.`;
    case 'date-too-old':
      return `${sold} and its date is older than maxAge allows: shoppers read “${say(language, 'promise.withheld')}”.`;
    case 'far-date':
      return `${sold} for ${promise?.window.end}, more than a year away.`;
    case 'no-single-day':
      return `${sold} for ${days}, which is no single day.`;
    default:
      return `${sold} with an estimated date of which nobody knows how old it is.`;
  }
}
