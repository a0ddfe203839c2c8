import { OpenAPIHono } from '@hono/zod-openapi';
import type { Caller } from './keys/bearer-key.js';
import { Problem } from './problem.js';

/** What the app hands to routes with each request. */
export interface RouteEnv {
  Variables: {
    /** Set by {@link needs}. */
    caller: Caller;
    /** Address that the request comes from, by the socket or by proxies that are trusted; '' where it is not known. */
    client: string;
  };
}

/** Where a room puts its routes. */
export type Routes = OpenAPIHono<RouteEnv>;

/**
 * An empty set of routes. What does not fit a route's schema is answered with 400 and the first field that is at fault;
 * the sentence says what was expected and never what came.
 */
export function newRoutes(): Routes {
  return new OpenAPIHono<RouteEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      const field = fieldOf(issue?.path ?? []);
      throw new Problem(400, 'invalid-field', issue?.message ?? 'Does not fit the schema.', { field });
    },
  });
}

/** A path as in the documents of the API: `lines[0].quantity`. */
export function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part),
    '',
  );
}
