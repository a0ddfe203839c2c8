import kept from '../data/products.json';

/** What this shop knows of its goods besides their availability. */
export interface Goods {
  readonly id: number;
  readonly handle: string;
  readonly title: string;
  readonly price: number;
  readonly category: string;
  readonly description: string;
  readonly picture: string;
  readonly alt: string;
  readonly options: readonly {
    readonly name: string;
    readonly values: readonly { readonly value: string }[];
  }[];
  readonly variants: readonly Variant[];
}

export interface Variant {
  readonly id: number;
  readonly title: string;
  readonly options: readonly string[];
  readonly price: number;
}

export const GOODS = kept.products as readonly Goods[];

export const goodsOf = (handle: string | undefined): Goods | undefined =>
  GOODS.find((it) => it.handle === handle);

export const goodsOfVariant = (id: string): Goods | undefined =>
  GOODS.find(({ variants }) => variants.some((it) => String(it.id) === id));

/** The text-field modifiers that this merchant has made for each product, as BigCommerce's product query tells them. */
export const modifiersOf = (product: string): Readonly<Record<string, number>> => ({
  Availability: Number(product) * 10 + 1,
  _backorder: Number(product) * 10 + 2,
});

const euros = new Intl.NumberFormat('en-IE', {
  style: 'currency',
  currency: 'EUR',
  trailingZeroDisplay: 'stripIfInteger',
} as Intl.NumberFormatOptions);

export const euro = (cents: number): string => euros.format(cents / 100);

const waits = new Map<string, Promise<readonly Goods[]>>();

/** What stands in the same room. On a server it takes its time, as another service would. */
export function nearTo({ handle, category }: Goods): Promise<readonly Goods[]> {
  const near = GOODS.filter((it) => it.category === category && it.handle !== handle)
    .concat(GOODS.filter((it) => it.category !== category))
    .filter((it) => it.handle !== handle)
    .slice(0, 4);
  if (typeof document === 'undefined') return new Promise((done) => setTimeout(done, 60, near));
  const found = waits.get(handle) ?? Promise.resolve(near);
  waits.set(handle, found);
  return found;
}
