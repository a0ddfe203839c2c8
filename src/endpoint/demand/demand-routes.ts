import { createRoute, z } from '@hono/zod-openapi';
import { accepts } from 'hono/accepts';
import type { Context } from 'hono';
import { needs } from '../keys/needs.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import { jsonBody, PROBLEMS, SECURED } from '../route-parts.js';
import { newRoutes, type RouteEnv, type Routes } from '../routes.js';
import { csvReply } from './demand-csv.js';
import { makeDemandLink } from './demand-link.js';
import { demandPageRoutes } from './demand-page-routes.js';
import { DEMAND_API_QUERY } from './demand-query.js';
import { DEMAND_REPORT } from './demand-schema.js';
import { reportFor } from './report-for.js';

const text = { schema: z.string() };

const jsonRoute = createRoute({
  method: 'get',
  path: '/v1/demand',
  summary: 'What was backordered, asked for, told, bought and given up',
  description:
    'By item and week, with what to reorder first. Counts only, nothing of persons; all of one moment. A count below 5 is ' +
    'told with later weeks, once they are 5 together. With `Accept: text/csv` a table.',
  security: SECURED,
  request: { query: DEMAND_API_QUERY },
  responses: {
    200: {
      description: 'The report',
      content: { 'application/json': { schema: DEMAND_REPORT }, 'text/csv': text },
    },
    ...PROBLEMS,
  },
});

const csvRoute = createRoute({
  method: 'get',
  path: '/v1/demand.csv',
  summary: 'The demand report as a table for spreadsheets',
  description:
    'RFC 4180, UTF-8. Texts that a spreadsheet would take for a formula have an apostrophe before them.',
  security: SECURED,
  request: { query: DEMAND_API_QUERY },
  responses: { 200: { description: 'The table', content: { 'text/csv': text } }, ...PROBLEMS },
});

const linkRoute = createRoute({
  method: 'post',
  path: '/v1/demand/links',
  summary: 'A link to the demand page, for a browser',
  description:
    'Shows the report to whoever has it, and nothing else. Ends by itself, or when its key is revoked.',
  security: SECURED,
  request: {
    body: jsonBody(
      z.object({
        minutes: z.int().min(1).max(480).default(60),
        exact: z.boolean().default(false).openapi({ description: 'Needs the scope `people:admin`' }),
      }),
    ),
  },
  responses: {
    201: {
      description: 'The link',
      content: {
        'application/json': {
          schema: z.object({ url: z.string(), link: z.string(), expiresAt: z.iso.datetime() }),
        },
      },
    },
    ...PROBLEMS,
  },
});

/** Routes of demand. */
export function demandRoutes(parts: Parts): Routes {
  const routes = newRoutes();
  routes.use('/v1/demand', needs(parts, 'demand:read'));
  routes.use('/v1/demand.csv', needs(parts, 'demand:read'));
  routes.use('/v1/demand/links', needs(parts, 'demand:read'));
  routes.openapi(jsonRoute, async (context) => {
    const { by, exact, ...query } = context.req.valid('query');
    const report = await reportFor(parts, query, mayExact(context, exact === '1'));
    const wanted = accepts(context, {
      header: 'Accept',
      supports: ['application/json', 'text/csv'],
      default: 'application/json',
    });
    return wanted === 'text/csv' ? csvReply(report, by) : context.json(report, 200, { vary: 'accept' });
  });
  routes.openapi(csvRoute, async (context) => {
    const { by, exact, ...query } = context.req.valid('query');
    return csvReply(await reportFor(parts, query, mayExact(context, exact === '1')), by);
  });
  routes.openapi(linkRoute, async (context) => {
    const { minutes, exact } = context.req.valid('json');
    const expires = parts.now() + minutes * 60_000;
    const wish = { exact: mayExact(context, exact), expires };
    const link = await makeDemandLink(parts.database, context.get('caller').id, wish);
    const url = `${parts.settings.PUBLIC_URL ?? ''}/demand?link=${link}`;
    return context.json({ url, link, expiresAt: new Date(expires).toISOString() }, 201);
  });
  routes.route('/', demandPageRoutes(parts));
  return routes;
}

function mayExact(context: Context<RouteEnv>, exact: boolean): boolean {
  if (exact && !context.get('caller').scopes.has('people:admin')) {
    throw new Problem(403, 'missing-scope', 'Counts below 5 need a key with the scope people:admin.');
  }
  return exact;
}
