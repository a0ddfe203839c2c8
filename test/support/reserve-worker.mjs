// A process of its own that takes pieces until it is refused, as one of several instances of the endpoint. It is told what
// to do by messages, and answers each with what it was granted.
import { randomUUID } from 'node:crypto';
import { connect, createEndpoint, createMetrics, jsonLog, readSettings } from '../../dist/endpoint/entry.js';

const WAYS = {
  /** The endpoint, asked like any client asks it: 503 is tried again with the same key. */
  async endpoint({ address, key, most }) {
    const database = await connect(address);
    const parts = {
      database,
      settings: readSettings({ DATABASE_URL: address }),
      now: Date.now,
      log: jsonLog(() => {}, Date.now),
      metrics: createMetrics(),
      fetch,
    };
    const endpoint = createEndpoint(parts);
    const granted = [];
    const refused = [];
    const take = async () => {
      for (;;) {
        const quantity = 1 + Math.floor(Math.random() * most);
        const request = {
          method: 'POST',
          headers: {
            authorization: `Bearer ${key}`,
            'content-type': 'application/json',
            'idempotency-key': randomUUID(),
          },
          body: JSON.stringify({ lines: [{ product: 'table', quantity }] }),
        };
        let reply;
        do {
          reply = await endpoint.fetch(new Request('https://stock.shop.example/v1/reservations', request));
        } while (reply.status === 503);
        const body = await reply.json();
        if (reply.status === 201) granted.push({ id: body.id, quantity });
        else if (reply.status === 409 && body.code === 'not-enough') refused.push(quantity);
        else throw new Error(`${reply.status} ${body.code}`);
        if (reply.status === 409 && quantity === 1) return;
      }
    };
    await Promise.all([take(), take()]);
    await database.close();
    return { granted, refused };
  },
  /** The negative control: reads the counter, and writes it back one higher. */
  async naive({ address, limit }) {
    const database = await connect(address);
    const granted = [];
    for (;;) {
      try {
        const { beyond_held } = await database.db
          .selectFrom('items')
          .select('beyond_held')
          .where('product', '=', 'table')
          .executeTakeFirstOrThrow();
        if (beyond_held >= limit) break;
        const set = { beyond_held: beyond_held + 1 };
        await database.db.updateTable('items').set(set).where('product', '=', 'table').execute();
        granted.push({ id: randomUUID(), quantity: 1 });
      } catch (error) {
        if (!/BUSY/.test(error.code)) throw error;
      }
    }
    await database.close();
    return { granted, refused: [] };
  },
};

process.on('message', async (task) => {
  if (task.stop) process.exit(0);
  try {
    process.send({ id: task.id, result: await WAYS[task.way](task) });
  } catch (error) {
    process.send({ id: task.id, error: String(error) });
  }
});
process.send({ ready: true });
