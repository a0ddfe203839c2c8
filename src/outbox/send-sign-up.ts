import { refusalOf } from './sign-up-refusal.js';
import type { SignUpAnswer } from './sign-up-wish.js';
import { withinBudget } from './within-budget.js';

/** What our endpoint's contract takes by POST, as JSON. Of a document that names no target, the first five alone. */
export interface SignUpBody {
  readonly email?: string;
  readonly product: string;
  readonly variant?: string;
  readonly language: string;
  /** Path of the page, without query and hash: those may hold what is nobody's business. */
  readonly page: string;
  readonly channel?: string;
  readonly phone?: string;
  readonly anyVariant?: true;
  readonly quantity?: number;
  readonly locale?: string;
  readonly marketing?: { readonly agreed: true; readonly wording: string };
  readonly privacy?: string;
}

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
): Promise<SignUpAnswer> {
  return withinBudget(async (budget) => {
    const reply = await fetch(url, {
      method: 'POST',
      credentials: 'omit',
      redirect: 'error',
      // A sign-up that was sent is not lost when the shopper leaves the page.
      keepalive: true,
      referrerPolicy: 'no-referrer',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: budget,
    });
    if (!reply.ok) throw await refusalOf(reply);
    const answer = (await reply.json()) as { requestId?: unknown; status?: unknown } | null;
    if (answer?.requestId !== key) throw new Error('sign-up not taken');
    const { status } = answer;
    return status === 'pending' || status === 'already' ? status : 'done';
  }, signal);
}
