import { noteChange } from '../audit.js';
import { lockItem } from '../database/lock-item.js';
import type { Tx } from '../database/transaction.js';
import { Problem } from '../problem.js';
import type { Item } from './item.js';
import type { ToldProduct } from './product-schemas.js';
import { productTag, productView } from './product-view.js';
import type { Told } from './read-told.js';
import { insertItem, removeItems, writeItem, type ToldItem } from './write-item.js';

/** Who writes, why, and what must hold before. */
export interface Writing {
  readonly actor: string;
  readonly action: string;
  /** `If-Match`: a tag, `*`, or a list. */
  readonly ifMatch?: string | undefined;
  /** `If-None-Match: *`: only where there is none yet. */
  readonly onlyNew?: boolean;
}

/** What became of it. */
export interface Written {
  readonly rows: readonly Item[];
  readonly isNew: boolean;
  /** Variants ('' is the product) whose count was older than the one that is known. */
  readonly older: readonly string[];
}

/** The rows of a product, its own first. */
export async function readProduct(db: Pick<Tx, 'selectFrom'>, product: string): Promise<readonly Item[]> {
  return db.selectFrom('items').selectAll().where('product', '=', product).orderBy('variant').execute();
}

/**
 * Puts a product with its variants in the place of what was known of it. Variants that are not told any more go.
 *
 * @throws Problem 412 when what is known is not what the caller has seen, 409 when a variant would go that is held
 */
export async function writeProduct(
  tx: Tx,
  now: number,
  product: string,
  told: Told<ToldProduct>,
  writing: Writing,
): Promise<Written> {
  // Of two who make the same product, the second waits here for the first.
  const isNew = await insertItem(tx, now, { product, variant: '' });
  const before = isNew ? [] : await lockProduct(tx, product);
  refuseChanged(before, writing);
  const shopLimit = await readShopLimit(tx);
  const { variants = [], ...own } = told;
  const kept = new Set(['', ...variants.map(({ id }) => id)]);
  await removeItems(
    tx,
    before.filter((it) => !kept.has(it.variant)),
  );
  const older: string[] = [];
  const write = async (variant: string, item: ToldItem, limit: number | null): Promise<void> => {
    const name = { product, variant };
    const isNewItem =
      variant === ''
        ? isNew
        : !before.some((it) => it.variant === variant) && (await insertItem(tx, now, name));
    const { isOlder } = await writeItem(tx, now, name, item, limit, isNewItem);
    if (isOlder) older.push(variant);
  };
  // What a product with variants does not tell, only they have.
  await write('', own, variants.length > 0 ? 0 : shopLimit);
  const tellsLimit = own.limit !== undefined || own.policy?.limit !== undefined;
  const rows = await readProduct(tx, product);
  const limit = tellsLimit ? (rows.find((it) => it.variant === '')?.backorder_limit ?? null) : shopLimit;
  for (const { id, ...variant } of [...variants].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    await write(id, variant, limit);
  }
  const after = await readProduct(tx, product);
  await noteChange(tx, now, {
    actor: writing.actor,
    action: writing.action,
    subject: product,
    before: before.length > 0 ? productView(before) : undefined,
    after: productView(after),
  });
  return { rows: after, isNew, older };
}

/** Locks the rows of a product, in their order. */
export async function lockProduct(tx: Tx, product: string): Promise<readonly Item[]> {
  const rows: Item[] = [];
  for (const { variant } of await readProduct(tx, product)) {
    const row = await lockItem(tx, { product, variant });
    if (row) rows.push(row);
  }
  return rows;
}

/** @throws Problem 412 when a product is not as the caller thinks */
export function refuseChanged(
  rows: readonly Item[],
  { ifMatch, onlyNew }: Pick<Writing, 'ifMatch' | 'onlyNew'>,
): void {
  const tags = ifMatch?.split(/\s*,\s*/);
  const matches = !tags || (rows.length > 0 && (tags.includes('*') || tags.includes(productTag(rows))));
  if (matches && !(onlyNew && rows.length > 0)) return;
  throw new Problem(412, 'changed-meanwhile', 'It is not as it was when you read it. Read it again.', {
    field: onlyNew ? 'If-None-Match' : 'If-Match',
  });
}

/** Pieces beyond the shelf that the shop allows a product that says nothing: none, unless it says otherwise. */
async function readShopLimit(tx: Tx): Promise<number | null> {
  const row = await tx
    .selectFrom('settings')
    .select('value')
    .where('name', '=', 'document')
    .executeTakeFirst();
  const shop = row ? (JSON.parse(row.value) as { policy?: { limit?: number | 'unlimited' } }) : {};
  const limit = shop.policy?.limit ?? 0;
  return limit === 'unlimited' ? null : limit;
}
