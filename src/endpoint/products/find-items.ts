import type { Database } from '../database/connect.js';
import type { Item } from './item.js';

/**
 * The products that these references name, each with all its variants. A reference is an id, a handle or an SKU of a
 * product, or an id or an SKU of a variant.
 */
export async function findItems(
  { db }: Pick<Database, 'db'>,
  references: readonly string[],
): Promise<readonly Item[]> {
  if (references.length === 0) return [];
  const named = db
    .selectFrom('items')
    .select('product')
    .where((it) =>
      it.or([
        it('product', 'in', references),
        it('variant', 'in', references.filter(Boolean)),
        it('handle', 'in', references),
        it('sku', 'in', references),
      ]),
    );
  return db
    .selectFrom('items')
    .selectAll()
    .where('product', 'in', named)
    .orderBy('product')
    .orderBy('variant')
    .execute();
}
