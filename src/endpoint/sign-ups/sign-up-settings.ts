import { z } from 'zod';

const count = (fallback: number, least = 1) => z.coerce.number().int().min(least).default(fallback);

/** Settings of sign-ups, by the names of their environment variables. */
export const SIGN_UP_SETTINGS = {
  /** Whether an address is written to only after its owner has pressed the button in a first mail. */
  DOUBLE_OPT_IN: z.enum(['always', 'never']).default('always'),
  /** Sign-ups from one client (an IPv4 address, an IPv6 network of 64 bits) in ten minutes. */
  SIGN_UPS_PER_CLIENT: count(100),
  /** Confirmation mails to one address on one day, whatever is asked in its name, and to all addresses together. */
  CONFIRM_MAILS_PER_ADDRESS: count(3),
  CONFIRM_MAILS_PER_DAY: count(5_000),
  /** A service that tells people from programs; sign-ups then need its token in `challenge`. */
  CHALLENGE: z.enum(['none', 'turnstile', 'hcaptcha']).default('none'),
  CHALLENGE_SECRET: z.string().min(1).optional(),
  /** The service's address, where it is not its usual one. */
  CHALLENGE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** While the service cannot be asked: take nobody, or take some without it. */
  CHALLENGE_WHEN_DOWN: z.enum(['refuse', 'allow']).default('refuse'),
  /** Days that a sign-up is kept: while it is not confirmed, while it waits for stock, and after its person was told or has left. */
  KEEP_PENDING_DAYS: count(7),
  KEEP_WAITING_DAYS: count(730),
  KEEP_TOLD_DAYS: count(90),
};

/** What is wrong with these settings together: the name of one, and a sentence. */
export function signUpFaults({
  CHALLENGE,
  CHALLENGE_SECRET,
}: {
  readonly CHALLENGE: string;
  readonly CHALLENGE_SECRET?: string | undefined;
}): readonly (readonly [setting: string, says: string])[] {
  return CHALLENGE !== 'none' && !CHALLENGE_SECRET ? [['CHALLENGE_SECRET', 'is needed with CHALLENGE']] : [];
}
