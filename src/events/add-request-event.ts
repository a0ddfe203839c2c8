import type { AddRequest } from '../outbox/cart-adapter.js';

/**
 * The shopper presses the button while the product is sold beyond the shelf. Cancelable: a handler that prevents the
 * default puts the product into the cart itself; nothing else happens then. Bubbles and is composed.
 */
export class AddRequestEvent extends CustomEvent<null> {
  static readonly type = 'backorder-add-request';
  readonly request: AddRequest;

  constructor(request: AddRequest) {
    super(AddRequestEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.request = request;
  }
}

declare global {
  interface HTMLElementEventMap {
    'backorder-add-request': AddRequestEvent;
  }
}
