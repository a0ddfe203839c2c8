import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect } from '../../dist/endpoint/database/connect.js';
import { transaction } from '../../dist/endpoint/database/transaction.js';
import { countDemand } from '../../dist/endpoint/demand/count-demand.js';
import { weekOf, weeksBetween } from '../../dist/endpoint/demand/week.js';
import { SYSTEMS, skipped, startEndpoint } from '../support/endpoint.mjs';

const ITEM = { product: 'table', variant: 'oak' };
const AT = Date.UTC(2026, 10, 22, 23, 59);

for (const system of SYSTEMS) {
  describe(`Demand counts in ${system}`, { skip: skipped(system) }, () => {
    /** Has `count` do 40 counts of 1 to 5 pieces through three connections at once; tells what they come to. */
    const race = async (count) => {
      const shop = await startEndpoint({ system });
      const others = await Promise.all([connect(shop.address), connect(shop.address)]);
      try {
        const databases = [shop.database, ...others];
        const pieces = Array.from({ length: 40 }, (_, at) => 1 + (at % 5));
        await Promise.all(pieces.map((many, at) => transaction(databases[at % 3], (tx) => count(tx, many))));
        return await shop.database.db.selectFrom('demand').selectAll().execute();
      } finally {
        await Promise.all(others.map((it) => it.close()));
        await shop.stop();
      }
    };

    it('that are made at once sum up exactly', async () => {
      const rows = await race((tx, pieces) => countDemand(tx, AT, ITEM, 'asked', pieces));
      assert.deepEqual(rows, [{ ...ITEM, week: '2026-11-16', kind: 'asked', events: 40, pieces: 120 }]);
    });

    it('are lost by a count that is read first and written then: the race is a real one', async () => {
      const key = { ...ITEM, week: '2026-11-16', kind: 'asked' };
      // Outside of a transaction that locks, as whoever does not know of one would write it.
      const shop = await startEndpoint({ system });
      const other = await connect(shop.address);
      try {
        await shop.database.db
          .insertInto('demand')
          .values({ ...key, events: 0, pieces: 0 })
          .execute();
        const naive = async ({ db }) => {
          const { pieces } = await db.selectFrom('demand').select('pieces').executeTakeFirstOrThrow();
          await new Promise((resolve) => setTimeout(resolve, 1));
          await db
            .updateTable('demand')
            .set({ pieces: pieces + 1 })
            .execute();
        };
        await Promise.all(Array.from({ length: 20 }, (_, at) => naive(at % 2 ? other : shop.database)));
        const { pieces } = await shop.database.db.selectFrom('demand').select('pieces').executeTakeFirst();
        assert.ok(pieces < 20, `${pieces} of 20`);
      } finally {
        await other.close();
        await shop.stop();
      }
    });

    it('are gone with the transaction that made them', async () => {
      const shop = await startEndpoint({ system });
      try {
        const work = transaction(shop.database, async (tx) => {
          await countDemand(tx, AT, ITEM, 'backordered', 2);
          throw new Error('the shop went down');
        });
        await assert.rejects(work, /went down/);
        assert.deepEqual(await shop.database.db.selectFrom('demand').selectAll().execute(), []);
      } finally {
        await shop.stop();
      }
    });

    it('stand in a row for each item, week and kind', async () => {
      const shop = await startEndpoint({ system });
      try {
        await transaction(shop.database, async (tx) => {
          await countDemand(tx, AT, ITEM, 'asked', 1);
          await countDemand(tx, AT + 60_000, ITEM, 'asked', 2);
          await countDemand(tx, AT, ITEM, 'left', 0);
          await countDemand(tx, AT, { product: 'table', variant: '' }, 'asked', 4);
        });
        const rows = await shop.database.db
          .selectFrom('demand')
          .selectAll()
          .orderBy('variant')
          .orderBy('week')
          .orderBy('kind')
          .execute();
        assert.deepEqual(
          rows.map((it) => [it.variant, it.week, it.kind, it.events, it.pieces]),
          [
            ['', '2026-11-16', 'asked', 1, 4],
            ['oak', '2026-11-16', 'asked', 1, 1],
            ['oak', '2026-11-16', 'left', 1, 0],
            ['oak', '2026-11-23', 'asked', 1, 2],
          ],
        );
      } finally {
        await shop.stop();
      }
    });
  });
}

describe('A week', () => {
  it('begins on Monday, at midnight UTC', () => {
    assert.equal(weekOf(Date.UTC(2026, 10, 16)), '2026-11-16');
    assert.equal(weekOf(Date.UTC(2026, 10, 16) - 1), '2026-11-09');
    assert.equal(weekOf(Date.UTC(2027, 0, 1)), '2026-12-28');
    assert.equal(weekOf(Date.UTC(1969, 11, 30)), '1969-12-29');
  });

  it('is listed once between two', () => {
    assert.deepEqual(weeksBetween('2026-12-21', '2027-01-04'), ['2026-12-21', '2026-12-28', '2027-01-04']);
  });
});
