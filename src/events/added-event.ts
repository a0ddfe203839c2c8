import type { AddRequest } from '../outbox/cart-adapter.js';

/**
 * A cart adapter has put the product into the cart. Not sent for a theme's own form: what became of that only the theme
 * knows. Bubbles and is composed.
 */
export class AddedEvent extends CustomEvent<null> {
  static readonly type = 'backorder-added';
  readonly request: AddRequest;

  constructor(request: AddRequest) {
    super(AddedEvent.type, { bubbles: true, composed: true });
    this.request = request;
  }
}

declare global {
  interface HTMLElementEventMap {
    'backorder-added': AddedEvent;
  }
}
