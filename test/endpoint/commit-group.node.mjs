// Transactions that share one commit: each is kept or undone by itself, and told of only when all of it is on the disk.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Sqlite from 'libsql';
import { connect, migrate } from '../../dist/endpoint/entry.js';
import { newDatabase } from '../support/endpoint.mjs';

const withDatabase = (test) => async () => {
  const { address, remove } = await newDatabase();
  const database = await connect(address);
  try {
    await migrate(database);
    await test(database, address);
  } finally {
    await database.close();
    await remove();
  }
};

const note = (name) => (tx) => tx.insertInto('secrets').values({ name, value: name }).execute();
const notes = async ({ reader }) =>
  (
    await reader.selectFrom('secrets').select('name').where('name', 'like', 'n%').orderBy('name').execute()
  ).map((it) => it.name);

describe('transactions that wait at the same time', () => {
  it(
    'share a commit, and each has what it gave',
    withDatabase(async (database) => {
      let begun = 0;
      const counts = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          database.transact(async (tx) => {
            begun += 1;
            await note(`n${String(at).padStart(2, '0')}`)(tx);
            // Nobody else can see the group until it is whole.
            return [at, (await notes(database)).length];
          }),
        ),
      );
      assert.equal(begun, 20);
      assert.deepEqual(
        counts.map(([at]) => at),
        [...Array(20).keys()],
      );
      const commits = new Set(counts.map(([, seen]) => seen));
      assert.ok(commits.size <= 2, `${commits.size} commits`);
      assert.equal((await notes(database)).length, 20);
    }),
  );

  it(
    'are undone one by one: what one throws is its own',
    withDatabase(async (database) => {
      const results = await Promise.allSettled([
        database.transact(note('n1')),
        database.transact(async (tx) => {
          await note('n2')(tx);
          throw new Error('no');
        }),
        database.transact(note('n1')),
        database.transact(note('n3')),
      ]);
      assert.deepEqual(
        results.map((it) => it.status),
        ['fulfilled', 'rejected', 'rejected', 'fulfilled'],
      );
      assert.equal(results[1].reason.message, 'no');
      assert.match(results[2].reason.code, /^SQLITE_CONSTRAINT/);
      assert.deepEqual(await notes(database), ['n1', 'n3']);
    }),
  );

  it(
    'all hear of it when their commit is lost, also those that had done their work',
    withDatabase(async (database) => {
      const results = await Promise.allSettled([
        database.transact(note('n1')),
        database.transact(async (tx) => {
          const { CompiledQuery } = await import('kysely');
          // As SQLite does by itself when the disk is full.
          await tx.executeQuery(CompiledQuery.raw('rollback'));
          throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
        }),
        database.transact(note('n2')),
      ]);
      assert.deepEqual(
        results.slice(0, 2).map((it) => it.reason?.code),
        ['SQLITE_FULL', 'SQLITE_FULL'],
      );
      // Whoever waited behind them has another commit.
      assert.equal(results[2].status, 'fulfilled');
      assert.deepEqual(await notes(database), ['n2']);
    }),
  );

  it(
    'all hear that another process writes, and run when it has ended',
    withDatabase(async (database, address) => {
      const other = new Sqlite(address);
      other.exec('begin immediate');
      const results = await Promise.allSettled([
        database.transact(note('n1')),
        database.transact(note('n2')),
      ]);
      assert.deepEqual(
        results.map((it) => it.reason?.code),
        ['SQLITE_BUSY', 'SQLITE_BUSY'],
      );
      other.exec('commit');
      other.close();
      await Promise.all([database.transact(note('n1')), database.transact(note('n2'))]);
      assert.deepEqual(await notes(database), ['n1', 'n2']);
    }),
  );
});
