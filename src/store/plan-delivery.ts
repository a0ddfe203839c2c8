import { readPlan, type PlainPlan } from '../availability/plain-plan.js';
import type { Destination } from '../availability/destination.js';
import { parseDestination } from '../availability/parse-destination.js';
import type { AvailabilityStore } from './availability-store.js';
import { shared } from './shared-store.js';

/** On the element of a page that says where the shopper's order goes: `DE`, `US-AK`, `US-AK-99501`. */
const DESTINATION = 'data-backorder-destination';

/** What the rare rules are for. */
const RARE = /"(?:shipments|observed|addressRegion|postalCodePrefix|shippingClass)"/;

const plans = new Map<string, PlainPlan>();
const turns = new Map<string, number>();
const reckoned = new WeakSet<AvailabilityStore>();
let told: { readonly text: string; readonly destination: Destination | undefined } | undefined;

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
  const rare = RARE.test(JSON.stringify(json)) ? await import('../availability/rare-rules.js') : undefined;
  const { plan, products, problems } = readPlan(json, rare?.rareRules);
  if (problems.length && (plan || (json as { delivery?: unknown }).delivery)) {
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
    plans.get(product)?.reckonFor(product, variant, destination()) ?? others?.(product, variant);
  // A shopper who chooses another country sees other dates.
  const look = (): void => {
    const before = told;
    destination();
    if (told === before) return;
    store.facts += 1;
    store.refreshAll();
  };
  new MutationObserver(look).observe(document.documentElement, {
    attributeFilter: [DESTINATION],
    subtree: true,
  });
  document.addEventListener('change', look);
}

/** The plan that a product is reckoned by, for those who look into it. */
export function planFor(product: string): PlainPlan | undefined {
  return plans.get(product);
}

/** Where the order goes, as the page says; without that, as the shop system says. */
export function destination(): Destination | undefined {
  const place = document.querySelector(`[${DESTINATION}]`);
  const value = place instanceof HTMLSelectElement || place instanceof HTMLInputElement ? place.value : '';
  const country = shared().config.country?.();
  const text = place?.getAttribute(DESTINATION) || value || (typeof country === 'string' ? country : '');
  if (told?.text !== text) {
    const [addressCountry, addressRegion, postalCode] = text.split('-').map((it) => it || undefined);
    told = {
      text,
      destination: addressCountry
        ? parseDestination({ addressCountry, addressRegion, postalCode }).destination
        : undefined,
    };
  }
  return told.destination;
}
