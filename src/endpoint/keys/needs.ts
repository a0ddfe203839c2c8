import type { MiddlewareHandler } from 'hono';
import type { Parts } from '../parts.js';
import type { RouteEnv } from '../routes.js';
import { callerOf } from './bearer-key.js';
import type { Scope } from './scopes.js';

/** Lets a request on only with a key of this scope; who it is stands in `caller`. */
export function needs(parts: Pick<Parts, 'database'>, scope: Scope): MiddlewareHandler<RouteEnv> {
  return async (context, next) => {
    context.set('caller', await callerOf(parts, context.req.header('authorization'), scope));
    await next();
  };
}

/** As {@link needs}, with one scope for those who read, and another for those who change. */
export function needsByMethod(
  parts: Pick<Parts, 'database'>,
  reading: Scope,
  writing: Scope,
): MiddlewareHandler<RouteEnv> {
  const [read, write] = [needs(parts, reading), needs(parts, writing)];
  return (context, next) => (context.req.method === 'GET' ? read : write)(context, next);
}
