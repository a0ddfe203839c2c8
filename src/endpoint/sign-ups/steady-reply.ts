/** Milliseconds. Work for a known address and for a new one ends within the same step. */
const STEP = 50;

/**
 * Waits until the next full step since `start`, so that the time of a reply does not tell what was found.
 *
 * @param start of `performance.now()`
 */
export function steadyReply(start: number): Promise<void> {
  const gone = performance.now() - start;
  return new Promise((resolve) => setTimeout(resolve, STEP - (gone % STEP)));
}
