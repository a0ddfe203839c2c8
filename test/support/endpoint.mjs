// The endpoint under test: the built one, with a database of its own, a clock that the test owns, and a log that is read.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  SCOPES,
  connect,
  createEndpoint,
  createKey,
  createMetrics,
  jsonLog,
  migrate,
  readSettings,
} from '../../dist/endpoint/entry.js';

/** Both systems that the endpoint stores in. `BO_POSTGRES` is the address of a server to make databases in: `npm test` sets it. */
export const SYSTEMS = ['sqlite', 'postgres'];

/** Says why a system is not tried here, or nothing. CI tries both. */
export const skipped = (system) =>
  system === 'postgres' && !process.env.BO_POSTGRES && 'BO_POSTGRES names no PostgreSQL server';

async function onServer(work) {
  const client = new pg.Client(process.env.BO_POSTGRES);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** An empty database: its address, and how it is removed. */
export async function newDatabase(system = 'sqlite') {
  if (system === 'sqlite') {
    const dir = mkdtempSync(join(tmpdir(), 'backorder-sqlite-'));
    return {
      address: join(dir, 'shop.db'),
      remove: async () => rmSync(dir, { recursive: true, force: true }),
    };
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer((client) => client.query(`create database ${name}`));
  const address = new URL(process.env.BO_POSTGRES);
  address.pathname = `/${name}`;
  return {
    address: address.href,
    remove: () => onServer((client) => client.query(`drop database ${name} with (force)`)),
  };
}

/**
 * An endpoint without a socket: `ask()` hands it a request. `time.now` is the clock, `lines` what it logged, `key` has
 * every scope, `fetch` is what it asks other servers with.
 */
export async function startEndpoint({ system = 'sqlite', settings = {}, fetch: outside } = {}) {
  const { address, remove } = await newDatabase(system);
  const time = { now: Date.UTC(2026, 10, 22, 9) };
  const now = () => time.now;
  const lines = [];
  const database = await connect(address);
  await migrate(database);
  const parts = {
    database,
    settings: readSettings({
      DATABASE_URL: address,
      PUBLIC_URL: 'https://stock.shop.example',
      SHOP_ORIGINS: 'https://shop.example',
      ...settings,
    }),
    now,
    log: jsonLog((line) => lines.push(line), now),
    metrics: createMetrics(),
    fetch: outside ?? (async () => Promise.reject(new Error('no network in this test'))),
  };
  const endpoint = createEndpoint(parts);
  const { key } = await createKey(parts, 'test', Object.keys(SCOPES));
  /** Sends a request; an object as body goes as JSON. With `as` the caller's key, '' for none. */
  const ask = async (method, path, { body, headers = {}, as = key, from = '203.0.113.7' } = {}) => {
    const isText = typeof body === 'string' || body === undefined;
    const all = new Headers(headers);
    if (as) all.set('authorization', `Bearer ${as}`);
    if (!isText && !all.has('content-type')) all.set('content-type', 'application/json');
    const url = new URL(path, 'https://stock.shop.example');
    const request = new Request(url, { method, headers: all, body: isText ? body : JSON.stringify(body) });
    const reply = await endpoint.fetch(request, from);
    const text = await reply.text();
    const isJson = /json/.test(reply.headers.get('content-type') ?? '');
    return {
      status: reply.status,
      headers: reply.headers,
      text,
      json: isJson && text ? JSON.parse(text) : undefined,
    };
  };
  const stop = async () => {
    await database.close();
    await remove();
  };
  return { ask, address, database, endpoint, key, lines, parts, stop, time };
}

/** Puts an item into the database as an import would, without the API. Counts and texts as columns name them. */
export const putItem = ({ database, time }, product, fields = {}) =>
  database.db
    .insertInto('items')
    .values({
      product,
      variant: '',
      fields: '{}',
      backorder_limit: 0,
      shelf_held: 0,
      shelf_sold: 0,
      beyond_held: 0,
      beyond_sold: 0,
      version: 1,
      updated_at: time.now,
      ...fields,
    })
    .execute();
