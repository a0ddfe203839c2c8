import type { Context } from 'hono';
import { secretOf } from '../database/migrate.js';
import { keyedHashOf } from '../hashes.js';
import { readKey } from '../idempotency.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';
import { fieldOf, type RouteEnv } from '../routes.js';
import { SIGN_UP_BODY, bodyOfForm, type SignUpBody } from './sign-up-body.js';

/** A sign-up as it came in, and the key that names its intent. */
export interface Request {
  readonly body: SignUpBody;
  readonly key: string;
}

type Ask = Context<RouteEnv>;

const JSON_TYPE = /^application\/json\s*(?:;|$)/i;
const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;
const DAY = 86_400_000;

/** Whether it comes from a plain HTML form, which wants a page for an answer. */
export function isForm(context: Ask): boolean {
  return FORM_TYPE.test(context.req.header('content-type') ?? '');
}

/**
 * Reads a sign-up, from JSON or from a plain form. A form has no key, so the same fields on the same day are one intent.
 *
 * @throws Problem 400 for what is malformed or does not fit, 415 for other types of content
 */
export async function readSignUp(context: Ask, parts: Parts): Promise<Request> {
  if (isForm(context)) {
    const text = await context.req.text();
    const body = fit(bodyOfForm(new URLSearchParams(text)));
    const secret = await secretOf(parts.database, 'address');
    const day = Math.floor(parts.now() / DAY);
    const { challenge: _token, ...same } = body;
    return { body, key: `form-${keyedHashOf(JSON.stringify([day, same]), secret)}` };
  }
  if (!JSON_TYPE.test(context.req.header('content-type') ?? '')) {
    throw new Problem(415, 'unsupported-media-type', 'Send application/json, or a plain form.');
  }
  const key = readKey(context.req.header('idempotency-key'));
  let json: unknown;
  try {
    json = JSON.parse(await context.req.text());
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(400, 'malformed-body', 'The body is not the JSON that its content type says.');
  }
  return { body: fit(json), key };
}

function fit(told: unknown): SignUpBody {
  const { success, data, error } = SIGN_UP_BODY.safeParse(told);
  if (success) return data;
  const [issue] = error.issues;
  const field = fieldOf(issue?.path ?? []);
  throw new Problem(400, 'invalid-field', `${field || 'The body'} ${issue?.message ?? 'does not fit'}.`, {
    field,
  });
}
