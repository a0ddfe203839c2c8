// What PostgreSQL does to transactions that get in each other's way, and what becomes of the orders.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { transaction } from '../../dist/endpoint/database/transaction.js';
import { putItem, skipped, startEndpoint } from '../support/endpoint.mjs';

const LONG = Boolean(process.env.BO_LONG);

describe('reservations that get in each other’s way', { skip: skipped('postgres') }, () => {
  let keys = 0;
  const reserve = ({ ask }, products) =>
    ask('POST', '/v1/reservations', {
      headers: { 'idempotency-key': `conflict-${(keys += 1)}` },
      body: { lines: products.map((product) => ({ product, quantity: 1 })) },
    });
  const withShop = (work) => async () => {
    const shop = await startEndpoint({ system: 'postgres' });
    try {
      for (const product of ['a', 'b']) await putItem(shop, product, { backorder_limit: null });
      await work(shop, shop.database.db);
    } finally {
      await shop.stop();
    }
  };
  const held = async (db) => {
    const rows = await db.selectFrom('items').select('beyond_held').orderBy('product').execute();
    return rows.map((it) => it.beyond_held);
  };

  const rounds = LONG ? 10_000 : 40;
  it(
    `E10 two orders that name the same items in opposite order are both granted, ${rounds} times`,
    withShop(async (shop, db) => {
      const before = await deadlocks(db);
      for (let round = 0; round < rounds; round += 5) {
        const pairs = Array.from({ length: 5 }, () => [reserve(shop, ['a', 'b']), reserve(shop, ['b', 'a'])]);
        const replies = await Promise.all(pairs.flat());
        assert.ok(replies.every((it) => it.status === 201));
      }
      assert.deepEqual(await held(db), [rounds * 2, rounds * 2]);
      assert.equal(await deadlocks(db), before);
    }),
  );

  it(
    'E10 (control) locks that are taken in opposite order do wait for each other; who is given up begins again',
    withShop(async ({ database }, db) => {
      const met = [];
      let waiting = 0;
      let go;
      const both = new Promise((resolve) => (go = resolve));
      const lock = (tx, product) =>
        tx
          .updateTable('items')
          .set({ beyond_held: sql`beyond_held + 1` })
          .where('product', '=', product)
          .execute();
      const opposite = (products) => {
        let isFirst = true;
        return transaction(database, async (tx) => {
          await lock(tx, products[0]);
          if (isFirst) {
            isFirst = false;
            if ((waiting += 1) === 2) go();
            await both;
          } else met.push('again');
          await lock(tx, products[1]);
        });
      };
      await Promise.all([opposite(['a', 'b']), opposite(['b', 'a'])]);
      assert.deepEqual(met, ['again']);
      assert.deepEqual(await held(db), [2, 2]);
    }),
  );

  it(
    'E11 that PostgreSQL gives up are tried again, and are answered with 503 when it never ends',
    withShop(async (shop, db) => {
      const failing = async (times) => {
        await sql`drop sequence if exists failures`.execute(db);
        await sql`create sequence failures`.execute(db);
        // A sequence keeps its place when the rest is undone.
        await sql
          .raw(
            `create or replace function give_up() returns trigger language plpgsql as $$ begin
               if nextval('failures') <= ${times} then raise exception 'given up' using errcode = '40001'; end if;
               return new; end $$`,
          )
          .execute(db);
      };
      await failing(5);
      await sql`create trigger give_up before update on items for each row execute function give_up()`.execute(
        db,
      );
      assert.equal((await reserve(shop, ['a'])).status, 201);
      assert.deepEqual(await held(db), [1, 0]);
      await failing(1_000_000);
      const { status, json, headers } = await reserve(shop, ['a']);
      assert.deepEqual([status, json.code, headers.get('retry-after')], [503, 'busy', '2']);
      await sql`drop trigger give_up on items`.execute(db);
      assert.deepEqual(await held(db), [1, 0]);
      assert.equal((await reserve(shop, ['a'])).status, 201);
    }),
  );
});

/** How many deadlocks the server has met in this database. */
async function deadlocks(db) {
  const { rows } =
    await sql`select deadlocks from pg_stat_database where datname = current_database()`.execute(db);
  return Number(rows[0].deadlocks);
}
