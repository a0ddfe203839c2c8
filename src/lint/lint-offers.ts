import { decide } from '../availability/decide.js';
import type { Offer } from '../availability/offer.js';
import { promiseFaults, type PromiseFault } from '../availability/promise-rules.js';
import type { Language } from '../messages/catalogue.js';
import { productPointer, type Part } from './document-parts.js';
import type { Note } from './finding.js';
import { offerSentence } from './offer-sentence.js';
import type { ReadPlan } from './read-plan.js';

/** Tells where a field of a product or variant stands: with itself, with its product, or with the shop. */
export type FieldPlace = (part: Part, ...fields: readonly string[]) => string;

/** More than this nobody orders; it stands for "as many as there may be". */
const MOST = 1_000_000;

/** What a shopper would be offered of one product or variant, for the first piece and for as many as there are, is held to the rules. */
export function lintOffers(
  part: Part,
  place: FieldPlace,
  read: ReadPlan,
  language: Language,
  note: Note,
  now: number,
): void {
  const { record, policy } = part.variant ?? part.product;
  const reckon = read.plan?.reckonFor(part.product.id, part.variant?.id);
  const first = decide(record, policy, record.quantity?.min ?? 1, now, reckon);
  const beyond = Math.max(0, record.onHand ?? 0) + 1;
  const last = decide(record, policy, Math.min(first.quantity.max ?? beyond, MOST), now, reckon);
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
      if (seen.has(fault) || (fault === 'no-basis' && isHouseRule(part, read))) continue;
      seen.add(fault);
      const from = offer === last && first.state === 'in-stock' ? ` from piece ${beyond} on` : '';
      note(
        fault,
        placeOf(fault, offer, part, place, read),
        offerSentence(fault, offer, `“${part.name}”${from}`, language),
        part.product.id,
      );
    }
  }
}

/** A date that is reckoned from a lead time is as old as the day: nobody has to tell how old it is. */
function isHouseRule(part: Part, { plan }: ReadPlan): boolean {
  const { record, policy } = part.variant ?? part.product;
  if (!plan || (record.restock ?? record.release)) return false;
  const { item } = plan.termsOf(part.product.id, part.variant?.id);
  return !item.shipments?.length && (item.leadTime !== undefined || !policy.promise?.window);
}

/** What a fault is about, the nearest first; a calendar has more places than a date. */
function placeOf(
  fault: PromiseFault,
  { state }: Offer,
  part: Part,
  place: FieldPlace,
  { plan, broken }: ReadPlan,
): string {
  const dates = state === 'preorder' ? ['release', 'restock'] : ['restock', 'release'];
  const reckoned = plan ? ['shipments', ...dates, 'delivery/leadTime', 'policy/promise'] : undefined;
  switch (fault) {
    case 'no-date':
      return part.pointer;
    case 'no-shipment-left':
    case 'no-position':
      return place(part, 'shipments');
    case 'no-handling-time':
    case 'no-time-zone':
      return place(part, 'delivery');
    case 'no-working-day':
      return place(part, 'delivery/businessDays', 'delivery/holidays', 'delivery');
    case 'bad-time-zone':
      return place(part, 'delivery/timeZone', 'policy/timeZone');
    case 'no-arrival':
      return place(part, 'delivery/transitTime', 'delivery');
    case 'bad-delivery':
      return brokenPlace(part, broken);
    default:
      return place(part, ...(reckoned ?? [...dates, 'policy/promise']));
  }
}

/** The field that could not be read: of the item, of its product, else of the shop. */
function brokenPlace(part: Part, broken: readonly string[]): string {
  const product = productPointer(part);
  const own = broken.find((it) => it.startsWith(`${part.pointer}/`));
  const shared = broken.find((it) => it.startsWith(`${product}/`) && !it.startsWith(`${product}/variants/`));
  return own ?? shared ?? broken.find((it) => it.startsWith('/delivery')) ?? part.pointer;
}
