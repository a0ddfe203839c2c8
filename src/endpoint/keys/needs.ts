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
