import { decide } from '../availability/decide.js';
import { isTimeZone } from '../availability/local-time.js';
import type { Offer } from '../availability/offer.js';
import { isOrderedAhead, promiseFaults } from '../availability/promise-rules.js';
import { UNKNOWN_RECORD } from '../availability/record.js';
import { FIXES } from '../lint/document-faults.js';
import { offerSentence } from '../lint/offer-sentence.js';
import { wordingFaults } from '../lint/wording-faults.js';
import { messages } from '../messages/en.js';
import type { AvailabilityStore } from '../store/availability-store.js';

/** Faults of wording that take a date away; the others are for `backorder-elements lint` to tell. */
const GRAVE: readonly string[] = ['vague-words', 'lost-date'];

const MORE = '"npx backorder-elements lint" tells the place';

type Report = (code: string, text: string, subject?: string) => void;

/**
 * Warns the developer of a page, once a product, of what can be ordered without a date, and once a message of merchant's wording
 * with a vague word in place of one, and once of a time zone that this browser does not know. For explain mode: a file of its own, which no shopper fetches.
 *
 * @param references what the page shows
 * @param report takes a code, a text, and what it is about
 */
export function warnWording(store: AvailabilityStore, references: readonly string[], report: Report): void {
  for (const reference of new Set(references)) warnProduct(store, reference, report);
  for (const zone of zonesOf(store, references)) {
    const text = `expected a time zone such as Europe/Berlin, got "${zone}"; days end as at UTC`;
    report('bad-time-zone', `${text}. ${MORE}.`, zone);
  }
  for (const [tag, texts] of Object.entries(store.wording)) {
    for (const [name, text] of Object.entries(texts)) {
      const fault = wordingFaults(tag, name, text).find(({ rule }) => GRAVE.includes(rule));
      if (fault) report(fault.rule, `${fault.message} ${FIXES[fault.rule]} ${MORE}.`, `${tag} ${name}`);
    }
  }
}

/** Time zones of what is shown that this browser does not know. */
function zonesOf(store: AvailabilityStore, references: readonly string[]): ReadonlySet<string> {
  const policies = references.flatMap((reference) => {
    const { product, policy } = store.find(reference, {});
    return [policy, ...(product?.variants ?? []).map((it) => it.policy)];
  });
  return new Set(policies.flatMap(({ timeZone }) => timeZone ?? []).filter((it) => !isTimeZone(it)));
}

function warnProduct(store: AvailabilityStore, reference: string, report: Report): void {
  const { product } = store.find(reference, {});
  const id = product?.id ?? reference;
  const now = store.clock.now();
  const sold = product?.variants.length ? product.variants.map((it) => it.id) : [undefined];
  const undated = sold.flatMap((variant): readonly { readonly offer: Offer; readonly name: string }[] => {
    const known = store.lookup(product ? id : reference, variant === undefined ? {} : { id: variant });
    const reckon = product && store.reckonFor?.(id, variant);
    const offer = decide(known.record ?? UNKNOWN_RECORD, known.policy, 1, now, reckon);
    const bare = isOrderedAhead(offer) && !offer.promise;
    return bare ? [{ offer, name: variant === undefined ? `“${id}”` : `“${id} / ${variant}”` }] : [];
  });
  const [first, ...more] = undated;
  const [fault] = first ? promiseFaults(first.offer, now) : [];
  if (!first || !fault) return;
  const others = more.length ? ` So can ${more.length} more of its variants.` : '';
  const sentence = offerSentence(fault, first.offer, first.name, { tag: 'en', messages });
  report(fault, `${sentence}${others} ${FIXES[fault]} ${MORE}.`, id);
}
