import type { Span } from './dated-days.js';

/** Fewer than these say nothing of how long it takes. */
export const SMALLEST_SAMPLE = 5;

/** Shares of the sample that took no longer, for the first and the last day of the window. */
export const USUAL_QUANTILES: readonly [number, number] = Object.freeze([0.1, 0.9]);

/**
 * The window that a sample of observed whole days gives: the least days within which the stated shares of the sample came. They are
 * days that were observed, not ones between them (quantiles by inverse distribution function). `undefined` when the sample is too
 * small, or the shares are none.
 */
export function spanOfSample(
  observed: readonly number[],
  [low, high]: readonly [number, number] = USUAL_QUANTILES,
): Span | undefined {
  if (observed.length < SMALLEST_SAMPLE || !(low >= 0 && low <= high && high <= 1)) return undefined;
  const sorted = [...observed].sort((a, b) => a - b);
  // A share such as 0.7 of 10 is a hair more than 7 in binary: that is no reason to take the eighth.
  const at = (share: number): number =>
    sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)] as number;
  return { min: at(low), max: at(high) };
}
