import { isObject } from '../platforms/json-data.js';
import { pointerPart } from '../platforms/json-places.js';
import type { Note } from './finding.js';

/** What may stand in an object: its fields, and what is inside them; `'*'` stands for any key. */
interface Shape {
  readonly [field: string]: Shape | true;
}

const EXPECTATION: Shape = {
  date: true,
  leadTime: { min: true, max: true, unit: true },
  basis: true,
  confidence: true,
};

const POLICY: Shape = {
  ...{ sell: true, trigger: true, threshold: true, limit: true, maxPerOrder: true, atLimit: true },
  ...{ starts: true, ends: true, promise: EXPECTATION, partial: true, signUp: true, express: true },
  ...{ maxAge: true, timeZone: true },
};

const SPAN: Shape = { min: true, max: true };

const TIMES: Shape = {
  handlingTime: SPAN,
  leadTime: {
    ...{ ...SPAN, unit: true, working: true, confidence: true },
    ...{ observed: true, quantiles: true },
  },
};

const DESTINATION: Shape = { addressCountry: true, addressRegion: true, postalCode: true };

const DELIVERY: Shape = {
  ...{ timeZone: true, businessDays: true, holidays: true, cutoffTime: true, ...TIMES },
  ...{ carrierDays: true, carrierHolidays: true, destination: DESTINATION },
  transitTime: {
    ...{ ...SPAN, addressCountry: true, addressRegion: true, postalCodePrefix: true },
    ...{ shippingClass: true, working: true, confidence: true },
  },
};

/** What a product or variant tells of its delivery; read only where the document has `delivery`. */
export const ITEM_DELIVERY: Shape = {
  shipments: { quantity: true, date: true, confidence: true, basis: true },
  ...{ backordered: true, shippingClass: true, delivery: TIMES },
};

const RECORD: Shape = {
  ...{ id: true, sku: true, policy: POLICY, onHand: true, tracked: true, availableForBackorder: true },
  ...{ availableToSell: true, status: true, orderable: true, restock: EXPECTATION, release: EXPECTATION },
  ...{ quantity: { min: true, max: true, step: true }, asOf: true, ...ITEM_DELIVERY },
};

const SIGN_UP: Shape = {
  ...{ target: true, url: true, privacyUrl: true, privacyVersion: true, channels: true, quantity: true },
  ...{
    anyVariant: true,
    marketing: { text: true, version: true },
    companyId: true,
    listId: true,
    catalog: true,
  },
};

/** The fields of the format; a test holds them to its JSON Schema. */
export const DOCUMENT: Shape = {
  ...{ $schema: true, version: true, asOf: true, ttl: true, disabled: true, policy: POLICY },
  ...{ signUp: SIGN_UP, messages: true, delivery: DELIVERY },
  products: { ...RECORD, handle: true, variants: { ...RECORD, options: true } },
};

/** Notes fields that nobody reads, with the one that was meant where that is plain. */
export function lintFields(value: unknown, note: Note, shape: Shape = DOCUMENT, pointer = ''): void {
  if (Array.isArray(value)) {
    value.forEach((it, index) => lintFields(it, note, shape, `${pointer}/${index}`));
    return;
  }
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const known = Object.hasOwn(shape, key) ? shape[key] : undefined;
    const place = `${pointer}/${pointerPart(key)}`;
    if (known === undefined) {
      const meant = Object.keys(shape).find((it) => bare(it) === bare(key));
      note('unknown-field', place, `No field is called “${key}”${meant ? `; is “${meant}” meant?` : '.'}`);
    } else if (known !== true) lintFields(inner, note, known, place);
  }
}

const bare = (name: string): string => name.replace(/[^a-z]/gi, '').toLowerCase();
