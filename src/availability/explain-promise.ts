import type { DeliveryPlan } from './delivery-plan.js';
import type { Asked, PromiseStep } from './delivery-terms.js';
import type { PromiseFound } from './promise.js';
import { reckonPromise } from './reckon-promise.js';

/** A promise, or why there is none, with how it was reckoned. */
export interface ExplainedPromise {
  readonly found: PromiseFound;
  /** In the order in which they were done. */
  readonly steps: readonly PromiseStep[];
}

/**
 * Reckons a promise once more and tells each step: what went in, from which field, what came out, and why nothing did. For those who
 * look into it; while nobody asks, it costs nothing.
 */
export function explainPromise(
  plan: DeliveryPlan,
  product: string,
  variant: string | undefined,
  asked: Asked,
): ExplainedPromise {
  const steps: PromiseStep[] = [];
  const found = reckonPromise(plan.termsOf(product, variant), asked, (step) =>
    steps.push(Object.freeze(step)),
  );
  return { found, steps };
}
