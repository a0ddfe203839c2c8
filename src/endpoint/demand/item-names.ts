import type { Item } from '../products/item.js';
import { grouped } from './grouped.js';

/** What a report calls an item. */
export interface ItemName {
  readonly product: string;
  readonly variant: string;
  readonly title: string;
  readonly variantTitle?: string;
  readonly sku?: string;
}

/** Finds items by product and variant, also for the names of those that are gone. */
export class ItemNames {
  readonly #items: ReadonlyMap<string, Item>;
  /** Products with more than one variant: a single one has a name that tells nothing, such as "Default Title". */
  readonly #varied: ReadonlySet<string>;

  constructor(items: readonly Item[]) {
    this.#items = new Map(items.map((it) => [keyOf(it.product, it.variant), it]));
    const byProduct = grouped(
      items.filter((it) => it.variant !== ''),
      (it) => it.product,
    );
    this.#varied = new Set([...byProduct].filter(([, own]) => own.length > 1).map(([product]) => product));
  }

  find(product: string, variant: string): Item | undefined {
    return this.#items.get(keyOf(product, variant));
  }

  name(product: string, variant: string): ItemName {
    const whole = this.find(product, '');
    const item = this.find(product, variant);
    // The only variant has no article number of its own in shops that number the product.
    const sku = item?.sku ?? (this.#varied.has(product) ? undefined : whole?.sku) ?? undefined;
    const title = whole?.title ?? whole?.handle ?? product;
    const own = item?.title ?? item?.sku ?? variant;
    return {
      product,
      variant,
      title,
      ...(variant !== '' && (!item || this.#varied.has(product)) && { variantTitle: own }),
      ...(sku !== undefined && { sku }),
    };
  }

  /** Price in the smallest unit; a variant without one has the product's. */
  price(product: string, variant: string): { price: number; currency: string } | undefined {
    for (const item of [this.find(product, variant), this.find(product, '')]) {
      if (item?.price != null && item.currency != null) return { price: item.price, currency: item.currency };
    }
    return undefined;
  }
}

/** A name for an item that no other has, whatever the ids hold. */
export const keyOf = (product: string, variant: string): string => JSON.stringify([product, variant]);
