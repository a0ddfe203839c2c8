/** What became of one try to send a message. `problem` is a short name, never what a server said: that may hold an address. */
export type Outcome =
  | { readonly state: 'sent' }
  /** Not needed any more. */
  | { readonly state: 'dropped'; readonly problem: string }
  /** It may work later, at the earliest `after` milliseconds from now. */
  | { readonly state: 'again'; readonly problem: string; readonly after?: number }
  /** It will never work. */
  | { readonly state: 'dead'; readonly problem: string };

const LONGEST_WAIT = 24 * 3_600_000;

/** What a server's answer to a POST means. A key that is refused is the shop's fault, so it is tried again. */
export function outcomeOf(status: number, retryAfter: string | undefined, now: number): Outcome {
  const problem = `status-${status}`;
  if (status >= 200 && status < 300) return { state: 'sent' };
  if (status === 408 || status === 429 || status >= 500 || status < 400) {
    return { state: 'again', problem, ...waitOf(retryAfter, now) };
  }
  return status === 401 || status === 403 || status === 404
    ? { state: 'again', problem }
    : { state: 'dead', problem };
}

/** `Retry-After` in seconds or as a date. */
function waitOf(header: string | undefined, now: number): { readonly after?: number } {
  if (!header) return {};
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) && wait > 0 ? { after: Math.min(wait, LONGEST_WAIT) } : {};
}
