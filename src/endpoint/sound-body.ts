import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { Problem } from './problem.js';
import type { RouteEnv } from './routes.js';

/** Arrays and objects in one another; nothing of this API needs more than a few. */
const DEEPEST = 64;

/** Content types that a route takes, by method and a pattern of its path. */
interface Takes {
  readonly method: string;
  readonly path: RegExp;
  readonly types: readonly string[];
}

/**
 * Lets a body on only when its content type is one that the route lists, it is UTF-8, and, if JSON, not nested without end.
 * So a form or a plain text of another site, which browsers send without asking, changes nothing here.
 */
export function soundBody(routes: OpenAPIHono<RouteEnv>): MiddlewareHandler {
  const all = routes.openAPIRegistry.definitions.flatMap((it): Takes[] => {
    if (it.type !== 'route' || !it.route.request?.body) return [];
    const { method, path, request } = it.route;
    const pattern = path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+');
    const types = Object.keys(request.body?.content ?? {}).map((type) => type.toLowerCase());
    return [{ method: method.toUpperCase(), path: new RegExp(`^${pattern}$`), types }];
  });
  return async (context, next) => {
    const { method, path } = context.req;
    const takes = all.find((it) => it.method === method && it.path.test(path));
    if (!takes) return next();
    const [type = '', ...parameters] = (context.req.header('content-type') ?? '')
      .toLowerCase()
      .split(/\s*;\s*/);
    const charset = parameters.find((it) => it.startsWith('charset='))?.slice('charset='.length);
    if (!takes.types.includes(type.trim()) || !/^(?:"?utf-?8"?)?$/.test(charset ?? '')) {
      throw new Problem(415, 'unsupported-type', `Send ${takes.types.join(' or ')}, as UTF-8.`);
    }
    const text = decode(await context.req.arrayBuffer());
    if (/json$/.test(type) && nestingOf(text) > DEEPEST) throw malformed();
    return next();
  };
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed();
  }
}

/** How deep arrays and objects stand in one another, in text that may be no JSON at all. */
function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (character === '\\' && quoted) at += 1;
    else if (quoted) continue;
    else if (character === '[' || character === '{') deepest = Math.max(deepest, (depth += 1));
    else if (character === ']' || character === '}') depth -= 1;
  }
  return deepest;
}

const malformed = (): Problem =>
  new Problem(400, 'malformed-body', 'The body is not what its content type says.');
