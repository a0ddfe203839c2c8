import type { AddRequest } from '../outbox/cart-adapter.js';

/** A cart adapter could not put the product into the cart. Bubbles and is composed. */
export class AddFailedEvent extends CustomEvent<null> {
  static readonly type = 'backorder-add-failed';
  readonly request: AddRequest;
  /** What the adapter threw or gave as its reason. */
  readonly reason: unknown;

  constructor(request: AddRequest, reason: unknown) {
    super(AddFailedEvent.type, { bubbles: true, composed: true });
    this.request = request;
    this.reason = reason;
  }
}

declare global {
  interface HTMLElementEventMap {
    'backorder-add-failed': AddFailedEvent;
  }
}
