import { createRoute, z } from '@hono/zod-openapi';
import { needs } from '../keys/needs.js';
import type { Parts } from '../parts.js';
import { problemResponses } from '../problem-responses.js';
import { Problem } from '../problem.js';
import { newRoutes, type Routes } from '../routes.js';
import { readEmail, readPhone } from './address.js';
import { erasePerson } from './erase-person.js';
import { exportPerson } from './export-person.js';
import { allowPerson } from './allow-person.js';

const address = z
  .string()
  .max(320)
  .transform((text) => readEmail(text.trim()) ?? readPhone(text) ?? '')
  .refine(Boolean, 'must be an e-mail address or a telephone number')
  .openapi({ description: 'E-mail address or telephone number', example: 'name@shop.example' });

/** In the body and never in the address: addresses of requests end up in logs. */
const bodyOf = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
const answered = <T extends z.ZodType>(description: string, schema: T) => ({
  200: { description, content: { 'application/json': { schema } } },
  ...problemResponses({
    400: 'The address does not fit',
    401: 'No valid key',
    403: 'The key lacks the scope people:admin',
    415: 'Not application/json',
  }),
});
const security = [{ Bearer: [] }];

const exportRoute = createRoute({
  method: 'post',
  path: '/v1/people/export',
  summary: 'All that is kept of a person',
  security,
  request: bodyOf(z.object({ address })),
  responses: answered('What is kept', z.record(z.string(), z.unknown())),
});
const eraseRoute = createRoute({
  method: 'post',
  path: '/v1/people/erase',
  summary: 'Erase a person',
  description:
    'Rows, links and messages of the person go; counts by product stay. Unless `suppress` is false, a keyed hash of the ' +
    'address is kept, so that the person is not written to again.',
  security,
  request: bodyOf(z.object({ address, suppress: z.boolean().default(true) })),
  responses: answered('Erased', z.object({ erased: z.number() })),
});
const allowRoute = createRoute({
  method: 'post',
  path: '/v1/people/allow',
  summary: 'Let a person sign up again who had asked for no more messages',
  security,
  request: bodyOf(z.object({ address })),
  responses: answered('Done', z.object({ allowed: z.boolean() })),
});

/** What a person may demand, and the merchant does: `people:admin`. */
export function peopleRoutes(parts: Parts): Routes {
  const routes = newRoutes();
  routes.use('/v1/people/*', needs(parts, 'people:admin'), async (context, next) => {
    // Without this the body would go unread, and the address unchecked.
    const isPost = context.req.method === 'POST';
    if (isPost && !/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
      throw new Problem(415, 'unsupported-media-type', 'Send application/json.');
    }
    await next();
  });
  return routes
    .openapi(exportRoute, async (context) =>
      context.json(await exportPerson(parts, context.req.valid('json').address), 200),
    )
    .openapi(eraseRoute, async (context) => {
      const told = context.req.valid('json');
      const actor = context.get('caller').id;
      return context.json({ erased: await erasePerson(parts, told, actor) }, 200);
    })
    .openapi(allowRoute, async (context) => {
      const told = context.req.valid('json');
      const actor = context.get('caller').id;
      return context.json({ allowed: await allowPerson(parts, told.address, actor) }, 200);
    });
}
