import type { Destination } from '../availability/destination.js';
import { parseDestination } from '../availability/parse-destination.js';
import type { AvailabilityStore } from './availability-store.js';
import { shared } from './shared-store.js';

export { carrierRules } from '../availability/carrier-rules.js';

/** On the element of a page that says where the shopper's order goes: `DE`, `US-AK`, `US-AK-99501`. */
const DESTINATION = 'data-backorder-destination';

const followed = new WeakSet<AvailabilityStore>();
let told: { readonly text: string; readonly destination: Destination | undefined } | undefined;

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

/** Has a store's offers decided again when a shopper chooses another place: other dates are seen there. */
export function followDestination(store: AvailabilityStore): void {
  if (followed.has(store)) return;
  followed.add(store);
  const look = (): void => {
    const before = told;
    destination();
    if (told === before) return;
    store.facts += 1;
    store.refreshAll();
  };
  new MutationObserver(look).observe(document, {
    attributeFilter: [DESTINATION],
    subtree: true,
  });
  document.addEventListener('change', look);
}
