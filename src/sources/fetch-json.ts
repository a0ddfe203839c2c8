/** One answer: the parsed JSON with what the reply said beside it, or the one kind of failure. */
export type Answer =
  | {
      readonly ok: true;
      readonly json: unknown;
      /** The server's clock, in milliseconds since 1970; NaN where the reply does not show it to us. */
      readonly serverTime: number;
    }
  | {
      readonly ok: false;
      /** Milliseconds to wait before one more try; missing when another try would not help. */
      readonly retryIn?: number;
    };

/** Milliseconds for the whole exchange, headers and body: a shopper has decided by then. */
export const BUDGET = 1500;

/** Bytes of the body that are read at most. */
export const BYTE_CAP = 512 * 1024;

/**
 * Milliseconds, somewhat more than a day. An answer as old as that by the shopper's clock is asked for anew: it was kept in a cache, or
 * the clock is wrong, and only a fresh one tells which.
 */
export const OLD = 100_000_000;

/** The longest that a server can make us wait, milliseconds. */
const LONGEST_WAIT = 300_000;

/** Own back-off when the server names no time: anywhere up to this, so that a thousand pages do not return at once. */
const BACK_OFF = 8000;

const WORTH_A_RETRY = /^(408|429|5..)$/;
const FAILED: Answer = { ok: false };

/**
 * Reads JSON over HTTP and never throws. A missing CORS header, a blocker, a content security policy and a dead network
 * cannot be told apart from here, so every failure is the same failure.
 *
 * Conditional requests are the browser's: with `cache: 'no-cache'` it sends the ETag that it has itself. A header of our
 * own would cost a preflight on every cross-origin endpoint.
 *
 * @param abort ends the exchange; used here as well when it takes too long
 */
export async function fetchJson(
  url: string,
  cache: 'default' | 'no-cache' = 'default',
  abort = new AbortController(),
): Promise<Answer> {
  const stop = (): void => abort.abort();
  const timer = setTimeout(stop, BUDGET);
  try {
    const reply = await fetch(url, {
      cache,
      credentials: 'omit',
      headers: { accept: 'application/json' },
      // A redirect could lead to a log-in page or to somebody else's server.
      redirect: 'error',
      signal: abort.signal,
    });
    const { status, headers } = reply;
    if (status !== 200) {
      return WORTH_A_RETRY.test(`${status}`) ? { ok: false, retryIn: waitFor(headers) } : FAILED;
    }
    // A header that is not there is null, in which regular expressions and dates find nothing, and numbers 0.
    const isJson = /\bjson\b/i.test(headers.get('content-type') as string);
    const text = isJson ? await readCapped(reply) : undefined;
    if (text === undefined) return FAILED;
    return {
      ok: true,
      json: JSON.parse(text) as unknown,
      // A cache on the way says for how long it has kept the reply.
      serverTime:
        Date.parse(headers.get('date') as string) + 1000 * (headers.get('age') as unknown as number),
    };
  } catch {
    return FAILED;
  } finally {
    clearTimeout(timer);
    // What is still coming is not wanted any more.
    stop();
  }
}

async function readCapped(reply: Response): Promise<string | undefined> {
  if ((reply.headers.get('content-length') as unknown as number) > BYTE_CAP || !reply.body) return undefined;
  const reader = reply.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > BYTE_CAP) return undefined;
    text += decoder.decode(value, { stream: true });
  }
}

/** Reads `Retry-After`, seconds or a date; anything else gives a random wait of our own. */
function waitFor(headers: Headers): number {
  const asked = headers.get('retry-after') as string;
  const wait = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now();
  return wait >= 0 ? Math.min(wait, LONGEST_WAIT) : Math.random() * BACK_OFF;
}
