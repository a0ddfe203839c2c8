import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { routePath } from 'hono/route';
import { auditRoutes } from './audit-routes.js';
import { clientAddress } from './client-address.js';
import { mayPass } from './database/transaction.js';
import { demandRoutes } from './demand/demand-routes.js';
import { healthRoutes } from './health-routes.js';
import { keyRoutes } from './keys/key-routes.js';
import { kindOf } from './log.js';
import { openapiRoutes } from './openapi.js';
import type { Parts } from './parts.js';
import { Problem, problemReply } from './problem.js';
import { availabilityRoutes } from './products/availability-routes.js';
import { importRoutes } from './products/import-routes.js';
import { productPartRoutes } from './products/product-part-routes.js';
import { productRoutes } from './products/product-routes.js';
import { shopRoutes } from './products/shop-routes.js';
import { reservationRoutes } from './reservations/reservation-routes.js';
import { restockRoutes } from './restock/restock-routes.js';
import { newRoutes, type RouteEnv, type Routes } from './routes.js';
import { signUpRoutes } from './sign-ups/sign-up-routes.js';
import { soundBody } from './sound-body.js';
import { webhookRoutes } from './webhooks/webhook-routes.js';

/** Bytes that a body may have; bulk imports and shops' webhooks, with all variants of a product, have limits of their own. */
const MOST_BYTES = 64 * 1024;
const MOST_IMPORT = 10 * 1024 * 1024;
const MOST_WEBHOOK = 4 * 1024 * 1024;

/** An endpoint: hands replies to requests, and does what is due. */
export interface Endpoint {
  /** @param socket address of the connection, as the server knows it */
  fetch(request: Request, socket?: string): Promise<Response>;
  readonly routes: Routes;
  /** From now on not ready; requests are still answered. */
  close(): void;
}

/** The endpoint as a function from requests to replies, for any server that speaks Fetch. */
export function createEndpoint(parts: Parts): Endpoint {
  let closing = false;
  const routes = newRoutes();
  for (const room of [
    availabilityRoutes(parts),
    importRoutes(parts),
    productRoutes(parts),
    productPartRoutes(parts),
    shopRoutes(parts),
    keyRoutes(parts),
    auditRoutes(parts),
    reservationRoutes(parts),
    signUpRoutes(parts),
    restockRoutes(parts),
    webhookRoutes(parts),
    demandRoutes(parts),
    healthRoutes(parts, () => closing),
  ]) {
    routes.route('/', room);
  }
  routes.route('/', openapiRoutes(parts, routes));
  const app = new Hono<RouteEnv & { Bindings: { socket: string } }>();
  app.use(async (context, next) => {
    const start = performance.now();
    const header = context.req.header('x-forwarded-for');
    context.set('client', clientAddress(context.env.socket, header, parts.settings.TRUSTED_PROXIES));
    await next();
    const seconds = (performance.now() - start) / 1000;
    const route = routePath(context, -1);
    const { status, headers } = context.res;
    if (closing) headers.set('connection', 'close');
    for (const [name, value] of Object.entries(SAFE)) if (!headers.has(name)) headers.set(name, value);
    parts.metrics.requests.observe({ route, method: context.req.method, status: String(status) }, seconds);
    // The pattern of the route, never the address: that may hold a token, or what somebody typed.
    parts.log('info', 'request', {
      method: context.req.method,
      route,
      status,
      ms: Math.round(seconds * 1000),
    });
  });
  app.use('/v1/*', crossOrigin(parts));
  app.use((context, next) => {
    const maxSize = mostBytes(context.req.path);
    const onError = (): never => {
      throw new Problem(413, 'too-large', `A body may have ${maxSize} bytes.`);
    };
    // Where the length is told, the body itself is not touched: as a stream it costs as much as all the rest of a request.
    const told = context.req.header('content-length');
    if (!context.req.header('transfer-encoding')) {
      if (context.req.method === 'GET' || context.req.method === 'HEAD') return next();
      if (told && /^\d+$/.test(told)) return Number(told) > maxSize ? onError() : next();
    }
    return bodyLimit({ maxSize, onError })(context, next);
  });
  app.use(soundBody(routes));
  app.route('/', routes);
  app.notFound(() => problemReply(new Problem(404, 'not-found', 'There is nothing at this address.')));
  app.onError((error) => problemReply(problemOf(error, parts)));
  return {
    fetch: async (request, socket = '') => app.fetch(request, { socket }),
    routes,
    close: () => {
      closing = true;
    },
  };
}

function mostBytes(path: string): number {
  if (path === '/v1/products/import') return MOST_IMPORT;
  return path.startsWith('/v1/webhooks/') ? MOST_WEBHOOK : MOST_BYTES;
}

/** Shop pages of other origins may read availability and sign up; nothing here goes by cookies. */
function crossOrigin({ settings }: Parts) {
  return cors({
    origin: (origin) => (settings.SHOP_ORIGINS.includes(origin) ? origin : null),
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Content-Type', 'Idempotency-Key', 'If-None-Match'],
    exposeHeaders: ['ETag', 'Retry-After'],
    maxAge: 86_400,
  });
}

/** Sent with each reply that does not say otherwise. */
const SAFE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

function problemOf(error: Error, { log }: Parts): Problem {
  if (error instanceof Problem) return error;
  // Hono's own, as for a body that is no JSON.
  if ('status' in error && error.status === 400) {
    return new Problem(400, 'malformed-body', 'The body is not the JSON that its content type says.');
  }
  log('error', 'failed', { problem: kindOf(error) });
  if (mayPass(error)) {
    return new Problem(503, 'busy', 'The database cannot take this now.', { retryAfter: 2 });
  }
  return new Problem(500, 'internal', 'Something went wrong here. Nothing was kept.');
}
