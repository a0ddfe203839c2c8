import type { RestockTable } from '../database/people-tables.js';
import type { Tx } from '../database/transaction.js';
import type { SignUp } from '../sign-ups/links.js';
import { namesOf } from './item-names.js';

/** People looked at for one wave: no wave is larger. */
const MOST = 1_000;

/** Who waits for an item that is there again, and has no message about it on its way, in the order of asking. */
export async function nextInTurn(
  tx: Tx,
  restock: Pick<RestockTable, 'product' | 'variant'>,
): Promise<readonly SignUp[]> {
  const { products, variants } = await namesOf(tx, restock);
  return tx
    .selectFrom('sign_ups as it')
    .selectAll('it')
    .where('it.state', '=', 'active')
    .where('it.address', 'is not', null)
    .where((row) =>
      row.or([
        row.and([
          row('it.product', 'in', products),
          row.or([
            row('it.any_variant', '=', 1),
            ...(variants.length > 0 ? [row('it.variant', 'in', variants)] : []),
          ]),
        ]),
        ...(variants.length > 0 ? [row('it.product', 'in', variants)] : []),
      ]),
    )
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('outbox')
            .select('outbox.id')
            .whereRef('outbox.sign_up', '=', 'it.id')
            .where('outbox.kind', '=', 'restock')
            .where('outbox.state', 'in', ['queued', 'sending']),
        ),
      ),
    )
    .orderBy('it.turn')
    .limit(MOST)
    .execute();
}
