import type { Context } from 'hono';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import { newRoutes, type RouteEnv, type Routes } from '../routes.js';
import { csvReply } from './demand-csv.js';
import { readDemandLink } from './demand-link.js';
import { demandPage } from './demand-page.js';
import { DEMAND_QUERY, type DemandQuery } from './demand-query.js';
import { keyPage } from './key-page.js';
import { pageReply } from './page-frame.js';
import { reportFor } from './report-for.js';

/** `GET /demand`: the report for people, by a link, or the form that makes one. `GET /demand.csv`: the same as a file. */
export function demandPageRoutes(parts: Parts): Routes {
  const { SHOP_NAME } = parts.settings;
  const routes = newRoutes();
  const linkOf = (context: Context<RouteEnv>) => readDemandLink(parts, context.req.query('link') ?? '');
  const ended = () => pageReply(keyPage(SHOP_NAME, 'This link has ended. Enter the key for a new one.'), 401);

  routes.get('/demand', async (context) => {
    const link = context.req.query('link');
    if (link === undefined) return pageReply(keyPage(SHOP_NAME));
    const known = await linkOf(context);
    if (!known) return ended();
    const { query, problem } = queryOf(context);
    try {
      const report = await reportFor(parts, query, known.exact);
      return pageReply(await demandPage(report, { shop: SHOP_NAME, link, expires: known.expires, problem }));
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 400) throw error;
      // A period that cannot be: the page shows its usual one, and says so.
      const report = await reportFor(parts, {}, known.exact);
      const page = await demandPage(report, {
        shop: SHOP_NAME,
        link,
        expires: known.expires,
        problem: error.detail,
      });
      return pageReply(page, 400);
    }
  });

  routes.get('/demand.csv', async (context) => {
    const known = await linkOf(context);
    if (!known) return ended();
    const { query } = queryOf(context);
    return csvReply(
      await reportFor(parts, query, known.exact),
      context.req.query('by') === 'item' ? 'item' : 'week',
    );
  });
  return routes;
}

/** What the address asks for. An empty field of the form is none; one that makes no sense is left out, and told. */
function queryOf(context: Context<RouteEnv>): { query: DemandQuery; problem?: string } {
  const told = Object.entries(context.req.query()).filter(([, value]) => value !== '');
  const { success, data, error } = DEMAND_QUERY.safeParse(Object.fromEntries(told));
  return success ? { query: data } : { query: {}, problem: error.issues[0]?.message ?? '' };
}
