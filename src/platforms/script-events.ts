import type { ReadJson } from './platform.js';

/** A global of the page's scripts that tells events as Node's emitters do. It may come late. */
export interface Emitter {
  readonly global: string;
  /** Readers by event; each is given the list of what the event came with. */
  readonly events: Readonly<Record<string, ReadJson>>;
}

/**
 * An event that only jQuery sees, on the body: its arguments are the button and the fields that are about to be sent, for others to
 * put more into.
 */
export interface CardAdds {
  readonly event: string;
  /** Names of the fields for the product, or the variant, and for how many of it. */
  readonly product: string;
  readonly quantity: string;
}
