import type { Parts } from './parts.js';
import { newRoutes, type Routes } from './routes.js';

const DESCRIPTION =
  'Availability for the widgets of Backorder Elements: products and stock, reservations, sign-ups, webhooks of shop systems, and ' +
  'the demand report. Problems are answered as RFC 9457 problem details; `code` is stable, and nothing that was sent is repeated.';

/**
 * `GET /openapi.json`: the document of these routes, made from the schemas that they check requests by.
 *
 * @param all every route that is described
 */
export function openapiRoutes({ settings }: Pick<Parts, 'settings'>, all: Routes): Routes {
  all.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description:
      'A key, as `backorder-elements create-key` or `POST /v1/keys` makes it: `Authorization: Bearer bok_...`',
  });
  let text: string | undefined;
  const routes = newRoutes();
  routes.get('/openapi.json', (context) => {
    text ??= JSON.stringify(
      all.getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: 'Backorder Elements endpoint', version: '1', description: DESCRIPTION },
        ...(settings.PUBLIC_URL && { servers: [{ url: settings.PUBLIC_URL }] }),
      }),
    );
    const headers = { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' };
    return context.body(text, 200, headers);
  });
  return routes;
}
