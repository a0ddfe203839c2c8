import { NO_POLICY, policy, type Policy } from './policy.js';
import type { Problem } from './problem.js';

/** Parses one policy by itself, for those who set it as a property. */
export function parsePolicy(value: unknown): {
  readonly policy: Policy;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  return { policy: policy(value, 'policy', problems) ?? NO_POLICY, problems };
}
