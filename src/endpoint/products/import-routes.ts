import { createRoute, z } from '@hono/zod-openapi';
import { noteChange } from '../audit.js';
import { transaction, type Tx } from '../database/transaction.js';
import { needs } from '../keys/needs.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import { PROBLEMS, SECURED } from '../route-parts.js';
import { newRoutes, type Routes } from '../routes.js';
import type { ShopFields } from './availability-document.js';
import { COLUMNS } from './csv-products.js';
import { readImport, type Import } from './read-import.js';
import { readShopFields, writeShopFields } from './shop-fields.js';
import { writeProduct } from './write-product.js';

const RESULT = z
  .object({
    products: z.int().openapi({ description: 'Products in it' }),
    created: z.int(),
    olderCounts: z
      .array(z.string())
      .openapi({ description: 'Products with a count older than the one that is known, which stays' }),
    dryRun: z.boolean(),
  })
  .openapi('ImportResult');

const csv = z.string().openapi({
  description: `With the columns ${Object.entries(COLUMNS)
    .map(([name, [, , meaning]]) => `\`${name}\`${meaning && `: ${meaning}`}`)
    .join('; ')}`,
});

const route = createRoute({
  method: 'post',
  path: '/v1/products/import',
  summary: 'Put many products at once: all of them, or none',
  description:
    'An availability document, of which also what holds for the whole shop is taken; one product a line; or CSV. Each ' +
    'product takes the place of what was known of it; those that are not told stay.',
  security: SECURED,
  request: {
    query: z.object({
      dryRun: z
        .enum(['0', '1', 'true', 'false'])
        .default('0')
        .openapi({ description: 'Only say what would be' }),
    }),
    body: {
      required: true,
      content: {
        'application/json': { schema: z.looseObject({}) },
        'application/x-ndjson': { schema: z.string() },
        'text/csv': { schema: csv },
      },
    },
  },
  responses: {
    200: { description: 'What was done', content: { 'application/json': { schema: RESULT } } },
    ...PROBLEMS,
  },
});

/** Carries the result of a dry run out of its transaction, which it undoes. */
class Undone extends Error {
  constructor(readonly result: z.output<typeof RESULT>) {
    super('a dry run');
  }
}

/** `POST /v1/products/import`. */
export function importRoutes(parts: Parts): Routes {
  const { database, now } = parts;
  const routes = newRoutes();
  routes.use(route.getRoutingPath(), needs(parts, 'products:write'));
  // Its bodies are of three kinds, which it reads by itself: the route stands in the OpenAPI document only.
  routes.openAPIRegistry.registerPath(route);
  routes.post(route.getRoutingPath(), async (context) => {
    const dryRun = /^(?:1|true)$/.test(context.req.query('dryRun') ?? '');
    const type = (context.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const read = readImport(type, await context.req.text());
    const actor = context.var.caller.id;
    const work = async (tx: Tx) => {
      const result = await write(tx, now(), read, actor);
      if (dryRun) throw new Undone({ ...result, dryRun });
      return { ...result, dryRun };
    };
    try {
      return context.json(await transaction(database, work, now), 200);
    } catch (error) {
      if (error instanceof Undone) return context.json(error.result, 200);
      throw error;
    }
  });
  return routes;
}

async function write(tx: Tx, now: number, { products, shop }: Import, actor: string) {
  if (Object.keys(shop).length > 0) {
    const before = await readShopFields({ db: tx });
    const after: ShopFields = { ...before, ...shop };
    await writeShopFields({ db: tx }, after, now);
    await noteChange(tx, now, { actor, action: 'shop.import', subject: 'shop', before, after });
  }
  let created = 0;
  const olderCounts: string[] = [];
  for (const { id, told, place } of products) {
    const writing = { actor, action: 'product.import' };
    const { isNew, older } = await writeProduct(tx, now, id, told, writing).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      const { status, code, detail } = error;
      throw new Problem(status, code, detail, { problems: [{ place, code, field: '', detail }] });
    });
    if (isNew) created += 1;
    if (older.length > 0) olderCounts.push(id);
  }
  return { products: products.length, created, olderCounts };
}
