import type { Database } from '../database/connect.js';
import type { Item } from './item.js';
import { productView, type ProductView } from './product-view.js';

/** One page of products, by id. */
export async function listProducts(
  { db }: Pick<Database, 'db'>,
  limit: number,
  after = '',
): Promise<{ products: (ProductView & { product: string })[]; next?: string }> {
  // One more than asked for tells whether there is a next page.
  const names = await db
    .selectFrom('items')
    .select('product')
    .distinct()
    .where('product', '>', after)
    .orderBy('product')
    .limit(limit + 1)
    .execute();
  const shown = names.slice(0, limit).map((it) => it.product);
  const rows = shown.length
    ? await db
        .selectFrom('items')
        .selectAll()
        .where('product', 'in', shown)
        .orderBy('product')
        .orderBy('variant')
        .execute()
    : [];
  const byProduct = new Map<string, Item[]>();
  for (const row of rows) byProduct.set(row.product, [...(byProduct.get(row.product) ?? []), row]);
  const products = [...byProduct].map(([product, items]) => ({ product, ...productView(items) }));
  const next = names.length > limit ? shown.at(-1) : undefined;
  return { products, ...(next !== undefined && { next }) };
}
