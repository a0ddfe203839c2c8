import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setStock } from '../../dist/endpoint/products/set-stock.js';
import { transaction } from '../../dist/endpoint/database/transaction.js';
import { SYSTEMS, putItem, skipped, startEndpoint } from '../support/endpoint.mjs';

for (const system of SYSTEMS) {
  describe(`stock that is told, in ${system}`, { skip: skipped(system) }, () => {
    const withTable = (fields, work) => async () => {
      const shop = await startEndpoint({ system });
      const { db } = shop.database;
      const set = (change, item = { product: 'table', variant: '' }) =>
        transaction(shop.database, (tx) => setStock(tx, shop.time.now, item, change));
      const counts = async () => {
        const row = await db.selectFrom('items').selectAll().executeTakeFirstOrThrow();
        return [row.on_hand, row.shelf_sold, row.beyond_sold];
      };
      const restocks = async () =>
        (await db.selectFrom('restocks').selectAll().execute()).map((it) => [it.units, it.state]);
      try {
        await putItem(shop, 'table', { backorder_limit: 10, ...fields });
        await work({ ...shop, set, counts, restocks });
      } finally {
        await shop.stop();
      }
    };

    it(
      'a count stands for all that was sold of the shelf before, and for what was owed when pieces are there',
      withTable({ on_hand: 5, shelf_sold: 3, beyond_sold: 2 }, async ({ set, counts, time }) => {
        assert.equal(await set({ onHand: 0, at: time.now - 10 }), 'set');
        assert.deepEqual(await counts(), [0, 0, 2]);
        assert.equal(await set({ onHand: 7, at: time.now - 5 }), 'set');
        assert.deepEqual(await counts(), [7, 0, 0]);
      }),
    );

    it(
      'an older count, or the same again, changes nothing',
      withTable({}, async ({ set, counts, time, database }) => {
        assert.equal(await set({ onHand: 5, at: time.now - 10 }), 'set');
        await database.db.updateTable('items').set({ shelf_sold: 2 }).execute();
        assert.equal(await set({ onHand: 5, at: time.now - 10 }), 'older');
        assert.equal(await set({ onHand: 9, at: time.now - 11 }), 'older');
        assert.deepEqual(await counts(), [5, 2, 0]);
        assert.equal(await set({ onHand: 3, at: time.now - 10 }), 'set', 'two changes in one second');
        assert.deepEqual(await counts(), [3, 0, 0]);
      }),
    );

    it(
      'a clock that is ahead does not keep out what is told later',
      withTable({}, async ({ set, counts, time }) => {
        await set({ onHand: 5, at: time.now + 3_600_000 });
        time.now += 1000;
        assert.equal(await set({ onHand: 4, at: time.now }), 'set');
        assert.deepEqual(await counts(), [4, 0, 0]);
      }),
    );

    for (const [before, received, after] of [
      [{ on_hand: 0, beyond_sold: 3 }, 5, [2, 0, 0]],
      [{ on_hand: 0, beyond_sold: 3 }, 2, [0, 0, 1]],
      [{ on_hand: -3, beyond_sold: 3 }, 5, [2, 0, 0]],
      [{ on_hand: -3, beyond_sold: 5 }, 4, [0, 0, 1]],
      [{ on_hand: -3, beyond_sold: 0 }, 1, [-2, 0, 0]],
      [{ on_hand: 5, shelf_sold: 5, beyond_sold: 2 }, 10, [13, 5, 0]],
      [{ on_hand: null, beyond_sold: 1 }, 4, [3, 0, 0]],
    ]) {
      it(
        `a delivery of ${received} to ${JSON.stringify(before)} first covers what is owed`,
        withTable(before, async ({ set, counts }) => {
          assert.equal(await set({ received }), 'set');
          assert.deepEqual(await counts(), after);
        }),
      );
    }

    it(
      'a return of stock is noted once, however it comes, with the pieces that can be sold',
      withTable({ on_hand: 5, shelf_sold: 4, shelf_held: 1 }, async ({ set, restocks, time }) => {
        await set({ onHand: 0, at: (time.now += 1) });
        assert.deepEqual(await restocks(), []);
        await set({ onHand: 3, at: (time.now += 1) });
        await set({ onHand: 8, at: (time.now += 1) });
        await set({ received: 4 });
        assert.deepEqual(await restocks(), [[2, 'open']]);
      }),
    );

    it(
      'E39 a return of stock that is undone is not noted',
      withTable({ on_hand: 0, beyond_sold: 2 }, async ({ set, restocks, database, time }) => {
        const failing = transaction(database, async (tx) => {
          await setStock(tx, time.now, { product: 'table', variant: '' }, { received: 5 });
          throw new Error('later in the same transaction');
        });
        await assert.rejects(failing);
        assert.deepEqual(await restocks(), []);
        await set({ received: 2 });
        assert.deepEqual(await restocks(), [], 'all of it is owed');
        assert.equal(await set({ received: 1 }, { product: 'chair', variant: '' }), 'unknown-item');
      }),
    );

    it(
      'deliveries at the same time all count',
      withTable({ on_hand: 0 }, async ({ set, counts, restocks }) => {
        await Promise.all(Array.from({ length: 20 }, () => set({ received: 1 })));
        assert.deepEqual(await counts(), [20, 0, 0]);
        assert.deepEqual(await restocks(), [[1, 'open']]);
      }),
    );
  });
}
