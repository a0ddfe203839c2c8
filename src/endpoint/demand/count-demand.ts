import { sql } from 'kysely';
import type { DemandTable } from '../database/people-tables.js';
import type { Tx } from '../database/transaction.js';
import { weekOf } from './week.js';

/**
 * Counts one thing that happened to an item, in its product's week. In the transaction that makes it happen, so that both
 * are kept or neither is. Nothing of a person is kept here, so the count stays when their rows go.
 *
 * Who counts several items in one transaction does so in the order of product and variant, or two of them wait for each
 * other and one has to begin again.
 *
 * @param now milliseconds since 1970: it happened in the week of it
 * @param pieces how many it was about, zero or more
 */
export async function countDemand(
  tx: Tx,
  now: number,
  { product, variant }: { product: string; variant: string },
  kind: DemandTable['kind'],
  pieces: number,
): Promise<void> {
  await tx
    .insertInto('demand')
    .values({ product, variant, week: weekOf(now), kind, events: 1, pieces })
    .onConflict((conflict) =>
      conflict.columns(['product', 'variant', 'week', 'kind']).doUpdateSet({
        // Added by the database itself: a sum that was read before and written after would lose what came between.
        events: sql`demand.events + 1`,
        pieces: sql`demand.pieces + excluded.pieces`,
      }),
    )
    .execute();
}
