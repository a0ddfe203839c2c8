import { CartError } from './cart.js';

interface GraphqlError {
  readonly message?: unknown;
  readonly extensions?: { readonly code?: unknown } | null;
}

const PATIENCE = 10_000;
const TRIES = 3;

/** Milliseconds before the next try: as the shop asks for, else a little longer each time. */
const pauseBefore = (retryAfter: string | null, tries: number): number =>
  Math.min(Number(retryAfter ?? NaN) * 1000 || 125 * 2 ** tries, 4000);

/**
 * The `data` of a GraphQL answer. A request that was throttled was not carried out, and is sent again; any other failure is not, since
 * an add that got through may not be done twice.
 */
export async function askGraphql(
  url: string,
  headers: Readonly<Record<string, string>>,
  query: string,
  variables: object,
): Promise<Readonly<Record<string, unknown>>> {
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE),
    }).catch((error: unknown) => {
      throw new CartError('unreachable', String(error));
    });
    const body = (await response.json().catch(() => undefined)) as
      | { readonly data?: Readonly<Record<string, unknown>> | null; readonly errors?: unknown }
      | null
      | undefined;
    const errors = (Array.isArray(body?.errors) ? body.errors : []) as readonly GraphqlError[];
    const throttled =
      response.status === 429 ||
      response.status === 430 ||
      errors.some((it) => it?.extensions?.code === 'THROTTLED');
    if (throttled) {
      if (tries >= TRIES)
        throw new CartError('throttled', 'The shop is very busy. Please try again in a moment.');
      await new Promise((done) => setTimeout(done, pauseBefore(response.headers.get('retry-after'), tries)));
      continue;
    }
    if (errors.length) {
      const said = errors.map((it) => (typeof it?.message === 'string' ? it.message : '')).filter(Boolean);
      throw new CartError('refused', said.join(' ') || 'The shop said no.');
    }
    if (!response.ok || !body?.data)
      throw new CartError('unreachable', `The shop answered with status ${response.status}.`);
    return body.data;
  }
}
