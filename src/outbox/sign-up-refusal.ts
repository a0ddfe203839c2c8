/** A field of the sign-up form. */
export type SignUpField = 'email' | 'phone' | 'quantity';

/** Seconds to wait where a server only says that there were too many. */
const USUAL_WAIT = 30;
const LONGEST_WAIT = 3600;

/** A target has refused a sign-up and said why. Its own words are not shown: they may be in any language, or hold anything. */
export class SignUpRefusal extends Error {
  /** The field that it was about. */
  readonly field: SignUpField | undefined;
  /** Seconds until another try makes sense. */
  readonly retryIn: number | undefined;

  constructor(field: SignUpField | undefined, retryIn?: number) {
    super('sign-up refused');
    this.field = field;
    this.retryIn = retryIn;
  }
}

/** The refusal that a reply tells: too many requests, or a problem (RFC 9457) with one of the fields. */
export async function refusalOf(reply: Response): Promise<SignUpRefusal> {
  if (reply.status === 429) return new SignUpRefusal(undefined, waitOf(reply.headers.get('retry-after')));
  const problem: unknown = await reply.json().catch(() => undefined);
  return new SignUpRefusal(fieldOf((problem as { field?: unknown } | null | undefined)?.field));
}

/** The field of ours that a name or a JSON pointer means, as `phone_number` or `/data/attributes/email` do. */
export function fieldOf(name: unknown): SignUpField | undefined {
  if (typeof name !== 'string') return undefined;
  const last = name.split(/[/.]/).pop() ?? '';
  return /mail/i.test(last)
    ? 'email'
    : /phone/i.test(last)
      ? 'phone'
      : /quantity/i.test(last)
        ? 'quantity'
        : undefined;
}

/** Seconds that `Retry-After` asks for, as a number or as a date. */
function waitOf(header: string | null): number {
  const seconds = /^\d+$/.test(header ?? '')
    ? Number(header)
    : (Date.parse(header ?? '') - Date.now()) / 1000;
  return Math.min(Math.max(1, Math.ceil(Number.isNaN(seconds) ? USUAL_WAIT : seconds)), LONGEST_WAIT);
}
