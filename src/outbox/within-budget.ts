/** Milliseconds that a sign-up may take; a shopper waits for it, and it must not hang. */
const BUDGET = 10_000;

/**
 * Does something that has to be over in ten seconds; what ignores its signal is left to itself then. Rejects as well when the caller
 * gives up.
 */
export async function withinBudget<T>(
  act: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  const timer = setTimeout(stop, BUDGET);
  signal?.addEventListener('abort', stop);
  const stopped = new Promise<never>((_resolve, reject) => {
    abort.signal.addEventListener('abort', () => reject(new Error('sign-up given up')));
  });
  if (signal?.aborted) stop();
  try {
    return await Promise.race([act(abort.signal), stopped]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
