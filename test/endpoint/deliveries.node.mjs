// Deliveries, orders and counts of one shelf, told in whatever order: the shelf is what it truly is.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SYSTEMS, putItem, skipped, startEndpoint } from '../support/endpoint.mjs';
import { SETTINGS, fromShopify, shopifyOrder, shopifyProduct } from '../support/shop-webhooks.mjs';

const SECOND = 1000;

const rowOf = ({ database }) => database.db.selectFrom('items').selectAll().executeTakeFirstOrThrow();

/** Pieces on the shelf less those that are sold; below zero for those that are owed. */
async function standOf(shop) {
  const { on_hand, shelf_sold, beyond_sold } = await rowOf(shop);
  return Math.max(0, on_hand) - shelf_sold - Math.max(beyond_sold, -on_hand, 0);
}

const receive = async ({ ask }, pieces) => {
  const { status } = await ask('PATCH', '/v1/products/lamp', { body: { received: pieces } });
  assert.equal(status, 200);
};

for (const system of SYSTEMS) {
  describe(`deliveries in ${system}`, { skip: skipped(system) }, () => {
    const withShop = (onHand, work) => async () => {
      const shop = await startEndpoint({ system, settings: SETTINGS });
      try {
        await putItem(shop, 'lamp', {
          on_hand: onHand,
          stock_at: onHand === null ? null : shop.time.now,
          backorder_limit: null,
        });
        const start = shop.time.now;
        const after = (seconds) => start + seconds * SECOND;
        const order = (id, pieces, placed) =>
          fromShopify(shop, 'orders/create', shopifyOrder(id, [['lamp', pieces]], { placed: after(placed) }));
        const count = (pieces, at) =>
          fromShopify(shop, 'products/update', shopifyProduct('lamp', { lamp: pieces }, after(at)), {
            triggeredAt: after(at),
          });
        await work({ ...shop, after, order, count });
      } finally {
        await shop.stop();
      }
    };

    for (const [onHand, pieces, stands] of [
      [5, 2, 13],
      [5, 7, 8],
      [0, 3, 7],
      [0, 12, -2],
      [-4, 3, 3],
    ]) {
      for (const isLate of [false, true]) {
        it(
          `an order of ${pieces} that is placed before a delivery of 10 comes off a shelf of ${onHand}, told ${isLate ? 'after' : 'before'} it`,
          withShop(onHand, async (shop) => {
            const { time, order, after } = shop;
            if (!isLate) await order(1, pieces, 10);
            time.now = after(20);
            await receive(shop, 10);
            time.now = after(25);
            if (isLate) await order(1, pieces, 10);
            assert.equal(await standOf(shop), stands);
          }),
        );
      }
    }

    it(
      'what was sold before the count, or before the first delivery to a shelf that nobody had counted, does not come off',
      withShop(5, async (shop) => {
        const { time, order, after, database } = shop;
        time.now = after(20);
        await receive(shop, 10);
        await order(1, 2, -10);
        assert.equal(await standOf(shop), 15);
        await database.db
          .updateTable('items')
          .set({ on_hand: null, stock_at: null, received_at: null })
          .execute();
        time.now = after(40);
        await receive(shop, 6);
        await order(2, 2, 30);
        assert.equal(await standOf(shop), 6);
        await order(3, 2, 41);
        assert.equal(await standOf(shop), 4);
      }),
    );

    it(
      'a count from before a delivery does not undo it; a count from after it stands, and deliveries are no counts',
      withShop(5, async (shop) => {
        const { time, count, after, ask } = shop;
        time.now = after(20);
        await receive(shop, 10);
        assert.equal((await count(4, 15)).json.outcome, 'older');
        assert.equal(await standOf(shop), 15);
        const { json } = await ask('GET', '/v1/products/lamp');
        assert.equal(Date.parse(json.counts.countedAt), after(0));
        time.now = after(30);
        assert.equal((await count(14, 25)).json.outcome, 'taken');
        assert.equal(await standOf(shop), 14);
      }),
    );

    it(
      'however orders, deliveries and counts follow and however late orders and counts are told, the shelf is what it is',
      { skip: system === 'postgres' && 'the rules are the same, and each question takes longer' },
      async () => {
        const step = fc.record({
          what: fc.constantFrom('order', 'order', 'delivery', 'count'),
          pieces: fc.integer({ min: 1, max: 9 }),
          /** Steps until it is told. */
          late: fc.integer({ min: 0, max: 4 }),
        });
        const steps = fc.array(step, { minLength: 2, maxLength: 12 });
        await fc.assert(
          fc.asyncProperty(fc.integer({ min: -3, max: 12 }), steps, async (first, all) => {
            await withShop(first, async (shop) => {
              const { time, order, count, after } = shop;
              let truth = first;
              const told = [];
              for (let index = 0; index < all.length + 5; index += 1) {
                const { what, pieces, late } = all[index] ?? {};
                const at = index * 10 + 10;
                time.now = after(at);
                if (what === 'delivery') {
                  truth += pieces;
                  await receive(shop, pieces);
                }
                if (what === 'order') {
                  truth -= pieces;
                  told.push([index + late, () => order(index + 1, pieces, at)]);
                }
                const counted = truth;
                if (what === 'count') told.push([index + late, () => count(counted, at)]);
                for (const [due, tell] of told) if (due === index) assert.equal((await tell()).status, 200);
              }
              assert.equal(await standOf(shop), truth);
            })();
          }),
          { numRuns: process.env.BO_LONG ? 2000 : 60, seed: process.env.BO_LONG ? undefined : 7 },
        );
      },
    );
  });
}
