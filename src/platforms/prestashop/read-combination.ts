import { known } from '../../availability/read.js';
import { UNKNOWN_RECORD } from '../../availability/record.js';
import { at, entriesOf, idOf } from '../json-data.js';
import type { ProductReading, VariantReading } from '../reading.js';

/** Which combination a quick view opens with, by the name of its box: `quickview-modal-31-102`. 0 stands for none. */
export function readQuickView(name: unknown): readonly ProductReading[] {
  const [, product, combination] = /^quickview-modal-(\d+)-(\d+)$/.exec(String(name)) ?? [];
  return readingOf(product, combination);
}

/** Which combination the shop has answered with, and the fields of the form that asked, as `updatedProduct` tells both. */
export function readUpdate(told: unknown): readonly ProductReading[] {
  const [answer, fields] = entriesOf(told);
  const product = entriesOf(fields).find((it) => at(it, 'name') === 'id_product');
  return readingOf(idOf(at(product, 'value')), idOf(at(answer, 'id_product_attribute')));
}

/** What it is, and nothing of its stock. */
function readingOf(product: string | undefined, combination: string | undefined): readonly ProductReading[] {
  if (product === undefined || combination === undefined) return Object.freeze([]);
  const variant = known({ id: combination, record: UNKNOWN_RECORD }) as VariantReading;
  const variants = Object.freeze(combination === '0' ? [] : [variant]);
  return Object.freeze([known({ id: product, record: UNKNOWN_RECORD, variants }) as ProductReading]);
}
