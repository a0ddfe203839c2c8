/** What our endpoint's contract takes by POST, as JSON. */
export interface SignUpBody {
  readonly email: string;
  readonly product: string;
  readonly variant?: string;
  readonly language: string;
  /** Path of the page, without query and hash: those may hold what is nobody's business. */
  readonly page: string;
}

/** Milliseconds that a sign-up may take; a shopper waits for it, and it must not hang. */
const BUDGET = 10_000;

/**
 * Posts a sign-up to the configured endpoint. Rejects on every kind of failure.
 *
 * The reply counts only when it repeats the request's key: a service worker or a proxy that answers everything with 200
 * must not make a shopper believe that somebody will write.
 *
 * @param key sent as `Idempotency-Key`: the same for each try of one intent
 */
export async function sendSignUp(
  url: string,
  body: SignUpBody,
  key: string,
  signal?: AbortSignal,
): Promise<void> {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  const timer = setTimeout(stop, BUDGET);
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  try {
    const reply = await fetch(url, {
      method: 'POST',
      credentials: 'omit',
      redirect: 'error',
      // A sign-up that was sent is not lost when the shopper leaves the page.
      keepalive: true,
      referrerPolicy: 'no-referrer',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: abort.signal,
    });
    const answer: unknown = await reply.json();
    const repeated =
      typeof answer === 'object' && answer !== null && 'requestId' in answer ? answer.requestId : undefined;
    if (!reply.ok || repeated !== key) throw new Error('sign-up not taken');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
