import { deliveryPlan, type DeliveryPlan } from '../availability/delivery-plan.js';
import type { Destination } from '../availability/destination.js';
import { parseDestination } from '../availability/parse-destination.js';
import { fieldsOf, identifier, list } from '../availability/read.js';
import type { AvailabilityStore } from './availability-store.js';
import { reportProblems } from './report-problems.js';
import { shared } from './shared-store.js';

/** On the element of a page that says where the shopper's order goes: `DE`, `US-AK`, `US-AK-99501`. */
const DESTINATION = 'data-backorder-destination';

const plans = new Map<string, DeliveryPlan>();
const reckoned = new WeakSet<AvailabilityStore>();
let told: { readonly text: string; readonly destination: Destination | undefined } | undefined;

/**
 * Takes in what a document tells of the merchant's calendar, shipments and carriers: from then on the store's promises of its
 * products are reckoned by that. A document that tells nothing of it takes it away from the products that it names.
 */
export function planDelivery(json: unknown, from: string): void {
  const { store } = shared();
  const result = deliveryPlan(json);
  const problems = result.ok ? result.problems : hasDelivery(json) ? [result.problem] : [];
  if (problems.length) reportProblems(problems, from, true);
  for (const id of productsOf(json)) {
    if (result.ok) plans.set(id, result.value);
    else plans.delete(id);
  }
  if (reckoned.has(store)) return;
  reckoned.add(store);
  // Another copy of the script may have plans of its own.
  const others = store.reckonFor;
  store.reckonFor = (product, variant) =>
    plans.get(product)?.reckonFor(product, variant, destination()) ?? others?.(product, variant);
  watchDestination();
}

/** The plan that a product is reckoned by, for those who look into it. */
export function planFor(product: string): DeliveryPlan | undefined {
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

/** A shopper who chooses another country sees other dates. */
function watchDestination(): void {
  const { store } = shared();
  const look = (): void => {
    const before = told;
    destination();
    if (told !== before) store.refreshAll();
  };
  new MutationObserver(look).observe(document.documentElement, {
    attributeFilter: [DESTINATION],
    subtree: true,
  });
  document.addEventListener('change', look);
}

function hasDelivery(json: unknown): boolean {
  return json !== null && typeof json === 'object' && Object.hasOwn(json, 'delivery');
}

function productsOf(json: unknown): readonly string[] {
  const products = fieldsOf(json, '', [])?.('products', list) ?? [];
  return products.flatMap((it) => fieldsOf(it, '', [])?.('id', identifier) ?? []);
}
