import { transaction, type Tx } from '../database/transaction.js';
import { newId } from '../ids.js';
import type { Parts } from '../parts.js';
import { enqueue } from '../restock/enqueue.js';
import type { Outcome } from '../restock/outcome.js';
import { bigCommerceApi, readWanted } from './bigcommerce-api.js';
import { hashBuyers } from './hash-buyers.js';
import { ShopNotReadError, type Wanted } from './shop-not-read-error.js';
import { oldestOf, takeNews } from './take-news.js';

/** Milliseconds until the shop is asked for the second time. */
const FIRST_WAIT = 30_000;

/**
 * Keeps in the outbox that a shop is to be read, in the transaction that takes its message: with growing pauses and so many
 * tries as for any other message there, whether or not the shop tells of it again. What waits already is read once for all,
 * since it is the present that is read.
 */
export async function readLater(tx: Tx, now: number, wanted: Wanted): Promise<void> {
  const lane =
    'order' in wanted ? `bigcommerce order ${wanted.order}` : `bigcommerce product ${wanted.product}`;
  const waiting = tx.selectFrom('outbox').select('id').where('lane', '=', lane).where('state', '=', 'queued');
  if (await waiting.executeTakeFirst()) return;
  const at = now + FIRST_WAIT;
  const dedupe = `read ${newId()}`;
  await enqueue(tx, now, { kind: 'read', target: 'bigcommerce', lane, dedupe, payload: wanted, at });
}

/** Asks a shop that could not be read before, and takes down what it says. */
export async function readAgain(parts: Parts, wanted: Wanted): Promise<Outcome> {
  const api = bigCommerceApi(parts);
  // Its settings were taken away after the message came: they may come back.
  if (!api) return { state: 'again', problem: 'not-configured' };
  try {
    const news = await hashBuyers(parts, await readWanted(api, wanted));
    const { database, now, settings } = parts;
    await transaction(database, (tx) => takeNews(tx, 'bigcommerce', news, now(), oldestOf(settings, now())));
    return { state: 'sent' };
  } catch (error) {
    if (error instanceof ShopNotReadError) return { state: 'again', problem: 'shop-not-read' };
    throw error;
  }
}
