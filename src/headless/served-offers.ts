import { parseDocument } from '../availability/document.js';
import type { Offer } from '../availability/offer.js';
import type { PlainPlan } from '../availability/plain-plan.js';
import type { Reckon } from '../availability/reckon.js';
import type { Language } from '../messages/catalogue.js';
import { AvailabilityStore } from '../store/availability-store.js';
import { takeDocument } from '../store/read-document.js';
import { Scope, type ScopeSettings } from '../store/scope.js';
import { shared } from '../store/shared-store.js';

/** What a server has written a page from. The browser gets the same, so that its first words are the server's. */
export interface Served {
  /** The availability document, as JSON. */
  readonly document: unknown;
  /** When the page was written, in milliseconds since 1970. */
  readonly now: number;
  /** From `speak()`, of `backorder-elements/server`. English without. */
  readonly language?: Language | undefined;
  /** From `deliveryPlan()`, where the document tells a calendar. Without it the page says no date until the browser has reckoned it. */
  readonly plan?: Pick<PlainPlan, 'reckonFor'> | undefined;
}

/** A store for each: on a server, pages of others must not get into this one. */
const stores = new WeakMap<Served, AvailabilityStore>();
const taken = new WeakSet<object>();

/** No date rather than one that the merchant's calendar would not have given. */
const nobodyReckons: Reckon = () => ({
  promise: undefined,
  withheld: 'bad-delivery',
  changesAt: undefined,
});

/** What is offered by what the server knew. */
export function servedOffer(served: Served | undefined, settings: ScopeSettings, now: number): Offer {
  const store = served ? storeOf(served) : new AvailabilityStore();
  store.clock.now = () => now;
  const scope = new Scope(store);
  scope.set(settings);
  return scope.offer;
}

/** Has the page's store take in what the server knew, once. What an endpoint has answered is newer, and stays. */
export function takeServed({ document, now }: Served): void {
  if (typeof document !== 'object' || document === null || taken.has(document)) return;
  taken.add(document);
  takeDocument(document, 'from the server');
  const { store } = shared();
  // The page was written before it came here: a clock that is behind it is wrong. One that is ahead is not: caches keep pages.
  if (now > store.clock.now() && store.clock.compare(now)) store.refreshAll();
}

function storeOf(served: Served): AvailabilityStore {
  const found = stores.get(served);
  if (found) return found;
  const store = new AvailabilityStore();
  const parsed = parseDocument(served.document);
  if (parsed.ok) store.put(parsed.value);
  const dated = !!(served.document as { readonly delivery?: unknown } | undefined)?.delivery;
  if (served.plan) store.reckonFor = (product, variant) => served.plan?.reckonFor(product, variant);
  else if (dated) store.reckonFor = () => nobodyReckons;
  stores.set(served, store);
  return store;
}
