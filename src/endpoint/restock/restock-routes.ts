import { createRoute, z } from '@hono/zod-openapi';
import { needs } from '../keys/needs.js';
import type { Parts } from '../parts.js';
import { problemResponses } from '../problem-responses.js';
import { Problem } from '../problem.js';
import { newRoutes, type Routes } from '../routes.js';
import { outboxPage } from './outbox-page.js';
import { sendAgain } from './send-again.js';

const STATES = ['queued', 'sending', 'sent', 'dead', 'dropped'] as const;
const MOST = 200;
const REFUSED = { 400: 'A parameter does not fit', 401: 'No valid key', 403: 'The key lacks the scope' };
const security = [{ Bearer: [] }];

const listRoute = createRoute({
  method: 'get',
  path: '/v1/outbox',
  summary: 'Messages that wait, were sent, or failed; the newest first',
  description:
    'With the scope `outbox:read`. Addresses and the secrets of links are told to keys with `people:admin` only. What a ' +
    'message says is kept only where no sender is set (`captured`).',
  security,
  request: {
    query: z.object({
      state: z.enum(STATES).optional(),
      kind: z.enum(['confirm', 'restock', 'event', 'read']).optional(),
      limit: z.coerce.number().int().min(1).max(MOST).default(50),
      before: z.coerce
        .number()
        .int()
        .optional()
        .openapi({ description: '`next` of the answer before: goes on from there' }),
    }),
  },
  responses: {
    200: {
      description: 'Messages',
      content: {
        'application/json': {
          schema: z.object({
            messages: z.array(z.record(z.string(), z.unknown())),
            next: z.number().nullable(),
          }),
        },
      },
    },
    ...problemResponses(REFUSED),
  },
});

const againRoute = createRoute({
  method: 'post',
  path: '/v1/outbox/{id}/again',
  summary: 'Try a dead message again',
  description: 'With the scope `people:admin`.',
  security,
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: {
    200: {
      description: 'It waits to be sent',
      content: { 'application/json': { schema: z.object({ state: z.literal('queued') }) } },
    },
    ...problemResponses({ ...REFUSED, 404: 'No dead message has this id' }),
  },
});

/** A look at the outbox. */
export function restockRoutes(parts: Parts): Routes {
  const routes = newRoutes();
  routes.use('/v1/outbox', needs(parts, 'outbox:read'));
  routes.use('/v1/outbox/:id/again', needs(parts, 'people:admin'));
  return routes
    .openapi(listRoute, async (context) => {
      const showsPersons = context.get('caller').scopes.has('people:admin');
      return context.json(await outboxPage(parts.database, context.req.valid('query'), showsPersons), 200);
    })
    .openapi(againRoute, async (context) => {
      const { id } = context.req.valid('param');
      if (await sendAgain(parts, id)) return context.json({ state: 'queued' as const }, 200);
      throw new Problem(404, 'not-found', 'No dead message has this id.');
    });
}
