import { createRoute } from '@hono/zod-openapi';
import { transaction } from '../database/transaction.js';
import { needs } from '../keys/needs.js';
import type { Parts } from '../parts.js';
import { idText } from '../plain-text.js';
import { jsonBody, PROBLEMS, SECURED } from '../route-parts.js';
import { newRoutes, type Routes } from '../routes.js';
import { patchItem, type ItemPart } from './patch-item.js';
import { CONDITIONS, PRODUCT_NAME, VIEW } from './product-routes.js';
import { PRODUCT_PART, VARIANT_PART } from './product-schemas.js';
import { productTag, productView } from './product-view.js';

const responses = {
  200: { description: 'The whole product', content: { 'application/json': { schema: VIEW } } },
  ...PROBLEMS,
};
const description =
  'A JSON merge patch: fields that are told replace, null takes away, objects are merged. Stock is told as a count ' +
  '(`onHand`, with `asOf` where it is not of now) or as a delivery (`received`).';

const patchProduct = createRoute({
  method: 'patch',
  path: '/v1/products/{product}',
  summary: 'Change parts of a product',
  description,
  security: SECURED,
  request: { params: PRODUCT_NAME, headers: CONDITIONS, body: jsonBody(PRODUCT_PART) },
  responses,
});

const patchVariant = createRoute({
  method: 'patch',
  path: '/v1/products/{product}/variants/{variant}',
  summary: 'Change parts of a variant',
  description,
  security: SECURED,
  request: {
    params: PRODUCT_NAME.extend({ variant: idText }),
    headers: CONDITIONS,
    body: jsonBody(VARIANT_PART),
  },
  responses,
});

/** `PATCH` of a product and of a variant. */
export function productPartRoutes(parts: Parts): Routes {
  const { database, now } = parts;
  const routes = newRoutes();
  routes.use(patchVariant.getRoutingPath(), needs(parts, 'products:write'));
  const patch = async (name: { product: string; variant: string }, part: ItemPart, how: How) => {
    const writing = { ...how, action: name.variant ? 'variant.patch' : 'product.patch' };
    return transaction(database, (tx) => patchItem(tx, now(), name, part, writing), now);
  };
  return routes
    .openapi(patchProduct, async (context) => {
      const { product } = context.req.valid('param');
      const ifMatch = context.req.valid('header')['if-match'];
      const how = { actor: context.var.caller.id, ifMatch };
      const rows = await patch({ product, variant: '' }, context.req.valid('json'), how);
      return context.json({ product, ...productView(rows) }, 200, { etag: productTag(rows) });
    })
    .openapi(patchVariant, async (context) => {
      const name = context.req.valid('param');
      const ifMatch = context.req.valid('header')['if-match'];
      const how = { actor: context.var.caller.id, ifMatch };
      const rows = await patch(name, context.req.valid('json'), how);
      return context.json({ product: name.product, ...productView(rows) }, 200, { etag: productTag(rows) });
    });
}

interface How {
  readonly actor: string;
  readonly ifMatch: string | undefined;
}
