import type { Offer } from '../availability/offer.js';

/** What can be done with a product has changed: another variant or quantity, new stock, a date that passed. Bubbles and is composed. */
export class StateChangeEvent extends CustomEvent<null> {
  static readonly type = 'backorder-state-change';
  readonly product: string;
  readonly offer: Offer;

  constructor(product: string, offer: Offer) {
    super(StateChangeEvent.type, { bubbles: true, composed: true });
    this.product = product;
    this.offer = offer;
  }
}

declare global {
  interface HTMLElementEventMap {
    'backorder-state-change': StateChangeEvent;
  }
}
