import { kindOf } from '../log.js';
import type { Parts } from '../parts.js';
import { Problem } from '../problem.js';

const SERVICES = {
  turnstile: 'https://challenges.cloudflare.com/turnstile/v0/siteverify',
  hcaptcha: 'https://api.hcaptcha.com/siteverify',
};

/** Characters that a token has at most, as Turnstile says; hCaptcha's may be somewhat longer. */
const LONGEST = { turnstile: 2_048, hcaptcha: 10_000 };
/** Milliseconds that the service has. */
const BUDGET = 4_000;

/**
 * Asks the challenge service whether a token is good.
 *
 * @returns `unsure` where the service could not be asked and the shop takes sign-ups then
 * @throws Problem 403 for a token that is missing, too long, used or expired; 503 where the service could not be asked
 */
export async function checkChallenge(
  { settings, fetch, log }: Pick<Parts, 'settings' | 'fetch' | 'log'>,
  token: string | undefined,
): Promise<'good' | 'unsure'> {
  const { CHALLENGE, CHALLENGE_SECRET = '', CHALLENGE_URL, CHALLENGE_WHEN_DOWN } = settings;
  if (CHALLENGE === 'none') return 'good';
  if (!token) throw refusal('challenge-needed', 'Send the token of the challenge.');
  if (token.length > LONGEST[CHALLENGE])
    throw refusal('challenge-failed', 'This is no token of the challenge.');
  // The client's address could be sent along; it is nobody's business but ours.
  const body = new URLSearchParams({ secret: CHALLENGE_SECRET, response: token });
  let verdict: unknown;
  try {
    const reply = await fetch(CHALLENGE_URL ?? SERVICES[CHALLENGE], {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(BUDGET),
    });
    if (!reply.ok) throw new Error(`status ${reply.status}`);
    verdict = await reply.json();
  } catch (error) {
    log('warn', 'challenge-down', { problem: kindOf(error) });
    if (CHALLENGE_WHEN_DOWN === 'allow') return 'unsure';
    throw new Problem(503, 'challenge-down', 'The challenge cannot be checked now.', { retryAfter: 30 });
  }
  const isGood =
    typeof verdict === 'object' && verdict !== null && 'success' in verdict && verdict.success === true;
  if (!isGood)
    throw refusal('challenge-failed', 'The challenge was not passed, or its token is used or expired.');
  return 'good';
}

const refusal = (code: string, detail: string): Problem =>
  new Problem(403, code, detail, { field: 'challenge' });
