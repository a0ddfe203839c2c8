import { createRoute, z } from '@hono/zod-openapi';
import { hashOf } from '../hashes.js';
import { callerOf } from '../keys/bearer-key.js';
import type { Parts } from '../parts.js';
import { plainText } from '../plain-text.js';
import { newRoutes, type Routes } from '../routes.js';
import { availabilityDocument } from './availability-document.js';
import { findItems } from './find-items.js';
import { KnownAnswers, type Answer } from './known-answers.js';
import { readShopFields } from './shop-fields.js';

/** References that one request may name; a page asks in several when it has more. */
const MOST = 250;

const route = createRoute({
  method: 'get',
  path: '/v1/availability',
  summary: 'The availability document of some products',
  description:
    'What the widgets read. Products that are not known are left out. Counts above the setting MOST_TOLD are told as that; ' +
    'with a key of the scope `availability:read` and `exact=1` they are told as they are, and the answer is private.',
  request: {
    query: z.object({
      products: plainText(8_000)
        .transform((text) => [...new Set(text.split(',').filter(Boolean))].sort())
        .pipe(z.array(z.string().max(200)).max(MOST))
        .openapi({ description: 'Ids, handles or SKUs, with commas between', example: '7012,oak-table' }),
      exact: z.literal('1').optional(),
    }),
  },
  responses: {
    200: {
      description: 'An availability document, with a strong ETag',
      content: { 'application/json': { schema: z.record(z.string(), z.unknown()) } },
    },
    304: { description: 'As the ETag that was sent' },
  },
});

/** `GET /v1/availability`. */
export function availabilityRoutes(parts: Parts): Routes {
  const { MAX_AGE, STALE_WHILE_REVALIDATE, MOST_TOLD } = parts.settings;
  const kept = `public, max-age=${MAX_AGE}, stale-while-revalidate=${STALE_WHILE_REVALIDATE}`;
  const { database } = parts;
  const answers = new KnownAnswers(database);
  const make = async (products: readonly string[], mostTold: number | undefined): Promise<Answer> => {
    const db = { db: database.reader };
    const [items, shop] = await Promise.all([findItems(db, products), readShopFields(db)]);
    const text = JSON.stringify(availabilityDocument(items, shop, mostTold));
    return { text, etag: `"${hashOf(text).slice(0, 32)}"` };
  };
  return newRoutes().openapi(route, async (context) => {
    const { products, exact } = context.req.valid('query');
    const authorization = context.req.header('authorization');
    if (exact) await callerOf(parts, authorization, 'availability:read');
    const { text, etag } = exact
      ? await make(products, undefined)
      : await answers.find(products.join(','), () => make(products, MOST_TOLD));
    const headers = {
      etag,
      'cache-control': exact ? 'private, no-store' : kept,
      'content-type': 'application/json',
    };
    const known = context.req.header('if-none-match')?.split(/\s*,\s*/) ?? [];
    // A proxy that compresses makes a strong tag weak; for a GET the two compare equal.
    if (known.some((it) => it.replace(/^W\//, '') === etag)) return context.body(null, 304, headers);
    return context.body(text, 200, headers);
  });
}
