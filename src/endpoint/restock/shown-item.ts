import type { Tx } from '../database/transaction.js';
import { leftOf } from '../products/item.js';
import { plainLine } from './plain-line.js';

/** What shoppers are told of an item. Only the shop's own words: none that came with a sign-up. */
export interface ShownItem {
  readonly title: string | undefined;
  /** Address of its page, `http:` or `https:`. */
  readonly url: string | undefined;
  /** In the currency's smallest unit. */
  readonly price: number | undefined;
  readonly currency: string | undefined;
}

interface Names {
  readonly product: string;
  readonly variant: string;
}

/** What there is to show of an item; a variant takes from its product what it does not have itself. */
export async function shownItem(db: Pick<Tx, 'selectFrom'>, { product, variant }: Names): Promise<ShownItem> {
  const rows = await db
    .selectFrom('items')
    .select(['variant', 'title', 'url', 'price', 'currency'])
    .where('product', '=', product)
    .where('variant', 'in', ['', variant])
    .execute();
  const whole = rows.find((it) => it.variant === '');
  const chosen = variant === '' ? undefined : rows.find((it) => it.variant === variant);
  const priced = chosen?.price === null || chosen === undefined ? whole : chosen;
  return {
    title: titleOf(whole?.title ?? '', chosen?.title ?? ''),
    url: webAddress(chosen?.url ?? whole?.url ?? ''),
    price: priced?.price ?? undefined,
    currency: priced?.currency ?? whole?.currency ?? undefined,
  };
}

/** Pieces of an item, or of all variants of a product, that are on the shelf for whoever comes. */
export async function piecesOf(db: Pick<Tx, 'selectFrom'>, { product, variant }: Names): Promise<number> {
  const rows = await db
    .selectFrom('items')
    .selectAll()
    .where('product', '=', product)
    .$if(variant !== '', (query) => query.where('variant', '=', variant))
    .execute();
  return rows.reduce((sum, it) => sum + Math.max(0, leftOf(it).shelf ?? 0), 0);
}

function titleOf(whole: string, chosen: string): string | undefined {
  const [long, short] = [plainLine(whole), plainLine(chosen)];
  const title = !short || long.includes(short) ? long : short.includes(long) ? short : `${long} – ${short}`;
  return title || undefined;
}

function webAddress(text: string): string | undefined {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) && url.username === '' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
