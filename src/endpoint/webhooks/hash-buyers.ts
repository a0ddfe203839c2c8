import type { Parts } from '../parts.js';
import { readEmail } from '../sign-ups/address.js';
import { findPerson } from '../sign-ups/person.js';
import type { ShopNews } from './shop-news.js';

/**
 * News with the keyed hash of each buyer's address in the place of the address: by it a sign-up that led to the order is
 * found, and nothing of the person is kept. Before the transaction, as the secret is read from the database.
 */
export async function hashBuyers(parts: Pick<Parts, 'database'>, news: ShopNews): Promise<ShopNews> {
  if (!news.orders) return news;
  const orders = news.orders.map(async ({ email, ...order }) => {
    const address = readEmail(email ?? '');
    return address === undefined ? order : { ...order, buyer: (await findPerson(parts, address)).hash };
  });
  return { ...news, orders: await Promise.all(orders) };
}
