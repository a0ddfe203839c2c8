import { AvailabilityStore } from './availability-store.js';
import { defaultConfig, type PageConfig } from './page-config.js';
import { Scopes } from './scopes.js';

/** What all copies of the script on a page share. */
export interface Shared {
  readonly store: AvailabilityStore;
  readonly scopes: Scopes;
  readonly config: PageConfig;
}

/** The same for every copy, whichever bundle it came from; the number is the store's `protocol`. */
const KEY = Symbol.for('backorder-elements.store.1');

/** The page's one store, made by whoever asks first. */
export function shared(): Shared {
  const page = globalThis as { [KEY]?: Shared };
  const found = page[KEY] as Partial<Shared> | undefined;
  // A symbol cannot be clobbered by an element's id, but another script may put anything there.
  if (found?.store?.protocol === 1) return found as Shared;
  const made: Shared = {
    store: new AvailabilityStore(),
    scopes: new Scopes(),
    config: defaultConfig(),
  };
  // It may have been put there for reading only.
  delete page[KEY];
  return (page[KEY] = made);
}
