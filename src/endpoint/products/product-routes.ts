import { createRoute, z } from '@hono/zod-openapi';
import { noteChange } from '../audit.js';
import { transaction } from '../database/transaction.js';
import { needs, needsByMethod } from '../keys/needs.js';
import type { Parts } from '../parts.js';
import { idText } from '../plain-text.js';
import { Problem } from '../problem.js';
import { jsonBody, PROBLEMS, SECURED } from '../route-parts.js';
import { newRoutes, type Routes } from '../routes.js';
import { listProducts } from './list-products.js';
import { PRODUCT } from './product-schemas.js';
import { productTag, productView } from './product-view.js';
import { faultsOfProduct, refuseFaults, withoutNulls } from './read-told.js';
import { removeItems } from './write-item.js';
import { lockProduct, readProduct, refuseChanged, writeProduct } from './write-product.js';

export const PRODUCT_NAME = z.object({ product: idText });
export const VIEW = z.looseObject({ product: z.string() }).openapi('ProductView');
const view = (description: string) => ({ description, content: { 'application/json': { schema: VIEW } } });
export const CONDITIONS = z.object({
  'if-match': z.string().max(1000).optional().openapi({ description: 'The ETag that you read: else 412' }),
});

const put = createRoute({
  method: 'put',
  path: '/v1/products/{product}',
  summary: 'Put a product, with its variants, in the place of what was known of it',
  description:
    'What is not told is not known any more, and a variant that is not told goes. Pieces that are held and sold stay so. ' +
    'A count that is older than the one that is known is left out, and named in `older`.',
  security: SECURED,
  request: {
    params: PRODUCT_NAME,
    headers: CONDITIONS.extend({ 'if-none-match': z.literal('*').optional() }),
    body: jsonBody(PRODUCT),
  },
  responses: { 200: view('The product'), 201: view('The product, which is new'), ...PROBLEMS },
});

const get = createRoute({
  method: 'get',
  path: '/v1/products/{product}',
  summary: 'A product with its exact counts',
  security: SECURED,
  request: { params: PRODUCT_NAME },
  responses: { 200: view('The product'), ...PROBLEMS },
});

const remove = createRoute({
  method: 'delete',
  path: '/v1/products/{product}',
  summary: 'Delete a product',
  description: 'Not while pieces of it are held. Sign-ups stay, and are told when it comes again.',
  security: SECURED,
  request: { params: PRODUCT_NAME, headers: CONDITIONS },
  responses: { 204: { description: 'It is gone' }, ...PROBLEMS },
});

const list = createRoute({
  method: 'get',
  path: '/v1/products',
  summary: 'All products, a page at a time',
  security: SECURED,
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      after: idText.optional().openapi({ description: '`next` of the page before' }),
    }),
  },
  responses: {
    200: {
      description: 'Products by id; `next` where there are more',
      content: {
        'application/json': { schema: z.object({ products: z.array(VIEW), next: z.string().optional() }) },
      },
    },
    ...PROBLEMS,
  },
});

/** `PUT`, `GET` and `DELETE` of a product, and the list of all. */
export function productRoutes(parts: Parts): Routes {
  const { database, now } = parts;
  const routes = newRoutes();
  routes.use(put.getRoutingPath(), needsByMethod(parts, 'availability:read', 'products:write'));
  routes.use(list.getRoutingPath(), needs(parts, 'availability:read'));
  return routes
    .openapi(put, async (context) => {
      const { product } = context.req.valid('param');
      const headers = context.req.valid('header');
      const told = withoutNulls(context.req.valid('json'));
      refuseFaults(faultsOfProduct(product, told));
      const written = await transaction(
        database,
        (tx) =>
          writeProduct(tx, now(), product, told, {
            actor: context.var.caller.id,
            action: 'product.put',
            ifMatch: headers['if-match'],
            onlyNew: headers['if-none-match'] === '*',
          }),
        now,
      );
      const { rows, isNew, older } = written;
      const more = older.length > 0 ? { older: [...older] } : {};
      return context.json({ ...productView(rows), ...more, product }, isNew ? 201 : 200, {
        etag: productTag(rows),
      });
    })
    .openapi(get, async (context) => {
      const { product } = context.req.valid('param');
      const rows = await readProduct(database.db, product);
      if (rows.length === 0) throw unknown();
      return context.json({ product, ...productView(rows) }, 200, { etag: productTag(rows) });
    })
    .openapi(remove, async (context) => {
      const { product } = context.req.valid('param');
      const ifMatch = context.req.valid('header')['if-match'];
      await transaction(
        database,
        async (tx) => {
          const rows = await lockProduct(tx, product);
          if (rows.length === 0) throw unknown();
          refuseChanged(rows, { ifMatch });
          await removeItems(tx, rows);
          const subject = product;
          const before = productView(rows);
          await noteChange(tx, now(), {
            actor: context.var.caller.id,
            action: 'product.delete',
            subject,
            before,
          });
        },
        now,
      );
      return context.body(null, 204);
    })
    .openapi(list, async (context) => {
      const { limit, after } = context.req.valid('query');
      return context.json(await listProducts(database, limit, after), 200);
    });
}

const unknown = (): Problem => new Problem(404, 'unknown-product', 'There is no such product or variant.');
