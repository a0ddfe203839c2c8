import { createRoute, z } from '@hono/zod-openapi';
import { noteChange } from '../audit.js';
import { transaction } from '../database/transaction.js';
import type { Parts } from '../parts.js';
import { idText, plainText } from '../plain-text.js';
import { Problem } from '../problem.js';
import { jsonBody, PROBLEMS, SECURED } from '../route-parts.js';
import { newRoutes, type Routes } from '../routes.js';
import { insertKey } from './bearer-key.js';
import { needs } from './needs.js';
import { SCOPES, type Scope } from './scopes.js';

const scopes = z
  .array(z.enum(Object.keys(SCOPES) as [Scope, ...Scope[]]))
  .min(1)
  .openapi({
    description: Object.entries(SCOPES)
      .map(([name, what]) => `\`${name}\`: ${what}`)
      .join('; '),
  });
const KEY = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.string()),
    createdAt: z.string().openapi({ format: 'date-time' }),
    revokedAt: z.string().nullable().openapi({ format: 'date-time' }),
  })
  .openapi('Key');

const make = createRoute({
  method: 'post',
  path: '/v1/keys',
  summary: 'Make a key',
  description: 'It is shown this once. A key can give only scopes that it has itself.',
  security: SECURED,
  request: { body: jsonBody(z.object({ name: plainText(100).min(1), scopes })) },
  responses: {
    201: {
      description: 'The key',
      content: { 'application/json': { schema: z.object({ id: z.string(), key: z.string() }) } },
    },
    ...PROBLEMS,
  },
});

const list = createRoute({
  method: 'get',
  path: '/v1/keys',
  summary: 'All keys, without the keys themselves',
  security: SECURED,
  responses: {
    200: {
      description: 'The keys, the newest first',
      content: { 'application/json': { schema: z.object({ keys: z.array(KEY) }) } },
    },
    ...PROBLEMS,
  },
});

const revoke = createRoute({
  method: 'delete',
  path: '/v1/keys/{id}',
  summary: 'Revoke a key, at once and for good',
  security: SECURED,
  request: { params: z.object({ id: idText }) },
  responses: { 204: { description: 'It opens nothing any more' }, ...PROBLEMS },
});

/** Makes, lists and revokes keys. */
export function keyRoutes(parts: Parts): Routes {
  const { database, now } = parts;
  const routes = newRoutes();
  for (const path of [make.getRoutingPath(), revoke.getRoutingPath()]) {
    routes.use(path, needs(parts, 'keys:admin'));
  }
  return routes
    .openapi(make, async (context) => {
      const { name, scopes: wanted } = context.req.valid('json');
      const { caller } = context.var;
      if (!wanted.every((it) => caller.scopes.has(it))) {
        const detail = 'A key can give only scopes that it has itself.';
        throw new Problem(403, 'missing-scope', detail, { field: 'scopes' });
      }
      const made = await transaction(
        database,
        async (tx) => {
          const key = await insertKey(tx, now(), name, wanted);
          const change = { action: 'key.create', subject: key.id, after: { name, scopes: wanted } };
          await noteChange(tx, now(), { actor: caller.id, ...change });
          return key;
        },
        now,
      );
      return context.json(made, 201);
    })
    .openapi(list, async (context) => {
      const rows = await database.db
        .selectFrom('api_keys')
        .select(['id', 'name', 'scopes', 'created_at', 'revoked_at'])
        .orderBy('created_at', 'desc')
        .execute();
      const time = (at: number): string => new Date(at).toISOString();
      const keys = rows.map((row) => ({
        id: row.id,
        name: row.name,
        scopes: row.scopes.split(' '),
        createdAt: time(row.created_at),
        revokedAt: row.revoked_at === null ? null : time(row.revoked_at),
      }));
      return context.json({ keys }, 200);
    })
    .openapi(revoke, async (context) => {
      const { id } = context.req.valid('param');
      await transaction(
        database,
        async (tx) => {
          const { numUpdatedRows } = await tx
            .updateTable('api_keys')
            .set({ revoked_at: now() })
            .where('id', '=', id)
            .where('revoked_at', 'is', null)
            .executeTakeFirst();
          if (!numUpdatedRows) throw new Problem(404, 'unknown-key', 'There is no such key.');
          const actor = context.var.caller.id;
          await noteChange(tx, now(), { actor, action: 'key.revoke', subject: id });
        },
        now,
      );
      return context.body(null, 204);
    });
}
