import type { ProductEntry, VariantEntry } from './document.js';

/** What a page tells of the variant that the shopper chose; any part may be missing. */
export interface Selection {
  readonly id?: string;
  readonly sku?: string;
  /** Option values by option name. An empty value means that nothing is chosen yet. */
  readonly options?: Readonly<Record<string, string>>;
}

/** Whether a reference (from an attribute, a form or an address) names this product or one of its variants. */
export function isNamed(product: ProductEntry, reference: string): boolean {
  return namesOf(product).includes(reference);
}

/** All names that a product and its variants go by. */
export function namesOf({ id, handle, sku, variants }: ProductEntry): readonly string[] {
  const names = [id, handle, sku, ...variants.flatMap((variant) => [variant.id, variant.sku])];
  return names.filter((name) => name !== undefined);
}

/**
 * The variant that a selection names: by id, then by SKU, then by option values. In a variant an empty option
 * value stands for any. A selection that fits several variants fits none. An only variant without options is chosen where
 * there is nothing to choose.
 */
export function findVariant(product: ProductEntry, selection: Selection): VariantEntry | undefined {
  const { id, sku, options } = selection;
  const only = (names: (variant: VariantEntry) => boolean): VariantEntry | undefined => {
    const found = product.variants.filter(names);
    return found.length === 1 ? found[0] : undefined;
  };
  return (
    (id ? only((it) => it.id === id) : undefined) ??
    // Shops let several variants bear one SKU.
    (sku ? only((it) => it.sku === sku) : undefined) ??
    (options &&
      only((it) =>
        it.options ? fits(it.options, options) : !product.variants[1] && !Object.keys(options).length,
      ))
  );
}

/** Whether what is chosen fits the options that are asked for; an empty one fits any. */
export function fits(
  asked: Readonly<Record<string, string>>,
  chosen: Readonly<Record<string, string>>,
): boolean {
  return Object.keys(asked).every(
    (name) => !asked[name] || (Object.hasOwn(chosen, name) && chosen[name] === asked[name]),
  );
}
