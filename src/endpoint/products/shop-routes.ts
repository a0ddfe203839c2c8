import { createRoute } from '@hono/zod-openapi';
import { noteChange } from '../audit.js';
import { transaction } from '../database/transaction.js';
import { needsByMethod } from '../keys/needs.js';
import type { Parts } from '../parts.js';
import { jsonBody, PROBLEMS, SECURED } from '../route-parts.js';
import { newRoutes, type Routes } from '../routes.js';
import type { ShopFields } from './availability-document.js';
import { SHOP } from './product-schemas.js';
import { faultsOfShop, refuseFaults, withoutNulls } from './read-told.js';
import { readShopFields, writeShopFields } from './shop-fields.js';

const responses = {
  200: { description: 'As it is now', content: { 'application/json': { schema: SHOP } } },
  ...PROBLEMS,
};

const put = createRoute({
  method: 'put',
  path: '/v1/shop',
  summary: 'Put what holds for all products: policy, delivery, messages, sign-up address',
  description:
    'The availability document without its products. `policy.limit` is what a product has that tells none.',
  security: SECURED,
  request: { body: jsonBody(SHOP) },
  responses,
});

const get = createRoute({
  method: 'get',
  path: '/v1/shop',
  summary: 'What holds for all products',
  security: SECURED,
  responses,
});

/** `PUT` and `GET /v1/shop`. */
export function shopRoutes(parts: Parts): Routes {
  const { database, now } = parts;
  const routes = newRoutes();
  routes.use(put.getRoutingPath(), needsByMethod(parts, 'availability:read', 'products:write'));
  return routes
    .openapi(put, async (context) => {
      const fields = withoutNulls(context.req.valid('json'), []) as ShopFields;
      refuseFaults(faultsOfShop(fields));
      await transaction(
        database,
        async (tx) => {
          const before = await readShopFields({ db: tx });
          await writeShopFields({ db: tx }, fields, now());
          const change = { action: 'shop.put', subject: 'shop', before, after: fields };
          await noteChange(tx, now(), { actor: context.var.caller.id, ...change });
        },
        now,
      );
      return context.json(fields as never, 200);
    })
    .openapi(get, async (context) => context.json((await readShopFields(database)) as never, 200));
}
