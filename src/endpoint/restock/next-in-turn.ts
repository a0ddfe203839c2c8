import type { RestockTable } from '../database/people-tables.js';
import type { Tx } from '../database/transaction.js';
import type { SignUp } from '../sign-ups/links.js';

/** People looked at for one wave: no wave is larger. */
const MOST = 1_000;

/**
 * Who waits for an item that is there again, and has no message about it on its way, in the order of asking. Sign-ups that
 * came before the shop told us of the item have the names that the page used.
 */
export async function nextInTurn(
  tx: Tx,
  { product, variant }: Pick<RestockTable, 'product' | 'variant'>,
): Promise<readonly SignUp[]> {
  const rows = await tx
    .selectFrom('items')
    .select(['variant', 'handle', 'sku'])
    .where('product', '=', product)
    .where('variant', 'in', ['', variant])
    .execute();
  const whole = rows.find((it) => it.variant === '');
  const chosen = variant === '' ? undefined : rows.find((it) => it.variant === variant);
  const told = (names: readonly (string | null | undefined)[]): string[] =>
    names.filter((it): it is string => Boolean(it));
  const products = told([product, whole?.handle, whole?.sku]);
  const variants = told([variant, chosen?.sku]);
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
