import { readPlan, type PlainPlan } from '../availability/plain-plan.js';
import type { AvailabilityStore } from './availability-store.js';
import type { destination } from './order-destination.js';
import { shared } from './shared-store.js';

/** What the rare rules are for, and those of carriers. */
const RARE = /"(?:shipments|observed|addressRegion|postalCodePrefix|shippingClass)"/;
const CARRIER = /"(?:transitTime|carrier\w+|destination)"/;

const plans = new Map<string, PlainPlan>();
const turns = new Map<string, number>();
const reckoned = new WeakSet<AvailabilityStore>();
let place: { readonly destination: typeof destination } | undefined;
let last: Promise<void> | undefined;

/**
 * Takes in what a document tells of the merchant's calendar, shipments and carriers: from then on the store's promises of its
 * products are reckoned by that. A document that tells nothing of it takes it away from the products that it names. One after
 * another, in the order in which they came; products for which a newer request was answered already keep what that told.
 *
 * @param turn as for the store's `put`
 * @param put has the store take in the rest of the document
 */
export function planDelivery(json: unknown, from: string, turn = 0, put?: () => void): Promise<void> {
  const take = async (): Promise<void> => {
    await takeIn(json, from, turn);
    put?.();
    // What came out the same was decided by another calendar, or without one.
    shared().store.refreshAll();
  };
  return (last = last ? last.then(take, take) : take());
}

async function takeIn(json: unknown, from: string, turn: number): Promise<void> {
  const { store } = shared();
  const { delivery } = json as { readonly delivery?: unknown };
  const text = delivery ? JSON.stringify(json) : '';
  const files = await Promise.all([
    RARE.test(text) ? import('../availability/rare-rules.js') : undefined,
    CARRIER.test(text) ? import('./order-destination.js') : undefined,
  ]).catch(() => undefined);
  const [rare, carrier] = files ?? [];
  place ??= carrier;
  carrier?.followDestination(store);
  // Without a rule that the merchant needs there is no date rather than a wrong one.
  const readable = files ? json : { ...(json as object), delivery: { holidays: 0 } };
  const { plan, products, problems } = readPlan(readable, rare?.rareRules, carrier?.carrierRules);
  if (files && problems.length && (plan ?? delivery)) {
    import('./report-problems.js').then(
      (it) => it.reportProblems(problems, from, true),
      () => undefined,
    );
  }
  for (const id of products) {
    if (turn < (turns.get(id) ?? 0)) continue;
    turns.set(id, turn);
    if (plan) plans.set(id, plan);
    else plans.delete(id);
  }
  store.facts += 1;
  if (reckoned.has(store)) return;
  reckoned.add(store);
  // Another copy of the script may have plans of its own.
  const others = store.reckonFor;
  store.reckonFor = (product, variant) =>
    plans.get(product)?.reckonFor(product, variant, place?.destination()) ?? others?.(product, variant);
}

/** The plan that a product is reckoned by, for those who look into it. */
export function planFor(product: string): PlainPlan | undefined {
  return plans.get(product);
}
