import { sql } from 'kysely';
import { transaction } from './database/transaction.js';
import { needs } from './keys/needs.js';
import { kindOf } from './log.js';
import type { Parts } from './parts.js';
import { newRoutes, type Routes } from './routes.js';

/** `GET /live`: the process answers. `GET /ready`: it can also write. `GET /metrics`: for Prometheus. */
export function healthRoutes(parts: Parts, isClosing: () => boolean): Routes {
  const { database, log, metrics, now } = parts;
  const routes = newRoutes();
  routes.get('/live', (context) => context.json({ status: 'live' }, 200, { 'cache-control': 'no-store' }));
  routes.get('/ready', async (context) => {
    const headers = { 'cache-control': 'no-store' };
    if (isClosing()) return context.json({ status: 'closing' }, 503, headers);
    try {
      await transaction(
        database,
        // Something is written, or a full disk would not be noticed.
        (tx) => sql`update secrets set value = value where name = 'address'`.execute(tx),
        now,
      );
      return context.json({ status: 'ready' }, 200, headers);
    } catch (error) {
      log('warn', 'not-ready', { problem: kindOf(error) });
      return context.json({ status: 'not-ready' }, 503, headers);
    }
  });
  routes.get('/metrics', needs(parts, 'metrics:read'), async (context) => {
    const text = await metrics.registry.metrics();
    return context.body(text, 200, {
      'content-type': metrics.registry.contentType,
      'cache-control': 'no-store',
    });
  });
  return routes;
}
