import type { Destination } from './destination.js';
import { destination } from './parse-delivery.js';
import type { Problem } from './problem.js';

/** Parses a destination by itself, such as one that a shopper chose. */
export function parseDestination(value: unknown): {
  readonly destination: Destination | undefined;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  return { destination: destination(value, 'destination', problems), problems };
}
