// What one process of the endpoint takes on this machine: reads of availability, and sign-ups, at a rate that is held, and as fast
// as it goes; its memory before and after.
//   npm run bench:endpoint
// SQLite, and PostgreSQL where one is installed or BO_POSTGRES names one. BO_LONG=1 asks a million times.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { makeKey } from '../support/endpoint-command.mjs';
import { newDatabase } from '../support/endpoint.mjs';
import { findPostgres, startPostgres } from '../support/postgres.mjs';
import { freePort } from '../support/free-port.mjs';

const READS = 2000;
const SIGN_UPS = 500;
const SECONDS = Number(process.env.BO_SECONDS ?? 10);
const PRODUCTS = 2000;
/** As a shop's pages ask: one product, or the cards of a listing. */
const PAGES = [...Array(400).keys()].map((page) =>
  Array.from({ length: page % 4 ? 1 : 12 }, (_, index) => `p${(page * 37 + index) % PRODUCTS}`).join(','),
);

let page = 0;
let person = 0;
const read = {
  method: 'GET',
  setupRequest: (request) => ({
    ...request,
    path: `/v1/availability?products=${encodeURIComponent(PAGES[(page = (page + 1) % PAGES.length)])}`,
  }),
};
const signUp = {
  method: 'POST',
  setupRequest: (request) => {
    person += 1;
    const body = {
      email: `person-${person}@example.com`,
      product: `p${person % PRODUCTS}`,
      language: 'en',
      page: '/p',
    };
    return {
      ...request,
      path: '/v1/sign-ups',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': `bench-of-sign-ups-${person}`,
        // Each shopper from an address of their own, as a proxy tells: one client's limit is another test's matter.
        'x-forwarded-for': `10.${person >> 16}.${(person >> 8) & 255}.${person & 255}`,
      },
      body: JSON.stringify(body),
    };
  },
};

/** Seconds of a core that a process has taken; also on a machine that is shared, where latencies say little. */
const coreSeconds = (pid) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

async function load({ url, child }, request, { rate, seconds = SECONDS, amount, connections = 40 }) {
  const before = coreSeconds(child.pid);
  const result = await autocannon({
    ...{ url, connections, requests: [request] },
    ...(amount ? { amount } : { duration: seconds }),
    ...(rate && { overallRate: rate }),
  });
  const { latency, non2xx, errors, requests } = result;
  return {
    'requests/s': Math.round(requests.average),
    ...{ p50: latency.p50, p97_5: latency.p97_5, p99: latency.p99, most: latency.max },
    'not 2xx': non2xx + errors,
    'core µs each': Math.round(((coreSeconds(child.pid) - before) / requests.total) * 1e6),
  };
}

/** Megabytes that a process has in memory. */
const memoryOf = (pid) =>
  Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);

async function fill(url, key) {
  const lines = Array.from({ length: PRODUCTS }, (_, index) =>
    JSON.stringify({
      id: `p${index}`,
      onHand: index % 3,
      limit: 50,
      restock: '2026-W51',
      policy: { sell: 'backorder' },
    }),
  );
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' };
  const start = performance.now();
  const reply = await fetch(`${url}/v1/products/import`, { method: 'POST', headers, body: lines.join('\n') });
  if (!reply.ok) throw new Error(await reply.text());
  return Math.round(performance.now() - start);
}

/** The log goes nowhere: nobody here reads it as fast as it comes. */
async function start(address) {
  const port = await freePort();
  const args = ['dist/command/command.js', 'serve', '--port', String(port), '--database', address];
  const env = { ...process.env, TRUSTED_PROXIES: '127.0.0.1', CONFIRM_MAILS_PER_DAY: '10000000' };
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/live`).catch(() => undefined))?.ok)
    await new Promise((next) => setTimeout(next, 50));
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { url, child, stop };
}

async function bench(system) {
  const { address, remove } = await newDatabase(system);
  const key = await makeKey(address);
  const server = await start(address);
  const { url, child, stop } = server;
  try {
    console.log(`\n${system}: import of ${PRODUCTS} products in ${await fill(url, key)} ms`);
    // Until everything is compiled, and each page was asked for.
    await load(server, read, { amount: 4000 });
    const rows = {
      [`${READS} reads/s`]: await load(server, read, { rate: READS }),
      'reads, as fast as it goes': await load(server, read, {}),
    };
    const { status } = await fetch(`${url}/v1/sign-ups`, { method: 'POST' });
    if (status === 404) console.log('No route takes sign-ups here.');
    else {
      rows[`${SIGN_UPS} sign-ups/s`] = await load(server, signUp, { rate: SIGN_UPS });
      const [reads, signUps] = await Promise.all([
        load(server, read, { rate: READS }),
        load(server, signUp, { rate: SIGN_UPS }),
      ]);
      rows[`${READS} reads/s, beside`] = reads;
      rows[`${SIGN_UPS} sign-ups/s, beside`] = signUps;
    }
    console.table(rows);
    const memory = [memoryOf(child.pid)];
    const amount = process.env.BO_LONG ? 1_000_000 : 50_000;
    let each = 0;
    for (let part = 0; part < 5; part += 1) {
      each = (await load(server, read, { amount: amount / 5 }))['core µs each'];
      memory.push(memoryOf(child.pid));
    }
    console.log(
      `Memory in MB, over ${amount} requests more: ${memory.join(', ')}; ${each} µs of a core each`,
    );
  } finally {
    await stop();
    await remove();
  }
}

const only = process.argv[2];
if (!only || only === 'sqlite') await bench('sqlite');
if (!only || only === 'postgres') {
  const server = process.env.BO_POSTGRES || !findPostgres() ? undefined : await startPostgres();
  process.env.BO_POSTGRES ??= server?.url ?? '';
  if (process.env.BO_POSTGRES) await bench('postgres');
  await server?.stop();
}
