import { known } from '../../availability/read.js';
import type { AvailabilityRecord } from '../../availability/record.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { stockClassOf } from './stock-class.js';

const RECORDS: Readonly<Record<string, AvailabilityRecord>> = {
  instock: known({ status: 'in-stock' }),
  onbackorder: known({ status: 'backorder', orderable: true }),
  outofstock: known({ status: 'sold-out', orderable: false }),
};

/**
 * Reads the class names that WooCommerce gives every product, alone and in lists: `product type-product post-61 onbackorder
 * product-type-simple`. Those of a variable product speak of the whole and of no variation; that all of it is sold out holds
 * for each.
 */
export function readProductClass(text: unknown): readonly ProductReading[] {
  if (typeof text !== 'string' || text.length > 5000) return [];
  const words = text.split(/\s+/);
  const id = words.map((it) => /^post-(\d+)$/.exec(it)?.[1]).find(Boolean);
  const [stock, other] = words.filter((it) => Object.hasOwn(RECORDS, it));
  // Two states at once tell none.
  if (id === undefined || stock === undefined || other !== undefined) return [];
  // "In stock" says of no variation that it is, and is said of backorders too where the shop does not tell.
  if (stock !== 'outofstock' && !words.includes('product-type-simple')) return [];
  const record = RECORDS[stock] as AvailabilityRecord;
  return Object.freeze([Object.freeze({ id, record, variants: [] })]);
}

/** What the theme's notice of the chosen variation says, by its class names: `stock out-of-stock`. */
export function readNoticeClass(text: unknown): readonly VariantReading[] {
  const stock = stockClassOf(text)?.replace(/available|-/g, '');
  return Object.freeze(stock ? [Object.freeze({ record: RECORDS[stock] as AvailabilityRecord })] : []);
}
