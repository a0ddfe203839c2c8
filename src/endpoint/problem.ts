/**
 * What went wrong with a request, as RFC 9457 problem details. Thrown anywhere below a route, answered by the app.
 * The sentence is for a developer: it never repeats what was sent, which may be somebody's address.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  /**
   * @param status HTTP status
   * @param code stable name, kebab-case; clients may rely on it
   * @param detail a sentence
   * @param more the field that is at fault, as a path such as `lines[0].quantity`; seconds after which to try again; what
   *   is wrong with each row of an import
   */
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 503,
    readonly code: string,
    readonly detail: string,
    readonly more: {
      readonly field?: string;
      readonly retryAfter?: number;
      readonly problems?: readonly object[];
    } = {},
  ) {
    super(`${code}: ${detail}`);
  }
}

const TITLES: Readonly<Record<Problem['status'], string>> = {
  400: 'Bad request',
  401: 'Not authenticated',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Precondition failed',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Cannot be processed',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available now',
};

/** The reply: `application/problem+json`, never cached. */
export function problemReply(problem: Problem): Response {
  const { status, code, detail, more } = problem;
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
  if (more.retryAfter !== undefined) headers.set('retry-after', String(more.retryAfter));
  if (status === 401) headers.set('www-authenticate', 'Bearer');
  const { field, problems } = more;
  const where = { ...(field !== undefined && { field }), ...(problems && { problems }) };
  const body = { type: 'about:blank', title: TITLES[status], status, code, detail, ...where };
  return new Response(JSON.stringify(body), { status, headers });
}
