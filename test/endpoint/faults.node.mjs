// A database that is busy, full, gone or broken; what is answered then, and that it passes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Sqlite from 'libsql';
import { sql } from 'kysely';
import pg from 'pg';
import { codeOf, transaction } from '../../dist/endpoint/database/transaction.js';
import { makeKey, startServe } from '../support/endpoint-command.mjs';
import { SYSTEMS, newDatabase, putItem, skipped, startEndpoint } from '../support/endpoint.mjs';

const put = async (url, key, product, body = '{"onHand":1}') => {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const start = performance.now();
  const reply = await fetch(`${url}/v1/products/${product}`, { method: 'PUT', headers, body });
  return {
    status: reply.status,
    json: await reply.json(),
    headers: reply.headers,
    ms: performance.now() - start,
  };
};

const get = async (url, path) => {
  const start = performance.now();
  const reply = await fetch(`${url}${path}`);
  return { status: reply.status, json: await reply.json(), ms: performance.now() - start };
};

describe('E12 a SQLite file that another process has locked', { concurrency: 2 }, () => {
  const withLock = (work) => async () => {
    const { address, remove } = await newDatabase();
    const key = await makeKey(address);
    const serving = await startServe(address);
    const other = new Sqlite(address);
    try {
      await put(serving.url, key, 'table');
      other.exec('begin immediate');
      await work({ ...serving, key, other });
    } finally {
      other.close();
      await serving.stop();
      await remove();
    }
  };

  it(
    'is waited for, while reads go on',
    withLock(async ({ url, key, other }) => {
      const writing = [put(url, key, 'a'), put(url, key, 'b')];
      const reads = [];
      const end = performance.now() + 1500;
      while (performance.now() < end) reads.push(await get(url, '/v1/availability?products=table'));
      other.exec('rollback');
      assert.deepEqual(
        (await Promise.all(writing)).map((it) => it.status),
        [201, 201],
      );
      assert.ok(reads.every((it) => it.status === 200 && it.json.products.length === 1));
      const slow = reads.map((it) => it.ms).sort((a, b) => a - b);
      assert.ok(slow[Math.floor(slow.length / 2)] < 200);
    }),
  );

  it(
    'for too long is given up with 503, with nothing half-written; later it is taken',
    withLock(async ({ url, key, other }) => {
      const { status, json, headers, ms } = await put(url, key, 'a');
      assert.deepEqual([status, json.code], [503, 'busy']);
      assert.ok(Number(headers.get('retry-after')) > 0);
      assert.ok(ms > 4000 && ms < 15_000, `${ms} ms`);
      other.exec('rollback');
      assert.deepEqual((await get(url, '/v1/availability?products=a')).json.products, []);
      assert.equal((await put(url, key, 'a')).status, 201);
    }),
  );
});

/** A disk of which so many kilobytes are left: a file that may not grow, or where we may mount one, a real small disk. */
const DISKS = {
  'a file that may grow no more': async (work) => {
    const { address, remove } = await newDatabase();
    const key = await makeKey(address);
    const prefix = ['bash', '-c', 'ulimit -S -f 400; exec "$@"', '--'];
    const serving = await startServe(address, {}, { prefix });
    const relieve = () => execFileSync('prlimit', ['--pid', String(serving.child.pid), '--fsize=unlimited']);
    await work({ ...serving, key, relieve });
    await remove();
  },
  'a disk that is full': async (work, test) => {
    const dir = mkdtempSync(join(tmpdir(), 'backorder-disk-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', dir], { stdio: 'ignore' });
    } catch {
      rmSync(dir, { recursive: true });
      return test.skip('no disk can be mounted here');
    }
    try {
      const address = join(dir, 'shop.db');
      const key = await makeKey(address);
      const serving = await startServe(address);
      const relieve = () => execFileSync('mount', ['-o', 'remount,size=64m', dir]);
      await work({ ...serving, key, relieve });
    } finally {
      execFileSync('umount', ['-l', dir]);
      rmSync(dir, { recursive: true });
    }
    return undefined;
  },
};

describe('E15 writing to', { concurrency: 2 }, () => {
  for (const [name, withDisk] of Object.entries(DISKS)) {
    it(`${name} is answered with 503, reads go on, and it passes`, async (test) => {
      await withDisk(async ({ url, key, relieve, stop }) => {
        const title = 'x'.repeat(500);
        const body = JSON.stringify({
          title,
          variants: Array.from({ length: 60 }, (_, id) => ({ id, title })),
        });
        const done = [];
        let refused;
        for (let index = 0; index < 400 && !refused; index += 1) {
          const reply = await put(url, key, `p${index}`, body);
          if (reply.status === 201) done.push(`p${index}`);
          else refused = reply;
        }
        assert.deepEqual([refused?.status, refused?.json.code], [503, 'busy']);
        assert.ok(done.length > 0);
        assert.equal(
          (await get(url, `/v1/availability?products=${done.at(-1)}`)).json.products[0].variants.length,
          60,
        );
        assert.equal((await get(url, '/live')).status, 200);
        relieve();
        assert.equal((await put(url, key, 'after', body)).status, 201);
        assert.equal((await get(url, '/ready')).status, 200);
        const all = await get(url, `/v1/availability?products=${[...done, `p${done.length}`].join(',')}`);
        assert.deepEqual(all.json.products.map((it) => it.id).sort(), done.sort(), 'whole or not at all');
        assert.equal(await stop(), 0);
      }, test);
    });
  }
});

for (const system of SYSTEMS) {
  describe(`what breaks inside, on ${system}`, { skip: skipped(system) }, () => {
    it('E53 is a 500 for that one request, which tells nothing, and the next are answered', async () => {
      const shop = await startEndpoint({ system });
      await putItem(shop, 'table', { title: 'canary-title' });
      await sql`alter table settings rename to settings_gone`.execute(shop.database.db);
      const broken = await shop.ask('GET', '/v1/availability?products=table');
      assert.deepEqual([broken.status, broken.json.code], [500, 'internal']);
      assert.doesNotMatch(broken.text, /settings|sql|canary|\.[jt]s/i);
      assert.equal((await shop.ask('GET', '/v1/products/table')).status, 200);
      await sql`alter table settings_gone rename to settings`.execute(shop.database.db);
      assert.equal((await shop.ask('GET', '/v1/availability?products=table')).status, 200);
      await shop.stop();
    });

    it('P16 errors of the database, which repeat values, leave no value in the log', async () => {
      const shop = await startEndpoint({ system });
      // A rule that the program does not know of, which fails with what was written.
      const { db } = shop.database;
      await sql`create unique index of_the_test on items (title)`.execute(db);
      const body = { title: 'canary-ann@example.com' };
      await shop.ask('PUT', '/v1/products/a', { body });
      const { status, text } = await shop.ask('PUT', '/v1/products/b', { body });
      assert.equal(status, 500);
      assert.doesNotMatch(text + shop.lines.join(''), /canary|of_the_test/);
      assert.match(shop.lines.join(''), /"problem":"/);
      await shop.stop();
    });

    it('E49 ready is not live: a database that takes no writes, or a server that closes', async () => {
      const shop = await startEndpoint({ system });
      const states = async () => [
        (await shop.ask('GET', '/live', { as: '' })).status,
        (await shop.ask('GET', '/ready', { as: '' })).status,
      ];
      assert.deepEqual(await states(), [200, 200]);
      const { db } = shop.database;
      if (system === 'sqlite') await sql`pragma query_only = 1`.execute(db);
      else
        await sql
          .raw(
            `alter database ${new URL(shop.address).pathname.slice(1)} set default_transaction_read_only = on`,
          )
          .execute(db);
      if (system === 'postgres') {
        await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
          db,
        );
        await sql`set default_transaction_read_only = on`.execute(db);
      }
      assert.deepEqual(await states(), [200, 503]);
      await shop.stop();
      const other = await startEndpoint({ system });
      other.endpoint.close();
      assert.deepEqual(
        [(await other.ask('GET', '/ready')).status, (await other.ask('GET', '/live')).status],
        [503, 200],
      );
      assert.equal((await other.ask('GET', '/live')).headers.get('connection'), 'close');
      await other.stop();
    });
  });
}

describe('E12 more requests than PostgreSQL has connections for', { skip: skipped('postgres') }, () => {
  it('that waits too long for one is told to come again, as for any database that is busy', async () => {
    const pool = new pg.Pool({
      connectionString: process.env.BO_POSTGRES,
      max: 1,
      connectionTimeoutMillis: 500,
    });
    const first = await pool.connect();
    const late = await pool.connect().catch((error) => error);
    assert.equal(codeOf(late), 'ETIMEDOUT', late.message);
    const database = { transact: () => Promise.reject(late) };
    await assert.rejects(
      transaction(database, () => {}),
      { status: 503, code: 'busy' },
    );
    first.release();
    await pool.end();
  });
});
