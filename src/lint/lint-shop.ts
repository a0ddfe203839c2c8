import type { AvailabilityDocument } from '../availability/document.js';
import { parseDateWindow } from '../availability/date-window.js';
import { namesOf } from '../availability/find-variant.js';
import { parsePolicy } from '../availability/parse-policy.js';
import type { Language } from '../messages/catalogue.js';
import { partsOf, productPointer, type Part } from './document-parts.js';
import type { Note } from './finding.js';
import { lintDate } from './lint-dates.js';
import { lintOffers, type FieldPlace } from './lint-offers.js';
import { lintLimits, lintPolicy } from './lint-policy.js';
import { lintSignUp } from './lint-sign-up.js';
import { valueAt } from './pointer-of.js';
import { lintUnread, readPlan } from './read-plan.js';

/** The shop as a whole, then each product with its variants. */
export function lintShop(
  json: unknown,
  document: AvailabilityDocument,
  language: Language,
  note: Note,
  now: number,
): void {
  const parts = partsOf(json, document);
  const told = new Set<string>();
  // A date that is promised has been spoken of when it is looked at by itself.
  const noteOffer: Note = (rule, pointer, ...more) => {
    told.add(pointer);
    note(rule, pointer, ...more);
  };
  const place: FieldPlace = (part, ...fields) => {
    const levels = [part.pointer, productPointer(part), ''];
    const places = fields.flatMap((field) => levels.map((level) => `${level}/${field}`));
    return places.find((it) => valueAt(json, it) !== undefined) ?? part.pointer;
  };
  const lintOwn = (pointer: string, timeZone: string | undefined, product?: string): void => {
    const { policy } = parsePolicy(valueAt(json, `${pointer}/policy`) ?? {});
    lintPolicy(policy, `${pointer}/policy`, note, now, product);
    const promise = `${pointer}/policy/promise`;
    if (!told.has(promise)) lintDate(policy.promise, promise, timeZone, note, now, product);
  };

  const read = readPlan(json, note);

  lintTimes(document, note, now);
  lintSignUp(json, note);
  lintNames(parts, note);
  for (const part of parts) {
    const { record, policy } = part.variant ?? part.product;
    const { id, variants } = part.product;
    // A product with variants is not sold by itself.
    if (part.variant || !variants.length) {
      lintOffers(part, place, read, language, noteOffer, now);
      lintLimits(policy, record, (field) => place(part, `policy/${field}`, field), note, part.name, id);
    }
  }
  lintOwn('', document.policy.timeZone);
  for (const part of parts) {
    const { record, policy } = part.variant ?? part.product;
    lintOwn(part.pointer, policy.timeZone, part.product.id);
    for (const field of ['restock', 'release'] as const) {
      const pointer = `${part.pointer}/${field}`;
      if (told.has(pointer) || valueAt(json, pointer) === undefined) continue;
      lintDate(record[field], pointer, policy.timeZone, note, now, part.product.id);
    }
    if (valueAt(json, '/delivery') === undefined) lintUnread(json, part, note);
    else lintShipments(json, part, note, now);
  }
}

/** A shipment whose days are over counts for nothing: it has come and is on the shelf by now, or it is late. */
function lintShipments(json: unknown, { pointer, product, variant }: Part, note: Note, now: number): void {
  const list = valueAt(json, `${pointer}/shipments`);
  const { timeZone } = (variant ?? product).policy;
  const zone = valueAt(json, '/delivery/timeZone') ?? timeZone;
  for (const index of Array.isArray(list) ? list.keys() : []) {
    const place = `${pointer}/shipments/${index}/date`;
    const text = valueAt(json, place);
    const window = typeof text === 'string' ? parseDateWindow(text) : undefined;
    if (window)
      lintDate({ window }, place, typeof zone === 'string' ? zone : undefined, note, now, product.id);
  }
}

function lintTimes({ asOf, policy }: AvailabilityDocument, note: Note, now: number): void {
  if (asOf !== undefined && asOf > now) {
    note('future-as-of', '/asOf', 'The document says that it was true at a time that is still to come.');
  }
  if (asOf !== undefined && policy.maxAge !== undefined && now >= asOf + policy.maxAge * 1000) {
    note('old-as-of', '/asOf', 'The document is older than its maxAge allows: its dates are not shown.');
  }
}

/** Two products by one name; variants may share a SKU, and shops let them. */
function lintNames(parts: readonly Part[], note: Note): void {
  const products = new Map<string, Part>();
  const variants = new Set<string>();
  for (const part of parts) {
    const { product, variant, pointer } = part;
    if (variant) {
      const key = JSON.stringify([productPointer(part), variant.id]);
      if (variants.has(key)) {
        note(
          'same-name',
          `${pointer}/id`,
          `Two variants of “${product.id}” have the id “${variant.id}”.`,
          product.id,
        );
      }
      variants.add(key);
      continue;
    }
    for (const name of new Set(namesOf(product))) {
      const other = products.get(name);
      if (other)
        note('same-name', pointer, `“${name}” names two products, here and at ${other.pointer}.`, product.id);
      products.set(name, part);
    }
  }
}
