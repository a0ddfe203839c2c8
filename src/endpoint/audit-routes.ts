import { createRoute, z } from '@hono/zod-openapi';
import { needs } from './keys/needs.js';
import type { Parts } from './parts.js';
import { idText } from './plain-text.js';
import { PROBLEMS, SECURED } from './route-parts.js';
import { newRoutes, type Routes } from './routes.js';

const ENTRY = z
  .object({
    id: z.string(),
    at: z.string().openapi({ format: 'date-time' }),
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    before: z.unknown(),
    after: z.unknown(),
  })
  .openapi('AuditEntry');

const route = createRoute({
  method: 'get',
  path: '/v1/audit',
  summary: 'Who changed what, the newest first',
  security: SECURED,
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(200).default(50),
      subject: idText.max(500).optional(),
      before: z
        .string()
        .regex(/^\d{1,15}~[\w-]{1,64}$/)
        .optional()
        .openapi({ description: '`next` of the page before' }),
    }),
  },
  responses: {
    200: {
      description: 'Changes; `next` where there are more',
      content: {
        'application/json': { schema: z.object({ entries: z.array(ENTRY), next: z.string().optional() }) },
      },
    },
    ...PROBLEMS,
  },
});

/** `GET /v1/audit`. */
export function auditRoutes(parts: Parts): Routes {
  const routes = newRoutes();
  routes.use(route.getRoutingPath(), needs(parts, 'keys:admin'));
  return routes.openapi(route, async (context) => {
    const { limit, subject, before } = context.req.valid('query');
    const [at, id = ''] = before?.split('~') ?? [];
    let rows = parts.database.db.selectFrom('audit').selectAll();
    if (subject !== undefined) rows = rows.where('subject', '=', subject);
    if (at !== undefined) {
      rows = rows.where((it) =>
        it.or([it('at', '<', Number(at)), it.and([it('at', '=', Number(at)), it('id', '<', id)])]),
      );
    }
    const found = await rows
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    const shown = found.slice(0, limit);
    const json = (text: string | null): unknown => (text === null ? null : (JSON.parse(text) as unknown));
    const entries = shown.map((row) => ({
      ...row,
      at: new Date(row.at).toISOString(),
      before: json(row.before),
      after: json(row.after),
    }));
    const last = shown.at(-1);
    const next = found.length > limit && last ? { next: `${last.at}~${last.id}` } : {};
    return context.json({ entries: entries as never[], ...next }, 200);
  });
}
