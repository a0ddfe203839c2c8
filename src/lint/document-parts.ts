import type { AvailabilityDocument, ProductEntry, VariantEntry } from '../availability/document.js';
import { at, isObject } from '../platforms/json-data.js';

/** A product or a variant, read, and where it stands in the JSON. */
export interface Part {
  readonly pointer: string;
  readonly product: ProductEntry;
  /** Missing of the product itself. */
  readonly variant?: VariantEntry;
  /** For messages: `7012`, or `7012 / 42`. */
  readonly name: string;
}

/** All products and variants that could be read, in their order. What could not be read was left out, so places do not follow from counting. */
export function partsOf(json: unknown, document: AvailabilityDocument): readonly Part[] {
  const products = locate(at(json, 'products'), '/products', document.products);
  return products.flatMap(({ entry: product, pointer, raw }) => [
    { pointer, product, name: product.id },
    ...locate(at(raw, 'variants'), `${pointer}/variants`, product.variants).map((it) => ({
      pointer: it.pointer,
      product,
      variant: it.entry,
      name: `${product.id} / ${it.entry.id}`,
    })),
  ]);
}

function locate<T extends { readonly id: string }>(
  list: unknown,
  pointer: string,
  entries: readonly T[],
): readonly { readonly entry: T; readonly pointer: string; readonly raw: unknown }[] {
  const raws: readonly unknown[] = Array.isArray(list) ? list : [];
  let index = -1;
  return entries.map((entry) => {
    do index += 1;
    while (index < raws.length && !isNamed(raws[index], entry.id));
    return { entry, pointer: `${pointer}/${index}`, raw: raws[index] };
  });
}

/** Ids are texts or numbers; what is neither was left out, and may be nothing that a text could be made of. */
const isNamed = (raw: unknown, id: string): boolean => {
  const told = isObject(raw) ? at(raw, 'id') : undefined;
  return (typeof told === 'string' || typeof told === 'number') && String(told) === id;
};

/** Where the product of a part stands. */
export function productPointer({ pointer }: Part): string {
  return pointer.split('/', 3).join('/');
}
