import { z } from '@hono/zod-openapi';

const content = {
  'application/problem+json': {
    schema: z.object({
      type: z.string(),
      title: z.string(),
      status: z.number(),
      code: z.string(),
      detail: z.string(),
      field: z.string().optional(),
    }),
  },
};

/** Responses of a route that tell of a problem, for the description of the API: a sentence for each status. */
export function problemResponses<S extends number>(
  sentences: Readonly<Record<S, string>>,
): Record<S, { readonly description: string; readonly content: typeof content }> {
  const entries = Object.entries<string>(sentences).map(([status, description]) => [
    status,
    { description, content },
  ]);
  return Object.fromEntries(entries) as ReturnType<typeof problemResponses<S>>;
}
