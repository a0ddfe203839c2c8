import { decide } from '../availability/decide.js';
import type { AvailabilityDocument } from '../availability/document.js';
import { promiseFaults, type PromiseFault } from '../availability/promise-rules.js';
import { wordingFaults } from '../lint/wording-faults.js';

/** What leaves a shopper who orders ahead without a date. */
const UNDATED: Partial<Record<PromiseFault, string>> = {
  'no-date': 'has no date',
  'date-passed': 'has a date that has passed',
  'date-too-old': 'has a date older than its maxAge',
};

/** Faults of wording that take a date away; the others are for `backorder-elements lint` to tell. */
const GRAVE: readonly string[] = ['vague-words', 'lost-date'];

const MEND = '"npx backorder-elements lint" tells the place and how to mend it';

/**
 * Warns the developer of a page, once a product, of what can be ordered without a date, and once a message of merchant's wording
 * with a vague word in place of one. For pages in development: a file of its own, which no shopper fetches.
 *
 * @param report takes a code, a text, and what it is about
 * @param now milliseconds since 1970
 */
export function warnWording(
  document: AvailabilityDocument,
  report: (code: string, text: string, subject?: string) => void,
  now = Date.now(),
): void {
  for (const product of document.products) {
    const sold = product.variants.length ? product.variants : [product];
    const faults = sold.map(({ id, record, policy }) => {
      const offer = decide(record, policy, 1, now);
      const fault = promiseFaults(offer, now, policy.timeZone).find((it) => it in UNDATED);
      return fault && { fault, state: offer.state, id };
    });
    const [first, ...more] = faults.filter((it) => it !== undefined);
    if (!first) continue;
    const { fault, state, id } = first;
    const name = id === product.id ? `"${id}"` : `"${product.id} / ${id}"`;
    const others = more.length ? `, and ${more.length} more of its variants` : '';
    report(fault, `${name} can be ordered (${state}) and ${UNDATED[fault]}${others}: ${MEND}.`, product.id);
  }
  for (const [tag, texts] of Object.entries(document.messages)) {
    for (const [name, text] of Object.entries(texts)) {
      const fault = wordingFaults(tag, name, text).find(({ rule }) => GRAVE.includes(rule));
      if (fault) report(fault.rule, `${fault.message.replace(/\.$/, '')}: ${MEND}.`, `${tag} ${name}`);
    }
  }
}
