import { serve as listen, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createEndpoint } from './app.js';
import { steadyClock } from './clock.js';
import { connect } from './database/connect.js';
import { migrate } from './database/migrate.js';
import { sightOf } from './database/sight.js';
import { startJobs } from './jobs.js';
import { jsonLog, type Log } from './log.js';
import { createMetrics } from './metrics.js';
import type { Parts } from './parts.js';
import type { Settings } from './settings.js';
import { standardOut } from './standard-out.js';

/** A running endpoint. */
export interface Serving {
  readonly url: string;
  readonly parts: Parts;
  /** Takes no new connection, ends what is under way, and closes the database. */
  close(): Promise<void>;
}

/** Milliseconds for headers, for a whole request, and for a connection that says nothing. */
const HEADERS = 10_000;
const REQUEST = 30_000;
const IDLE = 15_000;
/** Milliseconds between two looks at who has taken too long. */
const LOOK = 2_000;
const MOST_CONNECTIONS = 10_000;
/** Milliseconds that requests under way get to end. */
const GRACE = 8_000;

/**
 * Runs the endpoint in Node: opens and migrates the database, listens, and does the jobs.
 *
 * @param settings see `readSettings`
 * @param parts in place of the real ones, for tests
 * @throws when the database cannot be opened or migrated, or the port is taken
 */
export async function serve(
  settings: Settings,
  parts: Partial<Pick<Parts, 'now' | 'log' | 'fetch' | 'metrics'>> = {},
): Promise<Serving> {
  const now = parts.now ?? steadyClock();
  const log: Log = parts.log ?? jsonLog(standardOut(), now);
  const { problems } = await sightOf(settings.DATABASE_URL, 'quick_check');
  if (problems[0] !== undefined) throw new Error(problems[0]);
  const database = await connect(settings.DATABASE_URL);
  await migrate(database).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const metrics = parts.metrics ?? createMetrics(true);
  const all: Parts = { database, settings, now, log, metrics, fetch: parts.fetch ?? fetch };
  const endpoint = createEndpoint(all);
  const server = await start((request, socket) => endpoint.fetch(request, socket), settings);
  const stopJobs = startJobs(all);
  const { port } = server.address() as AddressInfo;
  const url = `http://${settings.HOST.includes(':') ? `[${settings.HOST}]` : settings.HOST}:${port}`;
  log('info', 'listening', { url, database: database.system });
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    endpoint.close();
    await Promise.all([ended(server), stopJobs()]);
    await database.close();
    log('info', 'closed');
  };
  return { url, parts: all, close: () => (closed ??= close()) };
}

function start(answer: (request: Request, socket: string) => Promise<Response>, settings: Settings) {
  return new Promise<ServerType>((resolve, reject) => {
    const server = listen(
      {
        fetch: (request, env) =>
          answer(request, 'incoming' in env ? (env.incoming.socket.remoteAddress ?? '') : ''),
        hostname: settings.HOST,
        port: settings.PORT,
        serverOptions: {
          headersTimeout: HEADERS,
          requestTimeout: REQUEST,
          keepAliveTimeout: IDLE,
          connectionsCheckingInterval: LOOK,
        },
      },
      () => resolve(server),
    );
    server.once('error', reject);
    if ('maxConnections' in server) server.maxConnections = MOST_CONNECTIONS;
  });
}

function ended(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    // A connection that is kept for a next request would keep the server; each reply says that there is none.
    const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50);
    const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(late);
      clearInterval(idle);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
