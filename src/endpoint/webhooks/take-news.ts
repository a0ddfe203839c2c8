import type { Tx } from '../database/transaction.js';
import { hashOf } from '../hashes.js';
import type { Settings } from '../settings.js';
import { byName, type ItemName } from '../reservations/locked-items.js';
import { countOrder } from './count-order.js';
import { findShopItem } from './find-shop-item.js';
import type { ShopCount, ShopNews } from './shop-news.js';
import { tellCount } from './tell-count.js';

/** What became of a webhook. */
export type Outcome = 'taken' | 'later' | 'repeated' | 'older' | 'ignored';

/** Notes that a message was taken. @returns false for one that was before */
export async function isFirst(tx: Tx, platform: string, event: string, now: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('webhook_events')
    .values({ platform, event: hashOf(event), received_at: now })
    .onConflict((conflict) => conflict.columns(['platform', 'event']).doNothing())
    .executeTakeFirst();
  return Boolean(numInsertedOrUpdatedRows);
}

const DAY = 86_400_000;

/** Orders that were placed before are not kept, and those that are not known are not counted any more. */
export function oldestOf({ KEEP_ORDERS_DAYS }: Pick<Settings, 'KEEP_ORDERS_DAYS'>, now: number): number {
  return now - KEEP_ORDERS_DAYS * DAY;
}

/**
 * Takes down what a shop tells, in one transaction.
 *
 * @param oldest see `oldestOf`
 */
export async function takeNews(
  tx: Tx,
  platform: string,
  news: ShopNews,
  now: number,
  oldest: number,
): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (const order of news.orders ?? []) {
    outcomes.push(await countOrder(tx, platform, order, now, oldest));
  }
  for (const { name, count } of await countsByItem(tx, news.counts ?? [])) {
    outcomes.push(await tellCount(tx, now, name, count));
  }
  return outcomes.includes('taken') ? 'taken' : (outcomes[0] ?? 'ignored');
}

/** Counts of items that are known, in the order in which items are locked. */
async function countsByItem(
  tx: Tx,
  counts: readonly ShopCount[],
): Promise<readonly { name: ItemName; count: { onHand: number; at: number } }[]> {
  const found = new Map<string, { name: ItemName; count: { onHand: number; at: number } }>();
  for (const { onHand, at, ...item } of counts) {
    const name = await findShopItem(tx, item);
    if (!name) continue;
    const key = JSON.stringify([name.product, name.variant]);
    const same = found.get(key);
    // Variants that are kept here as one product make one count.
    found.set(key, { name, count: { onHand: onHand + (same?.count.onHand ?? 0), at } });
  }
  return [...found.values()].sort((a, b) => byName(a.name, b.name));
}
