import { known } from '../../availability/read.js';
import { at, entriesOf, idOf, isObject, optionsOf, truthOf } from '../json-data.js';
import type { ReadJson } from '../platform.js';
import type { ProductReading, VariantReading } from '../reading.js';
import { refusal } from '../stock-record.js';
import { shortId } from './global-id.js';

/**
 * Reads what a theme's `shopify:product:select` comes to: the variant as the standard event tells it, or, where the theme has put
 * it beside, the whole JSON of it. Nothing where no variant has these options.
 *
 * @param read reads the theme's own JSON of a variant
 */
export async function readSelected(told: unknown, read: ReadJson): Promise<readonly ProductReading[]> {
  const variant = at(told, 'variant');
  const resource = at(told, 'detail', 'resource');
  const named = known({
    // A combined listing leads to another product.
    id: shortId(at(told, 'detail', 'newProduct', 'id')) ?? shortId(at(told, 'product', 'id')),
    handle: at(told, 'detail', 'newProduct') ? undefined : idOf(at(told, 'product', 'handle')),
  });
  if (isObject(resource)) {
    const [found] = (await read(resource)) as readonly ProductReading[];
    return found ? [known({ ...found, ...named }) as ProductReading] : [];
  }
  const id = shortId(at(variant, 'id'));
  if (id === undefined) return [];
  const sold = truthOf(at(variant, 'availableForSale'));
  const reading = known({
    id,
    options: optionsOf(entriesOf(at(variant, 'selectedOptions')), (it) => [at(it, 'name'), at(it, 'value')]),
    // What is for sale need not be on the shelf.
    record: sold === false ? refusal() : known({ orderable: sold }),
  }) as VariantReading;
  return [known({ ...named, record: known({}), variants: [reading] }) as ProductReading];
}
