import type { Offer } from '../availability/offer.js';

/** What the shopper asks to have put into the cart. */
export interface AddRequest {
  /** Product as the page names it. */
  readonly product: string;
  /** Variant id, where one is chosen. */
  readonly variant: string | undefined;
  readonly quantity: number;
  readonly offer: Offer;
  /** The promise in the words that the shopper saw. Empty when no date was shown. */
  readonly promise: string;
}

/** How a shop without a form puts things into its cart: set by the page that has one. */
export interface CartAdapter {
  /** Fulfilled when the line is in the cart; rejected when it is not. Called once a press. */
  add(request: AddRequest): Promise<unknown>;
}
