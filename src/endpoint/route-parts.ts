import { z } from '@hono/zod-openapi';

/** In OpenAPI: this route asks for a key. */
export const SECURED: Record<string, string[]>[] = [{ key: [] }];

/** RFC 9457 problem details. */
export const PROBLEM = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ description: 'Stable: clients may rely on it' }),
    detail: z.string(),
    field: z.string().optional().openapi({ description: 'The field that is at fault' }),
  })
  .openapi('Problem');

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: PROBLEM } },
});

/** In OpenAPI: how every route answers to what it cannot do. */
export const PROBLEMS = {
  default: problem('A problem, told by its status and its `code`'),
};

/** In OpenAPI: a body of JSON, without which the request is none. */
export function jsonBody<T extends z.ZodType>(schema: T) {
  return { required: true as const, content: { 'application/json': { schema } } };
}
