import type { DemandTable } from '../database/people-tables.js';
import type { Database } from '../database/connect.js';
import { snapshot } from '../database/snapshot.js';
import { findItems } from '../products/find-items.js';
import type { Item } from '../products/item.js';
import type { DemandPeriod } from './demand-period.js';
import { WEEK, weekOf } from './week.js';

/** All that a report is made of. */
export interface Demand {
  /** By week. */
  readonly rows: readonly DemandTable[];
  readonly items: readonly Item[];
}

/** Weeks that an ask is waited for: what is older is no reason to order. */
export const ASK_LIFE = 52;

/**
 * Counts and items as they are at one moment. Nothing of a person is read: there is nothing of them in these tables.
 *
 * @param references ids, handles or SKUs of the products; none for all
 */
export async function readDemand(
  database: Pick<Database, 'reader' | 'system'>,
  { first, last }: DemandPeriod,
  references: readonly string[],
  now: number,
): Promise<Demand> {
  const oldest = [first, weekOf(now - ASK_LIFE * WEEK)].sort()[0] ?? first;
  // From the year's first week on, as folding asks for.
  const start = `${oldest.slice(0, 4)}-01-01`;
  const end = [last, weekOf(now)].sort()[1] ?? last;
  return snapshot(database, async (tx) => {
    const named = references.length > 0 ? await findItems({ db: tx }, references) : undefined;
    const ids = [...new Set(named?.map((it) => it.product))];
    if (named && ids.length === 0) return { rows: [], items: [] };
    const counted = tx.selectFrom('demand').where('week', '>=', start).where('week', '<=', end);
    const rows = await counted
      .$if(named !== undefined, (query) => query.where('product', 'in', ids))
      .selectAll()
      .orderBy('week')
      .execute();
    if (named) return { rows, items: named };
    // What is owed is to be ordered, also where nobody asks; and whole products, for their names and prices.
    const owed = tx
      .selectFrom('items')
      .where((it) => it.or([it('beyond_sold', '>', 0), it('on_hand', '<', 0)]))
      .select('product');
    const items = await tx
      .selectFrom('items')
      .selectAll()
      .where((it) => it.or([it('product', 'in', counted.select('product')), it('product', 'in', owed)]))
      .orderBy('product')
      .orderBy('variant')
      .execute();
    return { rows, items };
  });
}
