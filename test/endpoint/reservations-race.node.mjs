// Many processes at once: what is granted is counted from the replies, never from the counter alone.
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { SYSTEMS, putItem, skipped, startEndpoint } from '../support/endpoint.mjs';

const LONG = Boolean(process.env.BO_LONG);
const PROCESSES = 16;
const WORKER = new URL('../support/reserve-worker.mjs', import.meta.url);

let workers = [];

before(async () => {
  workers = Array.from({ length: PROCESSES }, () => fork(WORKER, { execArgv: [] }));
  await Promise.all(workers.map((it) => once(it, 'message')));
});
after(() => workers.forEach((it) => it.kill()));

/** Has each process do the same task, at the same time. */
async function all(task, processes = PROCESSES) {
  const done = workers.slice(0, processes).map(async (worker) => {
    worker.send(task);
    const [{ result, error }] = await once(worker, 'message');
    assert.equal(error, undefined);
    return result;
  });
  const results = await Promise.all(done);
  return {
    granted: results.flatMap((it) => it.granted),
    refused: results.flatMap((it) => it.refused),
  };
}

const sum = (granted) => granted.reduce((total, it) => total + it.quantity, 0);

for (const system of SYSTEMS) {
  describe(`${PROCESSES} processes reserve in one ${system} database`, { skip: skipped(system) }, () => {
    const withShop = (fields, work) => async () => {
      const shop = await startEndpoint({ system });
      try {
        await putItem(shop, 'table', { on_hand: 0, ...fields });
        const row = () =>
          shop.database.db.selectFrom('items').selectAll().where('product', '=', 'table').executeTakeFirst();
        await work(shop, row);
      } finally {
        await shop.stop();
      }
    };

    const limit = LONG ? 4_000 : 150;
    it(
      `E01 E47 are granted exactly the ${limit} pieces there are, each once, and refused only when none is left`,
      withShop({ on_hand: 10, backorder_limit: limit - 10 }, async ({ address, key, database }, row) => {
        const { granted } = await all({ way: 'endpoint', address, key, most: 1 });
        assert.equal(sum(granted), limit);
        assert.equal(new Set(granted.map((it) => it.id)).size, limit);
        const { shelf_held, beyond_held } = await row();
        assert.deepEqual([shelf_held, beyond_held], [10, limit - 10]);
        const kept = database.db.selectFrom('reservations').select((it) => it.fn.countAll().as('all'));
        assert.equal(Number((await kept.executeTakeFirst()).all), limit);
      }),
    );

    it(
      'E02 with 1 to 5 pieces each never get more than there are, and nothing that still fits is refused',
      withShop({ on_hand: 7, backorder_limit: 113 }, async ({ address, key }, row) => {
        const { granted } = await all({ way: 'endpoint', address, key, most: 5 });
        // Each goes on until a single piece is refused, so not one is left.
        assert.equal(sum(granted), 120);
        const { shelf_held, beyond_held } = await row();
        assert.deepEqual([shelf_held, beyond_held], [7, 113]);
      }),
    );

    it(
      'E01 (control) a counter that is read and written back grants more than there are, in the same harness',
      withShop({ backorder_limit: 60 }, async ({ address }) => {
        const { granted } = await all({ way: 'naive', address, limit: 60 });
        assert.ok(sum(granted) > 60, `${sum(granted)} granted`);
      }),
    );
  });
}
