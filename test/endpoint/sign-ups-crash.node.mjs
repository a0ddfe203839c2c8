import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { connect, migrate } from '../../dist/endpoint/entry.js';
import { startProcess } from '../support/endpoint-process.mjs';
import { newDatabase } from '../support/endpoint.mjs';
import { confirmed, inBoth, parseMail, smtpServer, withShop, stock } from '../support/people.mjs';

const KILLS = process.env.BO_LONG ? 100 : 3;
const AT_ONCE = 40;
const OPEN = { SIGN_UPS_PER_CLIENT: '1000000', CONFIRM_MAILS_PER_DAY: '1000000', HOST: '127.0.0.1' };

const send = async (url, { email, key }) => {
  const reply = await fetch(`${url}/v1/sign-ups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ email, product: 'table', language: 'en', page: '/' }),
  });
  const { requestId } = await reply.json();
  if (reply.status !== 202 || requestId !== key) throw new Error(`status ${reply.status}`);
};

inBoth(describe, 'an endpoint that is killed', (system) => {
  it(`E13 under load, ${KILLS} times: every sign-up that was answered is there once, with one mail`, async () => {
    const { address, remove } = await newDatabase(system);
    const database = await connect(address);
    await migrate(database);
    const taken = [];
    const unsure = [];
    let count = 0;
    try {
      for (let kills = 0; kills < KILLS; kills += 1) {
        const server = await startProcess({ ...OPEN, DATABASE_URL: address });
        let dead = false;
        // What an earlier crash left open is sent again with its key, as the widgets do.
        const again = unsure.splice(0);
        const load = async () => {
          while (!dead) {
            const wish = again.pop() ?? { email: `s${(count += 1)}@shopper.example`, key: randomUUID() };
            try {
              await send(server.url, wish);
              taken.push(wish);
            } catch {
              unsure.push(wish);
            }
          }
        };
        const before = taken.length;
        const loads = Promise.all(Array.from({ length: AT_ONCE }, load));
        while (taken.length < before + 20) await new Promise((resolve) => setTimeout(resolve, 5));
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 200));
        await server.kill();
        dead = true;
        await loads;
        unsure.push(...again);
      }
      const rows = await database.db.selectFrom('sign_ups').select('address').execute();
      const mails = await database.db.selectFrom('outbox').select('sign_up').execute();
      const known = new Set(rows.map((it) => it.address));
      assert.deepEqual(
        taken.filter(({ email }) => !known.has(email)),
        [],
      );
      assert.equal(known.size, rows.length, 'none twice');
      assert.equal(new Set(mails.map((it) => it.sign_up)).size, mails.length);
      assert.equal(mails.length, rows.length, 'each with its mail');
      if (process.env.BO_LONG)
        console.log(`${system}: ${KILLS} kills, ${taken.length} answered, ${rows.length} rows`);
    } finally {
      await database.close();
      await remove();
    }
  });

  it(
    'E41 between sending and noting it: the second mail says by its Message-ID that it is the first',
    withShop(system, async (shop) => {
      let held;
      const server = await smtpServer((command, _, count) => {
        if (command !== 'BODY' || count > 0) return undefined;
        held?.();
        return 'hang-up';
      });
      const settings = {
        ...OPEN,
        DATABASE_URL: shop.address,
        SMTP_URL: server.url,
        MAIL_FROM: 'stock@shop.example',
        PUBLIC_URL: 'https://stock.shop.example',
      };
      try {
        Object.defineProperty(shop.parts, 'settings', {
          value: {
            ...shop.parts.settings,
            SMTP_URL: server.url,
            MAIL_FROM: { name: '', address: 'a@shop.example' },
          },
        });
        shop.time.now = Date.now();
        await confirmed(shop, { email: 'jo@shopper.example' });
        await stock(shop, { received: 5 });
        const sent = new Promise((resolve) => (held = resolve));
        const first = await startProcess(settings);
        await sent;
        await first.kill();
        const second = await startProcess(settings, { shift: 60 * 60_000 });
        while (server.mails.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
        await second.stop();
        const ids = server.mails.map(({ raw }) => parseMail(raw).header('Message-ID'));
        assert.equal(ids.length, 2);
        assert.equal(ids[0], ids[1]);
        const third = await startProcess(settings, { shift: 3 * 60 * 60_000 });
        await third.stop();
        assert.equal(server.mails.length, 2);
      } finally {
        await server.close();
      }
    }),
  );
});

describe('SQLite', () => {
  it('E14 is told to wait for the disk with each commit', async () => {
    const { address, remove } = await newDatabase();
    const { db, close } = await connect(address);
    try {
      const { sql } = await import('kysely');
      const { rows } = await sql`pragma synchronous`.execute(db);
      assert.equal(rows[0].synchronous, 2);
    } finally {
      await close();
      await remove();
    }
  });

  const hasStrace = (() => {
    try {
      execFileSync('strace', ['-f', '-o', '/dev/null', 'true'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  })();

  it(
    'E14 and does: no fewer waits for the disk than sign-ups that were answered',
    { skip: !hasStrace && 'no strace' },
    async () => {
      const { address, remove } = await newDatabase();
      const dir = mkdtempSync(join(tmpdir(), 'backorder-strace-'));
      const trace = join(dir, 'trace');
      try {
        const server = await startProcess(
          { ...OPEN, DATABASE_URL: address },
          { run: ['strace', '-D', '-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', trace] },
        );
        const waits = () => (readFileSync(trace, 'utf8').match(/\bf(?:data)?sync\(/g) ?? []).length;
        const before = waits();
        for (let at = 0; at < 20; at += 1)
          await send(server.url, { email: `f${at}@shopper.example`, key: randomUUID() });
        assert.ok(waits() - before >= 20, `${waits() - before} waits for 20 sign-ups`);
        await server.stop();
      } finally {
        rmSync(dir, { recursive: true, force: true });
        await remove();
      }
    },
  );
});
