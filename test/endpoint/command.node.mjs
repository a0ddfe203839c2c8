// `npx backorder-elements serve` and what belongs to it, as they are called.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { connect } from '../../dist/endpoint/database/connect.js';
import { migrate } from '../../dist/endpoint/database/migrate.js';
import { readSettings } from '../../dist/endpoint/settings.js';
import { command, makeKey, startServe } from '../support/endpoint-command.mjs';
import { SYSTEMS, newDatabase, skipped } from '../support/endpoint.mjs';

const LONG = Boolean(process.env.BO_LONG);

const withDatabase = (system, work) => async () => {
  const { address, remove } = await newDatabase(system);
  try {
    await work(address);
  } finally {
    await remove();
  }
};

/** Puts products one after the other until told to stop; gives the ids of those that were acknowledged. */
function keepWriting(url, key, worker) {
  const done = [];
  let isOver = false;
  const others = [];
  const loop = async () => {
    for (let index = 0; !isOver; index += 1) {
      const product = `w${worker}-${index}`;
      try {
        const reply = await fetch(`${url}/v1/products/${product}`, {
          method: 'PUT',
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
          body: '{"onHand":1}',
        });
        await reply.arrayBuffer();
        if (reply.ok) done.push(product);
        else others.push(reply.status);
      } catch (error) {
        others.push(error.cause?.code ?? error.name);
        if (isOver) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  };
  const ended = loop();
  const stop = () => {
    isOver = true;
    return ended;
  };
  return { done, others, stop };
}

const productsIn = async (address) => {
  const { db, close } = await connect(address);
  const rows = await db.selectFrom('items').select('product').execute();
  await close();
  return rows.map((it) => it.product);
};

const until = async (holds) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('backorder-elements serve', { concurrency: 2 }, () => {
  it('refuses settings that are wrong, with a line for each and exit code 2', async () => {
    const env = { SHOP_ORIGINS: 'our-shop', MAX_AGE: 'long', PUBLIC_URL: 'ftp://x', HOLD_SECONDS: '1' };
    const { said, code, out } = await command(['serve', '--port', '99999999'], env);
    assert.equal(code, 2);
    for (const name of ['SHOP_ORIGINS', 'MAX_AGE', 'PUBLIC_URL', 'HOLD_SECONDS', 'PORT']) {
      assert.match(said, new RegExp(`^  ${name}\\b`, 'm'));
    }
    assert.doesNotMatch(
      said,
      /ftp|our-shop|long\b|at .*\.js/,
      'values are not repeated: they may be secrets',
    );
    assert.equal(out, '');
  });

  it('refuses databases that it has no driver for, and origins that name no host', async () => {
    const env = {
      DATABASE_URL: 'mysql://u:secret@db/shop',
      SHOP_ORIGINS: 'https://a.example;https://b.example',
    };
    const { said, code } = await command(['serve', '--port', '0'], env);
    assert.equal(code, 2);
    assert.match(said, /^ {2}DATABASE_URL: The path of a SQLite file, or postgres:/m);
    assert.match(said, /^ {2}SHOP_ORIGINS\.0: Origins such as https:/m);
    assert.doesNotMatch(said, /secret|a\.example/);
  });

  it('takes origins with ports, of IPv6 and of other letters, and paths of every kind', async () => {
    const told = 'http://localhost:3000 https://[::1]:8443 https://läden.example/';
    const { SHOP_ORIGINS, DATABASE_URL } = readSettings({
      SHOP_ORIGINS: told,
      DATABASE_URL: 'C:\\shop\\stock.db',
    });
    assert.deepEqual(SHOP_ORIGINS, [
      'http://localhost:3000',
      'https://[::1]:8443',
      'https://xn--lden-loa.example',
    ]);
    assert.equal(DATABASE_URL, 'C:\\shop\\stock.db');
  });

  it('says so when there is no command of a name', async () => {
    const { said, code } = await command(['sreve']);
    assert.equal(code, 2);
    assert.match(said, /^There is no command "sreve"\.\n\nbackorder-elements check URL/);
  });

  for (const args of [
    ['serve', '--prot', '1'],
    ['serve', 'now'],
    ['create-key'],
    ['move'],
    ['backup'],
    ['nothing'],
  ]) {
    it(`says how "${args.join(' ')}" is meant, with exit code 2`, async () => {
      const { said, code } = await command(args);
      assert.equal(code, 2);
      assert.ok(said.length > 20);
      assert.doesNotMatch(said, /at .*\.js:/);
    });
  }

  it(
    'goes on serving when nobody reads what it logs any more',
    withDatabase('sqlite', async (address) => {
      const key = await makeKey(address);
      const serving = await startServe(address);
      serving.child.stdout.destroy();
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      for (let nth = 0; nth < 5; nth += 1) {
        const body = `{"onHand":${nth}}`;
        const { status } = await fetch(`${serving.url}/v1/products/lamp`, { method: 'PUT', headers, body });
        assert.equal(status, nth === 0 ? 201 : 200);
      }
      assert.equal(await serving.stop(), 0);
    }),
  );

  it(
    'says in one line that the port is taken',
    withDatabase('sqlite', async (address) => {
      const first = await startServe(address);
      const { port } = new URL(first.url);
      const { said, code } = await command(['serve', '--port', port, '--database', address]);
      assert.deepEqual([code, said.trim().split('\n').length], [2, 1]);
      assert.match(said, /EADDRINUSE/);
      await first.stop();
    }),
  );

  it(
    'makes a first key that opens what it may',
    withDatabase('sqlite', async (address) => {
      const key = await makeKey(address, 'products:write,availability:read');
      const { url, stop } = await startServe(address);
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const put = await fetch(`${url}/v1/products/a`, { method: 'PUT', headers, body: '{"onHand":3}' });
      assert.equal(put.status, 201);
      assert.equal((await fetch(`${url}/v1/keys`, { headers })).status, 403);
      assert.equal(await stop('SIGINT'), 0);
      const wrong = await command(['create-key', 'x', '--scopes', 'root', '--database', address]);
      assert.equal(wrong.code, 2);
      assert.match(wrong.said, /products:write/);
    }),
  );

  for (const [what, spoil, line] of [
    ['a page in the middle is overwritten', (file) => scribble(file, 4096 * 3), /damaged/],
    [
      'it is no database',
      (file) => writeFileSync(file, 'not a database, but longer than a header'.repeat(99)),
      /damaged/,
    ],
    ['it is gone, and its log is there', (file) => (rmSync(file), writeFileSync(`${file}-wal`, '')), /gone/],
    ['a newer version made it', (file) => setNewer(file), /newer version/],
  ]) {
    it(
      `E16 does not start on a database when ${what}, and says so in a line`,
      withDatabase('sqlite', async (address) => {
        await makeKey(address);
        await spoil(address);
        const before = existsSync(address) && readFileSync(address);
        const { said, code } = await command(['serve', '--port', '0', '--database', address]);
        assert.deepEqual([code, said.trim().split('\n').length], [2, 1]);
        assert.match(said, line);
        assert.deepEqual(existsSync(address) && readFileSync(address), before, 'it was not touched');
      }),
    );
  }

  it(
    'E16 the doctor sees what is whole, what is damaged, and counts that cannot be',
    withDatabase('sqlite', async (address) => {
      await makeKey(address);
      const well = await command(['doctor', '--database', address]);
      assert.equal(well.code, 0, well.out);
      const { db, close } = await connect(address);
      const counts = { shelf_held: 2, shelf_sold: 0, beyond_held: 0, beyond_sold: -1 };
      await db
        .insertInto('items')
        .values({ product: 'a', variant: '', fields: '{}', version: 1, updated_at: 1, ...counts })
        .execute();
      await close();
      const odd = await command(['doctor', '--database', address]);
      assert.equal(odd.code, 1);
      assert.equal(odd.out.match(/✘/g).length, 2);
      scribble(address, 4096 * 3);
      assert.match((await command(['doctor', '--database', address])).out, /✘ .*damaged/);
    }),
  );

  it(
    'the doctor makes no database where there is none, and calls none whole that it could not ask',
    withDatabase('sqlite', async (address) => {
      const none = `${address}-of-another-name`;
      const away = await command(['doctor', '--database', none]);
      assert.equal(away.code, 1);
      assert.match(away.out, /✘ There is no database of this name/);
      assert.ok(!existsSync(none), 'it only looked');
      const closed = await command(['doctor', '--database', 'postgres://nobody@127.0.0.1:9/none']);
      assert.equal(closed.code, 1);
      assert.match(closed.out, /✘ The database cannot be opened/);
      assert.doesNotMatch(away.out + closed.out, /✔ The database/);
    }),
  );

  for (const system of SYSTEMS) {
    it(
      `E17 told to end under load, it ends soon, and nothing that was acknowledged is lost (${system})`,
      { skip: skipped(system) },
      withDatabase(system, async (address) => {
        const key = await makeKey(address);
        const serving = await startServe(address);
        const writers = [1, 2, 3, 4].map((it) => keepWriting(serving.url, key, it));
        await until(() => writers.every((it) => it.done.length > 3));
        const start = Date.now();
        const code = await serving.stop();
        const took = Date.now() - start;
        await Promise.all(writers.map((it) => it.stop()));
        assert.equal(code, 0);
        assert.ok(took < 10_000, `${took} ms`);
        const acknowledged = writers.flatMap((it) => it.done);
        const kept = new Set(await productsIn(address));
        assert.deepEqual(
          acknowledged.filter((it) => !kept.has(it)),
          [],
        );
        assert.equal(kept.size, acknowledged.length, 'each that was taken was answered');
        assert.match(serving.lines.at(-1), /"closed"/);
      }),
    );
  }

  for (const system of SYSTEMS) {
    it(
      `E19 a migration that is killed at any statement is completed by the next start (${system})`,
      { skip: skipped(system) },
      async () => {
        const steps = LONG ? Array.from({ length: 60 }, (_, index) => index) : [2, 9, 27];
        for (const step of steps) {
          const { address, remove } = await newDatabase(system);
          const child = spawn(process.execPath, ['test/support/migrate-and-die.mjs', address, String(step)]);
          const [, signal] = await once(child, 'exit');
          if (step < 40) assert.equal(signal, 'SIGKILL', `statement ${step}`);
          const database = await connect(address);
          await migrate(database);
          await migrate(database);
          const tables = await database.db.introspection.getTables();
          await database.close();
          assert.equal(tables.length, 17, `after statement ${step}`);
          await remove();
        }
      },
    );
  }

  it(
    'E20 a backup that is made under load is whole, and as of one moment',
    withDatabase('sqlite', async (address) => {
      const key = await makeKey(address);
      const serving = await startServe(address);
      const writers = [1, 2].map((it) => keepWriting(serving.url, key, it));
      await until(() => writers.every((it) => it.done.length > 5));
      const before = writers.flatMap((it) => it.done);
      const { code, said } = await command(['backup', `${address}.copy`, '--database', address]);
      assert.equal(code, 0, said);
      await Promise.all(writers.map((it) => it.stop()));
      await serving.stop();
      const kept = await productsIn(`${address}.copy`);
      assert.deepEqual(
        before.filter((it) => !kept.includes(it)),
        [],
      );
      for (const worker of [1, 2]) {
        const numbers = kept
          .filter((it) => it.startsWith(`w${worker}-`))
          .map((it) => Number(it.split('-')[1]));
        assert.deepEqual(
          numbers.sort((a, b) => a - b),
          [...numbers.keys()],
          'no hole: what is later came later',
        );
      }
      const restored = await startServe(`${address}.copy`);
      assert.equal((await fetch(`${restored.url}/ready`)).status, 200);
      await restored.stop();
      const again = await command(['backup', `${address}.copy`, '--database', address]);
      assert.match(again.said, /already a file/);
    }),
  );
});

describe('backorder-elements move', { skip: skipped('postgres') }, () => {
  it(
    'E18 moves under writes, goes on after it was killed, and loses and doubles nothing',
    withDatabase('sqlite', async (from) => {
      const { address: to, remove } = await newDatabase('postgres');
      const key = await makeKey(from);
      const serving = await startServe(from);
      await fill(from, 3000);
      const writers = [1, 2].map((it) => keepWriting(serving.url, key, it));
      await until(() => writers.every((it) => it.done.length > 3));
      const killed = spawn(process.execPath, [
        'dist/command/command.js',
        'move',
        '--to',
        to,
        '--database',
        from,
      ]);
      await untilCopied(to);
      killed.kill('SIGKILL');
      await once(killed, 'exit');
      const { code, out, said } = await command(['move', '--to', to, '--database', from]);
      assert.equal(code, 0, said);
      assert.match(out, /^items: \d+$/m);
      await until(() => writers.every((it) => it.others.includes(503)));
      await Promise.all(writers.map((it) => it.stop()));
      const read = await fetch(`${serving.url}/v1/availability?products=f1`);
      assert.equal((await read.json()).products.length, 1, 'reads go on');
      await serving.stop();
      const acknowledged = writers.flatMap((it) => it.done);
      const there = await productsIn(to);
      assert.equal(new Set(there).size, there.length);
      assert.deepEqual(
        acknowledged.filter((it) => !there.includes(it)),
        [],
      );
      assert.equal(there.length, acknowledged.length + 3000);
      assert.deepEqual((await productsIn(from)).sort(), there.sort());
      const anew = await startServe(to);
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const put = await fetch(`${anew.url}/v1/products/new`, { method: 'PUT', headers, body: '{}' });
      assert.equal(put.status, 201, 'the keys have come along');
      await anew.stop();
      const old = await command(['serve', '--port', '0', '--database', from]);
      assert.deepEqual([old.code, /was moved/.test(old.said)], [2, true]);
      const other = await newDatabase('sqlite');
      await makeKey(other.address);
      assert.match((await command(['move', '--to', to, '--database', other.address])).said, /not empty/);
      await Promise.all([remove(), other.remove()]);
    }),
  );
});

/** Writes over a page, as a disk that fails does. */
function scribble(file, at) {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, at);
  closeSync(handle);
}

async function setNewer(file) {
  const { db, close } = await connect(file);
  const row = { name: '9999-of-tomorrow', timestamp: new Date().toISOString() };
  await db.insertInto('kysely_migration').values(row).execute();
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
  await close();
}

async function fill(address, count) {
  const { db, close } = await connect(address);
  const counts = { shelf_held: 0, shelf_sold: 0, beyond_held: 0, beyond_sold: 0 };
  const rows = Array.from({ length: count }, (_, index) => ({
    ...{ product: `f${index}`, variant: '', fields: '{}', version: 1, updated_at: 1 },
    ...counts,
  }));
  for (let at = 0; at < count; at += 500)
    await db
      .insertInto('items')
      .values(rows.slice(at, at + 500))
      .execute();
  await close();
}

/** Until some of it is there. */
async function untilCopied(address) {
  for (;;) {
    const found = await productsIn(address).catch(() => []);
    if (found.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
